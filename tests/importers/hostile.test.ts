// Hostile documents: each is refused in one line or converted, and the limits of the process hold.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { messageOf } from '../../src/errors.ts'
import { convert } from '../../src/importers/conversion/convert.ts'
import { runConversion } from '../../src/importers/conversion/run-conversion.ts'
import { conversionLimits } from '../../src/importers/limits.ts'
import { hostileDocuments } from './hostile.ts'

const documents = hostileDocuments()

test('there are forty kinds of hostile documents', () => {
  expect(new Set(documents.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40)
})

for (const { name, outcome, ...source } of documents)
  test(`refuses or converts ${name}`, async () => {
    const said = await convert(source).then(() => 'converted', messageOf)
    if (outcome === 'converted') expect(said).toBe(outcome)
    else expect(said).toMatch(outcome)
  })

const program = pathToFileURL('dist-test/conversion-process.js')
const bytes = readFileSync('tests/fixtures/import/pdf/groff.pdf')
const within = (limits: Partial<typeof conversionLimits | Record<string, number>>) =>
  runConversion({ bytes, format: 'pdf' }, { program, limits: { ...conversionLimits, ...limits } })

test('converts in a process of its own', async () => {
  const [document] = await within({})
  expect(document?.title).toBe('How the Quillfeather bakery keeps its starter alive')
})

test('ends a conversion that takes too long', async () => {
  await expect(within({ milliseconds: 100 })).rejects.toThrow(/longer than 0.1 seconds/u)
})

test('ends a conversion that takes too much memory', async () => {
  await expect(within({ memoryBytes: 45_000_000 })).rejects.toThrow(/more than 45 MB of memory/u)
})

test('refuses a document of too much text', async () => {
  await expect(within({ outputBytes: 100 })).rejects.toThrow(/more than 0.0001 MB of text/u)
})
