/** The words of a corpus by their letter pairs. */
export interface LetterPairs {
  /** At most `limit` words that share the most letter pairs with one (Dice's measure), best first. */
  alike(word: string, limit: number): string[]
}

/** Words that share less are spelt otherwise: one mistake in a word of five letters spoils two of its six pairs. */
const LEAST_SHARED = 0.4

/** Indexes distinct words, so that looking for those alike costs what their pairs cost, not what the vocabulary does. */
export function indexLetterPairs(words: readonly string[]): LetterPairs {
  const holders = new Map<string, number[]>()
  for (const [id, word] of words.entries())
    for (const pair of pairsOf(word)) {
      const ids = holders.get(pair)
      if (ids) ids.push(id)
      else holders.set(pair, [id])
    }
  const shared = new Uint8Array(words.length)

  return {
    alike(word, limit) {
      const pairs = pairsOf(word)
      const touched: number[] = []
      for (const pair of pairs)
        for (const id of holders.get(pair) ?? []) {
          if (shared[id] === 0) touched.push(id)
          shared[id] = (shared[id] ?? 0) + 1
        }
      const found: { readonly form: string; readonly likeness: number }[] = []
      for (const id of touched) {
        const form = words[id] ?? ''
        const likeness = (2 * (shared[id] ?? 0)) / (pairs.size + form.length + 1)
        shared[id] = 0
        if (likeness >= LEAST_SHARED && Math.abs(form.length - word.length) <= 2) found.push({ form, likeness })
      }
      return found
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, limit)
        .map(({ form }) => form)
    },
  }
}

/** Each two letters side by side, the word's beginning and end counted as letters. */
function pairsOf(word: string): Set<string> {
  const spaced = ` ${word} `
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < spaced.length; at++) pairs.add(spaced.slice(at, at + 2))
  return pairs
}
