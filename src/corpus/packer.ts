import { growableBytes, growableNumbers, sharedNumbers } from '../columns/growable-array.ts'
import { packStrings } from '../columns/string-table.ts'
import { UserError } from '../errors.ts'
import type { Article } from './article.ts'
import { type ArticleRecord, kinds, type PackedArticles, recordAt, sentencesOf } from './packed.ts'

/** Packs articles one by one. */
export interface Packer {
  add(article: Article): void
  /** Takes over an article of some that are packed. */
  copy(packed: PackedArticles, article: number): void
  finish(): PackedArticles
}

export function createPacker(): Packer {
  const [ids, languages]: [string[], string[]] = [[], []]
  const [records, texts, plains, isWide, kindOf] = [
    growableBytes(),
    growableBytes(),
    growableBytes(),
    growableBytes(),
    growableBytes(),
  ]
  const [recordStarts, textStarts, articleStarts] = [growableNumbers(), growableNumbers(), growableNumbers()]
  const [articleOf, paragraphOf, starts, ends] = [
    growableNumbers(),
    growableNumbers(),
    growableNumbers(),
    growableNumbers(),
  ]
  const [paragraphStarts, plainStarts] = [growableNumbers(), growableNumbers()]

  const beginArticle = (record: ArticleRecord, wide: number, text: Uint8Array) => {
    ids.push(record.id)
    languages.push(record.language)
    recordStarts.push(records.length)
    records.append(Buffer.from(JSON.stringify(record)))
    isWide.push(wide)
    textStarts.push(texts.length)
    if (texts.length + text.length > MOST_TEXT) throw tooMuch()
    texts.append(text)
    articleStarts.push(starts.length)
  }
  const beginParagraph = (kind: number) => {
    paragraphStarts.push(starts.length)
    kindOf.push(kind)
  }
  const addSentence = (start: number, end: number, plain: Uint8Array) => {
    articleOf.push(ids.length - 1)
    paragraphOf.push(kindOf.length - 1)
    starts.push(start)
    ends.push(end)
    plainStarts.push(plains.length)
    plains.append(plain)
  }
  return {
    add({ text, paragraphs, ...record }) {
      const wide = /[^\0-\xff]/u.test(text)
      beginArticle(record, wide ? 1 : 0, Buffer.from(text, wide ? 'utf16le' : 'latin1'))
      for (const { kind, sentences } of paragraphs) {
        beginParagraph(kinds.indexOf(kind))
        for (const { start, end, text: own, plain } of sentences)
          addSentence(start, end, plain === own ? NOTHING : Buffer.from(plain))
      }
    },
    copy(packed, article) {
      const text = packed.texts.subarray(packed.textStarts[article], packed.textStarts[article + 1])
      beginArticle(recordAt(packed, article), packed.isWide[article] ?? 0, text)
      const { from, to } = sentencesOf(packed, article)
      for (let ordinal = from; ordinal < to; ordinal++) {
        const paragraph = packed.paragraphOf[ordinal] ?? 0
        if (packed.paragraphStarts[paragraph] === ordinal) beginParagraph(packed.kindOf[paragraph] ?? 0)
        const plain = packed.plains.subarray(packed.plainStarts[ordinal], packed.plainStarts[ordinal + 1])
        addSentence(packed.starts[ordinal] ?? 0, packed.ends[ordinal] ?? 0, plain)
      }
    },
    finish() {
      recordStarts.push(records.length)
      textStarts.push(texts.length)
      articleStarts.push(starts.length)
      paragraphStarts.push(starts.length)
      plainStarts.push(plains.length)
      const inOrder = [...ids.keys()].sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1))
      const distinct = [...new Set(languages)].sort()
      const placeOf = new Map(distinct.map((language, place) => [language, place]))
      return {
        records: records.shared(),
        recordStarts: recordStarts.shared(),
        ids: packStrings(inOrder.map((article) => ids[article] ?? '')),
        idArticles: sharedNumbers(inOrder),
        languages: packStrings(distinct),
        languageOf: sharedNumbers(languages.map((language) => placeOf.get(language) ?? 0)),
        articleStarts: articleStarts.shared(),
        texts: texts.shared(),
        textStarts: textStarts.shared(),
        isWide: isWide.shared(),
        articleOf: articleOf.shared(),
        paragraphOf: paragraphOf.shared(),
        starts: starts.shared(),
        ends: ends.shared(),
        paragraphStarts: paragraphStarts.shared(),
        kindOf: kindOf.shared(),
        plains: plains.shared(),
        plainStarts: plainStarts.shared(),
      }
    },
  }
}

const NOTHING = new Uint8Array(0)

/** Bytes that 32 bits can number. */
const MOST_TEXT = 0xffff_ffff

function tooMuch(): UserError {
  return new UserError(
    'the articles come to more than 4 GB of text',
    'part them into several folders, with a bot for each',
  )
}
