import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { countSentences } from '../corpus/packed.ts'
import { openSplitter } from '../corpus/read-corpus.ts'
import { messageOf } from '../errors.ts'
import { type Built, buildIndex } from './build-index.ts'
import { type IndexVersion, problemLine } from './index-version.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

/** Where the articles are, and where their index is kept between runs. */
export interface CorpusPaths {
  /** The folder of the articles. */
  readonly corpus: string
  /** The folder of snapshots. */
  readonly cache: string
}

/** Fewer sentences are indexed sooner than a snapshot of them is read. */
const WORTH_KEEPING = 5_000

/**
 * Reads the next edition of a folder, from the one before or else from the snapshot as far as these still hold, and keeps a
 * snapshot of it. What goes wrong with the snapshot is told in a line, and costs only time.
 * @param built is called as soon as the edition is there, before the snapshot is written
 * @throws UserError when there is no such folder, or it cannot be read
 */
export async function refreshIndex(
  { corpus, cache }: CorpusPaths,
  before: IndexVersion | undefined,
  built: (built: Built) => void,
  tell: (line: string) => void,
): Promise<void> {
  const splitter = openSplitter(corpus)
  if (!before) for (const problem of splitter.problems) tell(problemLine(problem))
  const identity = identityOf(corpus, splitter.problems.length === 0)
  const path = join(cache, `${hash(identity.folder)}.snapshot`)
  const known =
    before ??
    attempt(
      () => readSnapshot(path, identity.text),
      `warning: the snapshot ${path} is of no use, and the articles are indexed anew`,
      tell,
    )
  const next = await buildIndex(corpus, known)
  built(next)
  if (next.version === known || countSentences(next.version.packed) < WORTH_KEEPING) return
  attempt(
    () => writeSnapshot(path, identity.text, next.version),
    `warning: no snapshot can be kept in ${cache}, so that the next start takes longer`,
    tell,
  )
}

function attempt<T>(act: () => T, failure: string, tell: (line: string) => void): T | undefined {
  try {
    return act()
  } catch (error) {
    tell(`${failure} (${messageOf(error)})`)
    return undefined
  }
}

/** What a snapshot depends on beside the files: the folder, this program, what splits sentences, and the machine's rules for words. */
function identityOf(corpus: string, isNative: boolean): { readonly folder: string; readonly text: string } {
  let folder = corpus
  try {
    folder = realpathSync(corpus)
  } catch {
    // Whoever reads the folder says so.
  }
  const { platform, arch, versions } = process
  return { folder, text: [folder, program, isNative, platform, arch, versions.icu, versions.unicode].join('\n') }
}

/** The program that renews in a thread of its own; built, its name says of what parts. */
export const workerFile = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** Read once, with the program: what is built meanwhile is another. */
const program = hash(readFileSync(workerFile))

function hash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
