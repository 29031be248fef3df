// Writing imported documents as articles.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { importedFiles } from '../../src/importers/article-file.ts'
import { saveArticle } from '../../src/importers/save-article.ts'
import { cpuOf } from '../hostile/cpu.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-save-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function save(corpus: string, markdown: string) {
  const provenance = { sha256: 'a'.repeat(64) }
  const known = await importedFiles(corpus)
  const document = { markdown, warnings: [] }
  return saveArticle(document, { corpus, to: '.', name: 'tides', provenance, known, isPage: false })
}

test('a document of page marks has no text', async () => {
  await expect(save(temporaryFolder(), '<!-- page 1 -->\n\n<!-- page 2 -->')).rejects.toThrow('no text')
})

test('takes time in proportion to the text, whatever is in it', async () => {
  const corpus = temporaryFolder()
  const paragraphs = (word: string) => Array.from({ length: 40_000 }, (_, i) => `${word} ${i}`).join('\n\n')
  for (const text of [`${'<!--'.repeat(60_000)} ebb`, paragraphs('ebb'), paragraphs('flow')])
    expect(await cpuOf(() => save(corpus, text), 1_000)).toBeLessThan(1_000)
})
