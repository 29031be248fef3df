// What votes are counted by: the question and the passage.
import type { Passage } from '../answer/answer.ts'
import { contentTerms } from '../gaps/content-words.ts'
import type { Language } from '../language/language.ts'
import { shortHash } from '../short-hash.ts'

/** How many people think that a passage answers a question, and that it does not. */
export interface VoteCounts {
  readonly helpful: number
  readonly wrong: number
}

/** The same for questions with the same content words. */
export function questionKey(question: string, languages: readonly Language[]): string {
  return hashOf(...[...new Set(contentTerms(question, languages))].sort())
}

/** Changes when the sentence does. */
export function sentenceHash({ sentence }: Passage): string {
  return hashOf(sentence.plain)
}

/** Names a passage among those of one question. */
export function passageKey(passage: Passage): string {
  return `${sentenceHash(passage)} ${passage.article.id}`
}

function hashOf(...texts: readonly string[]): string {
  return shortHash(JSON.stringify(texts), 12)
}
