/** How one language writes a word in two ways: what is found, and the one way that it is looked up under. */
type Spelling = readonly (readonly [RegExp, string])[]

/** British and American English. What they do to other words (`promise`) they do to questions and articles alike. */
const english: Spelling = [
  [/(?<=\p{L}{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/u, 'iz'],
  [/(?<=\p{L}{3})ys(?=(?:e|ed|es|er|ing)$)/u, 'yz'],
  [/(?<=\p{L}{2}[^f])our(?=(?:s|ed|ing|ful|less|able|ite|al|hood)?$)/u, 'or'],
  [/(?<=\p{L}{2}[bt])re(?=s?$)/u, 'er'],
  [/(?<=^(?:def|off|lic|pret))ence/u, 'ense'],
  [/(?<=\p{L}{2}[ao])gue$/u, 'g'],
]

const spellings: Readonly<Record<string, Spelling>> = { en: english }

/** Numerals that stand for a figure, the first for 2: 1 is an article or a pronoun in many languages. */
const numerals: Readonly<Record<string, readonly string[]>> = {
  en: 'two three four five six seven eight nine ten eleven twelve'.split(' '),
  tr: 'iki üç dört beş altı yedi sekiz dokuz on'.split(' '),
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
  ru: 'два три четыре пять шесть семь восемь девять десять'.split(' '),
}

/**
 * Makes the reader of a language's spellings: a word in lower case → the spelling under which it meets its others
 * (`colour`, `color`; `seven`, `7`; `7th` → `7`).
 */
export function readSpellings(language: string): (word: string) => string {
  const rules = spellings[language] ?? []
  const figures = new Map((numerals[language] ?? []).map((numeral, i) => [numeral, String(i + 2)]))
  return (word) => {
    const figure = figures.get(word) ?? (language === 'en' ? /^(\p{N}+)(?:st|nd|rd|th)$/u.exec(word)?.[1] : undefined)
    if (figure !== undefined) return figure
    // A figure with its separators: 1,500 and 1500.
    if (/^\p{N}{1,3}(?:,\p{N}{3})+$/u.test(word)) return word.replaceAll(',', '')
    return rules.reduce((spelt, [pattern, standard]) => spelt.replace(pattern, standard), word)
  }
}
