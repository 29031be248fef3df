// Splits text into words, and folds words for comparison.

/** A word of a text: `text.slice(start, end) === word.text`, UTF-16 offsets. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Numbers with separators, dotted initials (`U.S.`), runs of letters. An apostrophe splits: `Kim’s`, `l'homme`. No mark
 * opens a word: emoji end with one, a variation selector.
 */
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}\.(?:\p{L}\.)+|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*/gu

/** Options (`--verbose`, `-v`), shell variables (`$?`), languages (`C++`, `C#`), numbered rules (`100.2b`). */
const TECHNICAL_WORD =
  /(?<![\p{L}\p{N}_-])(?:--[A-Za-z][A-Za-z0-9_-]*|-[A-Za-z](?![A-Za-z0-9_-]))|\$[?!@*#$&](?![\p{L}\p{N}])|(?<![\p{L}\p{N}\p{M}_])\p{L}[\p{L}\p{N}_]*(?:\+\+|#)(?![\p{L}\p{N}])|(?<![\p{N}.])\p{N}+(?:\.\p{N}+)+\p{Ll}(?![\p{L}\p{N}])|\p{N}+(?:[.,:]\p{N}+)*|\p{L}\.(?:\p{L}\.)+|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*/gu
/** What a text must contain for a technical word; most texts have none, and the plain pattern is faster. */
const MAY_BE_TECHNICAL = /[#$]|\+\+|--|(?<![^\s`'"([])-[A-Za-z](?![A-Za-z])|[0-9]\.[0-9]+[a-z]/

/** Scripts without spaces between words; `Intl.Segmenter` splits them by ICU's dictionaries. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A segmenter takes quadratic time, so it gets a text in pieces. */
const PIECE = /.{1,1000}/gsu

/** Letters that English does not use; words of English alone are matched three times as fast. */
const OTHER_LETTER = /[^\0-\x7f\u2010-\u203a]/u
const ENGLISH_WORD = /[0-9]+(?:[.,:][0-9]+)*|[A-Za-z]\.(?:[A-Za-z]\.)+|[A-Za-z0-9_]+/g

/** Latin, Greek, Cyrillic and Arabic accents; not the vowel signs of Indic scripts, which are letters to their readers. */
const ACCENTS = /[\u0300-\u036f\u064b-\u065f]/gu

/** `1.500`, as many languages write a thousand. */
const THOUSANDS = /^\p{N}{1,3}(?:\.\p{N}{3})+$/u

/** Where an identifier may be split: `snake_case`, `--some-option`, `camelCase`. */
const IDENTIFIER = /[A-Za-z0-9]_+[A-Za-z]|^--?[a-z]|[a-z][A-Z]/
const PART = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+/g
const SHORTEST_PART = 3

/** Languages whose lower case differs from Unicode's; `toLocaleLowerCase` is several times slower. */
const OWN_CASE = /^(?:tr|az|lt)(?![a-z])/i

/** Created when first needed: its dictionaries take milliseconds to load. */
let segmenter: Intl.Segmenter | undefined

/** The words of a text, in order. */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  const isEnglish = !OTHER_LETTER.test(text)
  const isSpaced = isEnglish || !UNSPACED.test(text)
  for (const match of text.matchAll(patternFor(text, isEnglish))) {
    const run = match[0]
    if (isSpaced || !UNSPACED.test(run)) {
      words.push({ text: run, start: match.index, end: match.index + run.length })
      continue
    }
    segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
    for (const piece of run.matchAll(PIECE)) {
      for (const { segment, index, isWordLike } of segmenter.segment(piece[0])) {
        if (!isWordLike) continue
        const start = match.index + piece.index + index
        words.push({ text: segment, start, end: start + segment.length })
      }
    }
  }
  return words
}

/** The words of a text without their offsets, which is faster. */
export function wordsIn(text: string): readonly string[] {
  if (OTHER_LETTER.test(text)) return splitWords(text).map((word) => word.text)
  return text.match(patternFor(text, true)) ?? []
}

function patternFor(text: string, isEnglish: boolean): RegExp {
  if (MAY_BE_TECHNICAL.test(text)) return TECHNICAL_WORD
  return isEnglish ? ENGLISH_WORD : WORD
}

/** The words that an identifier is made of: `createAudioResource` → `create`, `Audio`, `Resource`; none of other words. */
export function identifierParts(word: string): readonly string[] {
  if (!IDENTIFIER.test(word)) return []
  return (word.match(PART) ?? []).filter((part) => part.length >= SHORTEST_PART && part !== word)
}

/** Whether a text may contain an identifier that has parts. */
export function mayHoldIdentifiers(text: string): boolean {
  return /_|--|[a-z][A-Z]/.test(text)
}

/** The form that all spellings of a word share: lower case, without accents and compatibility forms. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]+$/.test(lower)) return lower
  if (THOUSANDS.test(lower)) return lower.replaceAll('.', '')
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replaceAll('ı', 'i')
    .replace(/(?<=\p{L})\./gu, '')
    .normalize('NFC')
}

/** A text in the lower case of a language, a BCP 47 tag. */
export function lowerCase(text: string, language: string): string {
  return OWN_CASE.test(language) ? text.toLocaleLowerCase(language) : text.toLowerCase()
}

/** Words in lower case, separated by spaces, with a space at either end. */
export function spaced(words: readonly Word[], language: string): string {
  let text = ' '
  for (const word of words) text += `${word.text} `
  return lowerCase(text, language)
}
