/** What Discord gives a meaning to wherever it stands: marks, mentions, links, custom and named emoji. */
const ANYWHERE = /[\\*_~|`[\]<]|@(?=everyone|here)|:(?=\/\/|[\w~+-]+:)/gu

/** What begins a quotation, a heading, small text or a list where a line begins. */
const AT_LINE_START = /^(\s*)([#>+-])/u
const NUMBERED = /^(\s*\p{Nd}+)([.)])/u

/**
 * Writes a text so that Discord shows exactly it, on one line.
 * @see https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/gu, ' ')
    .replace(ANYWHERE, '\\$&')
    .replace(AT_LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
}

/** The text that `escapeMarkdown` was given, or `escapeInLine` if it holds no isolates of its own. */
export function unescapeMarkdown(escaped: string): string {
  return escaped.replace(/^\u2068|\u2069$/gu, '').replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
}

/** Letters and marks that turn the direction of what stands beside them. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u
const [ISOLATE, POP] = ['\u2068', '\u2069']

/** Escapes a text that shares its line with others, so that its direction does not spread to them (Unicode UAX #9). */
export function escapeInLine(text: string): string {
  const escaped = escapeMarkdown(text)
  return TURNS.test(text) ? `${ISOLATE}${escaped}${POP.repeat(1 + openIsolates(text))}` : escaped
}

/** Isolates that a text leaves open would swallow the end of ours. */
function openIsolates(text: string): number {
  let open = 0
  for (const letter of text) {
    if (/[\u2066-\u2068]/u.test(letter)) open++
    else if (letter === POP) open = Math.max(0, open - 1)
  }
  return open
}

/** Longer addresses are not linked. */
const LONGEST_ADDRESS = 512

/** A link under a text that is escaped already; the text alone where the address is none of the web's, or too long. */
export function link(escapedText: string, ...addresses: readonly (string | undefined)[]): string {
  for (const address of addresses) {
    const safe = address === undefined ? undefined : safeAddress(address)
    if (safe !== undefined && safe.length <= LONGEST_ADDRESS) return `[${escapedText}](<${safe}>)`
  }
  return escapedText
}

function safeAddress(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined
  return new URL(address).href.replace(
    /[\s<>()\\]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
