/** The forms and notices around answers that people write. */
import { type APIModalInteractionResponseCallbackData, ComponentType, MessageFlags, TextInputStyle } from 'discord.js'
import type { Messages } from '../../../text/messages.ts'
import { button, type Reply } from '../answer-reply.ts'
import { writeId } from '../custom-id.ts'
import { limits, MAX_QUESTION_LENGTH } from '../limits.ts'
import { truncate } from '../markdown/truncate.ts'

/** Custom ids of the fields of the forms. */
export const QUESTION_FIELD = 'question'
export const ANSWER_FIELD = 'answer'

/** Code points of an answer that is typed into a form. */
const MAX_ANSWER = 4_000

/** Asks which question a message answers. */
export function answerModal(messageId: string, text: Messages): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writeId('answer-save', messageId),
    title: text.commands.remember.name,
    components: [
      {
        type: ComponentType.Label,
        label: text.answers.whichQuestion,
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION_FIELD,
          style: TextInputStyle.Short,
          max_length: MAX_QUESTION_LENGTH,
          required: true,
        },
      },
    ],
  }
}

/** Asks for the answer to a question of the list of gaps. */
export function gapModal(key: string, question: string, text: Messages): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writeId('gap-save', key),
    title: text.gaps.answer,
    components: [
      {
        type: ComponentType.Label,
        label: text.answers.inYourWords,
        description: truncate(question, limits.selectText),
        component: {
          type: ComponentType.TextInput,
          custom_id: ANSWER_FIELD,
          style: TextInputStyle.Paragraph,
          max_length: MAX_ANSWER,
          required: true,
        },
      },
    ],
  }
}

/** A notice with a button that forgets the answer. */
export function forgetReply(
  content: string,
  id: string,
  text: Messages,
): Reply & { flags: MessageFlags.SuppressEmbeds } {
  const forget = button(text.answers.forget, writeId('answer-forget', id))
  return {
    content,
    components: [{ type: ComponentType.ActionRow, components: [forget] }],
    flags: MessageFlags.SuppressEmbeds,
  }
}
