/** Asks the articles and replies, for every kind of trigger. */
import {
  ApplicationIntegrationType,
  type InteractionReplyOptions,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js'
import { differentTextFirst } from '../../answer/different-text.ts'
import type { Article } from '../../corpus/article.ts'
import { demoteMarked, type VotedAnswer } from '../../feedback/demote.ts'
import type { Trigger } from '../../observer.ts'
import { messagesFor } from '../../text/messages.ts'
import { answerReply, type Reply, type View } from '../replies/answer-reply.ts'
import { articleKey } from '../replies/fingerprint.ts'
import { withNeighbours } from '../replies/markdown/quote.ts'
import { privateNotice } from '../replies/notice.ts'
import type { Context, SharedContext } from './context.ts'
import { votesOn } from './learning/votes-on.ts'

export interface QuestionRequest {
  readonly trigger: Trigger
  readonly question: string
  /** Earlier questions of the conversation, latest first. */
  readonly previous?: readonly string[]
  /** Id of the server where it is asked; absent in direct messages. */
  readonly server?: string
  /** The only article to search; all of them when absent. */
  readonly article: Article | undefined
  /** User id of the asker. */
  readonly asker: string
  /** The locale of the texts around the quotation. */
  readonly locale: string
  /** Where it was asked. */
  readonly place: Place
}

/** The channel of a message or an interaction, and its server; null for direct messages. */
interface Place {
  readonly channelId: string | null
  readonly guildId: string | null
}

/** Asks the articles, and logs the question. Passages that its server has marked as no answer come last. */
export async function ask(context: Context, request: QuestionRequest): Promise<VotedAnswer> {
  const { trigger, question, previous = [], article, asker, place } = request
  const { answerer, audience, log, logQuestions, observer } = context
  const found = answerer.ask(question, { previous, audience, ...(article && { article: article.id }) })
  const answer = demoteMarked(differentTextFirst(found, withNeighbours), await votesOn(context, request))
  const { verdict, ms } = answer
  observer.onQuestion(trigger, verdict)
  const { channelId: channel, guildId: server } = place
  log.info({ verdict, ms, trigger, asker, channel, server, ...(logQuestions && { question }) }, 'asked')
  return answer
}

/** Renders the answer to a request. */
export function renderAnswer(
  { staleAfter }: Pick<SharedContext, 'staleAfter'>,
  answer: VotedAnswer,
  { asker, article, locale }: QuestionRequest,
  view: Omit<View, 'asker' | 'scope' | 'staleAfter'>,
): Reply & { readonly flags: MessageFlags.SuppressEmbeds } {
  const scope = article && !answer.isElsewhere ? articleKey(article.id) : ''
  return {
    ...answerReply(answer, messagesFor(locale), { ...view, asker, scope, staleAfter }),
    flags: MessageFlags.SuppressEmbeds,
  }
}

/** Replies to an interaction with an answer below its question, or with a notice when the asker is on cooldown. */
export async function answerAsker(
  interaction: RepliableInteraction,
  context: Context,
  { isPrivate, ...rest }: Pick<QuestionRequest, 'trigger' | 'question' | 'article'> & Pick<View, 'isPrivate'>,
): Promise<void> {
  const began = performance.now()
  const { user, locale } = interaction
  const tooSoon = await context.cooldown.take(user.id)
  if (tooSoon) {
    await interaction.reply(privateNotice(messagesFor(locale).tooFast(tooSoon.when)))
    return
  }
  const server = isServerInstall(interaction) ? interaction.guildId : undefined
  const request = { ...rest, asker: user.id, locale, place: interaction, ...(server !== undefined && { server }) }
  const answer = await ask(context, request)
  const hasVotes = context.learning !== undefined && server !== undefined
  // A silent reply repeats the question's words and nothing else: shown to all, it would carry them past AutoMod. Its
  // button stays, which also deletes the record of the question.
  const isHidden = isPrivate || answer.verdict === 'silent'
  const written = isHidden ? request : { ...request, locale: sharedLocale(interaction) }
  const reply = renderAnswer(context, answer, written, { match: 0, isPrivate, showsQuestion: true, hasVotes })
  await interaction.reply(isHidden ? ephemeral(reply) : reply)
  context.observer.onReply(rest.trigger, performance.now() - began)
  if (!isPrivate && server !== undefined) {
    const asked = { server, id: interaction.id, asker: user.id, isEdit: false }
    context.learning?.record(answer, context.answerer, asked)
  }
}

/** Whether an interaction happens in a server that has installed the bot, rather than its user. */
export function isServerInstall(
  interaction: RepliableInteraction,
): interaction is RepliableInteraction<'cached' | 'raw'> {
  const { guildId, authorizingIntegrationOwners: owners } = interaction
  return interaction.inGuild() && owners[ApplicationIntegrationType.GuildInstall] === guildId
}

/** The language of a reply to an interaction that others read as well: the server's. */
export function sharedLocale({ locale, guildLocale }: Pick<RepliableInteraction, 'locale' | 'guildLocale'>): string {
  return guildLocale ?? locale
}

/** Makes a reply visible only to the user who caused the interaction. */
export function ephemeral(reply: Reply): InteractionReplyOptions {
  return { ...reply, flags: MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral }
}
