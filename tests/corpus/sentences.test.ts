// Where sentences begin and end.
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/corpus/sentences.ts'

const trimmed = (stretches: readonly string[]) => stretches.map((stretch) => stretch.trim())

describe('sentences', () => {
  test('do not end at an abbreviation, an initial or a decimal point', () => {
    const text = 'Mr. J. R. Whitfield of the U.S. Navy paid $3.50. Dr. Lang, e.g., did not! Why? He left.'
    expect(trimmed(splitSentences(text, 'en'))).toEqual([
      'Mr. J. R. Whitfield of the U.S. Navy paid $3.50.',
      'Dr. Lang, e.g., did not!',
      'Why?',
      'He left.',
    ])
    expect(trimmed(splitSentences('Это А. С. Петрова. Она ушла.', 'ru'))).toEqual(['Это А. С. Петрова.', 'Она ушла.'])
    expect(trimmed(splitSentences('Das kostet z. B. ca. 3,4 Mio. Euro. Gut.', 'de'))).toEqual([
      'Das kostet z. B. ca. 3,4 Mio. Euro.',
      'Gut.',
    ])
  })

  test('keep what is quoted with what is said of it', () => {
    expect(trimmed(splitSentences('“We left. We ran,” she said. It fell.', 'en'))).toEqual([
      '“We left. We ran,” she said.',
      'It fell.',
    ])
  })

  test('are found in a language by its whole tag, and in one that nobody knows', () => {
    expect(trimmed(splitSentences('O mar subiu. Nós saímos.', 'pt-BR'))).toEqual(['O mar subiu.', 'Nós saímos.'])
    expect(trimmed(splitSentences('The sea rose. We left.', 'qaa'))).toEqual(['The sea rose.', 'We left.'])
  })

  test('of a paragraph of any length are whole', () => {
    const sentences = Array.from({ length: 3_000 }, (_, i) => `Boat ${i} 🙂 sailed out to sea at noon.`)
    expect(trimmed(splitSentences(sentences.join(' '), 'en'))).toEqual(sentences)
    const chinese = Array.from({ length: 3_000 }, (_, i) => `第${i}条船出海了。`)
    expect(splitSentences(chinese.join(''), 'zh')).toEqual(chinese)
  })

  test('without an end are cut between words', () => {
    const text = 'word '.repeat(10_000)
    const stretches = splitSentences(text, 'en')
    expect(stretches.join('')).toBe(text)
    expect(stretches.length).toBeGreaterThan(1)
    expect(stretches.filter((stretch) => !/^(?:word )+$/u.test(stretch))).toEqual([])
  })

  test('keep a lone surrogate as it is', () => {
    const text = 'One \ud800 here. Two \udfff there. Three.'
    expect(splitSentences(text, 'en').join('')).toBe(text)
    const stretches = splitSentences(`${'🙂'.repeat(1_499)}a${'🙂'.repeat(2_000)}`, 'en')
    expect(stretches.filter((stretch) => /\p{Surrogate}/u.test(stretch))).toEqual([])
  })
})
