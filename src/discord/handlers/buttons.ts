/** Handles buttons and menus. They are stateless: all they need is in their custom id and their message. */
import { MessageFlags, type ModalSubmitInteraction, PermissionFlagsBits } from 'discord.js'
import { beforeVotes } from '../../feedback/demote.ts'
import { passageKey } from '../../feedback/vote-keys.ts'
import { explanationLines } from '../../text/explanation.ts'
import { messagesFor } from '../../text/messages.ts'
import { contextReply } from '../replies/context-pages.ts'
import { type ReplyState, readPageFields, readReplyFields } from '../replies/custom-id.ts'
import { answerFingerprint, articleFingerprint, sentenceKey } from '../replies/fingerprint.ts'
import { writeWord } from '../replies/markdown/escape.ts'
import { privateNotice } from '../replies/notice.ts'
import { questionAbove } from '../replies/question-line.ts'
import { ask, ephemeral, isServerInstall, renderAnswer, sharedLocale } from './answer-question.ts'
import { openArticle, tryQuestion, turnList } from './commands/articles.ts'
import type { ComponentUse, Context } from './context.ts'
import { answerPrivately, deferIfSlow } from './defer-if-slow.ts'
import { confirmRemoval } from './documents/remove.ts'
import { vote } from './learning/feedback.ts'
import { answerGap, handleGap } from './learning/gaps.ts'
import { forgetAnswer, rememberTyped } from './learning/remember.ts'
import { votesOn } from './learning/votes-on.ts'
import { askedBy, previousQuestions, questionBehind } from './message.ts'
import { readSignedId } from './signed-ids.ts'

export async function handleComponent(interaction: ComponentUse, context: Context): Promise<unknown> {
  const lost = () => interaction.reply(privateNotice(messagesFor(interaction.locale).lostQuestion))
  const id = readSignedId(interaction)
  if (!id) return lost()
  const { action, fields } = id
  const state = readReplyFields(fields)
  if (state) {
    switch (action) {
      case 'delete':
        return deleteReply(interaction, context, state)
      case 'turn':
      case 'more':
      case 'why':
      case 'helpful':
      case 'wrong': {
        const began = performance.now()
        await askAgain(interaction, context, action, state)
        return context.observer.onReply('button', performance.now() - began)
      }
    }
  }
  // The other actions are those of private replies.
  if (!interaction.message.flags.has(MessageFlags.Ephemeral)) return lost()
  switch (action) {
    case 'gap-page':
    case 'gap-open':
    case 'gap-document':
    case 'gap-dismiss':
    case 'gap-answer':
      return handleGap(interaction, context, action, fields)
    case 'answer-forget':
      return forgetAnswer(interaction, context, fields)
    case 'page':
      return turnPage(interaction, context, fields)
    case 'list':
      return turnList(interaction, context, fields)
    case 'open':
      return openArticle(interaction, context)
    case 'try':
      return tryQuestion(interaction, context, fields)
    case 'remove':
      return confirmRemoval(interaction, context, fields)
  }
  // A component of another version of the bot.
  return lost()
}

/** Handles the forms of this bot. */
export async function handleModal(interaction: ModalSubmitInteraction, context: Context): Promise<unknown> {
  const id = readSignedId(interaction)
  switch (id?.action) {
    case 'answer-save':
      return rememberTyped(interaction, context, id.fields)
    case 'gap-save':
      return answerGap(interaction, context, id.fields)
  }
  return interaction.reply(privateNotice(messagesFor(interaction.locale).lostQuestion))
}

/** Deletes a reply, if the user asked the question or may manage messages. */
async function deleteReply(interaction: ComponentUse, { learning }: Context, { asker }: ReplyState): Promise<unknown> {
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false
  if (interaction.user.id !== asker && !mayManage) {
    return interaction.reply(privateNotice(messagesFor(interaction.locale).notYours))
  }
  const { guildId, message } = interaction
  const asked = askedBy(message)
  if (guildId !== null && asked !== undefined && interaction.user.id === asker)
    learning?.removeQuestions(guildId, [asked])
  await interaction.deferUpdate()
  return interaction.deleteReply()
}

