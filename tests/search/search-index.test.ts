// What search finds, through the production path.
import { describe, expect, test } from 'vitest'
import { openCorpus, plains } from '../open-corpus.ts'

const harbour = `The harbour of Sile

The old lighthouse was built in 1859 by French engineers. It was painted white in spring.

Fishermen sell mackerel at the quay every morning. The mackerel is caught at night.

The ferry to the island leaves at nine. The ferry back leaves at six, because the channel is dark at night.`

describe('search', () => {
  test('ranks by the words shared, then by what stands around, then by place', async () => {
    const answerer = await openCorpus({ 'harbour.txt': harbour })
    expect(plains(answerer, 'When does the ferry leave?')).toEqual([
      // ferry, leaves, a number; the earlier of two that are alike
      'The ferry to the island leaves at nine.',
      'The ferry back leaves at six, because the channel is dark at night.',
    ])
    expect(plains(answerer, 'Who built the lighthouse?')).toEqual([
      // lighthouse, built, and a name that the question does not hold
      'The old lighthouse was built in 1859 by French engineers.',
      // its neighbour in the paragraph, which may hold what it lacks
      'It was painted white in spring.',
    ])
  })

  test('prefers the sentence that holds the kind of thing asked for', async () => {
    const answerer = await openCorpus({
      'a.txt': 'The ferry stays in port beside the quay at night. The ferry stays in port because the channel is dark.',
    })
    const [why] = plains(answerer, 'Why does the ferry stay in port?')
    expect(why).toBe('The ferry stays in port because the channel is dark.')
  })

  test('prefers the sentence that numbers what is counted', async () => {
    const answerer = await openCorpus({ 'a.txt': 'The bridge has lamps for 12 ships. The bridge has 40 lamps there.' })
    expect(plains(answerer, 'How many lamps has the bridge?')[0]).toBe('The bridge has 40 lamps there.')
    expect(plains(answerer, 'How many ships has the bridge?')[0]).toBe('The bridge has lamps for 12 ships.')
  })

  test('finds what sentences further up say of whom it speaks', async () => {
    const answerer = await openCorpus({
      'a.txt': 'It left in 1951. It was small. The Sirena is a ferry. It is red. It left in 1950. Dogs bark.',
    })
    const found = plains(answerer, 'When did the Sirena leave?')
    expect(found.indexOf('It left in 1950.')).toBeLessThan(found.indexOf('It left in 1951.'))
  })

  test.each([
    ['en', 'The name of the quay is old. The ferry is called Sirena.', 'What is the name of the ferry?'],
    ['de', 'Der Name der Mole ist alt. Die Fähre heißt Sirena.', 'Wie lautet der Name der Fähre?'],
  ])('looks for what is asked, not for how the question leads up to it: %s', async (language, text, question) => {
    const answerer = await openCorpus({ 'a.txt': `---\nlanguage: ${language}\n---\n${text}` })
    expect(plains(answerer, question)[0]).toMatch(/Sirena/)
  })

  test('breaks ties by place in the corpus', async () => {
    const answerer = await openCorpus({ 'b.txt': 'The tower is high.', 'a.txt': 'The tower is tall.' })
    const { passages } = answerer.ask('How is the tower?')
    expect(passages.map(({ citation }) => citation.article)).toEqual(['a', 'b'])
  })

  test('finds a word in its other forms: inflected, irregular, of the same family', async () => {
    const answerer = await openCorpus({
      'a.txt': 'Anna met the mayor on Monday. The painters painted the walls. A Korean ship arrived. Dogs bark.',
    })
    expect(plains(answerer, 'Did Anna meet the mayor?')[0]).toBe('Anna met the mayor on Monday.')
    expect(plains(answerer, 'painting of a wall')[0]).toBe('The painters painted the walls.')
    expect(plains(answerer, 'ship from Korea')[0]).toBe('A Korean ship arrived.')
  })

  test.each([
    ['a letter left out', 'when was the lighthose built'],
    ['a letter too many', 'when was the lighthousse built'],
    ['two letters swapped', 'when was the lgihthouse built'],
    ['another letter', 'when was the lighthouze built'],
  ])('finds a mistyped word: %s', async (_, question) => {
    const answerer = await openCorpus({ 'harbour.txt': harbour })
    const answer = answerer.ask(question)
    expect(answer.passages[0]?.sentence.plain).toBe('The old lighthouse was built in 1859 by French engineers.')
    expect(answer.passages[0]?.matches[0]).toMatchObject({
      matchType: expect.not.stringMatching('missing'),
      found: 'lighthouse',
    })
    expect(answer.unknown).toEqual([])
  })

  test('finds what a verb means with the particle after it', async () => {
    const answerer = await openCorpus({
      'a.txt': '---\nlanguage: en\n---\nNobody turns here.\n\nDisable the pump at night.',
    })
    expect(plains(answerer, 'How do I turn the pump off?')[0]).toBe('Disable the pump at night.')
  })

  test('does not take one short word for another', async () => {
    const answerer = await openCorpus({ 'a.txt': 'It would rain. He paid a price.' })
    expect(answerer.ask('Who won the world cup?').unknown).toEqual(['won', 'world', 'cup'])
  })

  test('reads capitals as a name, and a question in capitals as any other', async () => {
    const answerer = await openCorpus({ 'a.txt': 'The US warned them. The dog warned us about the rain.' })
    expect(plains(answerer, 'What did the US do?')[0]).toBe('The US warned them.')
    expect(plains(answerer, 'WHAT DID THE DOG WARN ABOUT?')[0]).toBe('The dog warned us about the rain.')
  })

  test('searches one article alone, as if there were no other', async () => {
    const answerer = await openCorpus({
      'harbour.txt': harbour,
      'sea.txt': 'The ferry is red. Mackerel swim in the sea.',
    })
    expect(plains(answerer, 'mackerel ferry', 'sea')).toEqual(['Mackerel swim in the sea.', 'The ferry is red.'])
    expect(answerer.ask('lighthouse', { article: 'sea' }).unknown).toEqual(['lighthouse'])
  })

  test.each([
    [
      'Turkish',
      'tr',
      'Vapur saat dokuzda iskeleden kalkar. Balıkçılar sabah uyur.',
      'Vapurlar ne zaman kalkıyor?',
      'Vapur saat dokuzda iskeleden kalkar.',
    ],
    [
      'German',
      'de',
      'Der Leuchtturm wurde 1859 gebaut. Die Fischer schlafen.',
      'Wann wurden die Leuchttürme gebaut?',
      'Der Leuchtturm wurde 1859 gebaut.',
    ],
    [
      'Russian',
      'ru',
      'Маяк построили в 1859 году. Рыбаки спят днём.',
      'Когда построили маяки?',
      'Маяк построили в 1859 году.',
    ],
    ['Chinese', 'zh', '灯塔建于1859年。渔民在早上睡觉。', '灯塔是什么时候建的？', '灯塔建于1859年。'],
    [
      'Japanese',
      'ja',
      '灯台は1859年に建てられました。漁師は朝に眠ります。',
      '灯台はいつ建てられましたか',
      '灯台は1859年に建てられました。',
    ],
    [
      'Thai',
      'th',
      'ประภาคารสร้างในปี 1859 ชาวประมงนอนตอนเช้า',
      'ประภาคารสร้างเมื่อไร',
      'ประภาคารสร้างในปี 1859 ชาวประมงนอนตอนเช้า',
    ],
    ['Arabic', 'ar', 'بنيت المنارة عام 1859. ينام الصيادون صباحا.', 'متى بنيت المنارة؟', 'بنيت المنارة عام 1859.'],
  ])('answers in %s', async (_, language, text, question, right) => {
    const answerer = await openCorpus({ 'a.txt': `---\nlanguage: ${language}\n---\n${text}` })
    expect(plains(answerer, question)[0]).toBe(right)
  })

  test('reads a question in the language whose small words it uses', async () => {
    const answerer = await openCorpus({
      'de.txt': '---\nlanguage: de\n---\nDas war ein langer Krieg. Es war kalt.',
      'en.txt': '---\nlanguage: en\n---\nThe war was long and cold. The dog slept.',
    })
    expect(plains(answerer, 'How long was the war?')[0]).toBe('The war was long and cold.')
  })

  test.each([
    ['How much does a season ticket cost?', 'A season ticket costs $60.'],
    ['How much does it cost?', 'A season ticket costs $60.'],
    ['What is the emergency number?', 'The emergency number is 555 0142.'],
    ['What is the population?', 'The population is 312.'],
    ['Which company?', 'Our company is called Marlow Boats.'],
    ['What was the reason?', 'The reason was fog.'],
  ])('keeps the subject of a question, though its asking phrase holds it: %s', async (question, sentence) => {
    const answerer = await openCorpus({
      'a.txt': `A season ticket costs $60. Dogs sleep all day.

The emergency number is 555 0142. The population is 312.

Our company is called Marlow Boats. The reason was fog.`,
    })
    const answer = answerer.ask(question)
    expect(answer.passages[0]?.sentence.plain).toBe(sentence)
    expect(answer.unknown).toEqual([])
  })

  test.each([
    ['Where is vitamin C found?', 'Vitamin C is found in rose hips.'],
    ['Where is vitamin b found?', 'Vitamin B is found in rye bread.'],
    ['When is C# taught?', 'C# is taught in the third year.'],
    ['When is C++ taught?', 'C++ is taught in the second year.'],
    ['When is C taught?', 'C is taught in the first year.'],
    ['What is $?', '$? holds the exit code.'],
    ['What does --verbose do?', 'With --verbose, all steps are printed.'],
    ['What is rule 100.2b?', 'Rule 100.2b says that a block that falls is lost.'],
    ['harbour shop', 'Call harbour_shop_init before anything else.'],
    ['audio resource', 'First createAudioResource is called.'],
    ['createAudioResource', 'First createAudioResource is called.'],
  ])('reads letters, signs and identifiers: %s', async (question, sentence) => {
    const answerer = await openCorpus({
      'a.txt': [
        ...['Vitamin B is found in rye bread.', 'Vitamin C is found in rose hips.', 'Vitamin A is found in carrots.'],
        ...['C is taught in the first year.', 'C++ is taught in the second year.', 'C# is taught in the third year.'],
        ...['$? holds the exit code.', 'With --verbose, all steps are printed.'],
        ...['Rule 100.2 says that a block that stands is kept.', 'Rule 100.2b says that a block that falls is lost.'],
        'Call harbour_shop_init before anything else. First createAudioResource is called.',
      ].join('\n\n'),
    })
    const answer = answerer.ask(question)
    expect(answer.passages[0]?.sentence.plain).toBe(sentence)
    expect(answer.unknown).toEqual([])
  })

  test('does not take the letters of contractions for words', async () => {
    const answerer = await openCorpus({ 'a.txt': 'The ferry leaves at nine. Dogs sleep.' })
    expect(answerer.ask("When's Kim's ferry? I don't know").unknown).toEqual(['Kim', 'know'])
  })
})
