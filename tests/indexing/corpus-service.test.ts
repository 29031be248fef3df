import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countSentences } from '../../src/corpus/packed.ts'
import { CorpusService } from '../../src/indexing/corpus-service.ts'
import { folderOf } from '../corpus/reading.ts'

test('an edition that could not be opened is offered again', { timeout: 20_000 }, async () => {
  const corpus = folderOf({ 'ferry.txt': 'The ferry leaves at nine.\n' })
  const offered: number[] = []
  let isFull = false
  const library = await CorpusService.open(
    { corpus, cache: folderOf({}) },
    {
      onUpdate: async ({ packed }) => {
        offered.push(countSentences(packed))
        if (isFull) throw new Error('no memory')
      },
      onError: () => undefined,
      onWarning: () => undefined,
    },
  )
  onTestFinished(() => library.close())
  isFull = true
  writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten. It is late.\n')
  await expect(library.reload()).rejects.toThrow('no memory')
  isFull = false
  await library.reload()
  expect(offered.at(0)).toBe(1)
  expect(offered.slice(1).length).toBeGreaterThanOrEqual(2)
  expect(new Set(offered.slice(1))).toEqual(new Set([2]))
})

test('what is closed reads no more', { timeout: 20_000 }, async () => {
  const library = await CorpusService.open(
    { corpus: folderOf({ 'ferry.txt': 'The ferry leaves at nine.\n' }), cache: folderOf({}) },
    { onUpdate: async () => undefined, onError: () => undefined, onWarning: () => undefined },
  )
  library.close()
  await expect(library.reload()).rejects.toThrow('nobody reads the articles any more')
})
