// The hand-written table of each language, by its code.
import { de } from './tables/de.ts'
import { en } from './tables/en.ts'
import { es } from './tables/es.ts'
import { fr } from './tables/fr.ts'
import { ru } from './tables/ru.ts'
import type { LanguageTable } from './tables/table.ts'
import { tr } from './tables/tr.ts'
import { zh } from './tables/zh.ts'

export type { AnswerType, EntityType, QuestionPhrases } from './tables/table.ts'

const tables: Readonly<Record<string, LanguageTable>> = { en, tr, de, es, fr, ru, zh }

const bases = new Map<string, string>()

/** The language of a BCP 47 tag without region and script: `pt-BR` → `pt`. Cached: parsing a tag takes microseconds. */
export function baseLanguage(tag: string): string {
  const base = bases.get(tag) ?? new Intl.Locale(tag).language
  bases.set(tag, base)
  return base
}

/** The table of a language; `undefined` for one that has none. */
export function tableOf(tag: string): LanguageTable | undefined {
  return tables[baseLanguage(tag)]
}

/** The words of a list in a table. */
export function wordList(words = ''): string[] {
  return words.split(' ').filter((word) => word !== '')
}
