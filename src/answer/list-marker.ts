/** The marker of a list item, read from the file. */
import type { Article } from '../corpus/article.ts'

/** UTF-16 units before an item that may hold its marker. */
const MAX_LENGTH = 16

/** `-`, or the number that the file gives the item that starts at an offset; undefined where no item starts. */
export function listMarker({ text }: Article, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - MAX_LENGTH), start)
  const [, bullet, number] = /(?:^|[\n \t>])(?:([-*+•])|(\d{1,9}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?$/u.exec(before) ?? []
  return bullet === undefined ? number : '-'
}
