// The languages that questions are compared in.
import type { Answerer } from '../answer/answer.ts'
import { type Language, loadLanguage } from '../language/language.ts'

const loaded = new WeakMap<Answerer, Promise<readonly Language[]>>()

/** The languages of the articles, the most common first. */
export function languagesOf(answerer: Answerer): Promise<readonly Language[]> {
  const known = loaded.get(answerer) ?? load(answerer)
  loaded.set(answerer, known)
  return known
}

function load({ articles }: Answerer): Promise<readonly Language[]> {
  const counts = new Map<string, number>()
  for (const { language } of articles) counts.set(language, (counts.get(language) ?? 0) + 1)
  const byFrequency = [...counts].sort(([, a], [, b]) => b - a)
  return Promise.all(byFrequency.map(([tag]) => loadLanguage(tag)))
}
