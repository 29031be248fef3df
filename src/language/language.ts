import { createRequire } from 'node:module'
import * as v from 'valibot'
import { readSpellings } from './spelling.ts'
import { type NounClass, openWordNet, type WordNet } from './wordnet.ts'
import { foldWord } from './words.ts'

/** How one language's words are read. */
export interface Language {
  /** BCP 47 tag. */
  readonly tag: string
  /** The term that a word, in whatever form or case, is found under. */
  term(word: string): string
  /** The terms of other words for a word, where they are known. */
  synonyms(word: string): readonly string[]
  /** What a word names as a noun, where that is known: of English. */
  classOf(word: string): NounClass
  /** Whether a word only holds a sentence together (`the`, `did`, `who`). */
  isFunctionWord(word: string): boolean
}

const bases = new Map<string, string>()

/** The language of a tag, without region and script: `pt-BR` → `pt`. Reading a tag takes microseconds, so once. */
export function baseLanguage(tag: string): string {
  const base = bases.get(tag) ?? new Intl.Locale(tag).language
  bases.set(tag, base)
  return base
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

/** Languages of which there are stop words, but no stemmer. */
const unstemmed: ReadonlySet<string> = new Set(['ja', 'sl', 'zh'])

const Stemmer = v.object({ stemmer: v.custom<(word: string) => string>((stemmer) => typeof stemmer === 'function') })
const StopWords = v.object({ stopwords: v.array(v.string()) })

async function load(tag: string): Promise<Language> {
  const language = baseLanguage(tag)
  const name = packageNames[language]
  const stemmer = unstemmed.has(language) ? undefined : await importOf('stemmers', name, Stemmer)
  const stopWords = (await importOf('stopwords', name, StopWords))?.stopwords ?? []
  const baseForms = language === 'en' ? irregularEnglish() : undefined
  // A contraction is two words here, and the `won` of `won't` is not the one of `win`.
  const parts = stopWords
    .flatMap((word) => word.split(/['’]/u))
    .filter((word) => !baseForms?.has(word) || stopWords.includes(word))
  const functionWords = new Set(parts.map(foldWord))
  if (language === 'en') functionWords.add('a')
  const lower = (word: string) => word.toLocaleLowerCase(tag)
  const standard = readSpellings(language)
  const baseOf = (word: string) => baseForms?.get(lower(word)) ?? lower(word)
  const term = remember((word) => {
    const form = standard(baseOf(word))
    return foldWord(stemmer?.stemmer(form) ?? form)
  })
  let opened: WordNet | undefined
  const wordNet = () => {
    opened ??= openWordNet()
    return opened
  }

  return {
    tag,
    term,
    synonyms: language === 'en' ? remember((word) => wordNet().synonyms(baseOf(word)).map(term)) : () => [],
    classOf:
      language === 'en' ? remember((word) => (baseForms?.has(word) ? 'none' : wordNet().classOf(word))) : () => 'none',
    isFunctionWord: remember((word) => functionWords.has(foldWord(lower(word))) && !isInitials(word)),
  }
}

/** Keeps what was found for the last words asked for, longer ones aside. */
function remember<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>()
  return (word) => {
    if (word.length > LONGEST_REMEMBERED) return find(word)
    const value = found.get(word) ?? find(word)
    if (found.size >= REMEMBERED) found.clear()
    found.set(word, value)
    return value
  }
}

const REMEMBERED = 5_000
/** UTF-16 units. V8 makes longer ones slices, which would keep the question that they were cut from. */
const LONGEST_REMEMBERED = 12

async function importOf<T>(part: string, name: string | undefined, schema: v.GenericSchema<unknown, T>) {
  const module = `@orama/${part}/${name}`
  return name === undefined ? undefined : v.parse(schema, await import(module))
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
  const baseForms = new Map<string, string>()
  for (const [base, tenses] of Object.entries(verbs))
    for (const form of tenses.flat()) if (!(form in verbs) && !baseForms.has(form)) baseForms.set(form, base)
  return baseForms
}
