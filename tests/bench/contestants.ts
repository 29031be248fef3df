// Verbatim and the libraries it is compared with, set up alike.
import type { Paragraph, ParsedArticle, Sentence } from '../../src/corpus/article.ts'
import { type Rival, rivals } from '../quality/rivals.ts'
import type { SplitArticle } from './generated/text.ts'

/** Finds the ten best sentences for a question. */
export type Ask = (question: string) => readonly string[]

/** Verbatim or another library. */
export interface Contestant {
  /** Its name for `--only`. */
  readonly key: string
  readonly name: string
  /** Loads the library; the result indexes a text. */
  prepare(articles: readonly SplitArticle[]): Promise<() => Ask | Promise<Ask>>
}

const verbatim: Contestant = {
  key: 'verbatim',
  name: 'Verbatim',
  async prepare(split) {
    const { createPacker } = await import('../../src/corpus/packer.ts')
    const { createIndexer } = await import('../../src/search/index/index-arrays.ts')
    const { loadLanguage } = await import('../../src/language/language.ts')
    const { openSearchIndex } = await import('../../src/search/search-index.ts')
    return async () => {
      const [packer, indexer] = [createPacker(), createIndexer()]
      for (const [place, each] of split.entries()) {
        const article = toArticle(each, place)
        packer.add(article)
        indexer.add(article, await loadLanguage(article.language))
      }
      const { search } = await openSearchIndex(packer.finish(), indexer.finish())
      return (question) => search(question, 10).hits.map(({ sentence }) => sentence.plain)
    }
  },
}

export const contestants: readonly Contestant[] = [verbatim, ...rivals.map(toContestant)]

/** Another library; it keeps the text beside its index, because an answer needs it. */
function toContestant({ key, name, load }: Rival): Contestant {
  return {
    key,
    name,
    async prepare(articles) {
      const index = await load()
      const sentences = articles.flatMap(({ paragraphs }) => paragraphs.flat())
      return () => {
        const find = index(sentences)
        return (question) => find(question).flatMap((place) => sentences[place] ?? [])
      }
    },
  }
}

function toArticle({ title, language, paragraphs }: SplitArticle, place: number): ParsedArticle {
  const id = `article-${place}`
  let text = ''
  const numbered = paragraphs.map((sentences, i): Paragraph => {
    if (i > 0) text += '\n\n'
    const placed = sentences.map((plain, j): Sentence => {
      if (j > 0) text += ' '
      const start = text.length
      text += plain
      return {
        article: id,
        paragraph: i + 1,
        number: j + 1,
        kind: 'prose',
        start,
        end: text.length,
        text: plain,
        plain,
      }
    })
    return { number: i + 1, kind: 'prose', trail: [], sentences: placed }
  })
  const counts = { sentenceCount: paragraphs.flat().length, paragraphCount: paragraphs.length }
  return { id, file: `${id}.txt`, title, language, text, format: 'text', ...counts, paragraphs: numbered }
}
