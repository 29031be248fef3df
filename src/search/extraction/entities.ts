import type { EntityType } from '../../language/language-table.ts'
import { type Lexicon, lexiconOf } from '../../language/lexicon.ts'
import type { Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'

/** A stretch of a sentence, UTF-16 offsets `[start, end)`. */
export type Span = readonly [number, number]

/**
 * The things of a kind in a sentence that the question does not name, in order. `asked` holds the question's words in lower
 * case. Names need a script with capitals.
 */
export function findEntities(
  { plain, words, language }: AnalysedSentence,
  kind: EntityType,
  asked: ReadonlySet<string>,
): Span[] {
  const read = lexiconOf(language.tag)
  const things = finders[kind](words, plain, read)
  return things.filter(([start, end]) =>
    words.some((word) => word.start >= start && word.end <= end && isNew(word.text, asked, read)),
  )
}

/** Whether a kind of thing can be told so. */
export function isEntityType(kind: string): kind is EntityType {
  return kind in finders
}

type Finder = (words: readonly Word[], plain: string, lexicon: Lexicon) => Span[]

const finders: Readonly<Record<EntityType, Finder>> = {
  number: (words, plain, lexicon) =>
    runs(words, plain, (word, i) => isNumber(word, lexicon) && !isDate(words, i, lexicon)),
  age: (words, plain, lexicon) =>
    runs(words, plain, (word, i) => isNumber(word, lexicon) && !isDate(words, i, lexicon)),
  // `How long` asks for a time or a length: a number with its unit, or from when to when.
  duration: (words, plain, lexicon) => {
    const lasting = runs(words, plain, (word, i) => isNumber(word, lexicon) && !isDate(words, i, lexicon)).map(
      ([start, end]): Span => [start, words.find((word) => word.start >= end)?.end ?? end],
    )
    const years = finders.time(words, plain, lexicon).filter((time) => /\p{N}{4}/u.test(plain.slice(...time)))
    return lasting.length > 0 ? lasting : years.length > 1 ? years : []
  },
  money: (words, plain, lexicon) =>
    runs(words, plain, (word) => isNumber(word, lexicon)).flatMap(([start, end]): Span[] => {
      const sign = /\p{Sc}\s?$/u.exec(plain.slice(Math.max(0, start - 2), start))
      const behind = /^\s?\p{Sc}/u.exec(plain.slice(end, end + 2))
      const after = words.find((word) => word.start >= end)
      if (sign) return [[start - sign[0].length, end]]
      if (behind) return [[start, end + behind[0].length]]
      return after && lexicon.currencies.has(lower(after.text)) ? [[start, after.end]] : []
    }),
  time: (words, plain, lexicon) => runs(words, plain, (_, i) => isDate(words, i, lexicon), lexicon.within),
  person: (words, plain, lexicon) =>
    names(words, plain, lexicon).filter((run) => !lexicon.places.has(wordBefore(words, run))),
  organisation: names,
  place: (words, plain, lexicon) => {
    const found = names(words, plain, lexicon)
    const placed = found.filter((run) => lexicon.places.has(wordBefore(words, run)))
    return placed.length > 0 ? placed : found
  },
}

/** Stretches of words that fit, with nothing but a space, a comma, a hyphen or a joining word between them. */
function runs(
  words: readonly Word[],
  plain: string,
  fits: (word: Word, i: number) => boolean,
  joining: ReadonlySet<string> = new Set(),
): Span[] {
  const found: [number, number][] = []
  words.forEach((word, i) => {
    if (!fits(word, i)) return
    const last = found.at(-1)
    const gap = last ? plain.slice(last[1], word.start) : ''
    if (last && (/^(?:[-–\s]|, )?$/u.test(gap) || joining.has(lower(gap.trim())))) last[1] = word.end
    else found.push([word.start, word.end])
  })
  return found
}

/** Capitalised words side by side, with the small words that names hold (`of`, `de`); a first word only where more follow. */
function names(words: readonly Word[], plain: string, lexicon: Lexicon): Span[] {
  const isCapital = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text)
  const found: { start: number; end: number; at: number; count: number }[] = []
  words.forEach((word, i) => {
    if (!isCapital(word) || isCalendar(word.text, lexicon)) return
    const last = found.at(-1)
    const gap = last ? plain.slice(last.end, word.start) : ''
    const linked = /^[-–\s.'’]{1,2}$/u.test(gap) || lexicon.within.has(lower(gap.trim()))
    if (last && linked) {
      last.end = word.end
      last.count++
    } else found.push({ start: word.start, end: word.end, at: i, count: 1 })
  })
  return found.filter(({ at, count }) => at > 0 || count > 1).map(({ start, end }): Span => [start, end])
}

/** Things joined by `and`, or by a comma or a bracket that explains, are one answer: `Paris, France`. */
export function joinEntities(things: readonly Span[], plain: string, language: string): Span[] {
  const { and } = lexiconOf(language)
  const joined: [number, number][] = []
  for (const [start, end] of things) {
    const last = joined.at(-1)
    const gap = last ? plain.slice(last[1], start).trim().toLowerCase() : ''
    if (last && (/^[,(]?$/u.test(gap) || and.has(gap.replace(/^, ?/u, '')))) last[1] = end
    else joined.push([start, end])
  }
  return joined
}

function isNumber({ text }: Word, { numerals }: Lexicon): boolean {
  return /^\p{N}/u.test(text) ? !/\p{L}/u.test(text) : numerals.has(lower(text))
}

const YEAR = /^(?:1[0-9]|20)\d\d(?:s)?$/u

/** A year, a calendar name, a day beside one, a time of day. */
function isDate(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const word = words[at]
  if (!word) return false
  if (isYear(words, at, lexicon) || isCalendar(word.text, lexicon) || CLOCK.test(word.text)) return true
  const [before, after] = [words[at - 1], words[at + 1]]
  // The ending of an ordinal, which is a word of its own here: `18` and `th`.
  if (before?.end === word.start) return isNumber(before, lexicon) && isDate(words, at - 1, lexicon)
  const isEra = (near: Word | undefined) => near !== undefined && lexicon.eras.has(lower(near.text))
  const isUnit = (near: Word | undefined) => near !== undefined && lexicon.timeUnits.has(lower(near.text))
  const isRank = (near: Word | undefined) =>
    near !== undefined && (isFigure(near, lexicon) || lexicon.ordinals.has(lower(near.text)))
  if (isEra(word)) return isRank(before) || isRank(words[at - 2]) || isRank(after)
  // Most words are none of these, and need no look around.
  if (!isRank(word) && !isUnit(word)) return false
  const behind = words
    .slice(at + 1, at + 3)
    .find((near) => near.start > word.end && !lexicon.within.has(lower(near.text)))
  if (isRank(word) && (isEra(before) || isEra(behind))) return true
  // `22,000 years ago`
  if (isUnit(word) ? isEra(after) : isNumber(word, lexicon) && isUnit(after) && isEra(words[at + 2])) return true
  if (!isNumber(word, lexicon)) return false
  if (lexicon.clock.has(lower(before?.text ?? ''))) return true
  return DAY.test(word.text) && [before, behind].some((near) => near && isCalendar(near.text, lexicon))
}

/** Four digits; not where they count something: `2000 guests`. */
function isYear(words: readonly Word[], at: number, { dated, calendar }: Lexicon): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (!word || !YEAR.test(word.text)) return false
  const counts = after?.start === word.end + 1 && /^\p{Ll}{3,}s$/u.test(after.text)
  return !counts || (before !== undefined && (dated.has(lower(before.text)) || calendar.has(before.text)))
}

/** A number, also a Roman one: `XIX`. */
function isFigure(word: Word, lexicon: Lexicon): boolean {
  return isNumber(word, lexicon) || /^[IVX]+$/u.test(word.text)
}

const DAY = /^\p{N}{1,2}$/u
const CLOCK = /^\p{N}{1,2}:\p{N}{2}$/u

/** A month or a weekday, in capitals where its language writes it so: `May`; a longer name may have an ending: `Sundays`. */
function isCalendar(text: string, { calendar }: Lexicon): boolean {
  const has = (word: string) => calendar.has(word) || calendar.has(lower(word))
  return has(text) || (text.length > 5 && [1, 2].some((ending) => has(text.slice(0, -ending))))
}

function wordBefore(words: readonly Word[], [start]: Span): string {
  const before = words
    .filter((word) => word.end <= start)
    .slice(-2)
    .map((word) => lower(word.text))
  // `in the United States`: an article may stand between.
  return before.at(-1) === 'the' ? (before[0] ?? '') : (before.at(-1) ?? '')
}

function isNew(text: string, asked: ReadonlySet<string>, { within, and }: Lexicon): boolean {
  const word = lower(text)
  return !asked.has(word) && !within.has(word) && !and.has(word)
}

function lower(text: string): string {
  return text.toLowerCase()
}
