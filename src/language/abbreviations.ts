// Abbreviations and what they stand for: well-known ones, and those that an article introduces in brackets.
import { baseLanguage } from './language-table.ts'
import { wordsIn } from './words.ts'

/** Names of one thing. Capitals are matched as capitals, so that `US` is not `us`. */
type Names = readonly string[]

/** Names by their first word, each with the words of the other names of the same thing. */
type NamesByFirstWord = ReadonlyMap<
  string,
  readonly { readonly name: readonly string[]; readonly others: readonly string[] }[]
>

/** Well-known names by language. */
const common: Readonly<Record<string, readonly Names[]>> = {
  en: [
    ['US', 'USA', 'United States', 'United States of America'],
    ['UK', 'United Kingdom', 'Great Britain'],
    ['UN', 'United Nations'],
    ['EU', 'European Union'],
    ['DPRK', 'North Korea'],
    ['ROK', 'South Korea'],
    ['PRC', "People's Republic of China"],
    ['USSR', 'Soviet Union'],
    ['UAE', 'United Arab Emirates'],
    ['WWI', 'World War I', 'First World War'],
    ['WWII', 'WW2', 'World War II', 'Second World War'],
    ['WHO', 'World Health Organization'],
  ],
  tr: [
    ['ABD', 'Amerika Birleşik Devletleri'],
    ['AB', 'Avrupa Birliği'],
    ['BM', 'Birleşmiş Milletler'],
    ['KDHC', 'Kuzey Kore'],
  ],
  de: [
    ['USA', 'Vereinigte Staaten', 'Vereinigten Staaten'],
    ['EU', 'Europäische Union', 'Europäischen Union'],
    ['UN', 'UNO', 'Vereinte Nationen', 'Vereinten Nationen'],
  ],
  es: [
    ['EEUU', 'Estados Unidos'],
    ['UE', 'Unión Europea'],
    ['ONU', 'Naciones Unidas'],
  ],
  fr: [
    ['USA', 'États-Unis'],
    ['UE', 'Union européenne'],
    ['ONU', 'Nations unies'],
  ],
  ru: [
    ['США', 'Соединённые Штаты', 'Соединённых Штатов'],
    ['ЕС', 'Европейский союз', 'Европейского союза'],
    ['ООН', 'Организация Объединённых Наций'],
  ],
}

/** Abbreviations of its own that are read in one article at most. */
const MAX_INTRODUCED = 500
/** UTF-16 units before a bracket that are searched for the long form. */
const LONG_FORM_REACH = 200
const IN_BRACKETS = /\((\p{Lu}[\p{L}\p{N}]{1,9})\)/gu

const commonByFirstWord = new Map<string, NamesByFirstWord>()

/**
 * Reads the abbreviations of an article from its sentences. The function returned takes the words of a sentence and
 * gives the words of other names for what it names, to be indexed with the sentence.
 */
export function readAbbreviations(
  language: string,
  sentences: readonly string[],
): (words: readonly string[]) => readonly string[] {
  const distinct = new Map(sentences.flatMap(findIntroduced).map((names) => [names.join('\n'), names]))
  const introduced = [...distinct.values()].slice(0, MAX_INTRODUCED)
  const byFirstWord =
    introduced.length > 0 ? groupByFirstWord([...(common[language] ?? []), ...introduced]) : commonNames(language)
  // Nearly all names begin with a capital, and most words do not: skip the look-up for those.
  const isAnyLower = introduced.flat().some((name) => !isCapital(name))
  const namesAt = (words: readonly string[], at: number) =>
    (byFirstWord.get(keyOf(words[at] ?? '')) ?? []).filter(({ name }) =>
      name.every((word, i) => keyOf(words[at + i] ?? '') === word),
    )
  return (words) => {
    const found: string[] = []
    for (const [at, word] of words.entries())
      if (isAnyLower || isCapital(word)) for (const { others } of namesAt(words, at)) found.push(...others)
    return found.length > 1 ? [...new Set(found)] : found
  }
}

function commonNames(language: string): NamesByFirstWord {
  const names = commonByFirstWord.get(language) ?? groupByFirstWord(common[baseLanguage(language)] ?? [])
  commonByFirstWord.set(language, names)
  return names
}

function groupByFirstWord(all: readonly Names[]): NamesByFirstWord {
  const groups = new Map<string, { readonly name: readonly string[]; readonly others: readonly string[] }[]>()
  for (const names of all) {
    const split = names.map((name) => wordsIn(name).map(keyOf))
    for (const name of split) {
      const [first = ''] = name
      const others = split.filter((other) => other !== name).flat()
      groups.set(first, [...(groups.get(first) ?? []), { name, others }])
    }
  }
  return groups
}

function isCapital(word: string): boolean {
  const letter = word.charAt(0)
  return !(letter >= 'a' && letter <= 'z') && letter !== letter.toLowerCase()
}

/** Abbreviations keep their capitals, without dots (`US`, `U.S.`); other words are compared in lower case. */
function keyOf(text: string): string {
  // A fast path: a lower-case second letter rules out an abbreviation.
  const second = text.charCodeAt(1)
  if (second >= 0x61 && second <= 0x7a) return text.toLowerCase()
  const bare = text.replaceAll('.', '')
  return bare.length > 1 && bare === bare.toUpperCase() ? bare : bare.toLowerCase()
}

/**
 * The abbreviations that a sentence introduces, `North Atlantic Treaty Organization (NATO)`: each with the shortest run
 * of words before the bracket that contains its letters in order (Schwartz and Hearst, 2003).
 */
function findIntroduced(plain: string): Names[] {
  if (!plain.includes('(')) return []
  return [...plain.matchAll(IN_BRACKETS)].flatMap(({ 1: short = '', index }) => {
    const words = wordsIn(plain.slice(Math.max(0, index - LONG_FORM_REACH), index))
    if (short.replace(/\P{Lu}/gu, '').length < 2) return []
    for (let count = 1; count <= Math.min(short.length + 5, short.length * 2, words.length); count++) {
      const long = words.slice(-count)
      if (holdsInOrder(long, short)) return [[short, long.join(' ')]]
    }
    return []
  })
}

/** Whether the words contain the letters of `short` in order, beginning with the first letter of the first word. */
function holdsInOrder(words: readonly string[], short: string): boolean {
  const letters = words.join(' ').toLowerCase()
  const [first = '', ...rest] = short.toLowerCase()
  if (words.length < 2 || !letters.startsWith(first)) return false
  let at = 0
  return rest.every((letter) => {
    at = letters.indexOf(letter, at + 1)
    return at > 0
  })
}
