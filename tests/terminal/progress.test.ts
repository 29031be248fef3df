// Progress is shown on a terminal only, and only when reading takes long.
import { WriteStream } from 'node:tty'
import { expect, test, vi } from 'vitest'
import { showProgress } from '../../src/terminal/progress.ts'

function terminal() {
  const stream: WriteStream = Object.create(WriteStream.prototype, { isTTY: { value: true, configurable: true } })
  const written: string[] = []
  vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  return { stream, written }
}

test('is shown after two seconds, once a percent, and erased at the end', () => {
  const { stream, written } = terminal()
  let now = 0
  const onProgress = showProgress(stream, () => now)
  onProgress?.(10, 2_000)
  expect(written).toEqual([])
  now = 2_000
  for (const done of [500, 505, 1_000, 2_000]) onProgress?.(done, 2_000)
  expect(written).toEqual([
    '\r\u001b[KReading the articles: 25 % of 2,000 files',
    '\r\u001b[KReading the articles: 50 % of 2,000 files',
    '\r\u001b[K',
  ])
})

test('is not shown in a pipe or a file', () => {
  const { stream } = terminal()
  Object.defineProperty(stream, 'isTTY', { value: false })
  expect(showProgress(stream)).toBeUndefined()
})
