// Builds an index version from the corpus folders, taking unchanged files over from the version before.
import type { Problem } from '../corpus/article.ts'
import { type CorpusFile, listFiles } from '../corpus/files/list-files.ts'
import { languageAt, paragraphsOf, recordAt, sentencesOf } from '../corpus/packed.ts'
import { createPacker } from '../corpus/packer.ts'
import { type Known, readFiles } from '../corpus/read-corpus.ts'
import { loadLanguage } from '../language/language.ts'
import { createIndexer } from '../search/search-index.ts'
import {
  type Changes,
  type Extent,
  type FileState,
  type IndexVersion,
  isUnchanged,
  readFileStates,
  writeFileStates,
} from './index-version.ts'

/** A version, and how it differs from the one before. */
export interface Built {
  readonly version: IndexVersion
  readonly changes: Changes
  /** The documents that still have to be converted, and are read as soon as they are. */
  readonly pending: readonly CorpusFile[]
}

/** Called after each file with the number of files done and of all files. */
export type OnProgress = (done: number, total: number) => void

/**
 * Builds the next version. Unchanged files, and files that can no longer be read, are taken over from the version before;
 * if nothing differs, the result is that version itself.
 * @param imported folder of the documents' conversions; without it, documents are refused
 * @throws UserError when a folder cannot be read
 */
export async function buildIndex(
  folders: readonly string[],
  before?: IndexVersion,
  onProgress: OnProgress = () => undefined,
  imported?: string,
): Promise<Built> {
  const { files, problems: found } = await listFiles(folders, imported)
  const pending = files.filter(({ document }) => document?.isPending)
  const old = new Map(before ? readFileStates(before).map((state) => [state.path, state]) : [])
  if (before && isSame(files, old)) return { version: before, changes: noChanges([]), pending }

  const [packer, indexer] = [createPacker(), createIndexer()]
  const problems: Problem[] = [...found]
  const changes = noChanges(problems)
  const extentOf = (article: number): Extent => {
    const { from, to } = before ? sentencesOf(before.packed, article) : { from: 0, to: 0 }
    return { articles: 1, sentences: to - from }
  }
  const copy = async (article: number): Promise<void> => {
    if (!before) return
    const language = await loadLanguage(languageAt(before.packed, article))
    packer.copy(before.packed, article)
    const [sentences, paragraphs] = [sentencesOf(before.packed, article), paragraphsOf(before.packed, article)]
    indexer.copy(recordAt(before.packed, article), language, before.index, sentences, paragraphs)
  }
  const knownOf = ({ path, id, stamp }: CorpusFile): Known => {
    const state = old.get(path)
    // An article of another id is another article.
    if (state?.article === undefined || state.id !== id) return 'nothing'
    return state.stamp === stamp ? 'same' : 'older'
  }
  const states: FileState[] = []
  let articles = 0
  for await (const reading of readFiles(files, knownOf)) {
    const { path, stamp, id } = reading.file
    const state = old.get(path)
    old.delete(path)
    const own = reading.kind === 'known' ? (state?.problems ?? []) : reading.problems
    problems.push(...own.filter(({ message }) => !state?.problems.some((known) => known.message === message)))
    const hasArticle = ['known', 'read', 'kept'].includes(reading.kind)
    states.push({ path, stamp, id, problems: own, ...(hasArticle && { article: articles++ }) })
    if (reading.kind === 'read') {
      packer.add(reading.article)
      indexer.add(reading.article, await loadLanguage(reading.article.language))
      const sentences = reading.article.sentenceCount
      grow(state?.article === undefined ? changes.added : changes.changed, { articles: 1, sentences })
    } else if (state?.article !== undefined) {
      if (hasArticle) await copy(state.article)
      else grow(changes.removed, extentOf(state.article))
    }
    onProgress(states.length, files.length)
  }
  for (const { article } of old.values()) if (article !== undefined) grow(changes.removed, extentOf(article))
  const written = writeFileStates(states)
  // Only files without an article differ: the arrays stay as they are.
  if (before && isUnchanged(changes)) return { version: { ...before, files: written }, changes, pending }
  return { version: { packed: packer.finish(), index: indexer.finish(), files: written }, changes, pending }
}

function isSame(files: readonly CorpusFile[], old: ReadonlyMap<string, FileState>): boolean {
  return (
    files.length === old.size &&
    files.every(({ path, id, stamp }) => {
      const state = old.get(path)
      return state?.stamp === stamp && state.id === id
    })
  )
}

function noChanges(problems: readonly Problem[]): Changes {
  return {
    added: { articles: 0, sentences: 0 },
    changed: { articles: 0, sentences: 0 },
    removed: { articles: 0, sentences: 0 },
    problems,
  }
}

function grow(extent: Extent, by: Extent): void {
  extent.articles += by.articles
  extent.sentences += by.sentences
}
