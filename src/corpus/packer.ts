// Packs parsed articles into flat arrays.
import { at } from '../columns/at.ts'
import { growableBytes, growableNumbers, sharedNumbers } from '../columns/growable-array.ts'
import { packStrings, stringAt } from '../columns/string-table.ts'
import { UserError } from '../errors.ts'
import type { ArticleRecord, ParsedArticle } from './article.ts'
import { kinds, type PackedArticles, recordAt, sentencesOf } from './packed.ts'

/** Packs articles one by one. */
export interface Packer {
  add(article: ParsedArticle): void
  /** Takes over an article that is already packed. */
  copy(packed: PackedArticles, article: number): void
  finish(): PackedArticles
}

const NOTHING = new Uint8Array(0)

/** Bytes that 32 bits can address. */
const MOST_TEXT = 0xffff_ffff

export function createPacker(): Packer {
  const [ids, languages, servers]: [string[], string[], string[]] = [[], [], []]
  const labels = createLabels()
  const columns = {
    records: growableBytes(),
    recordStarts: growableNumbers(),
    articleStarts: growableNumbers(),
    texts: growableBytes(),
    textStarts: growableNumbers(),
    isWide: growableBytes(),
    articleOf: growableNumbers(),
    paragraphOf: growableNumbers(),
    starts: growableNumbers(),
    ends: growableNumbers(),
    paragraphStarts: growableNumbers(),
    kindOf: growableBytes(),
    headingOf: growableNumbers(),
    speakerOf: growableNumbers(),
    codeLanguageOf: growableNumbers(),
    headingLabels: growableNumbers(),
    headingParents: growableNumbers(),
    plains: growableBytes(),
    plainStarts: growableNumbers(),
    pieceStarts: growableNumbers(),
    pieceFrom: growableNumbers(),
    pieceTo: growableNumbers(),
    piecePlainFrom: growableNumbers(),
    piecePlainTo: growableNumbers(),
    pieceIsContext: growableBytes(),
  }

  const beginArticle = ({ id, language, ...rest }: ArticleRecord, wide: number, text: Uint8Array) => {
    if (columns.texts.length + text.length > MOST_TEXT) throw tooMuchText()
    ids.push(id)
    languages.push(language)
    servers.push(rest.server ?? '')
    columns.recordStarts.push(columns.records.length)
    columns.records.append(Buffer.from(JSON.stringify({ id, language, ...rest })))
    columns.isWide.push(wide)
    columns.textStarts.push(columns.texts.length)
    columns.texts.append(text)
    columns.articleStarts.push(columns.starts.length)
  }
  const addHeading = (label: number, parent: number): number => {
    columns.headingLabels.push(label)
    columns.headingParents.push(parent)
    return columns.headingLabels.length
  }
  const addParagraph = (kind: number, heading: number, speaker: number, codeLanguage: number) => {
    columns.paragraphStarts.push(columns.starts.length)
    columns.kindOf.push(kind)
    columns.headingOf.push(heading)
    columns.speakerOf.push(speaker)
    columns.codeLanguageOf.push(codeLanguage)
  }
  const addSentence = (start: number, end: number, plain: Uint8Array) => {
    columns.articleOf.push(ids.length - 1)
    columns.paragraphOf.push(columns.kindOf.length - 1)
    columns.starts.push(start)
    columns.ends.push(end)
    columns.plainStarts.push(columns.plains.length)
    columns.plains.append(plain)
    columns.pieceStarts.push(columns.pieceFrom.length)
  }
  const addPiece = (from: number, to: number, plainFrom: number, plainTo: number, isContext: number) => {
    columns.pieceFrom.push(from)
    columns.pieceTo.push(to)
    columns.piecePlainFrom.push(plainFrom)
    columns.piecePlainTo.push(plainTo)
    columns.pieceIsContext.push(isContext)
  }
  return {
    add({ text, paragraphs, sentenceCount: _sentences, paragraphCount: _paragraphs, ...record }) {
      const wide = /[^\0-\xff]/u.test(text)
      beginArticle(record, wide ? 1 : 0, Buffer.from(text, wide ? 'utf16le' : 'latin1'))
      const headingOf = createTrails((label, parent) => addHeading(labels.indexOf(label), parent))
      const labelOf = (label: string | undefined) => (label === undefined ? 0 : labels.indexOf(label) + 1)
      for (const { kind, trail, speaker, sentences } of paragraphs) {
        addParagraph(kinds.indexOf(kind), headingOf(trail), labelOf(speaker), labelOf(sentences[0]?.codeLanguage))
        for (const { start, end, text: own, plain, pieces = [] } of sentences) {
          addSentence(start, end, plain === own ? NOTHING : Buffer.from(plain))
          for (const piece of pieces)
            addPiece(piece.start, piece.end, piece.at, piece.at + piece.plain.length, piece.isContext ? 1 : 0)
        }
      }
    },
    copy(packed, article) {
      const text = packed.texts.subarray(at(packed.textStarts, article), at(packed.textStarts, article + 1))
      beginArticle(recordAt(packed, article), at(packed.isWide, article), text)
      const labelOf = (label: number) => (label === 0 ? 0 : labels.indexOf(stringAt(packed.labels, label - 1)) + 1)
      const copied = new Map([[0, 0]])
      const headingOf = (heading: number): number => {
        const known = copied.get(heading)
        if (known !== undefined) return known
        const parent = headingOf(at(packed.headingParents, heading - 1))
        const copy = addHeading(labelOf(at(packed.headingLabels, heading - 1) + 1) - 1, parent)
        copied.set(heading, copy)
        return copy
      }
      const { from, to } = sentencesOf(packed, article)
      for (let ordinal = from; ordinal < to; ordinal++) {
        const paragraph = at(packed.paragraphOf, ordinal)
        if (at(packed.paragraphStarts, paragraph) === ordinal)
          addParagraph(
            at(packed.kindOf, paragraph),
            headingOf(at(packed.headingOf, paragraph)),
            labelOf(at(packed.speakerOf, paragraph)),
            labelOf(at(packed.codeLanguageOf, paragraph)),
          )
        const plain = packed.plains.subarray(at(packed.plainStarts, ordinal), at(packed.plainStarts, ordinal + 1))
        addSentence(at(packed.starts, ordinal), at(packed.ends, ordinal), plain)
        for (let piece = at(packed.pieceStarts, ordinal); piece < at(packed.pieceStarts, ordinal + 1); piece++)
          addPiece(
            at(packed.pieceFrom, piece),
            at(packed.pieceTo, piece),
            at(packed.piecePlainFrom, piece),
            at(packed.piecePlainTo, piece),
            at(packed.pieceIsContext, piece),
          )
      }
    },
    finish() {
      for (const [starts, owned] of [
        [columns.recordStarts, columns.records],
        [columns.textStarts, columns.texts],
        [columns.articleStarts, columns.starts],
        [columns.paragraphStarts, columns.starts],
        [columns.plainStarts, columns.plains],
        [columns.pieceStarts, columns.pieceFrom],
      ] as const)
        starts.push(owned.length)
      const sortedIds = ids.map((id, article) => ({ id, article })).sort((a, b) => (a.id < b.id ? -1 : 1))
      const idOf = sharedNumbers(ids.length)
      for (const [index, { article }] of sortedIds.entries()) idOf[article] = index
      const distinct = [...new Set(languages)].sort()
      const owners = [...new Set(servers)].filter((server) => server !== '').sort()
      return {
        records: columns.records.shared(),
        recordStarts: columns.recordStarts.shared(),
        ids: packStrings(sortedIds.map(({ id }) => id)),
        idArticles: sharedNumbers(sortedIds.map(({ article }) => article)),
        idOf,
        languages: packStrings(distinct),
        languageOf: sharedNumbers(languages.map((language) => distinct.indexOf(language))),
        servers: packStrings(owners),
        serverOf: sharedNumbers(servers.map((server) => owners.indexOf(server) + 1)),
        articleStarts: columns.articleStarts.shared(),
        texts: columns.texts.shared(),
        textStarts: columns.textStarts.shared(),
        isWide: columns.isWide.shared(),
        articleOf: columns.articleOf.shared(),
        paragraphOf: columns.paragraphOf.shared(),
        starts: columns.starts.shared(),
        ends: columns.ends.shared(),
        paragraphStarts: columns.paragraphStarts.shared(),
        kindOf: columns.kindOf.shared(),
        headingOf: columns.headingOf.shared(),
        speakerOf: columns.speakerOf.shared(),
        codeLanguageOf: columns.codeLanguageOf.shared(),
        headingLabels: columns.headingLabels.shared(),
        headingParents: columns.headingParents.shared(),
        labels: packStrings(labels.texts),
        plains: columns.plains.shared(),
        plainStarts: columns.plainStarts.shared(),
        pieceStarts: columns.pieceStarts.shared(),
        pieceFrom: columns.pieceFrom.shared(),
        pieceTo: columns.pieceTo.shared(),
        piecePlainFrom: columns.piecePlainFrom.shared(),
        piecePlainTo: columns.piecePlainTo.shared(),
        pieceIsContext: columns.pieceIsContext.shared(),
      }
    },
  }
}

/** Distinct texts, numbered as they come. */
function createLabels() {
  const texts: string[] = []
  const indexes = new Map<string, number>()
  return {
    texts,
    indexOf(text: string): number {
      const index = indexes.get(text) ?? texts.push(text) - 1
      indexes.set(text, index)
      return index
    },
  }
}

/**
 * Numbers the headings of one article's trails, 1-based, 0 for an empty trail. Headings that a trail shares with the one
 * before it are added once.
 */
function createTrails(add: (text: string, parent: number) => number): (trail: readonly string[]) => number {
  const open: { readonly text: string; readonly heading: number }[] = []
  return (trail) => {
    const differs = trail.findIndex((text, i) => open[i]?.text !== text)
    open.length = Math.min(open.length, differs < 0 ? trail.length : differs)
    for (const text of trail.slice(open.length)) open.push({ text, heading: add(text, open.at(-1)?.heading ?? 0) })
    return open.at(-1)?.heading ?? 0
  }
}

function tooMuchText(): UserError {
  return new UserError(
    'the articles hold more than 4 GB of text',
    'split them into several folders, with a bot for each',
  )
}
