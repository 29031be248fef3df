// The content words of a question, by which questions are compared.
import type { Language } from '../language/language.ts'
import { splitWords } from '../language/words.ts'

/** The terms of a question's content words, each with the terms of its synonyms. */
export type ContentWords = ReadonlyMap<string, ReadonlySet<string>>

/** Distinct words of a question that are read. */
const MAX_WORDS = 40

/** @param languages those of the articles, the most common first; the question is read in the one it has most words of */
export function contentWords(question: string, languages: readonly Language[]): ContentWords {
  const words = splitWords(question).slice(0, MAX_WORDS)
  const language = languageOf(
    words.map(({ text }) => text),
    languages,
  )
  const content = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && !language?.isFunctionWord(text))
  return new Map(
    content.map(({ text }) => [language?.term(text) ?? text.toLowerCase(), new Set(language?.synonyms(text) ?? [])]),
  )
}

/** The language with most function words among some words; the first one if none has any. */
function languageOf(words: readonly string[], languages: readonly Language[]): Language | undefined {
  const counts = languages.map((language) => words.filter((word) => language.isFunctionWord(word)).length)
  return languages[counts.indexOf(Math.max(...counts))]
}
