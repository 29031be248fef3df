// Makes numbered paragraphs of a file's blocks: passages, the headings above them, and what is only context.
import { isCandidate, type Paragraph, type ParagraphKind, type Sentence } from '../article.ts'
import { createTrail } from './heading-trail.ts'
import { areOwnLines } from './line-breaks.ts'
import { joinPassage, type Passage, placeLines, placeSentences, WORD } from './passages.ts'
import { QUESTION_END, recogniseStructure, TAGS } from './structure.ts'
import { type Block, linesOf, openingOf, type Part, type Run, shareWithin } from './visible.ts'

/** A list within these limits is one passage; items of a longer one are passages of their own. */
const SHORT_LIST = { items: 12, characters: 900 } as const
/** Code is split at its blank lines into stretches of about this many UTF-16 units. */
const LONGEST_CODE = 700
/** Share of the letters of a paragraph or list within links from which it only leads elsewhere. */
const MOSTLY_LINKS = 0.85
/** A sentence end within a line, after more than a marker. */
const SEVERAL_SENTENCES = /\p{L}\p{L}[.!?。！？]\s+\p{Lu}/u
/** The longest caption of code, in UTF-16 units. */
const LONGEST_CAPTION = 40
const LEAD_IN = /[:：]\s*$/u

/** The paragraphs of blocks that hold a word. */
export function toParagraphs(
  article: string,
  text: string,
  blocks: readonly Block[],
  split: (text: string) => string[],
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const trail = createTrail()
  const add = (kind: ParagraphKind, passages: readonly Passage[], start: number, details: Details = {}): void => {
    if (!passages.some(({ plain }) => WORD.test(plain))) return
    const number = paragraphs.length + 1
    const { speaker, codeLanguage } = details
    const sentences = passages.map((passage, i): Sentence => {
      const own = isCandidate(kind) ? kind : 'prose'
      const place = {
        article,
        paragraph: number,
        number: i + 1,
        kind: own,
        text: text.slice(passage.start, passage.end),
      }
      return { ...place, ...passage, ...(codeLanguage !== undefined && { codeLanguage }) }
    })
    paragraphs.push({ number, kind, trail: trail.above(start), ...(speaker !== undefined && { speaker }), sentences })
  }
  const structured = recogniseStructure(blocks)
  /** What introduces the list, the code or the table that follows. */
  let leadIn: Passage | undefined
  for (let i = 0; i < structured.length; i++) {
    const block = structured[i]
    if (!block) break
    const start = block.runs[0]?.start ?? 0
    switch (block.kind) {
      case 'heading':
      case 'question': {
        const passages = placeSentences(block)
        const title = passages.map(({ plain }) => plain).join(' ')
        trail.close(block.level, start)
        add(block.kind, passages, start)
        if (WORD.test(title)) trail.open(title, block.level, block.until)
        break
      }
      case 'prose': {
        const passages = proseOf(block, split)
        const last = passages.at(-1)
        if (isNavigation([block])) add('navigation', passages, start)
        else if (isCaption(block, structured[i + 1])) {
          add('lead-in', passages, start)
          continue
        } else if (last && LEAD_IN.test(last.plain) && introducesFrom(structured, i + 1)) {
          add('prose', passages.slice(0, -1), start, block)
          leadIn = last
          // A short list takes its lead-in into its passage.
          if (!(structured[i + 1]?.kind === 'item' && isShort(itemsFrom(structured, i + 1), last)))
            add('lead-in', [last], last.start, block)
          continue
        } else add(block.list ? 'list' : 'prose', passages, start, block)
        break
      }
      case 'item': {
        const items = itemsFrom(structured, i)
        leadIn = addList(items, structured[i + items.length])
        i += items.length - 1
        continue
      }
      case 'row': {
        const passages = rowOf(block)
        // The headers are shown with each row.
        add(!block.cells && structured[i + 1]?.kind === 'row' ? 'lead-in' : 'row', passages, start)
        break
      }
      case 'code':
        add('code', codeOf(block, leadIn), start, block)
    }
    leadIn = undefined
  }
  return paragraphs

  /** Adds a list; gives its last item where that introduces the block that follows. */
  function addList(items: readonly Item[], next: Block | undefined): Passage | undefined {
    const first = items[0]?.runs[0]?.start ?? 0
    const isWithheld = leadIn !== undefined && isShort(items, leadIn)
    if (isNavigation(items) && items.length > 1) {
      if (leadIn && isWithheld) add('lead-in', [leadIn], leadIn.start)
      for (const item of items) add('navigation', placeSentences(item), item.runs[0]?.start ?? 0)
      return undefined
    }
    const continues = next?.kind === 'prose' && next.list?.list === items[0]?.list.list
    if (isShort(items, leadIn) && !continues) {
      const pieces = [...(leadIn ? [leadIn] : []), ...items.flatMap((item) => placeSentences(item))]
      add('list', [joinPassage(pieces, '\n')], leadIn?.start ?? first)
      return undefined
    }
    if (leadIn && isWithheld) add('lead-in', [leadIn], leadIn.start)
    /** The lead-in at each depth: of the list, or an item that introduces the items below it. */
    const above: (Passage | undefined)[] = [leadIn]
    for (const [i, item] of items.entries()) {
      const [whole] = placeSentences(item)
      if (!whole) continue
      const isAbove = (items[i + 1]?.list.depth ?? 0) > item.list.depth
      if (item === items.at(-1) && LEAD_IN.test(whole.plain) && next?.kind !== 'item' && introduces(next)) {
        add('lead-in', [whole], whole.start, item)
        return whole
      }
      const introduction = above.slice(0, item.list.depth + 1).findLast((each) => each !== undefined)
      above.length = item.list.depth + 1
      const sentences = placeSentences(item, split)
      const isOpening =
        LEAD_IN.test(whole.plain) || (isAbove && sentences.length === 1 && QUESTION_END.test(whole.plain))
      above[item.list.depth + 1] = isOpening ? whole : undefined
      const passages =
        sentences.length > 1 || !introduction
          ? sentences
          : [joinPassage([{ ...introduction, isContext: true }, whole], '\n')]
      add(isOpening && isAbove && sentences.length === 1 ? 'lead-in' : 'list', passages, whole.start, item)
    }
    return undefined
  }
}

