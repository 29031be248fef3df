// A process that writes questions into a store and prints the key of each one that the store has acknowledged.
import { writeSync } from 'node:fs'
import { openStore } from '../../dist-test/open-store.js'

const [options, server, from, to] = process.argv.slice(2)
const store = await openStore(JSON.parse(options))
for (let i = Number(from); i < Number(to); i++) {
  const key = `k${i}`
  const record = {
    key,
    server,
    question: `How deep is basin ${i}?`,
    verdict: 'silent',
    unknown: ['basin'],
    state: 'open',
  }
  await store.putQuestion({ ...record, askedAt: i })
  // Synchronously, so that a killed process has printed what it has written.
  writeSync(1, `${key}\n`)
}
await store.close()
