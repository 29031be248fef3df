// Kills four processes that write into one store, and looks for what is lost.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openStore, type StoreOptions } from '../../src/store/open-store.ts'

const WRITERS = 4
const SERVER = '100000000000000001'

export interface KillOutcome {
  readonly acknowledged: number
  readonly lost: readonly string[]
}

/**
 * Lets four processes write `writes` questions in all, and kills each with SIGKILL after a random share of its own.
 * @param random returns numbers from 0 to 1
 */
export async function killWriters(options: StoreOptions, writes: number, random: () => number): Promise<KillOutcome> {
  const each = writes / WRITERS
  const program = fileURLToPath(new URL('writer.mjs', import.meta.url))
  const runs = Array.from({ length: WRITERS }, async (_, i) => {
    const range = [i * each, (i + 1) * each].map(String)
    const writer = spawn(process.execPath, [program, JSON.stringify(options), SERVER, ...range], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(writer, 'exit')
    const killAfter = Math.floor(random() * each)
    const keys: string[] = []
    for await (const key of createInterface(writer.stdout)) {
      keys.push(key)
      if (keys.length === killAfter) writer.kill('SIGKILL')
    }
    await exited
    return keys
  })
  const acknowledged = (await Promise.all(runs)).flat()
  // Fails if the database is corrupt.
  const store = await openStore(options)
  const kept = new Map((await store.questions(SERVER)).map((record) => [record.key, record.question]))
  await store.close()
  const lost = acknowledged.filter((key) => kept.get(key) !== `How deep is basin ${key.slice(1)}?`)
  return { acknowledged: acknowledged.length, lost }
}
