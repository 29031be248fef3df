// Helpers for tests that read articles.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ParsedArticle, Sentence } from '../../src/corpus/article.ts'
import { readArticle } from '../../src/corpus/read-article.ts'

/** Reads a text as the article that a file of this name would be. */
export async function articleOf(text: string, file = 'article.txt'): Promise<ParsedArticle> {
  return (await readArticle(file, text)).article
}

/** What a reader sees of each paragraph: its sentences. */
export function plainOf({ paragraphs }: ParsedArticle): string[][] {
  return paragraphs.map(({ sentences }) => sentences.map(({ plain }) => plain))
}

/** Every sentence of an article, in its order. */
export function sentencesOf({ paragraphs }: ParsedArticle): Sentence[] {
  return paragraphs.flatMap(({ sentences }) => sentences)
}

/** The words of an article's sentences, each once: not those that a sentence shows as context. */
export function ownWordsOf(article: ParsedArticle): string[] {
  return sentencesOf(article).flatMap(({ plain, pieces }) =>
    (pieces ?? [{ plain, isContext: false }])
      .filter(({ isContext }) => !isContext)
      .flatMap((piece) => wordsOf(piece.plain)),
  )
}

/** The words of a text, in its order: stretches of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A temporary folder that holds these files by their paths, until the test is over. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-corpus-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Violations of what every article guarantees, a line each. */
export function faultsOf({ id, text, paragraphs }: ParsedArticle): string[] {
  const faults: string[] = []
  let end = 0
  for (const [i, { number, sentences }] of paragraphs.entries()) {
    if (number !== i + 1) faults.push(`paragraph ${i + 1} is numbered ${number}`)
    if (sentences.length === 0) faults.push(`paragraph ${number} holds no sentence`)
    for (const [j, sentence] of sentences.entries()) {
      const where = `sentence ${number}.${j + 1} ${JSON.stringify(sentence.text)}`
      if (sentence.article !== id || sentence.paragraph !== number || sentence.number !== j + 1)
        faults.push(`${where} does not know its place`)
      if (text.slice(sentence.start, sentence.end) !== sentence.text || sentence.text === '')
        faults.push(`${where} is not what the file holds at ${sentence.start}`)
      if (sentence.start < end) faults.push(`${where} begins before the one ahead of it ends`)
      if (sentence.plain === '' || sentence.plain !== sentence.plain.trim())
        faults.push(`${where} has space at its ends`)
      end = sentence.end
    }
  }
  return faults
}
