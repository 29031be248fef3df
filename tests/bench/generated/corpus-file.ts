// Stores a generated corpus in one file, so that every process reads the same text.
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SplitArticle } from './text.ts'

/** Writes articles as JSON lines until a number of sentences is reached. */
export async function writeCorpusFile(
  path: string,
  articles: Iterable<SplitArticle>,
  size: number,
  progress: (sentences: number) => void,
): Promise<void> {
  const lines = function* () {
    let written = 0
    for (const article of articles) {
      yield `${JSON.stringify(article)}\n`
      written += article.paragraphs.flat().length
      progress(Math.min(written, size))
      if (written >= size) return
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

/** Reads the first `size` sentences of such a file. */
export async function readCorpusFile(path: string, size: number): Promise<SplitArticle[]> {
  const articles: SplitArticle[] = []
  let left = size
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const article: SplitArticle = JSON.parse(line)
    const paragraphs: (readonly string[])[] = []
    for (const sentences of article.paragraphs) {
      const part = sentences.slice(0, left)
      if (part.length > 0) paragraphs.push(part)
      left -= part.length
    }
    articles.push({ ...article, paragraphs })
    if (left === 0) break
  }
  return articles
}
