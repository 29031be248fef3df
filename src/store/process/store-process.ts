// The process of the store: answers calls on the SQLite database in the folder that its argument names, in turn.
import { messageOf, UserError } from '../../errors.ts'
import { openSqlite } from '../sqlite.ts'
import type { Arguments, StoreCall, StoreOutcome } from './calls.ts'

type Methods = { readonly [Method in keyof Arguments]: (...args: Arguments[Method]) => Promise<unknown> }

const [, , folder = ''] = process.argv
let opening: Promise<Methods> | undefined

/** Tries again with each call after a failure: a disk that was full when the process was started again may have room. */
async function opened(): Promise<Methods> {
  opening ??= openSqlite(folder)
  try {
    return await opening
  } catch (error) {
    opening = undefined
    throw error
  }
}

async function outcomeOf({ id, method, args }: StoreCall): Promise<StoreOutcome> {
  try {
    return { kind: 'result', id, result: await run(await opened(), method, args) }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'failure', id, message: error.what, remedy: error.remedy }
    return { kind: 'failure', id, message: messageOf(error) }
  }
}

function run<Method extends keyof Arguments>(methods: Methods, method: Method, args: Arguments[Method]) {
  return methods[method](...args)
}

// A terminal and systemd signal this process too: it ends with its parent, which has records to write until then.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('message', async (call: StoreCall) => process.send?.(await outcomeOf(call)))
process.once('disconnect', () => process.exit())
