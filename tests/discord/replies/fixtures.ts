/** Articles read from files for the rendering tests. */
import type { ParsedArticle } from '../../../src/corpus/article.ts'
import { readArticle } from '../../../src/corpus/read-article.ts'
import { readCorpus } from '../../../src/corpus/read-corpus.ts'

/** The shipped article. */
export const { articles: shipped } = await readCorpus('corpus')

/** An article as the corpus reads it from a file of this name and text. */
export async function articleOf(file: string, text: string): Promise<ParsedArticle> {
  return (await readArticle(file, text)).article
}

/** A short article with front matter, marks in its title and brackets in its address. */
export function harvest(): Promise<ParsedArticle> {
  return articleOf(
    'harvest.md',
    [
      '---',
      'title: "The *harvest* of 2021 (a report)"',
      'date: 2021-10-05',
      'url: https://news.example/harvest_(2021)',
      'section: Farming',
      '---',
      'The apple harvest began in September. Farmers in Anatolia picked 4,000 tonnes of apples. Rain delayed them twice.',
      '',
      'Prices rose by a fifth. @everyone bought **cider** instead.',
    ].join('\n'),
  )
}
