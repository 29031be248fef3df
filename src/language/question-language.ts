// Tells in which of some languages a question is written; it is too short for trigrams.
import { loadLanguage } from './language.ts'
import { wordsIn } from './words.ts'

/**
 * The language with the most function words in a question, such as `who` or `the`.
 * @param tags the languages to choose from
 * @returns undefined if none has more than the others
 */
export async function questionLanguage(question: string, tags: readonly string[]): Promise<string | undefined> {
  const words = wordsIn(question)
  const languages = await Promise.all(tags.map(loadLanguage))
  const counts = languages
    .map(({ isFunctionWord }, i) => ({ tag: tags[i], count: words.filter(isFunctionWord).length }))
    .sort((a, b) => b.count - a.count)
  const [best, second] = counts
  return best && best.count > (second?.count ?? 0) ? best.tag : undefined
}
