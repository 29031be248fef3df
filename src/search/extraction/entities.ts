// Finds names, times, numbers and sums in a sentence, by how they are written.
import type { Language } from '../../language/language.ts'
import type { EntityType } from '../../language/language-table.ts'
import { type Lexicon, lexiconOf } from '../../language/lexicon.ts'
import type { Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { findRuns, isCalendarName, isNumber, type Source, type Span } from './spans.ts'
import { findTimes, isDate } from './times.ts'

type Finder = (source: Source) => Span[]

const finders: Readonly<Record<EntityType, Finder>> = {
  number: (source) => findNumbers(source).map((span) => withUnit(span, source)),
  age: findAges,
  // `How long` asks for a time or a length: a number with its unit, or from when to when.
  duration: (source) => {
    const { words, plain, lexicon } = source
    const lasting = findNumbers(source).flatMap(([start, end]): Span[] => {
      const after = words.filter((word) => word.start >= end).slice(0, UNIT_WITHIN)
      if (lexicon.lasting.size === 0) return [[start, after[0]?.end ?? end]]
      const unit = after.find(({ text }) => lexicon.lasting.has(text.toLowerCase()))
      return unit ? [[start, unit.end]] : []
    })
    const years = findTimes(source).filter((time) => /\p{N}{4}/u.test(plain.slice(...time)))
    return lasting.length > 0 ? lasting : years.length > 1 ? years : []
  },
  money: (source) =>
    findNumbers(source).flatMap((span): Span[] => {
      const sum = withCurrency(span, source)
      return sum ? [sum] : []
    }),
  time: findTimes,
  person: (source) => findNames(source).filter((name) => !source.lexicon.places.has(wordBefore(name, source))),
  organisation: findNames,
  place: (source) => {
    const names = findNames(source)
    const placed = names.filter((name) => source.lexicon.places.has(wordBefore(name, source)))
    return placed.length > 0 ? placed : names
  },
}

/** How many words after a number may hold its unit: `six calendar months`. */
const UNIT_WITHIN = 2

/** Digits that are part of a code or a reference: `4121/8`, `A-12`, `No. 7b`. */
const CODE_BEFORE = /[\p{L}\p{N}][/_#]$|[/#§]$|\p{L}-$/u
const CODE_AFTER = /^[/_][\p{L}\p{N}]|^\p{L}/u
/** The number of an item, a step or a section: `1. `, `Section 3. `, `Step 2: `. */
const MARKER_BEFORE = /(?:^|\n)[ \t]*\(?(?:\p{Lu}\p{L}{1,11} )?$/u
const MARKER_AFTER = /^[.):][ \t]+\S/u
/** A multiplier written without a space: `$9.3bn`, `17.30m`. */
const GLUED_UNIT = /^(?:\p{L}{1,3}\p{N}?)(?![\p{L}\p{N}])/u
const MULTIPLIERS = /^(?:hundred|thousand|million|billion|trillion|bn|mn|tn|k|m)$/iu
/**
 * The entities of a type in a sentence that the question does not name, in order. `asked` holds the question's words in
 * lower case. Names can only be found in a script with capitals.
 */
export function findEntities(
  { plain, words, language }: AnalysedSentence,
  type: EntityType,
  asked: ReadonlySet<string>,
): Span[] {
  const lexicon = lexiconOf(language.tag)
  const found = finders[type]({ words, plain, lexicon, language })
  return found.filter(([start, end]) =>
    words.some((word) => word.start >= start && word.end <= end && isNew(word.text, asked, lexicon)),
  )
}

/** Whether entities of a type can be found. */
export function isEntityType(type: string): type is EntityType {
  return type in finders
}

/** Joins entities that `and`, a comma or a bracket connects: `Paris, France`. */
export function joinEntities(entities: readonly Span[], plain: string, language: string): Span[] {
  const { and } = lexiconOf(language)
  const joined: [number, number][] = []
  for (const [start, end] of entities) {
    const last = joined.at(-1)
    const gap = last ? plain.slice(last[1], start).trim().toLowerCase() : ''
    if (last && (/^[,(]?$/u.test(gap) || and.has(gap.replace(/^, ?/u, '')))) last[1] = end
    else joined.push([start, end])
  }
  return joined
}

/** Numbers that count or measure something: no dates, no parts of a code or of a longer word. */
function findNumbers(source: Source): Span[] {
  const { plain } = source
  const isPart = ({ start, end, text }: Word) => {
    if (!/^\p{N}/u.test(text)) return false
    const after = plain.slice(end, end + 8)
    return (
      (MARKER_AFTER.test(after) && MARKER_BEFORE.test(plain.slice(Math.max(0, start - 16), start))) ||
      CODE_BEFORE.test(plain.slice(Math.max(0, start - 2), start)) ||
      (CODE_AFTER.test(after) && !GLUED_UNIT.test(after)) ||
      /^\/\p{N}/u.test(after)
    )
  }
  return findRuns(source, (word, i) => isNumber(word, source) && !isPart(word) && !isDate(source, i))
}

/** Extends a number by its sign, its currency or its unit: `$9.3bn`, `−5 °C`, `200 kg`, `40 %`. */
function withUnit(span: Span, source: Source): Span {
  const money = withCurrency(span, source)
  if (money) return money
  const { words, plain, lexicon } = source
  const [start, end] = withSign(span, plain)
  const sign = /^\s?(?:[%‰°′″]\s?[CF]?(?!\p{L}))/u.exec(plain.slice(end, end + 5))
  if (sign) return [start, end + sign[0].length]
  const next = words.find((word) => word.start >= end)
  const isUnit = next && /^\s?$/u.test(plain.slice(end, next.start)) && lexicon.units.has(next.text.toLowerCase())
  return isUnit ? [start, next.end] : [start, end]
}

/** Extends a number by the currency beside it; `undefined` if there is none. */
function withCurrency(span: Span, { words, plain, lexicon }: Source): Span | undefined {
  const [start, end] = withMultiplier(withSign(span, plain), words, plain)
  const before = /(?:[-−]\s?)?(?:\p{Lu}{1,3})?\p{Sc}\s?$/u.exec(plain.slice(Math.max(0, start - 6), start))
  if (before) return [start - before[0].length, end]
  const after = /^\s?\p{Sc}/u.exec(plain.slice(end, end + 2))
  if (after) return [start, end + after[0].length]
  const next = words.find((word) => word.start >= end)
  if (!next || !/^\s$/u.test(plain.slice(end, next.start))) return undefined
  return lexicon.currencies.has(next.text.toLowerCase()) ||
    /^(?:USD|EUR|GBP|JPY|TRY|TL|RUB|CHF|SEK|NOK|DKK|gp|sp|cp)$/u.test(next.text)
    ? [start, next.end]
    : undefined
}

function withSign([start, end]: Span, plain: string): Span {
  return /(?:^|[\s(])[-−+±~]$/u.test(plain.slice(Math.max(0, start - 2), start)) ? [start - 1, end] : [start, end]
}

function withMultiplier([start, end]: Span, words: readonly Word[], plain: string): Span {
  const next = words.find((word) => word.start >= end)
  return next && /^\s?$/u.test(plain.slice(end, next.start)) && MULTIPLIERS.test(next.text)
    ? [start, next.end]
    : [start, end]
}

/** `age` in the languages with a table, and its distance to the number, in UTF-16 units. */
const AGE_NOUN = /^(?:aged?|alter|yaş\p{L}*|edad|âge|возраст\p{L}*)$/iu
const AGE_REACH = 12

/** Ages: `26-year-old`, `26 years old`, `aged 26`, `im Alter von 26 Jahren`; the number with its unit. */
function findAges(source: Source): Span[] {
  const { words, plain, lexicon } = source
  return words.flatMap((word, i): Span[] => {
    if (!isNumber(word, source)) return []
    const [before, after, second] = [words[i - 1], words[i + 1], words[i + 2]]
    if (after && second && /^year/iu.test(after.text) && /^old/iu.test(second.text)) return [[word.start, word.end]]
    // `aged 26`, `the minimum age is 18`
    const nouns = [before, words[i - 2]].filter((near) => near !== undefined && word.start - near.end < AGE_REACH)
    if (nouns.some((near) => near && AGE_NOUN.test(near.text))) return [[word.start, word.end]]
    const isAge =
      after &&
      (/^(?:yaş\p{L}*|лет|岁|ans)$/iu.test(after.text) ||
        (lexicon.timeUnits.has(after.text.toLowerCase()) && second && /^(?:old|alt|de)$/iu.test(second.text)))
    if (isAge) return [[word.start, word.end]]
    // `Anna Berg, 26, sails`
    return /, $/u.test(plain.slice(word.start - 2, word.start)) &&
      /^,/u.test(plain.slice(word.end)) &&
      /^\p{N}{1,2}$/u.test(word.text)
      ? [[word.start, word.end]]
      : []
  })
}

/**
 * Runs of capitalised words with the small words inside names (`of`, `de`). The first word of a sentence has its capital
 * anyway: it counts only before another capitalised word, and if it can be a name.
 */
function findNames({ words, plain, lexicon, language }: Source): Span[] {
  const found: { start: number; end: number; at: number; count: number }[] = []
  words.forEach((word, i) => {
    if (!/^\p{Lu}/u.test(word.text) || isCalendarName(word.text, lexicon)) return
    if (i === 0 && isCommonOpening(word.text.toLowerCase(), language)) return
    const last = found.at(-1)
    const gap = last ? plain.slice(last.end, word.start) : ''
    const isLinked = /^[-–\s.'’]{1,2}$/u.test(gap) || lexicon.within.has(gap.trim().toLowerCase())
    if (last && isLinked) {
      last.end = word.end
      last.count++
    } else if (!lexicon.pronouns.has(word.text.toLowerCase())) {
      found.push({ start: word.start, end: word.end, at: i, count: 1 })
    }
  })
  return found.filter(({ at, count }) => at > 0 || count > 1).map(({ start, end }): Span => [start, end])
}

/** Whether a sentence's first word is no part of the name after it: `When Anna`, `Install Marlin`. */
function isCommonOpening(word: string, language: Language): boolean {
  if (language.isFunctionWord(word)) return true
  const parts = language.partsOfSpeech(word)
  return parts.size > 0 && !parts.has('noun') && !parts.has('adj')
}

/** The word before a span in lower case; an article between is skipped: `in the United States`. */
function wordBefore([start]: Span, { words }: Source): string {
  const last = words.findLastIndex((word) => word.end <= start)
  const before = words[last]?.text.toLowerCase() ?? ''
  return before === 'the' ? (words[last - 1]?.text.toLowerCase() ?? '') : before
}

function isNew(text: string, asked: ReadonlySet<string>, { within, and }: Lexicon): boolean {
  const word = text.toLowerCase()
  return !asked.has(word) && !within.has(word) && !and.has(word)
}
