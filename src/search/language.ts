import { createRequire } from 'node:module'
import * as v from 'valibot'
import { fold } from './words.ts'

/** How one language's words are read. */
export interface Language {
  /** BCP 47 tag. */
  readonly tag: string
  /** The term that a word, in whatever form or case, is found under. */
  term(word: string): string
  /** Whether a word only holds a sentence together (`the`, `did`, `who`). */
  isFunctionWord(word: string): boolean
}

const loaded = new Map<string, Promise<Language>>()

/** Loads the stemmer and the stop words of a language, where there are any: other languages match by whole words. */
export function loadLanguage(tag: string): Promise<Language> {
  const known = loaded.get(tag) ?? load(tag)
  loaded.set(tag, known)
  return known
}

/** What the packages of stemmers and stop words call a language: `@orama/stemmers/turkish`. */
const packageNames: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'indian',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  ja: 'japanese',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sa: 'sanskrit',
  sl: 'slovenian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  uk: 'ukrainian',
  zh: 'mandarin',
}

async function load(tag: string): Promise<Language> {
  const { language } = new Intl.Locale(tag)
  const name = packageNames[language] ?? language
  const [{ stemmer = (word: string) => word }, { stopwords = [] }] = await Promise.all([
    importIfThere(`@orama/stemmers/${name}`, StemmerModule),
    importIfThere(`@orama/stopwords/${name}`, StopWordsModule),
  ])
  const functionWords = new Set(stopwords.flatMap((word) => word.split(/['’]/u)).map(fold))
  if (language === 'en') functionWords.add('a')
  const baseForms = language === 'en' ? irregularEnglish() : undefined
  const lower = (word: string) => word.toLocaleLowerCase(tag)

  return {
    tag,
    isFunctionWord: (word) => functionWords.has(fold(lower(word))) && !isInitials(word),
    term(word) {
      const base = lower(word)
      return fold(stemmer(baseForms?.get(base) ?? base))
    },
  }
}

const StemmerModule = v.object({
  stemmer: v.optional(v.custom<(word: string) => string>((f) => typeof f === 'function')),
})
const StopWordsModule = v.object({ stopwords: v.optional(v.array(v.string())) })

async function importIfThere<T>(specifier: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
  try {
    return v.parse(schema, await import(specifier))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')
      return v.parse(schema, {})
    throw error
  }
}

/** `US`, `IT`: capitals that are a name, not the word `us` or `it`. */
function isInitials(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** `met` → `meet`: a stemmer knows no irregular verbs. Forms that are also a verb of their own (`found`) stay. */
function irregularEnglish(): Map<string, string> {
  const verbs = v.parse(
    v.record(v.string(), v.array(v.array(v.string()))),
    createRequire(import.meta.url)('english-verbs-irregular/dist/verbs.json'),
  )
  const bases = new Map<string, string>()
  for (const [base, tenses] of Object.entries(verbs))
    for (const form of tenses.flat()) if (!(form in verbs) && !bases.has(form)) bases.set(form, base)
  return bases
}
