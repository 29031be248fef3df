// Tokenizing.
import { expect, test } from 'vitest'
import { foldWord, identifierParts, splitWords, wordsIn } from '../../src/language/words.ts'

test.each([
  ['Kim’s ship, l’homme', ['Kim', 's', 'ship', 'l', 'homme']],
  ['The U.S. paid 1,500.50 at 9:30.', ['The', 'U.S.', 'paid', '1,500.50', 'at', '9:30']],
  ['C, C++ and C#; F#.', ['C', 'C++', 'and', 'C#', 'F#']],
  ['`$?` after --no-ignore or -v', ['$?', 'after', '--no-ignore', 'or', '-v']],
  ['rule 100.2b, not 100.2', ['rule', '100.2b', 'not', '100.2']],
  ['a long-term e-mail - see $5 #7', ['a', 'long', 'term', 'e', 'mail', 'see', '5', '7']],
  ['🍽️Bread and ⚠️ 2️⃣ jars', ['Bread', 'and', '2', 'jars']],
  ['Straße C++ für $?', ['Straße', 'C++', 'für', '$?']],
])('splits %s', (text, words) => {
  expect(splitWords(text).map((word) => word.text)).toEqual(words)
  expect(wordsIn(text)).toEqual(words)
  for (const { text: word, start, end } of splitWords(text)) expect(text.slice(start, end)).toBe(word)
})

test.each([
  ['createAudioResource', ['create', 'Audio', 'Resource']],
  ['HARBOUR_DEBUG_FLOW', ['HARBOUR', 'DEBUG', 'FLOW']],
  ['--no-ignore-vcs', ['ignore', 'vcs']],
  ['harbour', []],
  ['U.S.', []],
  ['1,500', []],
])('finds the parts of %s', (word, parts) => {
  expect(identifierParts(word)).toEqual(parts)
})

test('folds case, accents and the dots of initials and thousands, but not of numbers', () => {
  expect(['Café', 'U.S.', '1.500', '1.500.000', '100.2b', 'İZMİR'].map(foldWord)).toEqual([
    'cafe',
    'us',
    '1500',
    '1500000',
    '100.2b',
    'izmir',
  ])
})
