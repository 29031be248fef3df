import { linesIn } from '../lines.ts'
import type { Block, Run } from '../visible.ts'

/** A line longer than this is no hard wrap: in such a block every line is a paragraph of its own. */
const LONGEST_WRAP = 120

/** A line that begins a list item stands on its own. */
const BULLET = /^[ \t]*(?:[-*•–]|\p{N}{1,3}[.)])[ \t]/u

/**
 * The paragraphs of a plain text: blocks of lines between blank lines. Lines of a block are one hard-wrapped paragraph,
 * unless one is too long for that, or begins a list item.
 */
export function readPlainText(text: string, from: number): Block[] {
  const blocks: Block[] = []
  let block: Run[] = []
  const close = () => {
    if (block.length === 0) return
    const wrapped = block.every(({ visible }) => visible.trim().length <= LONGEST_WRAP)
    let paragraph: Run[] = []
    for (const line of block) {
      if (paragraph.length > 0 && (!wrapped || BULLET.test(line.visible))) {
        blocks.push({ kind: 'prose', runs: paragraph })
        paragraph = []
      }
      paragraph.push(line)
    }
    blocks.push({ kind: 'prose', runs: paragraph })
    block = []
  }
  // Each line with its own line end, which folds to the space between it and the next.
  for (const { start, next: end } of linesIn(text, from, text.length, /\r\n|[\r\n\u2028\u2029]/gu)) {
    const visible = text.slice(start, end)
    if (visible.trim() === '') close()
    else block.push({ visible, start, end })
  }
  close()
  return blocks
}
