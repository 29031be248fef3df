// The values of numerals, ordinals and figures.
import { baseLanguage, tableOf, wordList } from './language-table.ts'
import { lowerCase } from './words.ts'

/** Turkish numerals are often written together: `altmışbeş`, `yüzyirmi`; the last may carry endings: `onsekizdir`. */
const TURKISH_PARTS: Readonly<Record<string, number>> = {
  bir: 1,
  iki: 2,
  üç: 3,
  dört: 4,
  beş: 5,
  altı: 6,
  yedi: 7,
  sekiz: 8,
  dokuz: 9,
  on: 10,
  yirmi: 20,
  otuz: 30,
  kırk: 40,
  elli: 50,
  altmış: 60,
  yetmiş: 70,
  seksen: 80,
  doksan: 90,
  yüz: 100,
  bin: 1000,
}
const TURKISH_PART =
  /altmış|yetmiş|seksen|doksan|yirmi|sekiz|dokuz|altı|dört|yedi|otuz|kırk|elli|beş|bir|iki|yüz|bin|üç|on/gu
const TURKISH_NUMERAL =
  /^((?:altmış|yetmiş|seksen|doksan|yirmi|sekiz|dokuz|altı|dört|yedi|otuz|kırk|elli|beş|bir|iki|yüz|bin|üç|on){1,5})([dt][ıiuü]r)?$/u

const GERMAN_COMPOUND =
  /^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)$/u
const GERMAN_UNITS = 'ein zwei drei vier fünf sechs sieben acht neun'.split(' ')
const GERMAN_TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

const ROMAN = /^(?=[IVX]+$)(X{0,3})(IX|IV|V?I{0,3})$/u
const ROMAN_UNITS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** The cardinals of a language from 2 on, with their values. */
export function numeralValues(language: string): ReadonlyMap<string, number> {
  const cardinals = wordList(tableOf(language)?.words.cardinals)
  return new Map(cardinals.map((word, i) => [word, i + 2]))
}

/** How a whole number from 1 to 39 may be written in a heading: `2`, `II`, `second`; in lower case. */
export function numberSpellings(value: number, language: string): string[] {
  if (!Number.isInteger(value) || value < 1 || value >= 40) return []
  const roman = 'X'.repeat(Math.floor(value / 10)) + (ROMAN_UNITS[value % 10] ?? '')
  const ordinal = wordList(tableOf(language)?.words.ordinals)[value - 1]
  return [String(value), roman.toLowerCase(), ...(ordinal === undefined ? [] : [ordinal])]
}

/** The value of a numeral that is written as one word of several parts: `altmışbeş`, `fünfundzwanzig`. */
export function compoundNumber(word: string, language: string): number | undefined {
  const base = baseLanguage(language)
  if (base === 'tr') {
    const [, numeral = '', copula] = TURKISH_NUMERAL.exec(word) ?? []
    const parts = numeral.match(TURKISH_PART)
    // A numeral of one part is in the table, unless it carries an ending.
    if (!parts || (parts.length < 2 && copula === undefined)) return undefined
    return parts.reduce((sum, part) => {
      const value = TURKISH_PARTS[part] ?? 0
      return value >= 100 && sum > 0 ? sum * value : sum + value
    }, 0)
  }
  if (base === 'de') {
    const [, unit = '', ten = ''] = GERMAN_COMPOUND.exec(word) ?? []
    return unit === '' ? undefined : GERMAN_UNITS.indexOf(unit) + 1 + 10 * (GERMAN_TENS.indexOf(ten) + 2)
  }
  return undefined
}

/**
 * Creates the reader of a language's numbers: a word as written → its value, whether it is a figure, a numeral, an
 * ordinal (`third`, `3rd`) or a Roman numeral of two letters or more; `undefined` for other words.
 */
export function createNumberReader(language: string): (word: string) => number | undefined {
  const values = new Map(numeralValues(language))
  for (const [i, word] of wordList(tableOf(language)?.words.ordinals).entries()) values.set(word, i + 1)
  return (word) => {
    const figure = /^(\p{N}+(?:[.,]\p{N}+)*)(?:st|nd|rd|th)?$/u.exec(word)?.[1]
    if (figure !== undefined) return Number(figure.replace(/,(?=\p{N}{3}(?:\D|$))/gu, '').replace(',', '.'))
    const [roman, tens = '', units = ''] = word.length > 1 ? (ROMAN.exec(word) ?? []) : []
    if (roman) return 10 * tens.length + ROMAN_UNITS.indexOf(units)
    const lower = lowerCase(word, language)
    return values.get(lower) ?? compoundNumber(lower, language)
  }
}
