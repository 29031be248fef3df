// How the words of one language are read: stems, function words, and for English what WordNet knows.
import * as v from 'valibot'
import { readEnglishForms } from './english-forms.ts'
import { baseLanguage, tableOf, wordList } from './language-table.ts'
import { createNumberReader, numberSpellings } from './numbers.ts'
import { remember } from './remember.ts'
import { createSpelling } from './spelling.ts'
import { type NounClass, openWordNet, type PartOfSpeech, type WordNet } from './wordnet.ts'
import { foldWord, lowerCase } from './words.ts'

/** Words are given as written, in any case. Terms are the keys of the index. */
export interface Language {
  /** BCP 47 tag. */
  readonly tag: string
  /** The term that all forms of a word share. */
  term(word: string): string
  /** Terms of irregular forms that `term` keeps apart, because they may belong to another word too: `leaf`, `leaves`. */
  otherForms(word: string): readonly string[]
  /** Terms of synonyms; none for languages other than English. */
  synonyms(word: string): readonly string[]
  /** Terms of what a verb means with a particle among the words after it: `turn it off` → `disable`. */
  phrasalSynonyms(verb: string, after: readonly string[]): readonly string[]
  /** Terms of antonyms; none for languages other than English. */
  antonyms(word: string): readonly string[]
  /** What a word names as a noun; `none` for languages other than English. */
  classOf(word: string): NounClass
  /** What a word can be; empty for unknown words and for languages other than English. */
  partsOfSpeech(word: string): ReadonlySet<PartOfSpeech>
  /** Whether a word only holds a sentence together, asks or greets: `the`, `who`, `please`. */
  isFunctionWord(word: string): boolean
  /** Whether a word negates: `not`, `never`, `without`. */
  isNegation(word: string): boolean
  /** The value of a figure, a numeral or an ordinal: `7`, `seven`, `VII`, `7th`. */
  numberOf(word: string): number | undefined
  /** Terms of the other ways to write a number: `2`, `II` and `second`; none for other words. */
  numberTerms(word: string): readonly string[]
}

/** The module names of the stemmers and stop words: `@orama/stemmers/turkish`. */
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
/** Languages with stop words but without a stemmer. */
const unstemmed: ReadonlySet<string> = new Set(['ja', 'sl', 'zh'])

/** `-ebilir` and `-emez`, which the stemmer leaves: a question asks with one what an article tells with the other. */
const TURKISH_ABILITY = /(?<=\p{L}{4})y?(?:[ae]bilir|[ae]m[ae]z)(?:l[ae]r)?$/u

const Stemmer = v.object({ stemmer: v.custom<(word: string) => string>((stemmer) => typeof stemmer === 'function') })
const StopWords = v.object({ stopwords: v.array(v.string()) })

const loaded = new Map<string, Promise<Language>>()

/** Loads the stemmer and the stop words of a language; a language without them matches whole words. Cached. */
export function loadLanguage(tag: string): Promise<Language> {
  const known = loaded.get(tag) ?? load(tag)
  loaded.set(tag, known)
  return known
}

async function load(tag: string): Promise<Language> {
  const language = baseLanguage(tag)
  const name = packageNames[language]
  const stemmer = unstemmed.has(language) ? undefined : await importOf('stemmers', name, Stemmer)
  const stopWords = (await importOf('stopwords', name, StopWords))?.stopwords ?? []
  const forms = language === 'en' ? readEnglishForms() : undefined
  const { asking, negations } = tableOf(language)?.words ?? {}
  // The tokenizer splits contractions; but `won't` must not make a function word of `won`.
  const contracted = stopWords
    .flatMap((word) => word.split(/['’]/u))
    .filter((word) => !forms?.isVerbForm(word) || stopWords.includes(word))
  const grammatical = new Set([...contracted, ...(language === 'en' ? ['a'] : [])].map(foldWord))
  const functionWords = new Set([...grammatical, ...wordList(asking).map(foldWord)])
  const negating = new Set(wordList(negations).map(foldWord))

  const lower = (word: string) => lowerCase(word, tag)
  const normalise = createSpelling(language)
  const baseOf = (word: string) => forms?.baseOf(lower(word)) ?? lower(word)
  const stem = (base: string) => {
    const spelt = language === 'tr' ? normalise(base).replace(TURKISH_ABILITY, '') : normalise(base)
    return foldWord(stemmer?.stemmer(spelt) ?? spelt)
  }
  const term = remember((word) => stem(baseOf(word)))
  const numberOf = createNumberReader(language)
  let opened: WordNet | undefined
  const english = <T>(look: (wordNet: WordNet, word: string) => T, none: T): ((word: string) => T) => {
    if (language !== 'en') return () => none
    return remember((word) => {
      opened ??= openWordNet()
      return look(opened, word)
    })
  }
  // WordNet gives dictionary forms: its `found` is never the past of `find`. `have` would match nearly every sentence.
  const termsOf = (words: readonly string[]) => words.filter((word) => !grammatical.has(word)).map(stem)

  return {
    tag,
    term,
    otherForms: remember((word) => {
      const own = term(word)
      const others = forms ? [lower(word), ...forms.relatives(lower(word))].map(stem) : []
      return [...new Set(others)].filter((each) => each !== own)
    }),
    synonyms: english((wordNet, word) => termsOf(wordNet.synonyms(baseOf(word))), []),
    phrasalSynonyms: (verb, after) =>
      after.flatMap((particle) =>
        wordList(tableOf(language)?.phrasalVerbs?.[`${baseOf(verb)} ${lower(particle)}`]).map(term),
      ),
    antonyms: english((wordNet, word) => termsOf(wordNet.antonyms(baseOf(word))), []),
    classOf: english((wordNet, word) => (forms?.isVerbForm(word) ? 'none' : wordNet.classOf(baseOf(word))), 'none'),
    partsOfSpeech: english((wordNet, word) => wordNet.partsOfSpeech(baseOf(word)), new Set()),
    isFunctionWord: remember((word) => functionWords.has(foldWord(lower(word))) && !isInitials(word)),
    isNegation: remember((word) => negating.has(foldWord(lower(word)))),
    numberOf,
    numberTerms: remember((word) => {
      const value = numberOf(word)
      return value === undefined ? [] : numberSpellings(value, language).map(term)
    }),
  }
}

async function importOf<T>(part: string, name: string | undefined, schema: v.GenericSchema<unknown, T>) {
  const module = `@orama/${part}/${name}`
  return name === undefined ? undefined : v.parse(schema, await import(module))
}

/** `US`, `IT`: capitals are a name, not the word `us` or `it`. */
function isInitials(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}
