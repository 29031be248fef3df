import { LONGEST_QUESTION } from '../replies/limits.ts'
import { takeStart } from '../replies/truncate.ts'

/** A message, as far as it matters to what is asked. */
export interface Written {
  readonly content: string
  /** The bot's own user id. */
  readonly bot: string
  /** Whether only the bot and one person read along. */
  readonly isDirect: boolean
  /** The message it replies to. */
  readonly repliesTo?: { readonly byBot: boolean; readonly content: string }
  /** The name of a user, role or channel that the message mentions. */
  nameOf(id: string): string | undefined
}

/** What somebody who writes a message wants of the bot. */
export type MessageIntent =
  /** `mayChat`: nobody called the bot; a reply to it may be a question, or a mere "thanks". */
  | { readonly kind: 'question'; readonly question: string; readonly mayChat: boolean }
  /** Called without a question. */
  | { readonly kind: 'call' }
  /** Called in reply to a message that Discord does not show the bot. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nothing' }

/** Tells what a message asks, if anything. A reply's own ping of the bot is no mention, as it is not written. */
export function parseIntent(message: Written): MessageIntent {
  const { content, repliesTo, isDirect, bot } = message
  const question = questionIn(content, message)
  const isCalled = isDirect || isMentioned(bot, content)
  if (!isCalled && !repliesTo?.byBot) return { kind: 'nothing' }
  if (question !== '') return { kind: 'question', question, mayChat: !isCalled && !/[?？؟;՞]/u.test(question) }
  if (!isCalled) return { kind: 'nothing' }
  if (!repliesTo || repliesTo.byBot) return { kind: 'call' }
  const above = questionIn(repliesTo.content, message)
  return above === '' ? { kind: 'unreadable' } : { kind: 'question', question: above, mayChat: false }
}

const CODE = /(?<!`)(`+)(?!`)[\s\S]+?(?<!`)\1(?!`)/gu

/** Whether the bot's mention is written in the text, and not shown there as code. */
function isMentioned(bot: string, content: string): boolean {
  return [...content.replace(CODE, ' ').matchAll(/(?<!\\)<@!?(\d+)>/gu)].some(([, id]) => id === bot)
}

const MENTION = /<(?:@[!&]?|#)(\d+)>/gu
/** Custom emoji, timestamps, links to commands and to places of the server. */
const OTHER_MARKUP = /<(?:a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^<>]+:\d+|id:\w+)>/gu

/** The question in the text of a message; empty where it holds not one letter or digit. */
function questionIn(content: string, { bot, nameOf }: Written): string {
  return toQuestion(
    content
      .replace(MENTION, (_, id: string) => (id === bot ? ' ' : ` ${nameOf(id) ?? ''} `))
      .replace(OTHER_MARKUP, ' ')
      .replace(/^[\s,:;–—-]+/u, ''),
  )
}

/** Invisible marks that only turn the direction of text. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * A text as a question: on one line, at most `LONGEST_QUESTION` code points. Of a longer text the sentences with a
 * question mark are kept, if there are any. Empty where it holds not one letter or digit.
 */
export function toQuestion(text: string): string {
  const line = text.replace(DIRECTION, '').replace(/\s+/gu, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(line)) return ''
  const whole = takeStart(line, LONGEST_QUESTION, (same) => same)
  if (whole.length === line.length) return line
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(line)]
  const asking = sentences.map(({ segment }) => segment.trim()).filter((sentence) => /[?？؟]$/u.test(sentence))
  return asking.length > 0 ? takeStart(asking.join(' '), LONGEST_QUESTION, (same) => same).trim() : whole.trim()
}
