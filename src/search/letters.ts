import { fold, type Word } from './words.ts'

/**
 * Tells what share of a question's runs of three and of four letters a sentence holds (character n-grams: McNamee and
 * Mayfield, 2004). Words are folded and stand in spaces, so that their beginnings and ends count.
 */
export function compareLetters(question: readonly Word[]): (sentence: readonly Word[]) => readonly [number, number] {
  // How often each sentence is met is not counted: its number marks the runs that it holds.
  const marks = new Map<number, number>()
  const all = [0, 0]
  for (const { text } of question) {
    eachRun(fold(text), (run, length) => {
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
    for (const { text } of sentence) eachRun(fold(text), look)
    return [held[0] / Math.max(1, all[0] ?? 0), held[1] / Math.max(1, all[1] ?? 0)]
  }
}

const SPACE = 32
/** A letter's UTF-16 unit, of which all but Chinese and Korean ones differ within 13 bits: four of them make a number. */
const BASE = 1 << 13

/** Each run of a word in spaces, as one number: runs of different lengths never make the same. */
function eachRun(word: string, found: (run: number, length: 3 | 4) => void): void {
  let [two, three] = [SPACE, 0]
  for (let at = 0; at <= word.length; at++) {
    const unit = at < word.length ? word.charCodeAt(at) % BASE : SPACE
    if (at > 1) found(three * BASE + unit, 4)
    three = two * BASE + unit
    if (at > 0) found(three, 3)
    two = (two % BASE) * BASE + unit
  }
}
