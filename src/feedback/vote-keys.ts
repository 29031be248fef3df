// What votes are counted by: the question and the passage.
import { createHash } from 'node:crypto'
import type { Passage } from '../answer/answer.ts'
import { contentTerms } from '../gaps/content-words.ts'
import type { Language } from '../language/language.ts'

/** How many people think that a passage answers a question, and that it does not. */
export interface VoteCounts {
  readonly helpful: number
  readonly wrong: number
}

/** The same for questions with the same content words. */
export function questionKey(question: string, languages: readonly Language[]): string {
  return shortHash(...[...new Set(contentTerms(question, languages))].sort())
}

/** Changes when the sentence does. */
export function sentenceHash({ sentence }: Passage): string {
  return shortHash(sentence.plain)
}

/** Names a passage among those of one question. */
export function passageKey(passage: Passage): string {
  return `${sentenceHash(passage)} ${passage.article.id}`
}

function shortHash(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 12)
}
