// The content words of a question, by which questions are compared.
import type { Language } from '../language/language.ts'
import { splitWords } from '../language/words.ts'

/** The terms of a question's content words, each with the terms of its synonyms. */
export type ContentWords = ReadonlyMap<string, ReadonlySet<string>>

/** Distinct words of a question that are read. */
const MAX_WORDS = 40

/** @param languages those of the articles, the most common first; the question is read in the one it has most words of */
export function contentWords(question: string, languages: readonly Language[]): ContentWords {
  const { words, language } = readWords(question, languages)
  return new Map(words.map((word) => [termOf(word, language), new Set(language?.synonyms(word) ?? [])]))
}

/** The terms of a question's content words, in its order. */
export function contentTerms(question: string, languages: readonly Language[]): string[] {
  const { words, language } = readWords(question, languages)
  return words.map((word) => termOf(word, language))
}

/** The content words of a question, and its language. */
function readWords(question: string, languages: readonly Language[]) {
  const words = splitWords(question)
    .slice(0, MAX_WORDS)
    .map(({ text }) => text)
  const language = languageOf(words, languages)
  return { language, words: words.filter((word) => /[\p{L}\p{N}]/u.test(word) && !language?.isFunctionWord(word)) }
}

function termOf(word: string, language: Language | undefined): string {
  return language?.term(word) ?? word.toLowerCase()
}

/** The language with most function words among some words; the first one if none has any. */
function languageOf(words: readonly string[], languages: readonly Language[]): Language | undefined {
  const counts = languages.map((language) => words.filter((word) => language.isFunctionWord(word)).length)
  return languages[counts.indexOf(Math.max(...counts))]
}
