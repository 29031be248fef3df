// The phrase that is marked as the answer within a passage.
import { describe, expect, test } from 'vitest'
import { openCorpus } from '../open-corpus.ts'

/** The phrase that is marked as the answer in the first passage. */
async function marked(text: string, question: string, language = 'en'): Promise<string | undefined> {
  const answerer = await openCorpus({ 'a.txt': `---\nlanguage: ${language}\n---\n${text}` })
  const [passage] = answerer.ask(question).passages
  return passage?.answer && passage.sentence.plain.slice(...passage.answer)
}

describe('the phrase that answers is marked', () => {
  test.each([
    ['a person', 'en', 'The bridge was built by Ada Lovelace in Izmir.', 'Who built the bridge?', 'Ada Lovelace'],
    ['a place', 'en', 'The bridge was built by Ada Lovelace in Izmir.', 'Where was the bridge built?', 'Izmir'],
    ['a day', 'en', 'The bridge opened on 4 July 1923 with a speech.', 'When did the bridge open?', '4 July 1923'],
    ['a century', 'en', 'The bridge is of the 18th century.', 'When was the bridge built?', '18th century'],
    ['a weekday with an ending', 'en', 'The bridge opens on Sundays.', 'When does the bridge open?', 'Sundays'],
    ['a number, not a year', 'en', 'In 1923 the bridge had forty arches.', 'How many arches had the bridge?', 'forty'],
    ['a number in figures', 'en', 'The bridge has 1,250 lamps.', 'How many lamps has the bridge?', '1,250'],
    ['money', 'en', 'The bridge ticket costs €40 a day.', 'How much money is a bridge ticket?', '€40'],
    ['a number like a year', 'en', 'The bridge has 2000 lamps.', 'How many lamps has the bridge?', '2000'],
    [
      'how long it takes',
      'en',
      'The bridge took three years to build.',
      'How long did the bridge take?',
      'three years',
    ],
    ['from when to when', 'en', 'The bridge stood from 1923 to 1950.', 'How long did the bridge stand?', '1923'],
    ['how long ago', 'en', 'The bridge fell 20 years ago.', 'How long ago did the bridge fall?', '20 years ago'],
    ['an organisation', 'en', 'The bridge was built by Vickers.', 'Which company built the bridge?', 'Vickers'],
    ['somebody without a name', 'en', 'The bridge was built by an engineer.', 'Who built the bridge?', 'an engineer'],
    ['people', 'en', 'Only sailors may cross the bridge.', 'Who may cross the bridge?', 'sailors'],
    ['a place without a name', 'en', 'The bridge stands in the mountains.', 'Where is the bridge?', 'the mountains'],
    ['a moment', 'en', 'The bridge opens when the ice melts.', 'When does the bridge open?', 'the ice melts'],
    ['a name that opens the sentence', 'en', 'Lovelace built the bridge.', 'Who built the bridge?', 'Lovelace'],
    [
      'what a noun behind `which` names',
      'en',
      'The bridge is by Vera Kaya.',
      'Which painter is the bridge by?',
      'Vera Kaya',
    ],
    [
      'the number of what is counted',
      'en',
      'In 2 rows, near 30 gates, stand 8 lamps.',
      'How many lamps stand there?',
      '8',
    ],
    [
      'things joined',
      'en',
      'The bridge was built by Ada and Grace Hopper.',
      'Who built the bridge?',
      'Ada and Grace Hopper',
    ],
    ['money with its sign and unit', 'en', 'The bridge cost Nordex $2.5bn.', 'How much did Nordex pay?', '$2.5bn'],
    ['a weight', 'en', 'The bridge carries 200 kg a day.', 'How much does the bridge carry?', '200 kg'],
    [
      'a time of day in words',
      'en',
      'The bridge opens at half past nine.',
      'When does the bridge open?',
      'half past nine',
    ],
    [
      'a time of day in figures',
      'en',
      'The bridge opens at 9:30 a.m. daily.',
      'When does the bridge open?',
      '9:30 a.m.',
    ],
    ['midnight', 'en', 'The bridge closes at midnight.', 'When does the bridge close?', 'midnight'],
    ['a time counted from now', 'en', 'The bridge opens in two weeks.', 'When does the bridge open?', 'in two weeks'],
    ['a coming day', 'en', 'The bridge opens tomorrow.', 'When does the bridge open?', 'tomorrow'],
    ['an age', 'en', 'Ada Berg, a 26-year-old, crossed the bridge in 17 minutes.', 'How old is Ada Berg?', '26'],
    ['a name after a pronoun', 'en', 'When it is dark I let Ada Berg cross.', 'Who may cross?', 'Ada Berg'],
    [
      'a present time over a past one',
      'en',
      'After the fair last August, the next fair is on 17 April.',
      'When is the fair?',
      '17 April',
    ],
    [
      'a numeral in one word',
      'tr',
      '(Ek: 4121/8 md.) Kurul altmışbeş üyeden oluşur.',
      'Kurul kaç üyeden oluşur?',
      'altmışbeş',
    ],
    ['a numeral with an ending', 'tr', 'Giriş yaşı onsekizdir.', 'Giriş yaşı kaçtır?', 'onsekizdir'],
    ['in Turkish', 'tr', 'Köprü 1923 yılında açıldı.', 'Köprü ne zaman açıldı?', '1923'],
    ['in German', 'de', 'Die Brücke hat zwölf Lampen.', 'Wie viele Lampen hat die Brücke?', 'zwölf'],
    ['in Spanish', 'es', 'El puente abrió el 4 de julio de 1923.', '¿Cuándo abrió el puente?', '4 de julio de 1923'],
    ['in French', 'fr', 'Le pont fut construit par Gustave Eiffel.', 'Qui a construit le pont ?', 'Gustave Eiffel'],
    ['in Russian', 'ru', 'Мост построили в 1923 году.', 'Когда построили мост?', '1923'],
  ])('%s', async (_, language, text, question, phrase) => {
    expect(await marked(text, question, language)).toBe(phrase)
  })

  test('where there are two, the one among the words of the question', async () => {
    const text = 'The harbour closed in 1950 after a storm, and the bridge opened in 1923.'
    expect(await marked(text, 'When did the bridge open?')).toBe('1923')
  })

  test.each([
    ['the question names it', 'The bridge was built by Ada Lovelace.', 'Who but Ada Lovelace built the bridge?'],
    ['the sentence holds none', 'The bridge was built in a hurry.', 'Who built the bridge?'],
    ['nothing particular is asked', 'The bridge was built by Ada Lovelace.', 'What about the bridge?'],
    ['the only name is a pronoun', 'Every day I cross the bridge.', 'Who crosses the bridge?'],
    ['the number is a measure', 'Ada jumped 17.30m from the bridge.', 'How old is Ada?'],
    ['the number is part of a code', 'The bridge is listed as item 4121/8.', 'How many lamps are on the bridge?'],
    ['`when` only joins', 'The bridge swings in May.', 'What happens when the bridge swings?'],
    ['`who` only joins', 'The Bridge Guild helps those who cross.', 'The bridge helps those who do what?'],
    ['`may` is no month', 'The bridge may open.', 'When does the bridge open?'],
  ])('and none where %s', async (_, text, question) => {
    expect(await marked(text, question)).toBeUndefined()
  })
})
