/** Apps ▸ “Remember this answer”: a message becomes the answer to the question that it replies to. */
import {
  ApplicationCommandType,
  type Message,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { answerModal, forgetReply, QUESTION_FIELD } from '../../replies/learning/remembered.ts'
import { MAX_QUESTION_LENGTH } from '../../replies/limits.ts'
import { escapeInLine } from '../../replies/markdown/escape.ts'
import { truncate } from '../../replies/markdown/truncate.ts'
import { notice, privateNotice } from '../../replies/notice.ts'
import { ephemeral } from '../answer-question.ts'
import { localisedName, serverAvailability } from '../command-names.ts'
import type { ComponentUse, Context, MessageCommand } from '../context.ts'
import { intentOf, originalOf, questionBehind } from '../message.ts'
import { toQuestion } from '../message-intent.ts'
import { signComponents, signId } from '../signed-ids.ts'
import { answerIn, textOf } from './answer-in.ts'
import type { Learning } from './learning.ts'

const labels = (text: Messages) => text.commands.remember

export const remember: MessageCommand = {
  labels,
  definition: {
    ...serverAvailability,
    type: ApplicationCommandType.Message,
    ...localisedName(labels),
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
  },

  async answer(interaction, context) {
    const text = messagesFor(interaction.locale)
    const { guildId, targetMessage: message } = interaction
    const { learning } = context
    if (!learning || guildId === null) return interaction.reply(privateNotice(text.learning.off))
    if (textOf(message) === '') return interaction.reply(privateNotice(text.answers.empty))
    const known = await learning.answers.questionOf(guildId, message.id)
    if (known !== undefined) {
      const reply = forgetReply(text.answers.known(quoted(known, text)), message.id, text)
      return interaction.reply(ephemeral(signComponents(reply, interaction)))
    }
    const question = await questionAnswered(message)
    if (question === undefined) {
      // The submission of the form does not bring the message, and the bot may not be able to read it.
      learning.pendingAnswers.set(message.id, message)
      return interaction.showModal(signId(answerModal(message.id, text), interaction))
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    return interaction.editReply(
      signComponents(await save(message, question, guildId, learning, context, text), interaction),
    )
  },
}

/** Saves an answer whose question was typed into the form. */
export async function rememberTyped(
  interaction: ModalSubmitInteraction,
  context: Context,
  [id = '']: readonly string[],
): Promise<unknown> {
  const text = messagesFor(interaction.locale)
  const { learning } = context
  const { guildId } = interaction
  const pending = learning?.pendingAnswers.get(id)
  const message = pending?.guildId === guildId ? pending : undefined
  const question = toQuestion(interaction.fields.getTextInputValue(QUESTION_FIELD))
  if (!learning || guildId === null || !message || question === '')
    return interaction.reply(privateNotice(text.answers.gone))
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  return interaction.editReply(
    signComponents(await save(message, question, guildId, learning, context, text), interaction),
  )
}

/** Forgets a remembered answer. */
export async function forgetAnswer(
  interaction: ComponentUse,
  { learning, reload }: Context,
  [id = '']: readonly string[],
): Promise<unknown> {
  const text = messagesFor(interaction.locale)
  const { guildId } = interaction
  if (guildId === null || !/^\d{17,20}$/u.test(id)) return interaction.reply(privateNotice(text.answers.gone))
  await interaction.deferUpdate()
  if (learning?.answers.remove(guildId, id)) await reload()
  return interaction.editReply({ ...notice(text.answers.forgotten), components: [] })
}

async function save(
  message: Message,
  question: string,
  server: string,
  { answers }: Learning,
  { reload }: Context,
  text: Messages,
) {
  const isSaved = await answers.save(server, message.id, answerIn(message, question))
  if (!isSaved) return { ...notice(text.answers.empty), components: [] }
  await reload()
  return forgetReply(text.answers.saved(quoted(question, text)), message.id, text)
}

/** The question that a message replies to, directly or below an answer of the bot; undefined if there is none to read. */
async function questionAnswered(message: Message): Promise<string | undefined> {
  const original = message.reference?.messageId === undefined ? undefined : await originalOf(message)
  if (!original) return undefined
  if (original.author.id === message.client.user.id) return (await questionBehind(original))?.question
  const intent = await intentOf(original)
  return intent.kind === 'question' ? intent.question : undefined
}

function quoted(question: string, text: Messages): string {
  return text.quoted(truncate(question, MAX_QUESTION_LENGTH, escapeInLine))
}
