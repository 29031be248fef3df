// Splits what is seen of an article where its sentences begin and end in the file.
import { binarySearch } from '../../columns/sorted-array.ts'
import type { Article, Sentence } from '../../corpus/article.ts'
import type { Run, Span } from '../../corpus/text/visible.ts'
import { anchorOf, isMarked, type Marked } from './marked.ts'

/** A stretch of visible text within one sentence, or outside of all. */
export interface Segment {
  readonly text: string
  /** The sentence's anchor; absent outside of sentences. */
  readonly anchor?: string
  readonly isMarked: boolean
  /** Whether it belongs to the marked phrase. */
  readonly isPhrase: boolean
}

interface Stretch extends Span {
  readonly anchor: string
  readonly isMarked: boolean
}

/** Splits the runs of an article, which have to be given in the order of the page. */
export function createSegmenter(article: Article, marked: Marked | undefined): (runs: readonly Run[]) => Segment[] {
  const stretches = stretchesOf(article, marked)
  const phrase = marked && lettersOfPhrase(marked)
  /** Letters of the marked sentence so far, white space aside. */
  let letters = 0

  return (runs) => runs.flatMap(splitRun)

  function splitRun({ visible, start, end }: Run): Segment[] {
    const stretch = stretchAt(start)
    if (visible.length !== end - start) return segment(visible, stretch && stretch.start <= start ? stretch : undefined)
    const segments: Segment[] = []
    for (let at = start; at < end; ) {
      const next = stretchAt(at)
      const isInside = next !== undefined && next.start <= at
      const to = Math.min(end, (isInside ? next.end : next?.start) ?? end)
      segments.push(...segment(visible.slice(at - start, to - start), isInside ? next : undefined))
      at = to
    }
    return segments
  }

  /** The first stretch that ends after an offset. */
  function stretchAt(offset: number): Stretch | undefined {
    return stretches[binarySearch((i) => (stretches[i]?.end ?? 0) > offset, 0, stretches.length)]
  }

  function segment(text: string, stretch: Stretch | undefined): Segment[] {
    if (!stretch) return [{ text, isMarked: false, isPhrase: false }]
    const { anchor } = stretch
    if (!stretch.isMarked || !phrase) return [{ text, anchor, isMarked: stretch.isMarked, isPhrase: false }]
    const [first, end] = [phrase[0] - letters, phrase[1] - letters]
    const cuts = [0, unitAfter(text, first, true), unitAfter(text, end, false), text.length]
    letters += countLetters(text)
    return cuts.slice(1).flatMap((to, i): Segment[] => {
      const part = text.slice(cuts[i], to)
      return part === '' ? [] : [{ text: part, anchor, isMarked: true, isPhrase: i === 1 }]
    })
  }
}

/** The stretches of all sentences, ascending and disjoint. */
function stretchesOf({ paragraphs }: Article, marked: Marked | undefined): Stretch[] {
  const stretches: Stretch[] = []
  for (const { sentences } of paragraphs)
    for (const sentence of sentences)
      for (const { start, end } of ownPieces(sentence))
        stretches.push({ start, end, anchor: anchorOf(sentence), isMarked: isMarked(sentence, marked) })
  stretches.sort((a, b) => a.start - b.start)
  let reached = 0
  return stretches.flatMap((stretch) => {
    const start = Math.max(stretch.start, reached)
    reached = Math.max(reached, stretch.end)
    return start < stretch.end ? [{ ...stretch, start }] : []
  })
}

/** The stretches of the file that a sentence consists of, without what is only shown with it. */
function ownPieces({ pieces, start, end, plain }: Sentence) {
  return pieces?.filter(({ isContext }) => !isContext) ?? [{ start, end, plain, at: 0 }]
}

/** Where a phrase begins and ends among the letters of its sentence's own pieces. */
function lettersOfPhrase({ sentence, phrase }: Marked): readonly [number, number] | undefined {
  if (!phrase) return undefined
  const before = (unit: number) =>
    ownPieces(sentence).reduce((sum, { plain, at }) => sum + countLetters(plain.slice(0, Math.max(0, unit - at))), 0)
  return [before(phrase[0]), before(phrase[1])]
}

const SPACE = /[\s\u0085]/u

function countLetters(text: string): number {
  let count = 0
  for (let unit = 0; unit < text.length; unit++) if (!SPACE.test(text.charAt(unit))) count++
  return count
}

/** The unit at which so many letters have passed, before or after the white space there; the end if there are fewer. */
function unitAfter(text: string, letters: number, skipsSpace: boolean): number {
  let left = letters
  for (let unit = 0; unit < text.length; unit++) {
    const isSpace = SPACE.test(text.charAt(unit))
    if (left <= 0 && !(skipsSpace && isSpace)) return unit
    if (!isSpace) left--
  }
  return text.length
}
