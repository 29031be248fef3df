// Tells lines that are meant as lines from a paragraph that is only wrapped.

/** Text is rarely wrapped at fewer characters than this. */
const NARROW = 50
/** The start of a line that goes on with the line before: lower case, also behind an opening quote or emphasis. */
const GOES_ON = /^[\p{Ps}\p{Pi}*_"']*[\p{Ll}\p{Pe}\p{Pf},;]/u

/**
 * Whether lines stand for themselves, as in a poem, a list of rules, opening hours or an address. A wrapped paragraph
 * breaks only where the next word has no room, and goes on in lower case; a word too long for any line, such as an
 * address, says nothing about its width.
 */
export function areOwnLines(lines: readonly string[]): boolean {
  const trimmed = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (trimmed.length < 2 || trimmed.slice(1).some((line) => GOES_ON.test(line))) return false
  const width = Math.max(...trimmed.map((line) => (longestWord(line) > line.length / 2 ? 0 : line.length)))
  if (trimmed.length > 2 && width > 0 && width <= NARROW && trimmed.every((line) => /^[^\p{L}]*\p{Lu}/u.test(line)))
    return true
  const early = trimmed.slice(1).filter((line, i) => {
    const before = trimmed[i] ?? ''
    return before.length + 1 + (/^\S+/u.exec(line)?.[0].length ?? 0) <= width
  })
  return early.length * 2 > trimmed.length - 1 || (early.length > 0 && trimmed.length === 2)
}

function longestWord(line: string): number {
  return line.split(/\s+/u).reduce((longest, word) => Math.max(longest, word.length), 0)
}
