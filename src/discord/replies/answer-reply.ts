/** Renders an answer as a Discord message with buttons. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Answer, Passage } from '../../answer/answer.ts'
import { missingWords } from '../../answer/missing-words.ts'
import { beforeVotes, type VotedAnswer } from '../../feedback/demote.ts'
import { aboutLines } from '../../text/about-lines.ts'
import type { Messages } from '../../text/messages.ts'
import { listWords } from '../../text/word-list.ts'
import { citationFacts, dayOf, linkedTitle, MAX_AUTHOR, smallLine, titleOf } from './citation-line.ts'
import { type ReplyState, writeReplyId } from './custom-id.ts'
import { answerFingerprint, articleKey, sentenceKey } from './fingerprint.ts'
import { limits } from './limits.ts'
import { escapeInLine, writeWord } from './markdown/escape.ts'
import { quotePassage } from './markdown/quote.ts'
import { lengthOf, truncate } from './markdown/truncate.ts'
import { questionLine } from './question-line.ts'

/** The content of a message; flags and allowed mentions are added by its sender. */
export interface Reply {
  readonly content: string
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[]
}

/** Which passage of an answer to show, and how. */
export interface View {
  /** User id of the asker. */
  readonly asker: string
  /** 0-based index of the passage to show. */
  readonly match: number
  /** Key of the only article that was searched, or empty. */
  readonly scope: string
  /** Whether only the asker sees it; Discord lets them dismiss it, so it needs no Delete button. */
  readonly isPrivate: boolean
  /** Whether the question is repeated above the answer, as it is for commands. */
  readonly showsQuestion: boolean
  /** Days after which the age of a dated source is stated; never when absent. */
  readonly staleAfter?: number | undefined
  /** What became of the quoted sentence that the reader asked about. */
  readonly quoteIs?: 'changed' | 'gone'
  /** Whether people can vote on it. */
  readonly hasVotes?: boolean
  /** Whether the answer has changed since the question was asked. */
  readonly isNew?: boolean
}

/** Closest titles that a silent reply names. */
const MAX_NEAREST = 3
/** Code points that are left for the quotation. */
const MIN_QUOTE = 200
/** Code points of a title in a brief list. */
const BRIEF_TITLE = 80

/**
 * Renders the verdict, the passage, its source, and stateless buttons.
 * @throws FalseQuote when the passage differs from its file; nothing may be sent then
 */
export function answerReply(answer: VotedAnswer, text: Messages, view: View): Reply {
  const { verdict, passages } = answer
  const passage = verdict === 'silent' ? undefined : passages[view.match]
  const rows = [buttons(answer, text, view), voteButtons(answer, text, view)]
  const components = rows
    .filter((row) => row.length > 0)
    .map((row) => ({ type: ComponentType.ActionRow as const, components: row }))
  const frameOf = (isBrief: boolean) => ({
    above: linesAbove(answer, text, view, isBrief),
    below: passage ? [citation(answer, passage, text, view, isBrief)] : listing(answer, text, view, isBrief),
  })
  const lengthOfFrame = ({ above, below }: ReturnType<typeof frameOf>) => lengthOf([...above, '', ...below].join('\n'))
  const whole = frameOf(false)
  const frame = lengthOfFrame(whole) <= limits.content - MIN_QUOTE ? whole : frameOf(true)
  const quote = passage ? [quotePassage(passage, limits.content - lengthOfFrame(frame))] : []
  return { content: [...frame.above, ...quote, ...frame.below].join('\n'), components }
}

/** @param isBrief whether words that are listed are left out */
function linesAbove(answer: Answer, text: Messages, view: View, isBrief: boolean): string[] {
  const { question, verdict, about } = answer
  const unknown = isBrief ? '' : unknownWords(answer, text)
  return [
    ...(view.showsQuestion ? [questionLine(question)] : []),
    ...(view.isNew ? [text.changed] : []),
    ...(view.quoteIs ? [text.quoteIs[view.quoteIs]] : []),
    ...followUpLines(answer, text, isBrief),
    ...(about && verdict !== 'silent' ? [text.about.opening] : []),
    ...(verdict === 'related' ? [text.related(unknown, view.scope !== '')] : []),
  ]
}

