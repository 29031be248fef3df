// The history of the chat between runs.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHistory } from '../../src/terminal/history.ts'
import { folderOf } from '../run-verbatim.ts'

test('is read latest first, and holds a repeated question once', () => {
  const path = join(folderOf({}), 'cache', 'history')
  const history = openHistory(path)
  for (const question of ['Who?', 'Where?', 'Where?']) history.add(question)
  expect(openHistory(path).questions).toEqual(['Where?', 'Who?'])
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('is cut to the last thousand questions', () => {
  const path = join(folderOf({ history: Array.from({ length: 1_200 }, (_, i) => `${i}?\n`).join('') }), 'history')
  expect(openHistory(path).questions).toHaveLength(1_000)
  expect(readFileSync(path, 'utf8')).toMatch(/^200\?\n201\?/u)
})

test('is empty where no file can be written', () => {
  const history = openHistory(join(folderOf({ file: '' }), 'file', 'history'))
  history.add('Who?')
  expect(history.questions).toEqual([])
})
