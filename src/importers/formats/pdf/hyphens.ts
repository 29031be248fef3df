// Joins words that were divided at the end of a line.

const DIVIDED = /(?:^|[^\p{L}\p{N}])((?:[\p{L}\p{N}]+[-‐])*\p{L}+)[-‐\u00ad]$/u

export interface Hyphenation {
  /**
   * What goes between two lines: a space, nothing (`exam-` `ple`), or nothing with the hyphen kept (`well-` `known`).
   * @returns the first line as it is to be continued
   */
  join(line: string, next: string): string
}

/**
 * @param text all of the document's text, lines joined by line feeds: what it writes elsewhere decides
 */
export function readHyphenation(text: string): Hyphenation {
  const words = new Set<string>()
  const compounds = new Set<string>()
  // Parts of a divided word are no words.
  for (const line of text.split('\n')) {
    const whole = /[-‐\u00ad]$/u.test(line) ? line.slice(0, line.lastIndexOf(' ') + 1) : line
    for (const [word] of whole.matchAll(/[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu)) {
      const lower = word.toLowerCase()
      if (/[-‐]/u.test(lower)) compounds.add(lower.replaceAll('‐', '-'))
      for (const part of lower.split(/[-‐]/u)) words.add(part)
    }
  }
  return {
    join(line, next) {
      const [, first] = DIVIDED.exec(line) ?? []
      const [second] = /^\p{L}+(?:[-‐][\p{L}\p{N}]+)*/u.exec(next) ?? []
      if (line.endsWith('\u00ad')) return line.slice(0, -1)
      if (first === undefined || second === undefined)
        return /\d[-‐–]$/u.test(line) && /^\d/u.test(next) ? line : `${line} `
      // German: Haus- und Gartenarbeit.
      if (/^(?:und|oder|and|or|to|bis|y|et)$/iu.test(second)) return `${line} `
      if (/^\p{Lu}/u.test(second)) return line
      const [left, right] = [first, second].map((part) => part.toLowerCase().replaceAll('‐', '-'))
      const last = left?.split('-').at(-1) ?? ''
      const start = right?.split('-')[0] ?? ''
      if (compounds.has(`${left}-${right}`)) return line
      if (words.has(last + start)) return line.slice(0, -1)
      const areWords = words.has(last) && words.has(start) && last.length > 2 && start.length > 2
      return areWords || /[-‐]/u.test(first) ? line : line.slice(0, -1)
    },
  }
}