/** @param isBrief whether only the title is named, without a link */
function citation({ verdict, passages }: Answer, passage: Passage, text: Messages, view: View, isBrief: boolean) {
  if (isBrief) return smallLine(titleOf(passage.citation.title))
  const lacking = verdict === 'answered' ? missingWords(passage) : []
  return smallLine(
    ...citationFacts(passage, text, { match: view.match, matches: passages.length, staleAfter: view.staleAfter }),
    lacking.length > 0 ? text.lacks(listWords(lacking, text, 'conjunction', writeWord)) : '',
  )
}

/** What a reply without a passage says. */
function listing(answer: Answer, text: Messages, view: View, isBrief: boolean): string[] {
  const title = isBrief ? briefTitle : linkedTitle
  if (!answer.about) return silentLines(answer, text, view, title)
  return aboutLines(answer.about, text, {
    title,
    date: (date) => dayOf(date, text),
    escape: (author) => truncate(author, MAX_AUTHOR, escapeInLine),
  })
}

const briefTitle = ({ title }: { readonly title: string }): string => truncate(title, BRIEF_TITLE, escapeInLine)

/** How a follow-up was read, and where it was answered. */
function followUpLines({ readWith = [], isElsewhere }: Answer, text: Messages, isBrief: boolean): string[] {
  return [
    ...(readWith.length > 0 && !isBrief
      ? [smallLine(text.readWith(listWords(readWith, text, 'conjunction', writeWord)))]
      : []),
    ...(isElsewhere ? [text.elsewhere] : []),
  ]
}

function silentLines(answer: Answer, text: Messages, { scope }: View, write: typeof linkedTitle): string[] {
  const titles = new Map(answer.passages.map(({ article }) => [article.id, write(article)]))
  const nearest = [...titles.values()].slice(0, MAX_NEAREST).join(' · ')
  return [
    text.silent(unknownWords(answer, text), scope !== ''),
    ...(nearest === '' ? [] : [smallLine(text.nearest(nearest))]),
  ]
}

/** What every button of a reply carries. */
function stateOf(answer: VotedAnswer, { asker, match, scope, isPrivate }: View): ReplyState {
  const passage = answer.verdict === 'silent' ? undefined : answer.passages[match]
  const article = passage ? articleKey(passage.article.id) : ''
  const sentence = passage ? sentenceKey(passage.sentence) : ''
  const fingerprint = answerFingerprint(beforeVotes(answer))
  return { asker, match: rankOf(answer, match), fingerprint, scope, isPrivate, article, sentence }
}

/** The place of a match before the votes, by which buttons find it whatever is voted later. */
function rankOf(answer: VotedAnswer, match: number): number {
  const passage = answer.passages[match]
  return passage ? beforeVotes(answer).passages.indexOf(passage) : match
}

/** A row of their own, as the first one is full. */
function voteButtons(answer: VotedAnswer, text: Messages, view: View): APIButtonComponentWithCustomId[] {
  const isShown = view.hasVotes && !view.isPrivate && !answer.about && answer.verdict !== 'silent'
  if (!isShown || !answer.passages[view.match]) return []
  const state = stateOf(answer, view)
  return [
    button(text.buttons.helpful, writeReplyId('helpful', state)),
    button(text.buttons.wrong, writeReplyId('wrong', state)),
  ]
}

function buttons(answer: VotedAnswer, text: Messages, view: View): APIButtonComponentWithCustomId[] {
  const { verdict, passages } = answer
  const passage = verdict === 'silent' ? undefined : passages[view.match]
  const state = stateOf(answer, view)
  const turn = (label: string, match: number) =>
    button(label, writeReplyId('turn', { ...state, match: rankOf(answer, match) }), passages[match] === undefined)
  return [
    ...(passage && passages.length > 1
      ? [turn(text.buttons.previous, view.match - 1), turn(text.buttons.next, view.match + 1)]
      : []),
    ...(passage
      ? [button(text.buttons.more, writeReplyId('more', state)), button(text.buttons.why, writeReplyId('why', state))]
      : []),
    ...(view.isPrivate ? [] : [button(text.buttons.delete, writeReplyId('delete', state))]),
  ]
}

/** The words of the question that the articles never mention. */
function unknownWords({ unknown }: Answer, text: Messages): string {
  return listWords(unknown, text, 'disjunction', writeWord)
}

/** A secondary (grey) button. */
export function button(label: string, customId: string, disabled = false): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId, disabled }
}
