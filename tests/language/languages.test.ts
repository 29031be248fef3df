// Reading articles in ten languages: detection, title, date and sentences.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { articleOf, faultsOf, plainOf, sentencesOf, wordsOf } from '../corpus/reading.ts'

/** The sentences that a reader counts in each paragraph, headline first. Thai has no full stop: a line may stay whole. */
const fixtures: readonly { language: string; counts: readonly number[]; date: string | undefined; last: string }[] = [
  { language: 'en', counts: [1, 4, 4], date: '2024-03-05', last: 'Nobody knows!' },
  { language: 'tr', counts: [1, 3, 4], date: '2024-03-05', last: 'Peki, bu su yaza kadar yetecek mi?' },
  { language: 'de', counts: [1, 3, 4], date: '2024-03-05', last: 'Das Land übernimmt die Hälfte.' },
  { language: 'ru', counts: [1, 3, 4], date: '2024-03-05', last: 'Этого никто не знает.' },
  { language: 'zh', counts: [1, 3, 4], date: '2024-03-05', last: '价格没有变，一壶茶仍然是十五元。' },
  { language: 'ja', counts: [1, 3, 4], date: '2024-03-05', last: '村がバスを出すそうです。' },
  { language: 'ar', counts: [1, 3, 4], date: '2024-03-05', last: 'ويفتح المتحف أبوابه كل يوم عدا الجمعة.' },
  { language: 'he', counts: [1, 3, 4], date: '2024-03-05', last: 'לא קורה דבר, אמרה כהן.' },
  { language: 'hi', counts: [1, 3, 3], date: '2024-03-05', last: 'वन विभाग का कहना है कि यह बारिश पर निर्भर है।' },
  { language: 'th', counts: [1, 1, 1], date: undefined, last: 'ตลาดมีเรือขายของประมาณหกสิบลำ นักท่องเที่ยวมาถึงตั้งแต่หกโมงเช้า' },
]

describe.each(fixtures)('an article in $language', ({ language, counts, date, last }) => {
  const text = readFileSync(`tests/fixtures/languages/${language}.txt`, 'utf8')
  const reading = articleOf(text, `${language}.txt`)

  test('is known for its language and its day', async () => {
    const article = await reading
    expect(article.language).toBe(language)
    expect(article.date).toBe(date)
  })

  test('has its headline for a title', async () => {
    const blocks = text.split('\n\n')
    expect((await reading).title).toBe(blocks[date === undefined ? 0 : 1])
  })

  test('is split where a reader would', async () => {
    const plain = plainOf(await reading)
    expect(
      plain.map((sentences) => sentences.length),
      JSON.stringify(plain, null, 1),
    ).toEqual(counts)
    expect(plain.at(-1)?.at(-1)).toBe(last)
  })

  test('keeps every word in its paragraph, and every sentence as its file holds it', async () => {
    const article = await reading
    expect(faultsOf(article)).toEqual([])
    const written = text.split('\n\n').slice(date === undefined ? 0 : 1)
    expect(plainOf(article).map((sentences) => sentences.flatMap(wordsOf))).toEqual(written.map(wordsOf))
    for (const sentence of sentencesOf(article)) expect(sentence.plain).toBe(sentence.text.replace(/\n/gu, ' '))
  })
})
