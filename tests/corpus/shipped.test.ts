// What is read of the article that is shipped.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { faultsOf, plainOf, sentencesOf, wordsOf } from './reading.ts'

const { articles, problems } = await readCorpus('corpus')
const [article] = articles
if (!article) throw new Error('corpus/ holds no article')
const file = readFileSync('corpus/kim-jong-un-train-to-putin.txt', 'utf8')

describe('the shipped article', () => {
  test('is the whole corpus, and nothing is wrong with it', () => {
    expect(articles.map(({ id, file }) => [id, file])).toEqual([
      ['kim-jong-un-train-to-putin', 'kim-jong-un-train-to-putin.txt'],
    ])
    expect(problems).toEqual([])
  })

  test('keeps the text of its file', () => {
    expect(article.text).toBe(file)
  })

  test('has its date, its section and its language', () => {
    expect(article).toMatchObject({ date: '2023-09-27', section: 'FOREIGN NEWS', language: 'en', format: 'text' })
  })

  test('has its headline for a title, whose two sentences answer questions too', () => {
    const [headline] = plainOf(article)
    expect(headline).toEqual([
      'South Korean media wrote that Kim Jong-un started his train journey to meet with Putin.',
      'The Kremlin confirmed Kim’s trip.',
    ])
    expect(article.title).toBe(headline?.join(' '))
  })

  test('says in paragraph 5 when Kim and Putin last met', () => {
    expect(article.paragraphs[4]?.sentences[0]).toEqual({
      article: 'kim-jong-un-train-to-putin',
      paragraph: 5,
      number: 1,
      kind: 'prose',
      start: file.indexOf('Kim last met'),
      end: file.indexOf(' The meeting in question'),
      text: 'Kim last met with Putin in Vladivostok in 2019.',
      plain: 'Kim last met with Putin in Vladivostok in 2019.',
    })
  })

  test('has 18 sentences in 7 paragraphs, as its file holds them', () => {
    expect(plainOf(article).map((sentences) => sentences.length)).toEqual([2, 3, 3, 2, 5, 1, 2])
    expect(faultsOf(article)).toEqual([])
  })

  test('holds neither the date line nor the section in any sentence', () => {
    const all = sentencesOf(article).map(({ text }) => text)
    expect(all.filter((text) => /Çar|Eyl|27th|FOREIGN NEWS|\(/u.test(text))).toEqual([])
  })

  test('loses no word of any paragraph', () => {
    const paragraphs = file.split(/\n{2,}/u).slice(1)
    const last = paragraphs.length - 1
    const written = paragraphs.map((paragraph, i) => (i === last ? paragraph.replace('(FOREIGN NEWS)', '') : paragraph))
    expect(plainOf(article).map((sentences) => sentences.flatMap(wordsOf))).toEqual(written.map(wordsOf))
  })
})
