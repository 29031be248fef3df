// Where sentences begin and end.
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../../src/corpus/text/sentences.ts'

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

  test('keep a quotation with the words around it', () => {
    expect(trimmed(splitSentences('“We left. We ran,” she said. It fell.', 'en'))).toEqual([
      '“We left. We ran,” she said.',
      'It fell.',
    ])
  })

  test('are found with a regional tag, and in an unknown language', () => {
    expect(trimmed(splitSentences('O mar subiu. Nós saímos.', 'pt-BR'))).toEqual(['O mar subiu.', 'Nós saímos.'])
    expect(trimmed(splitSentences('The sea rose. We left.', 'qaa'))).toEqual(['The sea rose.', 'We left.'])
  })

  test('are whole in a paragraph of any length', () => {
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

  test('keep lone surrogates', () => {
    const text = 'One \ud800 here. Two \udfff there. Three.'
    expect(splitSentences(text, 'en').join('')).toBe(text)
    const stretches = splitSentences(`${'🙂'.repeat(1_499)}a${'🙂'.repeat(2_000)}`, 'en')
    expect(stretches.filter((stretch) => /\p{Surrogate}/u.test(stretch))).toEqual([])
  })
})

/** Where each text is split: at `|`. */
const cases: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Ms. Hollis and Capt. Rowe met at the quay.|They left.',
    'Ae. albopictus and B. cereus are small.|They thrive.',
    'Gray et al. (2011) counted them.|Others did not.',
    '(1) Boats stay on the slip.|Oars stay in the shed.|Nobody smokes.',
    '(b) Bring a rope.|Leave the dog.',
    '• The kiosk opens at six.|The slip opens at seven.',
    '§ 7. Oars are shared.|Boats are not.',
    '12.4. A boat that drifts is towed.|Its owner pays.',
    'Section 9. The winner keeps the cup.|Draws are rowed again.',
    'III. The third part is short.|It ends here.',
    'It takes approx. 5 days, incl. 2 nights.|Bring food.',
    'Every boat reports to berth Q\u2009.|The lock closes at nine.',
    'Every boat reports to berth Q\u00a0.|The lock closes at nine.',
  ],
  de: [
    'Das Haus wurde im 18. Jahrhundert gebaut.|Seit dem 4. März ist es zu.',
    'Ludwig II. kam nie.|Er blieb fern.',
    'Tel. 0123 gehört Hr. Brandt.|Ruf an.',
    'Es waren 30.|Dann kamen mehr.',
  ],
  tr: [
    'Köprü 18. yüzyılda yapıldı.|3. Kat dün açıldı.',
    'Padişah II. Selim köprüyü gördü.|Sonra döndü.',
    'Doç. Dr. Ela Tan ve Av. Can Ak geldi.|Toplantı bitti.',
    'Madde 7. Kürekler ortaktır.|Tekneler değildir.',
  ],
  fr: ['M. Roux et Mme. Blanc sont là.|Ils restent.', 'Art. 7. Les rames sont communes.|Les barques non.'],
  es: ['La Dra. Vega vive en la av. Norte núm. 5.|Es médica.'],
  ru: ['Проф. Орлов и др. пришли.|Все сели.', 'Цена 5 тыс. руб. за шт.|Дорого.'],
  nb: ['Vi feirer 6. juni hvert år.|Det er fint.'],
  pl: ['W XVII w. dwór kupił prof. Lis.|Potem spłonął.'],
}

test.each(Object.entries(cases).flatMap(([language, texts]) => texts.map((text) => [language, text] as const)))(
  'in %s: %s',
  (language, text) => {
    const sentences = text.split('|')
    expect(trimmed(splitSentences(sentences.join(' '), language))).toEqual(sentences)
  },
)
