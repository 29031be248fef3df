// What a language knows of its words: terms, forms, synonyms, antonyms, function words, negations and numbers.
import { describe, expect, test } from 'vitest'
import { loadLanguage } from '../../src/language/language.ts'

const [english, turkish, german] = await Promise.all(['en', 'tr', 'de'].map(loadLanguage))

describe('English', () => {
  test.each([
    ['tie', 'tied'],
    ['die', 'died'],
    ['die', 'dying'],
    ['lie', 'lies'],
    ['mouse', 'mice'],
    ['foot', 'feet'],
    ['child', 'children'],
    ['meet', 'met'],
    ['toward', 'towards'],
    ['grey', 'gray'],
    ['plough', 'plow'],
    ['programme', 'programs'],
    ['anaemia', 'anemia'],
    ['mould', 'mold'],
    ['judgement', 'judgment'],
  ])('indexes %s and %s under one term', (one, other) => {
    expect(english?.term(one)).toBe(english?.term(other))
  })

  test.each([
    ['leaf', 'leaves'],
    ['leaves', 'leaf'],
    ['crisis', 'crises'],
    ['see', 'saw'],
    ['saw', 'see'],
    ['found', 'founded'],
  ])('knows that %s may be a form of the same word as %s', (one, other) => {
    expect(english?.otherForms(one)).toContain(english?.term(other))
  })

  test('keeps verbs apart that only look like forms of each other', () => {
    expect(english?.synonyms('founded')).not.toContain(english?.term('find'))
    expect(english?.synonyms('owns')).not.toContain(english?.term('have'))
    expect(english?.synonyms('occurs')).toContain(english?.term('happens'))
  })

  test.each([
    ['increase', 'decreased'],
    ['tall', 'short'],
    ['opened', 'close'],
    ['winners', 'loser'],
  ])('knows the opposite of %s: %s', (word, opposite) => {
    expect(english?.antonyms(word)).toContain(english?.term(opposite))
  })

  test('knows the parts of speech of a word', () => {
    expect([...(english?.partsOfSpeech('painted') ?? [])]).toContain('verb')
    expect([...(english?.partsOfSpeech('mice') ?? [])]).toEqual(['noun', 'verb'])
    expect([...(english?.partsOfSpeech('xyzzy') ?? [])]).toEqual([])
  })
})

test.each([
  [english, 'please'],
  [english, 'says'],
  [turkish, 'diyor'],
  [german, 'sagt'],
])('words that only ask, greet or connect are function words: %#', (language, word) => {
  expect(language?.isFunctionWord(word)).toBe(true)
})

test('negations are known', () => {
  expect(['not', 'never', 'without', 'doesn'].every((word) => english?.isNegation(word))).toBe(true)
  expect(turkish?.isNegation('değil')).toBe(true)
  expect(german?.isNegation('Keine')).toBe(true)
  expect(english?.isNegation('won')).toBe(false)
})

test.each([
  [english, 'seven', 7],
  [english, '7th', 7],
  [english, 'third', 3],
  [english, 'VII', 7],
  [english, '1,500', 1500],
  [english, '9.3', 9.3],
  [english, 'mix', undefined],
  [turkish, 'altmışbeş', 65],
  [turkish, 'onsekizdir', 18],
  [turkish, 'yüzyirmi', 120],
  [turkish, 'onun', undefined],
  [german, 'fünfundzwanzig', 25],
  [german, 'dritten', 3],
])('the value of a number is known: %#', (language, word, value) => {
  expect(language?.numberOf(word)).toBe(value)
})
