// Writes generated articles as files.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SplitArticle } from './text.ts'

/** Writes articles as plain text files until a number of sentences or characters is reached. */
export async function writeArticleFiles(
  folder: string,
  articles: Iterable<SplitArticle>,
  until: { readonly sentences?: number; readonly characters?: number },
): Promise<void> {
  const { sentences = Number.POSITIVE_INFINITY, characters = Number.POSITIVE_INFINITY } = until
  const written = { articles: 0, sentences: 0, characters: 0 }
  for (const { title, paragraphs } of articles) {
    const text = [title, ...paragraphs.map((each) => each.join(' '))].join('\n\n')
    await writeFile(join(folder, `article-${written.articles++}.txt`), text)
    written.sentences += paragraphs.flat().length
    written.characters += text.length
    if (written.sentences >= sentences || written.characters >= characters) return
  }
}
