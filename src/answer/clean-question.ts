// Strips a question of everything that is not language: links, mentions, emoji, timestamps and Markdown marks.

/** Code keeps its content: `$?` and `_name_` mean something there. */
const CODE = /```(?:\w+\n)?([\s\S]+?)```|(?<!`)(`+)(?!`)([\s\S]+?)(?<!`)\2(?!`)/gu

const LINK = /!?\[([^[\]\n]*)\]\((?:<[^<>\n]*>|[^()\s]*)(?:\s"[^"\n]*")?\)/gu
const ADDRESS = /<?\b(?:https?|ftp|mailto|discord):[^\s<>]+>?/giu
/** Discord's mentions, custom emoji, timestamps, command mentions and links within a server. */
const DISCORD_MARKUP = /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^<>]+:\d+|id:\w+)>|@(?:everyone|here)\b/gu
const SHORTCODE = /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]*:(?![\p{L}\p{N}])/gu
const EMOJI =
  /[#*0-9]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d)*/gu

/**
 * Spoilers, bold, underline and strikethrough; `__` and `*` only around text, so that `a * b` and `__init__.py` stay. Around
 * at most 300 characters: from each mark without a partner, the rest of the text would be searched for one.
 */
const DOUBLE_MARKS =
  /(\|\||\*\*|~~)(?=\S)([\s\S]{1,300}?)(?<=\S)\1|(?<![\p{L}\p{N}_])(__)(?=[^\s_])([\s\S]{1,300}?)(?<=[^\s_])__(?![\p{L}\p{N}_.])/gu
const ITALICS = /(?<![\p{L}\p{N}_*\\])([*_])(?=[^\s*_])([^*\n]{0,299}?[^\s*_\\])\1(?![\p{L}\p{N}_*])/gu
const LINE_MARKS = /^[ \t]*(?:>{1,3}[ \t]+|#{1,3}[ \t]+|-#[ \t]+|[-*+][ \t]+)+/gmu
const ESCAPE = /\\([\\`*_~|>#[\](){}<!:-])/gu

/** The words of a question as a person reads them, on one line; empty if nothing is left. */
export function cleanQuestion(text: string): string {
  let cleaned = ''
  let end = 0
  for (const match of text.matchAll(CODE)) {
    const [whole, block, , span] = match
    cleaned += `${cleanText(text.slice(end, match.index))} ${block ?? span ?? ''} `
    end = match.index + whole.length
  }
  return `${cleaned}${cleanText(text.slice(end))}`.replace(/\s+/gu, ' ').trim()
}

function cleanText(text: string): string {
  const plain = text
    .replace(LINK, ' $1 ')
    .replace(ADDRESS, ' ')
    .replace(DISCORD_MARKUP, ' ')
    .replace(SHORTCODE, ' ')
    .replace(EMOJI, ' ')
    .replace(LINE_MARKS, '')
  return unwrap(unwrap(plain, DOUBLE_MARKS), ITALICS).replace(ESCAPE, '$1')
}

/** Removes the marks around text; repeated, for marks within marks. */
function unwrap(text: string, marks: RegExp): string {
  let unwrapped = text
  for (let depth = 0; depth < 3; depth++)
    unwrapped = unwrapped.replace(marks, (...groups: (string | undefined)[]) => groups[2] ?? groups[4] ?? '')
  return unwrapped
}
