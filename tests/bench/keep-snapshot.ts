import { openAnswerer } from '../../src/answer/answer.ts'
import type { Built } from '../../src/library/build-edition.ts'
import { renewEdition } from '../../src/library/renew-edition.ts'

// A process that makes a folder of articles ready to be asked, and keeps the snapshot: `node keep-snapshot.js CORPUS CACHE`.
// It prints how many milliseconds after its start they were ready, and ends when the snapshot is kept.
const [corpus = '', cache = ''] = process.argv.slice(2)
await renewEdition({ corpus, cache }, undefined, (built) => void open(built), console.error)

async function open({ edition: { packed, index } }: Built): Promise<void> {
  await openAnswerer(packed, index)
  process.stdout.write(`${performance.now()}\n`)
}
