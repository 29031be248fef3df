/** A word as it stands in a text: `text.slice(start, end) === word.text`, UTF-16 offsets. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Numbers with their separators, dotted initials (`U.S.`), runs of letters. An apostrophe parts: `Kim’s`, `l'homme`. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}\.(?:\p{L}\.)+|[\p{L}\p{N}\p{M}_]+/gu

/** Scripts that put no space between words; a dictionary (ICU's, through `Intl.Segmenter`) finds them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A segmenter takes time by the square of what it is given. */
const PIECE = /.{1,1000}/gsu

/** Made when first needed: its dictionaries take milliseconds to load. */
let segmenter: Intl.Segmenter | undefined

/** A letter that plain English does not write; and words without one, found three times as fast. */
const OTHER_LETTER = /[^\0-\x7f\u2010-\u203a]/u
const ENGLISH_WORD = /[0-9]+(?:[.,:][0-9]+)*|[A-Za-z]\.(?:[A-Za-z]\.)+|[A-Za-z0-9_]+/g

/** The words of a text, in order. */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  const isEnglish = !OTHER_LETTER.test(text)
  const isSpaced = isEnglish || !UNSPACED.test(text)
  for (const match of text.matchAll(isEnglish ? ENGLISH_WORD : WORD)) {
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

/** The words of a text without their places, which are found sooner. */
export function wordsIn(text: string): readonly string[] {
  return OTHER_LETTER.test(text) ? splitWords(text).map((word) => word.text) : (text.match(ENGLISH_WORD) ?? [])
}

/** Latin, Greek, Cyrillic and Arabic accents; not the vowel signs of Indic scripts, which are letters to their readers. */
const ACCENTS = /[\u0300-\u036f\u064b-\u065f]/gu

/** The form under which spellings of one word meet: lower case, compatibility forms and accents folded. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]+$/.test(lower)) return lower
  return lower.normalize('NFKD').replace(ACCENTS, '').replaceAll('ı', 'i').replaceAll('.', '').normalize('NFC')
}

/** Words in lower case, a space before and behind each. */
export function spaced(words: readonly Word[], language: string): string {
  return ` ${words.map((word) => word.text).join(' ')} `.toLocaleLowerCase(language)
}
