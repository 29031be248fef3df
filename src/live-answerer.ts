import { setImmediate } from 'node:timers/promises'
import { type Answerer, openAnswerer } from './answer/answer.ts'
import { countArticles, countSentences, type PackedArticles, plainAt } from './corpus/packed.ts'
import { UserError } from './errors.ts'
import { type Changes, problemsOf } from './library/edition.ts'
import { Library } from './library/library.ts'
import { renewEdition, type Shelves } from './library/renew-edition.ts'

/** What is heard of the articles while they are asked. */
export interface Listener {
  /** The folder has changed, and `answerer` knows it as it is now. */
  renewed(answerer: Answerer, changes: Changes): Promise<void>
  /** The folder could not be read again: what was read before goes on answering. */
  failed(error: unknown): void
  /** Something that the owner should know, in a line. */
  told(line: string): void
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
export async function openLive(shelves: Shelves, listener: Listener): Promise<LiveAnswerer> {
  let current: Answerer | undefined
  const library = await Library.open(shelves, {
    ...listener,
    renewed: async (edition, changes) => {
      const isFirst = current === undefined
      current = await openAnswerer(edition.packed, edition.index)
      if (!isFirst) return listener.renewed(current, changes)
      for (const line of problemsOf(edition)) listener.told(line)
      void warmUp(current, edition.packed)
    },
  })
  return {
    get current() {
      if (!current) throw new Error('a library that is open has an edition')
      return current
    },
    reload: () => library.reload(),
    close: () => library.close(),
  }
}

/** So many questions, and the engine has compiled what answers them. */
const WARMING = 40
/** UTF-16 units by which each is longer than the one before. */
const LENGTHENED = 10

/**
 * Asks what nobody waits for: the first questions load what all need, and take ten times as long as later ones. Each is a
 * little longer than the one before, and asked of its own article alone, so that none holds up whatever else there is to do.
 */
async function warmUp(answerer: Answerer, packed: PackedArticles): Promise<void> {
  const step = countSentences(packed) / WARMING
  for (let i = 0; i < WARMING; i++) {
    await setImmediate()
    const ordinal = Math.floor(i * step)
    const article = answerer.articles[packed.articleOf[ordinal] ?? 0]
    if (article) answerer.ask(plainAt(packed, ordinal).slice(0, LENGTHENED * i), { article: article.id })
  }
}

/**
 * Reads a folder once.
 * @throws UserError when it cannot be read, or is empty
 */
export async function openOnce(shelves: Shelves, told: (line: string) => void): Promise<Answerer> {
  let opening: Promise<Answerer> | undefined
  await renewEdition(
    shelves,
    undefined,
    ({ edition }) => {
      for (const line of problemsOf(edition)) told(line)
      if (countArticles(edition.packed) > 0) opening = openAnswerer(edition.packed, edition.index)
    },
    told,
  )
  if (!opening) throw new UserError(`there is no article in ${shelves.corpus}`, 'put a .txt or .md file there')
  return opening
}
