import { type InteractionReplyOptions, MessageFlags, type RepliableInteraction } from 'discord.js'
import type { Answer } from '../../answer/answer.ts'
import type { Article } from '../../corpus/article.ts'
import { messagesFor } from '../../text/messages.ts'
import type { Trigger } from '../observer.ts'
import { answerReply, type Reply, type View } from '../replies/answer-reply.ts'
import { articleKey } from '../replies/fingerprint.ts'
import { privateNotice } from '../replies/notice.ts'
import type { Context } from './context.ts'

/** A question on its way to a reply. */
export interface QuestionRequest {
  readonly trigger: Trigger
  readonly question: string
  /** The only article to ask; all when absent. */
  readonly article: Article | undefined
  /** Who asks: a user id. */
  readonly asker: string
  /** The language to speak about the answer. */
  readonly locale: string
}

/** Asks the articles, and logs that. */
export function ask(context: Context, { trigger, question, article, asker }: QuestionRequest): Answer {
  const { answerer, log, logQuestions, observer } = context
  const answer = answerer.ask(question, article && { article: article.id })
  const { verdict, ms } = answer
  observer.onQuestion(trigger, verdict)
  log.info({ verdict, ms, asker, ...(logQuestions && { question }) }, 'asked')
  return answer
}

/** Shows an answer as it was asked for. */
export function show(
  answer: Answer,
  { asker, article, locale }: QuestionRequest,
  view: Omit<View, 'asker' | 'scope'>,
): Reply & { readonly flags: MessageFlags.SuppressEmbeds } {
  const scope = article ? articleKey(article.id) : ''
  return { ...answerReply(answer, messagesFor(locale), { ...view, asker, scope }), flags: MessageFlags.SuppressEmbeds }
}

/** Answers whoever began an interaction with a new message that holds the question; one in a hurry is told so. */
export async function answerAsker(
  interaction: RepliableInteraction,
  context: Context,
  { isPrivate, ...rest }: Pick<QuestionRequest, 'trigger' | 'question' | 'article'> & Pick<View, 'isPrivate'>,
): Promise<void> {
  const began = performance.now()
  const { user, locale, channelId } = interaction
  const tooSoon = await context.cooldown.take(user.id, channelId ?? user.id)
  if (tooSoon) {
    await interaction.reply(privateNotice(messagesFor(locale).tooFast(tooSoon.when)))
    return
  }
  const asking = { ...rest, asker: user.id, locale }
  const reply = show(ask(context, asking), asking, { match: 0, isPrivate, showsQuestion: true })
  await interaction.reply(isPrivate ? privately(reply) : reply)
  context.observer.onReply(rest.trigger, performance.now() - began)
}

/** The same message, seen by nobody but whoever began the interaction. */
export function privately(reply: Reply): InteractionReplyOptions {
  return { ...reply, flags: MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral }
}
