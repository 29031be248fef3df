import { fold, type Word } from './words.ts'

/**
 * Tells what share of a question's runs of so many letters a sentence holds (character n-grams: McNamee and Mayfield, 2004).
 * Words are folded and stand in spaces, so that their beginnings and ends count.
 */
export function compareLetters(question: readonly Word[], length: number): (sentence: readonly Word[]) => number {
  const runs = new Set(runsOf(question, length))
  return (sentence) => {
    const held = new Set<string>()
    for (const run of runsOf(sentence, length)) if (runs.has(run)) held.add(run)
    return held.size / Math.max(1, runs.size)
  }
}

function* runsOf(words: readonly Word[], length: number): Generator<string> {
  for (const { text } of words) {
    const spaced = ` ${fold(text)} `
    for (let at = 0; at + length <= spaced.length; at++) yield spaced.slice(at, at + length)
  }
}
