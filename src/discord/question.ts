/** What of a message decides whether it asks the bot something. */
export interface Written {
  readonly content: string
  /** Whether a person wrote it, and not a bot, a webhook or Discord itself. */
  readonly byPerson: boolean
  /** Whether it is a direct message. */
  readonly isDirect: boolean
  /** The bot's id. */
  readonly botId: string
  /** The message that it answers. */
  readonly repliesTo?: { readonly byBot: boolean; readonly content: string }
}

/** What a message asks of the bot. */
export type Request =
  | {
      readonly kind: 'question'
      readonly question: string
      /** Whether it goes on from the bot's own message. */
      readonly isFurther: boolean
      /** Whether it was surely meant for the bot: a chance remark below its reply may not be. */
      readonly isSure: boolean
    }
  | { readonly kind: 'howToAsk' | 'useApps' | 'ignore' }

/** Code spans and fences: a mention in them pings nobody. */
const CODE = /(```[\s\S]*?```|``[\s\S]*?``|`[^`]*`)/u
/** Mentions of people, roles and channels, custom emoji, and pings of all. */
const MARKUP = /<(?:@[!&]?|#|a?:\w+:)\d+>|@(?:everyone|here)\b/gu
const QUESTION_MARK = /[?？؟⸮]/u

/** Tells what a message asks of the bot. */
export function readRequest({ content, byPerson, isDirect, botId, repliesTo }: Written): Request {
  if (!byPerson) return { kind: 'ignore' }
  const isMentioned = mentions(content, botId)
  const isFurther = repliesTo?.byBot === true
  if (!isDirect && !isMentioned && !isFurther) return { kind: 'ignore' }
  const question = strip(content)
  if (question !== '') {
    return { kind: 'question', question, isFurther, isSure: isDirect || isMentioned || QUESTION_MARK.test(question) }
  }
  if (!isDirect && !isMentioned) return { kind: 'ignore' }
  if (!repliesTo || repliesTo.byBot) return { kind: 'howToAsk' }
  const answered = strip(repliesTo.content)
  return answered === ''
    ? { kind: 'useApps' }
    : { kind: 'question', question: answered, isFurther: false, isSure: true }
}

/** Whether the message holds a written mention, outside code. A reply's own ping is none: it stands in no text. */
function mentions(content: string, id: string): boolean {
  return outsideCode(content).some((text) => text.includes(`<@${id}>`) || text.includes(`<@!${id}>`))
}

function outsideCode(content: string): string[] {
  return content.split(CODE).filter((_, index) => index % 2 === 0)
}

/** The words of a message, on one line, without mentions; empty when there are none. */
export function strip(content: string): string {
  const words = content
    .split(CODE)
    .map((part, index) => (index % 2 === 0 ? part.replace(MARKUP, ' ') : part.replace(/^`+(?:\w*\n)?|`+$/gu, '')))
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:;–—-]+/u, '')
    .trim()
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}
