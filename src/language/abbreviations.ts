import { wordsIn } from './words.ts'

/** Names of one thing: what is written in capitals is matched in capitals, so that `US` is not `us`. */
type Names = readonly string[]

/** What everybody calls by either name, by language. */
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

/** Names by their first word, with the words of the others for the same thing. */
type ByFirst = ReadonlyMap<string, readonly { readonly name: readonly string[]; readonly others: readonly string[] }[]>

/** How many abbreviations of its own an article is read for. */
const MOST_INTRODUCED = 500

/**
 * Makes the reader of an article's abbreviations: those that everybody uses, and those that it introduces itself,
 * `North Atlantic Treaty Organization (NATO)`. The reader gives, for a sentence's words, the words of the other names of
 * what it names.
 */
export function readAbbreviations(
  language: string,
  sentences: readonly string[],
): (words: readonly string[]) => readonly string[] {
  const distinct = new Map(sentences.flatMap(introducedIn).map((names) => [names.join('\n'), names]))
  const introduced = [...distinct.values()].slice(0, MOST_INTRODUCED)
  const byFirst = introduced.length > 0 ? learn([...(common[language] ?? []), ...introduced]) : commonIn(language)
  // Nearly all names begin with a capital; most words of a text do not, and need no looking up.
  const isAnyLower = introduced.flat().some((name) => !isCapital(name))
  const namesAt = (words: readonly string[], at: number) =>
    (byFirst.get(keyOf(words[at] ?? '')) ?? []).filter(({ name }) =>
      name.every((word, i) => keyOf(words[at + i] ?? '') === word),
    )
  return (words) => {
    const found: string[] = []
    for (const [at, word] of words.entries())
      if (isAnyLower || isCapital(word)) for (const { others } of namesAt(words, at)) found.push(...others)
    return found.length > 1 ? [...new Set(found)] : found
  }
}

const learnt = new Map<string, ByFirst>()

function commonIn(language: string): ByFirst {
  const names = learnt.get(language) ?? learn(common[language] ?? [])
  learnt.set(language, names)
  return names
}

function learn(all: readonly Names[]): ByFirst {
  const byFirst = new Map<string, { readonly name: readonly string[]; readonly others: readonly string[] }[]>()
  for (const names of all) {
    const split = names.map(wordsOf)
    for (const name of split) {
      const [first = ''] = name
      const others = split.filter((other) => other !== name).flat()
      byFirst.set(first, [...(byFirst.get(first) ?? []), { name, others }])
    }
  }
  return byFirst
}

function isCapital(word: string): boolean {
  const letter = word.charAt(0)
  return !(letter >= 'a' && letter <= 'z') && letter !== letter.toLowerCase()
}

function wordsOf(name: string): string[] {
  return wordsIn(name).map(keyOf)
}

/** Capitals stay (`US`, `U.S.`), other words are compared in lower case. */
function keyOf(text: string): string {
  // Nearly every capital begins a word of small letters.
  const second = text.charCodeAt(1)
  if (second >= 0x61 && second <= 0x7a) return text.toLowerCase()
  const bare = text.replaceAll('.', '')
  return bare.length > 1 && bare === bare.toUpperCase() ? bare : bare.toLowerCase()
}

const IN_BRACKETS = /\((\p{Lu}[\p{L}\p{N}]{1,9})\)/gu

/**
 * The abbreviations that a sentence introduces in brackets behind their long form: the shortest stretch of words before
 * them whose letters hold the abbreviation's in order, the first as its beginning (Schwartz and Hearst, 2003).
 */
export function introducedIn(plain: string): Names[] {
  if (!plain.includes('(')) return []
  return [...plain.matchAll(IN_BRACKETS)].flatMap(({ 1: short = '', index }) => {
    const words = wordsIn(plain.slice(Math.max(0, index - 200), index))
    if (short.replace(/\P{Lu}/gu, '').length < 2) return []
    for (let count = 1; count <= Math.min(short.length + 5, short.length * 2, words.length); count++) {
      const long = words.slice(-count)
      if (holdsInOrder(long, short)) return [[short, long.join(' ')]]
    }
    return []
  })
}

/** Whether the letters of `short` stand in the words in order, its first letter at the first word's beginning. */
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
