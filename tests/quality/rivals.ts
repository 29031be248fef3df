/** A search library as a person would set it up who picked it. */
export interface Rival {
  /** What a command calls it. */
  readonly key: string
  readonly name: string
  /** Loads it: sentences → question → places of the first ten. */
  load(): Promise<(sentences: readonly string[]) => (question: string) => number[]>
}

const TEN = 10

export const rivals: readonly Rival[] = [
  {
    key: 'fuse',
    name: 'Fuse.js, as it comes',
    async load() {
      const { default: Fuse } = await import('fuse.js')
      return (sentences) => {
        const fuse = new Fuse(sentences)
        return (question) => fuse.search(question, { limit: TEN }).map(({ refIndex }) => refIndex)
      }
    },
  },
  {
    key: 'fuse-token',
    name: 'Fuse.js, token search',
    async load() {
      const { default: Fuse } = await import('fuse.js')
      const withMeaning = await loadWithMeaning()
      return (sentences) => {
        const fuse = new Fuse(sentences, { useTokenSearch: true, ignoreLocation: true, threshold: 0.3 })
        return (question) => fuse.search(withMeaning(question), { limit: TEN }).map(({ refIndex }) => refIndex)
      }
    },
  },
  {
    key: 'minisearch',
    name: 'MiniSearch',
    async load() {
      const { default: MiniSearch } = await import('minisearch')
      return (sentences) => {
        const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
        search.addAll(sentences.map((text, id) => ({ id, text })))
        return (question) =>
          search
            .search(question)
            .slice(0, TEN)
            .map(({ id }) => Number(id))
      }
    },
  },
  {
    key: 'lunr',
    name: 'lunr',
    async load() {
      const { default: lunr } = await import('lunr')
      return (sentences) => {
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
      }
    },
  },
  {
    key: 'flexsearch',
    name: 'FlexSearch',
    load: () => loadFlexSearch((question) => question),
  },
  {
    key: 'flexsearch-content',
    name: 'FlexSearch, no stop words',
    load: async () => loadFlexSearch(await loadWithMeaning()),
  },
  {
    key: 'orama',
    name: 'Orama',
    async load() {
      const { create, insert, search } = await import('@orama/orama')
      const { stemmer } = await import('@orama/stemmers/english')
      const { stopwords } = await import('@orama/stopwords/english')
      return (sentences) => {
        const tokenizer = { language: 'english', stemming: true, stemmer, stopWords: stopwords } as const
        const orama = create({ schema: { text: 'string' }, components: { tokenizer } })
        for (const [id, text] of sentences.entries()) insert(orama, { id: String(id), text })
        return (question) => {
          const found = search(orama, { term: question, limit: TEN })
          if (found instanceof Promise) throw new Error('Orama answers at once where no plugin waits')
          return found.hits.map(({ id }) => Number(id))
        }
      }
    },
  },
]

async function loadFlexSearch(write: (question: string) => string) {
  const { default: FlexSearch } = await import('flexsearch')
  return (sentences: readonly string[]) => {
    const index = new FlexSearch.Index({ tokenize: 'strict', encoder: FlexSearch.Charset.LatinBalance })
    for (const [id, text] of sentences.entries()) index.add(id, text)
    return (question: string) => index.search(write(question), { limit: TEN, suggest: true }).map(Number)
  }
}

function words(question: string): string {
  return question.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
}

/** A question without the words that only hold it together. */
async function loadWithMeaning(): Promise<(question: string) => string> {
  const { loadLanguage } = await import('../../src/language/language.ts')
  const { splitWords } = await import('../../src/language/words.ts')
  const english = await loadLanguage('en')
  return (question) =>
    splitWords(question)
      .filter(({ text }) => !english.isFunctionWord(text))
      .map(({ text }) => text)
      .join(' ')
}
