// What a reader sees of a block of HTML.
import type { Run, Span } from '../text/visible.ts'
import { decodeReferences } from './align.ts'

const NOT_SEEN = /<!--[\s\S]*?(?:-->|$)|<script\b[\s\S]*?(?:<\/script>|$)|<style\b[\s\S]*?(?:<\/style>|$)|<[^<>]*>/giu

/** HTML's tags that stand within a line of text (its “phrasing content”); every other ends a paragraph. */
const WITHIN_TEXT =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)\b/iu

const HEADING = /^<(\/?)h([1-6])\b/iu

/** A paragraph between tags, or a heading of a level from 1 to 6. */
export interface TaggedBlock {
  readonly level?: number
  readonly runs: Run[]
}

/** The paragraphs and headings of an HTML block. */
export function blocksBetweenTags({ start, end }: Span, text: string): TaggedBlock[] {
  const blocks: TaggedBlock[] = [{ runs: [] }]
  let at = start
  for (const match of text.slice(start, end).matchAll(NOT_SEEN)) {
    const opens = start + match.index
    blocks.at(-1)?.runs.push(...decodeReferences(text, { start: at, end: opens }))
    at = opens + match[0].length
    const [, slash, level] = HEADING.exec(match[0]) ?? []
    if (isBreak(match[0])) blocks.at(-1)?.runs.push({ visible: '\n', start: at, end: at })
    else if (level !== undefined && slash === '') blocks.push({ level: Number(level), runs: [] })
    else if (!WITHIN_TEXT.test(match[0]) && !match[0].startsWith('<!--')) blocks.push({ runs: [] })
  }
  blocks.at(-1)?.runs.push(...decodeReferences(text, { start: at, end }))
  return blocks
}

export function isBreak(tag: string): boolean {
  return /^<br\b/iu.test(tag)
}
