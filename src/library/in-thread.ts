import { Worker } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { Built } from './build-edition.ts'
import type { Edition } from './edition.ts'
import { type Shelves, threadFile } from './renew-edition.ts'

/** What the thread is given, and what it says. */
export interface ToThread {
  readonly shelves: Shelves
  readonly before: Edition | undefined
}
export type FromThread =
  | { readonly kind: 'built'; readonly built: Built }
  | { readonly kind: 'told'; readonly line: string }
  | { readonly kind: 'refused'; readonly what: string; readonly remedy: string }

/**
 * Renews an edition in a thread of its own, so that nobody who asks has to wait; resolves as soon as it is there.
 * @throws UserError when there is no such folder, or it cannot be read
 */
export function renewInThread(
  shelves: Shelves,
  before: Edition | undefined,
  tell: (line: string) => void,
): Promise<Built> {
  const thread = startThread({ shelves, before })
  return new Promise((resolve, reject) => {
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'built') resolve(message.built)
      else if (message.kind === 'told') tell(message.line)
      else reject(new UserError(message.what, message.remedy))
    })
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread that reads the articles ended (${code})`)))
  })
}

/** From the source, as tests run it, the thread has to learn TypeScript first. */
function startThread(given: ToThread): Worker {
  const { href, pathname } = threadFile
  if (!pathname.endsWith('.ts')) return new Worker(threadFile, { workerData: given })
  const learn = `import('tsx/esm/api').then(({ register }) => register() && import(${JSON.stringify(href)}))`
  return new Worker(learn, { eval: true, workerData: given })
}
