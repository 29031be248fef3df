// Finds the sentence that a link names, also after the article has changed.
import type { Article, Sentence } from '../corpus/article.ts'
import { type SentenceAddress, sentenceKey } from './links.ts'
import { paragraphParts, sentenceAtPlace } from './paragraph-parts.ts'
import { withPauses } from './pause.ts'

/** The sentence at the address's place if it still has those words, or else the nearest one that has; if any. */
export async function findSentence(article: Article, address: SentenceAddress): Promise<Sentence | undefined> {
  const { paragraph, number, key } = address
  const there = sentenceAtPlace(article, paragraph, number)
  if (there && sentenceKey(there) === key) return there
  let nearest: Sentence | undefined
  const distance = (sentence: Sentence) => Math.abs(sentence.paragraph - paragraph)
  for await (const { sentences } of withPauses(paragraphParts(article)))
    for (const sentence of sentences)
      if (sentenceKey(sentence) === key && (!nearest || distance(sentence) < distance(nearest))) nearest = sentence
  return nearest
}
