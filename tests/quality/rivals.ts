import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { loadLanguage } from '../../src/search/language.ts'
import { splitWords } from '../../src/search/words.ts'

/** A search library as a person would set it up who picked it: sentences → question → places of the first ten. */
export interface Rival {
  readonly name: string
  index(sentences: readonly string[]): (question: string) => number[]
}

const TEN = 10
const english = await loadLanguage('en')

export const rivals: readonly Rival[] = [
  {
    name: 'Fuse.js, as it comes',
    index(sentences) {
      const fuse = new Fuse(sentences)
      return (question) => fuse.search(question, { limit: TEN }).map(({ refIndex }) => refIndex)
    },
  },
  {
    name: 'Fuse.js, token search',
    index(sentences) {
      const fuse = new Fuse(sentences, { useTokenSearch: true, ignoreLocation: true, threshold: 0.3 })
      return (question) => fuse.search(withMeaning(question), { limit: TEN }).map(({ refIndex }) => refIndex)
    },
  },
  {
    name: 'MiniSearch',
    index(sentences) {
      const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
      search.addAll(sentences.map((text, id) => ({ id, text })))
      return (question) =>
        search
          .search(question)
          .slice(0, TEN)
          .map(({ id }) => Number(id))
    },
  },
  {
    name: 'lunr',
    index(sentences) {
      const index = lunr((builder) => {
        builder.field('text')
        for (const [id, text] of sentences.entries()) builder.add({ id, text })
      })
      // Its query language gives signs such as `:` and `-` a meaning.
      return (question) =>
        index
          .search(words(question))
          .slice(0, TEN)
          .map(({ ref }) => Number(ref))
    },
  },
  {
    name: 'FlexSearch',
    index(sentences) {
      const index = new FlexSearch.Index({
        tokenize: 'strict',
        encoder: FlexSearch.Charset.LatinBalance,
        context: true,
      })
      for (const [id, text] of sentences.entries()) index.add(id, text)
      return (question) => index.search(withMeaning(question), { limit: TEN, suggest: true }).map(Number)
    },
  },
]

function words(question: string): string {
  return question.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
}

function withMeaning(question: string): string {
  return splitWords(question)
    .filter(({ text }) => !english.isFunctionWord(text))
    .map(({ text }) => text)
    .join(' ')
}
