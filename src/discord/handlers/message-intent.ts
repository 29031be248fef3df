/** Finds out what a message asks the bot, from its text alone. */
import { cleanQuestion } from '../../answer/clean-question.ts'
import { MAX_QUESTION_LENGTH } from '../replies/limits.ts'
import { takeStart } from '../replies/markdown/truncate.ts'

/** The parts of a message that decide what it asks. */
export interface MessageText {
  /** What its author wrote, which may address the bot. */
  readonly content: string
  /** What it says: its content, or what it forwards, shows or has attached instead. */
  readonly text: string
  /** The bot's user id. */
  readonly bot: string
  /** Whether it is a direct message. */
  readonly isDirect: boolean
  /** Whether it mentions the role of the bot. */
  readonly mentionsRole: boolean
  /** The message it replies to. */
  readonly repliesTo?: { readonly byBot: boolean; readonly text: string }
  /** The name of a user, role or channel that the message mentions. */
  nameOf(id: string): string | undefined
}

/** What the author of a message wants from the bot. */
export type MessageIntent =
  /** `mayBeChat`: a reply to the bot without a mention or question mark, perhaps just “thanks”. */
  | { readonly kind: 'question'; readonly question: string; readonly mayBeChat: boolean }
  /** The bot was mentioned without a question. */
  | { readonly kind: 'call' }
  /** The role of the bot was mentioned, which does not let it read the message. */
  | { readonly kind: 'role' }
  /** The bot was mentioned in reply to a message that it cannot read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nothing' }

/** Only a mention in the text counts: Discord adds one of its own to every reply. */
export function parseIntent(message: MessageText): MessageIntent {
  const { content, repliesTo, isDirect, bot } = message
  const question = questionIn(message.text, message)
  const isAddressed = isDirect || isMentioned(bot, content)
  if (!isAddressed && !repliesTo?.byBot) return { kind: message.mentionsRole ? 'role' : 'nothing' }
  if (question !== '') return { kind: 'question', question, mayBeChat: !isAddressed && !/[?？؟;՞]/u.test(question) }
  if (!isAddressed) return { kind: 'nothing' }
  if (!repliesTo || repliesTo.byBot) return { kind: 'call' }
  const above = questionIn(repliesTo.text, message)
  return above === '' ? { kind: 'unreadable' } : { kind: 'question', question: above, mayBeChat: false }
}

const CODE = /(?<!`)(`+)(?!`)[\s\S]+?(?<!`)\1(?!`)/gu

/** Whether the text mentions the bot outside code. */
function isMentioned(bot: string, content: string): boolean {
  return [...content.replace(CODE, ' ').matchAll(/(?<!\\)<@!?(\d+)>/gu)].some(([, id]) => id === bot)
}

const MENTION = /<(?:@[!&]?|#)(\d+)>/gu
/** The question in the text of a message, without markup; empty if it has no letter or digit. */
export function questionIn(content: string, { bot, nameOf }: Pick<MessageText, 'bot' | 'nameOf'>): string {
  return toQuestion(
    content
      .replace(MENTION, (_, id: string) => (id === bot ? ' ' : ` ${nameOf(id) ?? ''} `))
      .replace(/^[\s,:;–—-]+/u, ''),
  )
}

/** Invisible characters that only control the direction of text. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Turns a text into a question of one line and at most `MAX_QUESTION_LENGTH` code points. Of a longer text, the
 * sentences with a question mark are kept, if any. Empty if it has no letter or digit.
 */
export function toQuestion(text: string): string {
  const line = cleanQuestion(text.replace(DIRECTION, ''))
  if (!/[\p{L}\p{N}]/u.test(line)) return ''
  const whole = takeStart(line, MAX_QUESTION_LENGTH, (same) => same)
  if (whole.length === line.length) return line
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(line)]
  const asking = sentences.map(({ segment }) => segment.trim()).filter((sentence) => /[?？؟]$/u.test(sentence))
  return asking.length > 0 ? takeStart(asking.join(' '), MAX_QUESTION_LENGTH, (same) => same).trim() : whole.trim()
}
