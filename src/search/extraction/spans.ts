// Stretches of a sentence, and the numbers and calendar names in it.
import type { Language } from '../../language/language.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import { compoundNumber } from '../../language/numbers.ts'
import type { Word } from '../../language/words.ts'

/** A stretch of a sentence, UTF-16 offsets `[start, end)`. */
export type Span = readonly [number, number]

/** The sentence that a finder reads. */
export interface Source {
  readonly words: readonly Word[]
  readonly plain: string
  readonly lexicon: Lexicon
  readonly language: Language
}

/** A number with a separator that ends in one letter, which the tokenizer keeps together: `17.30m`. */
const NUMBER_WITH_LETTER = /^\p{N}+(?:[.,]\p{N}+)+\p{Ll}$/u

/** Runs of words that fit, separated only by a space, a comma, a hyphen or a joining word. */
export function findRuns(
  { words, plain }: Source,
  fits: (word: Word, i: number) => boolean,
  joining: ReadonlySet<string> = new Set(),
): Span[] {
  const found: [number, number][] = []
  words.forEach((word, i) => {
    if (!fits(word, i)) return
    const last = found.at(-1)
    const gap = last ? plain.slice(last[1], word.start) : ''
    if (last && (/^(?:[-–\s]|, )?$/u.test(gap) || joining.has(gap.trim().toLowerCase()))) last[1] = word.end
    else found.push([word.start, word.end])
  })
  return found
}

/** A figure or a numeral. */
export function isNumber(
  { text }: Pick<Word, 'text'>,
  { lexicon: { numerals }, language }: Pick<Source, 'lexicon' | 'language'>,
): boolean {
  if (/^\p{N}/u.test(text)) return !/\p{L}/u.test(text) || NUMBER_WITH_LETTER.test(text)
  const lower = text.toLowerCase()
  return numerals.has(lower) || compoundNumber(lower, language.tag) !== undefined
}

/** A month or a weekday, capitalised as its language does; longer names may have an ending: `Sundays`. */
export function isCalendarName(text: string, { calendar }: Lexicon): boolean {
  const has = (word: string) => calendar.has(word) || calendar.has(word.toLowerCase())
  return has(text) || (text.length > 5 && [1, 2].some((ending) => has(text.slice(0, -ending))))
}
