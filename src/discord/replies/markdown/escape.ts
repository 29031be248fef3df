/** Escapes texts so that Discord shows them literally, and builds links. */
import { truncate } from './truncate.ts'

/** Markup anywhere in a line: emphasis, mentions, links, custom and named emoji. */
const ANYWHERE = /[\\*_~|`[\]<]|@(?=everyone|here)|:(?=\/\/|[\w~+-]+:)/gu

/** The dot of a bare link to an invite, a gift or a template, which Discord would show with a button. */
const INVITE = /(?<=discord(?:app)?)\.(?=(?:gg|gift|new|com\/(?:invite|gifts|template))\/)/giu

/** Markup at the start of a line: quotations, headings, small text, lists. */
const AT_LINE_START = /^(\s*)([#>+-])/u
const NUMBERED = /^(\s*\p{Nd}+)([.)])/u

/**
 * Escapes a text so that Discord shows it literally, on one line.
 * @see https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/gu, ' ')
    .replace(ANYWHERE, '\\$&')
    .replace(INVITE, '\\$&')
    .replace(AT_LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
}

/** Reverses `escapeMarkdown`, and `escapeInLine` for texts without isolates of their own. */
export function unescapeMarkdown(escaped: string): string {
  return escaped.replace(/^\u2068|\u2069$/gu, '').replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
}

/** Code points of a word that is quoted in a sentence. */
const MAX_WORD = 40

/** Right-to-left letters and direction controls, which affect the text beside them. */
const BIDI = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u
const [ISOLATE, POP] = ['\u2068', '\u2069']

/** Escapes a text inside a line, and isolates its direction from the rest of the line (Unicode UAX #9). */
export function escapeInLine(text: string): string {
  const escaped = escapeMarkdown(text)
  return BIDI.test(text) ? `${ISOLATE}${escaped}${POP.repeat(1 + openIsolates(text))}` : escaped
}

/** A single word, escaped for the middle of a line and shortened. */
export function writeWord(word: string): string {
  return truncate(word, MAX_WORD, escapeInLine)
}

/** Isolates left open by the text, which have to be closed before ours. */
function openIsolates(text: string): number {
  let open = 0
  for (const letter of text) {
    if (/[\u2066-\u2068]/u.test(letter)) open++
    else if (letter === POP) open = Math.max(0, open - 1)
  }
  return open
}

/** Longer addresses are not linked. */
const MAX_ADDRESS = 512

/** Links an escaped text to the first usable web address; just the text if there is none. */
export function link(escapedText: string, ...addresses: readonly (string | undefined)[]): string {
  for (const address of addresses) {
    const safe = address === undefined ? undefined : safeAddress(address)
    if (safe !== undefined && safe.length <= MAX_ADDRESS) return `[${escapedText}](<${safe}>)`
  }
  return escapedText
}

function safeAddress(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined
  return new URL(address).href.replace(
    /[\s<>()\\]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