/** Asks the question of a reply again, and does what the button is for, or shows the new answer if it has changed. */
async function askAgain(
  interaction: ComponentUse,
  context: Context,
  action: 'turn' | 'more' | 'why' | 'helpful' | 'wrong',
  state: ReplyState,
): Promise<unknown> {
  const { message, user } = interaction
  const server = isServerInstall(interaction) ? interaction.guildId : undefined
  const isPrivate = message.flags.has(MessageFlags.Ephemeral)
  const isUpdate = (action === 'turn' || action === 'wrong') && user.id === state.asker
  const locale = isUpdate && !isPrivate ? sharedLocale(interaction) : interaction.locale
  const text = messagesFor(locale)
  const asked = await deferIfSlow(interaction, isUpdate, questionsBehind(message))
  if (asked === undefined) return answerPrivately(interaction, privateNotice(text.lostQuestion))
  const request = {
    trigger: 'button' as const,
    ...asked,
    article: context.directory.findByKey(state.scope),
    asker: user.id,
    locale,
    ...(server !== undefined && { server }),
    place: interaction,
  }
  const answer = await ask(context, request)
  const unvoted = beforeVotes(answer)
  const isNew = answerFingerprint(unvoted) !== state.fingerprint
  const passage = isNew ? undefined : unvoted.passages[state.match]
  if (passage && action === 'why') {
    const votes = (await votesOn(context, request)).get(passageKey(passage))
    const lines = explanationLines(passage, text, writeWord, votes)
    return answerPrivately(interaction, privateNotice(lines.join('\n')))
  }
  if (passage && (action === 'helpful' || action === 'wrong'))
    return vote(interaction, context, { answer, request, state, passage }, action === 'helpful')
  if (passage && action === 'more') {
    const page = contextReply(passage.article, text, { start: passage.sentence.start })
    return answerPrivately(interaction, ephemeral(page))
  }
  const match = passage ? answer.passages.indexOf(passage) : 0
  if (isUpdate) {
    const showsQuestion = questionAbove(message.content) !== undefined
    const hasVotes = context.learning !== undefined && server !== undefined
    const reply = renderAnswer(context, answer, request, { match, isPrivate, showsQuestion, isNew, hasVotes })
    return interaction.deferred ? interaction.editReply(reply) : interaction.update(reply)
  }
  const quoted = action === 'more' ? findQuoted(context, state) : undefined
  if (quoted?.kind === 'unchanged')
    return answerPrivately(interaction, ephemeral(contextReply(quoted.article, text, { start: quoted.start })))
  const view = { match, isPrivate: true, showsQuestion: true, isNew, ...(quoted && { quoteIs: quoted.kind }) }
  return answerPrivately(interaction, ephemeral(renderAnswer(context, answer, request, view)))
}

/** What became of the sentence that an old reply quotes; undefined for a reply that does not tell which one it is. */
function findQuoted({ directory }: Context, { article: key, sentence: wanted }: ReplyState) {
  if (wanted === '') return undefined
  const article = directory.findByKey(key)
  if (!article) return { kind: 'gone' } as const
  for (const { sentences } of article.paragraphs)
    for (const sentence of sentences)
      if (sentenceKey(sentence) === wanted) return { kind: 'unchanged', article, start: sentence.start } as const
  return { kind: 'changed' } as const
}

/** The question that a reply answers, and the one before; read from Discord where the reply does not repeat it. */
async function questionsBehind(
  reply: ComponentUse['message'],
): Promise<{ question: string; previous: readonly string[] } | undefined> {
  const behind = await questionBehind(reply)
  return (
    behind && {
      question: behind.question,
      previous: behind.message ? await previousQuestions(behind.message) : [],
    }
  )
}

/** Turns to another page of the article around a passage. */
async function turnPage(
  interaction: ComponentUse,
  { directory }: Context,
  fields: readonly string[],
): Promise<unknown> {
  const text = messagesFor(interaction.locale)
  const state = readPageFields(fields)
  const article = state && directory.findByKey(state.article)
  if (!article) return interaction.reply(privateNotice(text.articles.gone))
  const { fingerprint, start, page } = state
  const isNew = articleFingerprint(article) !== fingerprint
  return interaction.update({
    ...contextReply(article, text, { start, page, isNew }),
    flags: MessageFlags.SuppressEmbeds,
  })
}
