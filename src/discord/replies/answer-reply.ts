import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Answer } from '../../answer/answer.ts'
import type { Messages } from '../../text/messages.ts'
import { citationLine, smallLine, titleOf } from './citation-line.ts'
import { writeReplyId } from './custom-id.ts'
import { answerFingerprint, articleKey } from './fingerprint.ts'
import { limits } from './limits.ts'
import { questionLine } from './question-line.ts'
import { quotePassage } from './quote.ts'
import { lengthOf } from './truncate.ts'
import { unknownWords } from './word-list.ts'

/** A message as Discord takes it, flags and mentions aside. */
export interface Reply {
  readonly content: string
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[]
}

/** Which part of an answer to show, and to whom. */
export interface View {
  /** A user id. */
  readonly asker: string
  /** The match to show, from 0. */
  readonly match: number
  /** The key of the one article that was asked, or empty. */
  readonly scope: string
  /** Whether nobody but the asker sees it: such a reply can be dismissed, and needs no button for that. */
  readonly isPrivate: boolean
  /** Whether the question stands above the answer: nobody sees what was asked with a command. */
  readonly showsQuestion: boolean
  /** Whether the articles have changed since the question was asked. */
  readonly isNew?: boolean
}

/**
 * An answer as a message: what the verdict says, the passage, its source, and buttons that hold all they need.
 * @throws FalseQuote when the passage is not what its file holds; nothing may be sent then
 */
export function answerReply(answer: Answer, text: Messages, view: View): Reply {
  const { question, verdict, passages } = answer
  const passage = verdict === 'silent' ? undefined : passages[view.match]
  const above = [
    ...(view.showsQuestion ? [questionLine(question)] : []),
    ...(view.isNew ? [text.changed] : []),
    ...(verdict === 'related' ? [text.related(unknownWords(answer, text), view.scope !== '')] : []),
  ]
  const row = buttons(answer, text, view)
  const components = row.length > 0 ? [{ type: ComponentType.ActionRow as const, components: row }] : []
  if (!passage) return { content: [...above, ...silence(answer, text, view)].join('\n'), components }
  const below = citationLine(passage, text, view.match, passages.length)
  const room = limits.content - lengthOf([...above, '', below].join('\n'))
  return { content: [...above, quotePassage(passage, room), below].join('\n'), components }
}

/** What is said where no passage is shown. */
function silence(answer: Answer, text: Messages, { scope }: View): string[] {
  const titles = new Map(answer.passages.map(({ article }) => [article.id, titleOf(article.title, article.url)]))
  const nearest = [...titles.values()].slice(0, NEAREST).join(' · ')
  return [
    text.silent(unknownWords(answer, text), scope !== ''),
    ...(nearest === '' ? [] : [smallLine(text.nearest(nearest))]),
  ]
}

/** How many of the nearest titles are offered. */
const NEAREST = 3

function buttons(answer: Answer, text: Messages, view: View): APIButtonComponentWithCustomId[] {
  const { verdict, passages } = answer
  const passage = verdict === 'silent' ? undefined : passages[view.match]
  const state = {
    asker: view.asker,
    match: view.match,
    fingerprint: answerFingerprint(answer),
    scope: view.scope,
    isPrivate: view.isPrivate,
    article: passage ? articleKey(passage.article.id) : '',
  }
  const turn = (label: string, match: number) =>
    button(label, writeReplyId('turn', { ...state, match }), passages[match] === undefined)
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

/** A grey button. */
export function button(label: string, customId: string, disabled = false): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId, disabled }
}
