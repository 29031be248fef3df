// Reads plain text: paragraphs, list items and headings, by blank lines, markers and underlines.
import { linesIn } from '../text/lines.ts'
import type { Block, Run } from '../text/visible.ts'

/** Lines longer than this are paragraphs of their own. */
const LONGEST_WRAP = 120
/** A longer line is no heading. */
const LONGEST_HEADING = 80

const BULLET =
  /^[ \t]*(?:[-*•–‣◦▪·]|\(?(?:\p{N}{1,3}|[a-z]|[ivx]{1,5})[.)]|\p{N}{1,3}(?:\.\p{N}{1,3})+[.)]?|§[ \t]?\p{N}{1,4}\w?\.?)[ \t]/u
const UNDERLINE = /^(=+|-+|~+|\*+)$/u
const NUMBERED_HEADING =
  /^(?:(?:\p{N}{1,2}\.)+|(?:\p{N}{1,2}(?:\.\p{N}{1,2})+\.?)|§[ \t]?\p{N}+|[IVX]{1,5}\.)[ \t]+\p{Lu}/u
const SENTENCE_END = /[\p{Sentence_Terminal}:;,][\p{Pe}\p{Pf}"']*$/u

/**
 * Blocks of lines between blank lines: headings, list items, and paragraphs of lines that are wrapped or stand for
 * themselves.
 */
export function readPlainText(text: string, from: number): Block[] {
  const stretches = linesBetweenBlanks(text, from)
  let list = 0
  return stretches.flatMap((lines, i): Block[] => {
    const heading = headingLevel(lines, i + 1 < stretches.length, i > 0)
    if (heading !== undefined) return [{ kind: 'heading', level: heading, runs: lines.slice(0, 1) }]
    if (lines.some(({ visible }) => BULLET.test(visible))) list++
    return paragraphsOf(lines).map((runs): Block => {
      const [first] = runs
      const isItem = first !== undefined && BULLET.test(first.visible)
      const isOrdered = isItem && /^\s*\p{N}{1,3}[.)]\s/u.test(first.visible)
      return isItem ? { kind: 'item', list: { list, depth: 0, isOrdered }, runs } : { kind: 'prose', runs }
    })
  })
}

/** A run for each line, with its own line end, which folds to the space between it and the next. */
function linesBetweenBlanks(text: string, from: number): Run[][] {
  const stretches: Run[][] = [[]]
  for (const { start, next: end } of linesIn(text, from, text.length, /\r\n|[\r\n\u2028\u2029]/gu)) {
    const visible = text.slice(start, end)
    if (visible.trim() === '') stretches.push([])
    else stretches.at(-1)?.push({ visible, start, end })
  }
  return stretches.filter((lines) => lines.length > 0)
}

/** The level of a heading: underlined, numbered, or in capitals. */
function headingLevel(lines: readonly Run[], isFollowed: boolean, isPreceded: boolean): number | undefined {
  const [first, second] = lines
  const line = first?.visible.trim() ?? ''
  if (line.length > LONGEST_HEADING || !/\p{L}/u.test(line)) return undefined
  if (second && lines.length === 2 && line.length > 2) {
    const underline = UNDERLINE.exec(second.visible.trim())?.[1] ?? ''
    if (underline.length < 3) return undefined
    return underline.startsWith('=') ? (isPreceded ? 2 : 1) : 3
  }
  if (second || !isFollowed || !isPreceded || SENTENCE_END.test(line)) return undefined
  if (NUMBERED_HEADING.test(line)) return 2 + (line.match(/\p{N}\.\p{N}/gu)?.length ?? 0)
  const letters = line.replace(/[^\p{L}]/gu, '')
  return letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase() ? 3 : undefined
}

/** Splits lines at list markers, and where lines are too long to be wrapped or stand for themselves. */
function paragraphsOf(lines: readonly Run[]): Run[][] {
  const wrapped = lines.every(({ visible }) => visible.trim().length <= LONGEST_WRAP || /\S{60}/u.test(visible))
  const paragraphs: Run[][] = []
  for (const line of lines) {
    if (paragraphs.length === 0 || !wrapped || BULLET.test(line.visible)) paragraphs.push([line])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs
}
