/** Reads the store for a reply, which has to do without where it cannot be read. */
import type { Log } from '../../log.ts'

/** What `read` resolves with; undefined, with a line in the log, when it fails. */
export async function readStore<T>(log: Log, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    log.warn({ err: error }, 'the store cannot be read')
    return undefined
  }
}
