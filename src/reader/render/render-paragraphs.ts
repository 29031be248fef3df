// Renders the paragraphs of an article as HTML elements: plain text, and Markdown that is too large to parse for a page.
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { listMarker } from '../../answer/list-marker.ts'
import type { Article, Paragraph, Sentence } from '../../corpus/article.ts'
import { areOwnLines } from '../../corpus/text/line-breaks.ts'
import { createHeadingLevels } from './heading-levels.ts'
import { anchorOf, isMarked, type Marked } from './marked.ts'

const LINE_END = /\r\n|[\r\n]/u

export interface ParagraphRenderer {
  /** A paragraph; they have to be given in order. */
  block(paragraph: Paragraph): ElementContent[]
  /** Sentences with a space between them, or a line end where the lines of the file stand for themselves. */
  inline(sentences: readonly Sentence[]): ElementContent[]
}

export function createParagraphRenderer(article: Article, marked: Marked | undefined): ParagraphRenderer {
  const levelOf = createHeadingLevels()
  return { block, inline }

  function block(paragraph: Paragraph): ElementContent[] {
    const { kind, trail, sentences, speaker } = paragraph
    // A long paragraph comes in parts.
    const name = speaker === undefined || sentences[0]?.number !== 1 ? [] : [h('b', `${speaker}: `)]
    switch (kind) {
      case 'heading':
      case 'question':
        return [h(`h${levelOf(trail.length + 1)}`, inline(sentences))]
      case 'list':
        return sentences.flatMap(list)
      case 'code':
        return sentences.map((sentence) => h('pre', { tabIndex: 0 }, [h('code', quoted(sentence))]))
      default:
        return [h('p', [...name, ...inline(sentences)])]
    }
  }

  function inline(sentences: readonly Sentence[]): ElementContent[] {
    const [first, last] = [sentences[0], sentences.at(-1)]
    if (!first || !last) return []
    const isLines = areOwnLines(article.text.slice(first.start, last.end).split(LINE_END))
    return sentences.flatMap((sentence, i) => {
      const before = sentences[i - 1]
      if (!before) return quoted(sentence)
      const isNewLine = isLines && LINE_END.test(article.text.slice(before.end, sentence.start))
      return [isNewLine ? h('br') : ({ type: 'text', value: ' ' } as const), ...quoted(sentence)]
    })
  }

  function list(sentence: Sentence): ElementContent[] {
    const pieces = sentence.pieces ?? [{ start: sentence.start, at: 0, plain: sentence.plain, isContext: undefined }]
    const context = pieces.filter(({ isContext }) => isContext).map(({ plain }) => h('p', plain))
    const items = pieces
      .filter(({ isContext }) => !isContext)
      .map(({ start, at, plain }, i) => {
        const marker = listMarker(article, start)
        const number = marker === undefined || marker === '-' ? [] : [`${marker} `]
        return h('li', [...number, ...quote(sentence, [at, at + plain.length], i === 0)])
      })
    return [...context, h('ul', items)]
  }

  /** What a sentence consists of, with what is shown along with it. */
  function quoted(sentence: Sentence): ElementContent[] {
    const { pieces, plain } = sentence
    if (!pieces) return quote(sentence, [0, plain.length], true)
    let isFirst = true
    let reached = 0
    return pieces.flatMap(({ at, plain: own, isContext }) => {
      const between = { type: 'text', value: plain.slice(reached, at) } as const
      reached = at + own.length
      if (isContext) return [between, h('i', own)]
      const elements = quote(sentence, [at, reached], isFirst)
      isFirst = false
      return [between, ...elements]
    })
  }

  /** A range of a sentence; the first one of a sentence has its id. */
  function quote(sentence: Sentence, [from, to]: readonly [number, number], isFirst: boolean): ElementContent[] {
    const id = isFirst ? { id: anchorOf(sentence) } : {}
    if (!isMarked(sentence, marked)) return [h('span', id, sentence.plain.slice(from, to))]
    const clamp = (unit: number) => Math.min(Math.max(unit, from), to)
    const [start, end] = marked?.phrase?.map(clamp) ?? [to, to]
    const parts = [
      sentence.plain.slice(from, start),
      h('strong', sentence.plain.slice(start, end)),
      sentence.plain.slice(end, to),
    ]
    return [
      h(
        'mark',
        id,
        parts.filter((part) => part !== '' && (start !== end || typeof part === 'string')),
      ),
    ]
  }
}
