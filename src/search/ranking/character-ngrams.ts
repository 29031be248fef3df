// The character n-grams that a sentence shares with a question.
import { foldWord, type Word } from '../../language/words.ts'

/**
 * Makes the function that returns the share of a question's character trigrams and 4-grams that a sentence holds (McNamee
 * and Mayfield, 2004). Words are folded and padded with spaces, so that their beginnings and ends count.
 */
export function compareNgrams(question: readonly Word[]): (sentence: readonly Word[]) => readonly [number, number] {
  const words = question.map(({ text }) => foldWord(text))
  const letters = numberLetters(words)
  // The number of the last sentence that holds each n-gram: repetitions within a sentence count once.
  const marks = new Map<number, number>()
  const all = [0, 0]
  for (const word of words) {
    eachRun(word, letters, (run, length) => {
      if (!marks.has(run)) all[length - 3] = (all[length - 3] ?? 0) + 1
      marks.set(run, 0)
    })
  }
  let mark = 0
  return (sentence) => {
    mark++
    const held: [number, number] = [0, 0]
    const look = (run: number, length: 3 | 4) => {
      const last = marks.get(run)
      if (last === undefined || last === mark) return
      marks.set(run, mark)
      held[length - 3] = (held[length - 3] ?? 0) + 1
    }
    for (const { text } of sentence) eachRun(foldWord(text), letters, look)
    return [held[0] / Math.max(1, all[0] ?? 0), held[1] / Math.max(1, all[1] ?? 0)]
  }
}

/** The UTF-16 units of a question, numbered from 2; 1 is the space around words, 0 any other unit. */
interface Letters {
  /** One more than the highest number. */
  readonly base: number
  /** The number of each unit, up to the question's highest one. */
  readonly codes: Uint16Array
}

const SPACE = 1
const OTHER = 0

function numberLetters(words: readonly string[]): Letters {
  const units = new Set<number>()
  for (const word of words) for (let at = 0; at < word.length; at++) units.add(word.charCodeAt(at))
  const codes = new Uint16Array(Math.max(0, ...units) + 1)
  let base = SPACE + 1
  for (const unit of units) codes[unit] = base++
  return { base, codes }
}

/**
 * Calls `found` for each n-gram of a padded word that consists of the question's letters. N-grams are numbers in base
 * `base`: those of different length never collide, and small integers make fast map keys.
 */
function eachRun(word: string, { base, codes }: Letters, found: (run: number, length: 3 | 4) => void): void {
  // The n-grams of one, two and three letters that end here; 0 where they contain another letter.
  let [one, two, three] = [SPACE, 0, 0]
  for (let at = 0; at <= word.length; at++) {
    const code = at < word.length ? (codes[word.charCodeAt(at)] ?? OTHER) : SPACE
    if (code === OTHER) {
      one = two = three = 0
      continue
    }
    if (three > 0) found(three * base + code, 4)
    three = two > 0 ? two * base + code : 0
    if (three > 0) found(three, 3)
    two = one > 0 ? one * base + code : 0
    one = code
  }
}
