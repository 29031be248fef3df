import type { Problem } from '../corpus/article.ts'
import { languageAt, recordAt, sentencesOf } from '../corpus/packed.ts'
import { createPacker } from '../corpus/packer.ts'
import { listFiles, openSplitter, readFiles } from '../corpus/read-corpus.ts'
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

/** An edition, and what differs in it from the one before. */
export interface Built {
  readonly version: IndexVersion
  readonly changes: Changes
}

/**
 * Reads a folder as the next edition. Of a file that is as it was, and of one that can no more be read, it takes over what
 * the edition before knows; where no file differs, it is that edition itself.
 * @throws UserError when there is no such folder, or it cannot be read
 */
export async function buildIndex(folder: string, before?: IndexVersion): Promise<Built> {
  const { split } = openSplitter(folder)
  const problems: Problem[] = []
  const old = new Map(before ? readFileStates(before).map((state) => [state.path, state]) : [])
  if (before && isSame(folder, old)) return { version: before, changes: nothing([]) }

  const [packer, indexer] = [createPacker(), createIndexer()]
  const changes = nothing(problems)
  const extentOf = (article: number): Extent => {
    const { from, to } = before ? sentencesOf(before.packed, article) : { from: 0, to: 0 }
    return { articles: 1, sentences: to - from }
  }
  const copy = async (article: number): Promise<void> => {
    if (!before) return
    const language = await loadLanguage(languageAt(before.packed, article))
    packer.copy(before.packed, article)
    indexer.copy(recordAt(before.packed, article), language, before.index, sentencesOf(before.packed, article))
  }
  const files: FileState[] = []
  let articles = 0
  const readings = readFiles(folder, split, ({ path, stamp }) => {
    const state = old.get(path)
    if (!before || state?.article === undefined) return undefined
    return { id: recordAt(before.packed, state.article).id, isSame: state.stamp === stamp }
  })
  for await (const reading of readings) {
    const { kind, path, stamp } = reading
    const state = old.get(path)
    old.delete(path)
    const own = kind === 'known' ? (state?.problems ?? []) : reading.problems
    problems.push(...own.filter(({ message }) => !state?.problems.some((known) => known.message === message)))
    files.push({ path, stamp, problems: own, ...(kind !== 'refused' && { article: articles++ }) })
    if (kind === 'read') {
      packer.add(reading.article)
      indexer.add(reading.article, await loadLanguage(reading.article.language))
      const sentences = reading.article.sentenceCount
      grow(state?.article === undefined ? changes.added : changes.changed, { articles: 1, sentences })
    } else if (state?.article !== undefined) {
      if (kind === 'refused') grow(changes.removed, extentOf(state.article))
      else await copy(state.article)
    }
  }
  for (const { article } of old.values()) if (article !== undefined) grow(changes.removed, extentOf(article))
  const states = writeFileStates(files)
  // Files that are no articles differ: what is answered from stays where it is.
  if (before && isUnchanged(changes)) return { version: { ...before, files: states }, changes }
  return { version: { packed: packer.finish(), index: indexer.finish(), files: states }, changes }
}

function isSame(folder: string, old: ReadonlyMap<string, FileState>): boolean {
  const files = listFiles(folder)
  return files.length === old.size && files.every(({ path, stamp }) => old.get(path)?.stamp === stamp)
}

function nothing(problems: readonly Problem[]): Changes {
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
