// Kills four writers of 10,000 questions, twenty times in each store: `npx tsx tests/store/kill-runs.ts`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import build from '../build-program.ts'
import { freePort } from '../free-port.ts'
import { spawnRedis } from '../redis-server.ts'
import { checkIntegrity } from './check-integrity.ts'
import { killWriters } from './kill-writers.ts'

const RUNS = 20
const WRITES = 10_000

build()
let failed = 0
for (const back of ['SQLite', 'Redis'] as const)
  for (let run = 1; run <= RUNS; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-kill-'))
    const redis = back === 'Redis' ? await spawnRedis(await freePort()) : undefined
    const { acknowledged, lost } = await killWriters(
      { dataDir: folder, ...(redis && { redisUrl: redis.url }) },
      WRITES,
      Math.random,
    )
    const integrity = redis ? 'ok' : await checkIntegrity(folder)
    process.stdout.write(`${back} ${run}: ${acknowledged} acknowledged, ${lost.length} lost, integrity ${integrity}\n`)
    if (lost.length > 0 || integrity !== 'ok') failed++
    await redis?.kill()
    rmSync(folder, { recursive: true })
  }
process.exitCode = failed === 0 ? 0 : 1
