// A bounded cache of what is known of words.

/** Words that a function remembers. */
const REMEMBERED = 5_000
/** UTF-16 units; longer words are not remembered. */
const LONGEST_REMEMBERED = 40
/** UTF-16 units. V8 makes longer substrings slices, which would keep the whole text in memory. */
const LONGEST_COPIED = 12

/** Caches the results for short words, at most `limit`; the cache is emptied when it is full. */
export function remember<T>(find: (word: string) => T, limit = REMEMBERED): (word: string) => T {
  const found = new Map<string, T>()
  return (word) => {
    if (word.length > LONGEST_REMEMBERED) return find(word)
    const known = found.get(word)
    if (known !== undefined) return known
    const value = find(word)
    if (found.size >= limit) found.clear()
    found.set(word.length > LONGEST_COPIED ? Buffer.from(word).toString() : word, value)
    return value
  }
}
