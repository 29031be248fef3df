import { setImmediate } from 'node:timers/promises'
import type { Answerer } from './answer/answer.ts'
import { countArticles, countSentences, type PackedArticles, plainAt } from './corpus/packed.ts'
import { messageOf, UserError } from './errors.ts'
import { CorpusService } from './indexing/corpus-service.ts'
import { type Changes, problemsOf } from './indexing/index-version.ts'
import { type CorpusPaths, refreshIndex } from './indexing/refresh-index.ts'

/** What is heard of the articles while they are asked. */
export interface CorpusListener {
  /** The folder has changed, and `answerer` knows it as it is now. */
  onUpdate(answerer: Answerer, changes: Changes): Promise<void>
  /** The folder could not be read again: what was read before goes on answering. */
  onError(error: unknown): void
  /** Something that the owner should know, in a line. */
  onWarning(line: string): void
}

/** The articles of a folder, as they are. */
export interface LiveAnswerer {
  /** Whoever asks twice and wants to hear of the same articles keeps it meanwhile. */
  readonly current: Answerer
  /**
   * Looks at the folder at once.
   * @throws UserError when it cannot be read, or is empty
   */
  reload(): Promise<Changes>
  /** Leaves the folder alone from now on. */
  close(): void
}

/**
 * Reads a folder in a thread of its own, and again whenever it changes.
 * @throws UserError when it cannot be read, or is empty
 */
export async function openLive(shelves: CorpusPaths, listener: CorpusListener): Promise<LiveAnswerer> {
  let current: Answerer | undefined
  let isClosed = false
  const opening = CorpusService.open(shelves, {
    ...listener,
    onUpdate: async (edition, changes) => {
      const isFirst = current === undefined
      const { openAnswerer } = await answering
      const answerer = await openAnswerer(edition.packed, edition.index)
      current = answerer
      if (!isFirst) return listener.onUpdate(answerer, changes)
      for (const line of problemsOf(edition)) listener.onWarning(line)
      const isWanted = () => !isClosed && current === answerer
      warmUp(answerer, edition.packed, isWanted).catch((error: unknown) =>
        listener.onWarning(`warning: a question that nobody asked could not be answered (${messageOf(error)})`),
      )
    },
  })
  // Loaded while the thread reads.
  const answering = import('./answer/answer.ts')
  const library = await opening
  return {
    get current() {
      if (!current) throw new Error('a library that is open has an edition')
      return current
    },
    reload: () => library.reload(),
    close: () => {
      isClosed = true
      library.close()
    },
  }
}

/** So many questions of an article alone, then as many of all, and the engine has compiled what answers them. */
const WARMING = 20
/** UTF-16 units by which each is longer than the one before. */
const LENGTHENED = 6
const openings = ['When', 'Who', 'Where', 'How many']

/**
 * Asks what nobody waits for: the first questions load what all need, and take ten times as long as later ones. In
 * each round each is a little longer than the one before, so that none takes long.
 */
async function warmUp(answerer: Answerer, packed: PackedArticles, isWanted: () => boolean): Promise<void> {
  const step = countSentences(packed) / (2 * WARMING)
  for (let i = 0; i < 2 * WARMING; i++) {
    await setImmediate()
    if (!isWanted()) return
    const ordinal = Math.floor(i * step)
    const length = LENGTHENED * (1 + (i % WARMING))
    const question = `${openings[i % openings.length]} ${plainAt(packed, ordinal).slice(0, length)}?`
    const article = answerer.articles[packed.articleOf[ordinal] ?? 0]
    answerer.ask(question, article && i < WARMING ? { article: article.id } : {})
  }
}

/**
 * Reads a folder once.
 * @throws UserError when it cannot be read, or is empty
 */
export async function openOnce(shelves: CorpusPaths, told: (line: string) => void): Promise<Answerer> {
  const answering = import('./answer/answer.ts')
  let opening: Promise<Answerer> | undefined
  await refreshIndex(
    shelves,
    undefined,
    ({ version }) => {
      for (const line of problemsOf(version)) told(line)
      if (countArticles(version.packed) > 0)
        opening = answering.then(({ openAnswerer }) => openAnswerer(version.packed, version.index))
    },
    told,
  )
  if (!opening) throw new UserError(`there is no article in ${shelves.corpus}`, 'put a .txt or .md file there')
  return opening
}
