import { fold, splitWords } from './words.ts'

/**
 * Tells what share of a question's letter triples a sentence holds (character n-grams: McNamee and Mayfield, 2004). Words
 * are folded and stand in spaces, so that their beginnings and ends count.
 */
export function compareLetters(question: string): (plain: string) => number {
  const triples = new Set(triplesOf(question))
  return (plain) => {
    const held = new Set<string>()
    for (const triple of triplesOf(plain)) if (triples.has(triple)) held.add(triple)
    return held.size / Math.max(1, triples.size)
  }
}

function* triplesOf(text: string): Generator<string> {
  for (const { text: word } of splitWords(text)) {
    const spaced = ` ${fold(word)} `
    for (let at = 0; at + 3 <= spaced.length; at++) yield spaced.slice(at, at + 3)
  }
}
