// Finds times in a sentence: dates, years, centuries, times of day, `in two weeks`.
import type { Lexicon } from '../../language/lexicon.ts'
import { remember } from '../../language/remember.ts'
import type { Word } from '../../language/words.ts'
import { findRuns, isCalendarName, isNumber, type Source, type Span } from './spans.ts'

const YEAR = /^(?:1[0-9]|20)\d\d(?:s)?$/u
const DAY = /^\p{N}{1,2}$/u
const CLOCK = /^\p{N}{1,2}:\p{N}{2}$/u
/** An hour, alone or with minutes. */
const HOUR = /^(?:[01]?\p{N}|2[0-4])(?:[.:]\p{N}{2})?$/u

/** The times of a sentence, in order. */
export function findTimes(source: Source): Span[] {
  const relative = findRelative(source)
  return findRuns(source, (_, i) => relative.has(i) || isDate(source, i), source.lexicon.within)
}

/** Whether a time lies in the past by its own words: `last August`, `two weeks ago`. */
export function isPastTime(time: string, { pastTimes }: Lexicon): boolean {
  return time
    .toLowerCase()
    .split(/\P{L}+/u)
    .some((word) => pastTimes.has(word))
}

/** Whether a word belongs to a date or a time of day. */
export function isDate(source: Source, at: number): boolean {
  const { words, lexicon } = source
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (!word) return false
  if (before?.end !== word.start && !mayBelongToTime(word.text, source)) return false
  if (isYear(words, at, lexicon) || isCalendarName(word.text, lexicon) || CLOCK.test(word.text)) return true
  if (lexicon.dayTimes.has(lower(word)) || isClockPart(source, at)) return true
  // The ending of an ordinal, which is a word of its own here: `18` and `th`.
  if (before?.end === word.start && /^\p{L}/u.test(word.text)) return isNumber(before, source) && isDate(source, at - 1)
  const isEra = (near: Word | undefined) => near !== undefined && lexicon.eras.has(lower(near))
  const isUnit = (near: Word | undefined) => near !== undefined && lexicon.timeUnits.has(lower(near))
  const isRank = (near: Word | undefined) =>
    near !== undefined && (isFigure(near, source) || lexicon.ordinals.has(lower(near)))
  if (isEra(word)) return isRank(before) || isRank(words[at - 2]) || isRank(after)
  if (!isRank(word) && !isUnit(word)) return false
  const next = words.slice(at + 1, at + 3).find((near) => near.start > word.end && !lexicon.within.has(lower(near)))
  if (isRank(word) && (isEra(before) || isEra(next))) return true
  // `22,000 years ago`
  if (isUnit(word) ? isEra(after) : isNumber(word, source) && isUnit(after) && isEra(words[at + 2])) return true
  if (!isNumber(word, source)) return false
  if (lexicon.clock.has(lower(before))) return !isCounting(source, at)
  return DAY.test(word.text) && [before, next].some((near) => near && isCalendarName(near.text, lexicon))
}

const timeWords = new WeakMap<Lexicon, (word: string) => boolean>()

/** Whether a word by itself may belong to a time. Nearly none may, and need no look around; a sentence is asked of each. */
function mayBelongToTime(word: string, { lexicon, language }: Source): boolean {
  const known = timeWords.get(lexicon)
  if (known) return known(word)
  const sets = [lexicon.dayTimes, lexicon.clockParts, lexicon.eras, lexicon.timeUnits, lexicon.ordinals]
  const look = remember(
    (text) =>
      /\p{N}|^[IVX]+$/u.test(text) ||
      isCalendarName(text, lexicon) ||
      sets.some((set) => set.has(text.toLowerCase())) ||
      isNumber({ text }, { lexicon, language }),
  )
  timeWords.set(lexicon, look)
  return look(word)
}

/** The words of times that are counted from now: `in two weeks`, `next month`, `last August`. */
function findRelative({ words, lexicon, language }: Source): ReadonlySet<number> {
  const found = new Set<number>()
  words.forEach((word, i) => {
    if (!lexicon.relativeTimes.has(lower(word))) return
    const [next, second] = [words[i + 1], words[i + 2]]
    if (!next) return
    const isTime = (near: Word | undefined) =>
      near !== undefined && (lexicon.timeUnits.has(lower(near)) || isCalendarName(near.text, lexicon))
    const isPreposition = lexicon.places.has(lower(word)) || lexicon.moments.has(lower(word))
    if (isNumber(next, { lexicon, language }) && isTime(second)) for (const at of [i, i + 1, i + 2]) found.add(at)
    else if (isTime(next) && !isPreposition) for (const at of [i, i + 1]) found.add(at)
  })
  return found
}

/** Whether a word is part of a time of day that stands in several words: `half past nine`, `9:30 a.m.`, `nine o'clock`. */
function isClockPart(source: Source, at: number): boolean {
  const { words, lexicon } = source
  const word = words[at]
  const isPart = (near: Word | undefined) => near !== undefined && lexicon.clockParts.has(lower(near))
  const isHour = (near: Word | undefined) =>
    near !== undefined &&
    (HOUR.test(near.text) || (isNumber(near, source) && !isPart(near) && !/\p{N}/u.test(near.text)))
  if (isHour(word)) {
    // `nine o'clock`, `9 am`: but not `9 to 12`
    const after = words[at + 1]
    if (isPart(after) && !lexicon.linkingClockParts.has(lower(after))) return true
    // `half past nine`
    return isPart(words[at - 1]) && isPart(words[at - 2]) && lexicon.linkingClockParts.has(lower(words[at - 1]))
  }
  if (!isPart(word)) return false
  if (lexicon.linkingClockParts.has(lower(word))) return isPart(words[at - 1]) && isHour(words[at + 1])
  // `half` before `past nine`; `am` after `9:30`; `o` and `clock` after `nine`
  const [next, second, before] = [words[at + 1], words[at + 2], words[at - 1]]
  if (next && lexicon.linkingClockParts.has(lower(next)) && isHour(second)) return true
  return isHour(before) || (isPart(before) && isHour(words[at - 2]))
}

/** Whether a number after `at` counts something: `at 2 places`. */
function isCounting({ words, lexicon }: Source, at: number): boolean {
  const [word, after] = [words[at], words[at + 1]]
  return after?.start === (word?.end ?? 0) + 1 && lexicon.units.has(lower(after))
}

/** Four digits that do not count something: not `2000 guests`. */
function isYear(words: readonly Word[], at: number, { dated, calendar }: Lexicon): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (!word || !YEAR.test(word.text)) return false
  const counts = after?.start === word.end + 1 && /^\p{Ll}{3,}s$/u.test(after.text)
  return !counts || (before !== undefined && (dated.has(lower(before)) || calendar.has(before.text)))
}

/** A number, also a Roman one: `XIX`. */
function isFigure(word: Word, source: Source): boolean {
  return isNumber(word, source) || /^[IVX]+$/u.test(word.text)
}

function lower(word: Word | undefined): string {
  return word?.text.toLowerCase() ?? ''
}
