// Processes tell each other through Redis that the articles have changed.
import { expect, onTestFinished, test } from 'vitest'
import { type ChangeMessages, openChangeMessages } from '../../src/store/change-messages.ts'
import { freePort } from '../free-port.ts'
import { hasRedis, startRedis } from '../redis-server.ts'

/** A process, and how often it was told. */
async function processOn(url: string): Promise<{ messages: ChangeMessages; told: () => number; warnings: string[] }> {
  let told = 0
  const warnings: string[] = []
  const messages = await openChangeMessages(
    url,
    () => void told++,
    (line) => warnings.push(line),
  )
  onTestFinished(messages.close)
  return { messages, told: () => told, warnings }
}

test.runIf(hasRedis)('tells the other processes, but not the one that tells', async () => {
  const { url } = await startRedis(await freePort())
  const [a, b, c] = [await processOn(url), await processOn(url), await processOn(url)]
  a.messages.send()
  await expect.poll(() => [a.told(), b.told(), c.told()]).toEqual([0, 1, 1])
  b.messages.send()
  await expect.poll(() => [a.told(), b.told(), c.told()]).toEqual([1, 1, 2])
})

test.runIf(hasRedis)('starts without Redis, and listens once it is there', { timeout: 20_000 }, async () => {
  const port = await freePort()
  const [a, b] = await Promise.all([1, 2].map(() => processOn(`redis://127.0.0.1:${port}/0`)))
  expect(a?.warnings).toEqual([expect.stringMatching(/^warning: Redis is unreachable/u)])
  await startRedis(port)
  await expect
    .poll(
      () => {
        a?.messages.send()
        return b?.told()
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0)
})