type Item = Extract<Block, { kind: 'item' }>
interface Details {
  readonly speaker?: string
  readonly codeLanguage?: string
}

/** The items of a list that follow each other from a block on. */
function itemsFrom(blocks: readonly Block[], from: number): Item[] {
  const items: Item[] = []
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]
    if (block?.kind !== 'item' || (items[0] && block.list.list !== items[0].list.list)) break
    items.push(block)
  }
  return items
}

/** Whether a list is short enough to be one passage; what speakers say is not. */
function isShort(items: readonly Item[], leadIn: Passage | undefined): boolean {
  if (items.length < 2 || items.length > SHORT_LIST.items || items.some(({ speaker }) => speaker !== undefined))
    return false
  const isProse = ({ runs, list }: Item) => !list.isOrdered && SEVERAL_SENTENCES.test(openingOf(runs, 1_000))
  if (items.some(isProse)) return false
  const length = items
    .flatMap(({ runs }) => runs)
    .reduce((sum, { visible }) => sum + visible.length, leadIn?.plain.length ?? 0)
  return length <= SHORT_LIST.characters
}

function introduces(next: Block | undefined): boolean {
  return next?.kind === 'item' || next?.kind === 'row' || next?.kind === 'code'
}

/** As `introduces`, where a caption may stand between. */
function introducesFrom(blocks: readonly Block[], i: number): boolean {
  const [next, afterNext] = [blocks[i], blocks[i + 1]]
  return introduces(next) || (next !== undefined && isCaption(next, afterNext))
}

/** Whether a block is the caption of the code that follows: the name of a file or a program. */
function isCaption({ kind, runs }: Block, next: Block | undefined): boolean {
  if (kind !== 'prose' || next?.kind !== 'code') return false
  const text = openingOf(runs, LONGEST_CAPTION + 1).trim()
  return text.length <= LONGEST_CAPTION && !/\n|[.:!?。：！？؟]$/u.test(text)
}

/** Whether paragraphs hold only links or images: tables of contents, lists of links, badges, tags. */
function isNavigation(parts: readonly Part[]): boolean {
  return parts.every((part) => {
    const opening = openingOf(part.runs)
    if (TAGS.test(opening)) return true
    if (shareWithin(part, 'image') === 1) return true
    const isSentence = /[.!。！]\s*$/u.test(openingOf(part.runs, 10_000))
    return !isSentence && shareWithin(part, 'link') >= MOSTLY_LINKS
  })
}

/** The sentences of a paragraph; where its lines stand for themselves, each is one. */
function proseOf(block: Part, split: (text: string) => string[]): Passage[] {
  const lines = linesOf(block.runs)
  const isHard = lines.length > 2 && lines.slice(0, -1).every((line) => line.isHard)
  if (!isHard && !areOwnLines(lines.map(({ runs }) => openingOf(runs, 1_000)))) return placeSentences(block, split)
  const whole = (text: string) => [text]
  return placeLines(
    lines.map(({ runs }) => runs),
    block.marks,
    (line) => (SEVERAL_SENTENCES.test(line) ? split : whole)(line),
  )
}

/** A row with the header of each cell; the row of the headers as it stands. */
function rowOf(block: Extract<Block, { kind: 'row' }>): Passage[] {
  if (!block.cells) return placeSentences(block)
  const columns = block.cells.flatMap(({ header, cell }) => {
    const [own] = placeSentences(cell)
    if (!own) return []
    const [name] = placeSentences(header)
    return [{ own, name }]
  })
  const pieces = columns.flatMap(({ own, name }) => [...(name ? [{ ...name, isContext: true as const }] : []), own])
  const endsColumn = pieces.map((piece) => !('isContext' in piece))
  return pieces.length === 0 ? [] : [joinPassage(pieces, (i) => (endsColumn[i] ? ' · ' : ' '))]
}

/** Code in stretches, split at blank lines where it is long, each with what introduces it. */
function codeOf({ runs }: Part, leadIn: Passage | undefined): Passage[] {
  const stretches: Run[][] = []
  let length = Number.POSITIVE_INFINITY
  let wasBlank = true
  for (const line of runs) {
    const isBlank = line.visible.trim() === ''
    if (length > LONGEST_CODE && wasBlank && !isBlank) {
      stretches.push([])
      length = 0
    }
    stretches.at(-1)?.push(line)
    length += line.visible.length
    wasBlank = isBlank
  }
  return stretches.flatMap((lines) => {
    const seen = lines.filter(({ visible }) => visible.trim() !== '')
    const [first, last] = [seen[0], seen.at(-1)]
    if (!first || !last) return []
    const from = lines.indexOf(first)
    const plain = lines
      .slice(from, lines.indexOf(last) + 1)
      .map(({ visible }) => visible.trimEnd())
      .join('\n')
      .trim()
    const code = { start: first.start, end: last.end, plain }
    return [leadIn ? joinPassage([{ ...leadIn, isContext: true }, code], '\n') : code]
  })
}
