/** How an answer is rendered. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, createAnswerer, type Passage, type Verdict } from '../../../src/answer/answer.ts'
import type { ParsedArticle, Sentence } from '../../../src/corpus/article.ts'
import { suggestQuestions } from '../../../src/discord/handlers/suggest-questions.ts'
import { answerReply, type View } from '../../../src/discord/replies/answer-reply.ts'
import { openingReply } from '../../../src/discord/replies/article-list.ts'
import { contextReply } from '../../../src/discord/replies/context-pages.ts'
import { lengthOf } from '../../../src/discord/replies/markdown/truncate.ts'
import { questionAbove } from '../../../src/discord/replies/question-line.ts'
import { messagesFor } from '../../../src/text/messages.ts'
import { seen } from './discord-markdown.ts'
import { articleOf, shipped } from './fixtures.ts'

const english = messagesFor('en')
const view: View = { asker: '123456789012345678', match: 0, scope: '', isPrivate: false, showsQuestion: false }

/** An article of one paragraph with these sentences. */
function articleWith(plains: readonly string[], more: Partial<ParsedArticle> = {}, space = ' '): ParsedArticle {
  let text = ''
  const sentences = plains.map((plain, i): Sentence => {
    const start = text.length + (i > 0 ? space.length : 0)
    text += (i > 0 ? space : '') + plain
    return { article: 'a', paragraph: 1, number: i + 1, kind: 'prose', start, end: text.length, text: plain, plain }
  })
  const paragraphs = [{ number: 1, kind: 'prose' as const, trail: [], sentences }]
  const counts = { sentenceCount: sentences.length, paragraphCount: 1 }
  return {
    id: 'a',
    file: 'a.txt',
    title: 'Title',
    language: 'en',
    format: 'text',
    text,
    ...counts,
    paragraphs,
    ...more,
  }
}

/** An answer with one sentence of an article as its only passage. */
function answerWith(
  article: ParsedArticle,
  found: number,
  verdict: Verdict = 'answered',
  unknown: string[] = [],
): Answer {
  const { sentences } = article.paragraphs[0] ?? { sentences: [] }
  const sentence = sentences[found]
  if (!sentence) throw new Error('no such sentence')
  const passage: Passage = {
    article,
    sentence,
    before: sentences.slice(0, found),
    after: sentences.slice(found + 1),
    highlights: [],
    matches: [],
    score: 1,
    shares: [],
    alsoIn: [],
    citation: {
      article: article.id,
      title: article.title,
      trail: [],
      paragraph: 1,
      ...(article.url && { url: article.url }),
    },
  }
  return { question: 'Who?', verdict, passages: [passage], confidence: 1, unknown, ms: 0 }
}
const quoteOf = (article: ParsedArticle, found: number) =>
  answerReply(answerWith(article, found), english, view).content.split('\n')[0]

describe('a reply shows a sentence', () => {
  const [a, b, c] = [`${'a'.repeat(99)}.`, `${'b'.repeat(99)}.`, `${'c'.repeat(99)}.`]
  test('between its neighbours if all is short', () => {
    expect(quoteOf(articleWith([a, b, c]), 1)).toBe(`> ${a} **${b}** ${c}`)
  })
  test('with the neighbours that fit', () => {
    expect(quoteOf(articleWith([a, b, 'x'.repeat(200)]), 1)).toBe(`> ${a} **${b}**`)
  })
  test('alone if it is long', () => {
    const long = 'x'.repeat(349)
    expect(quoteOf(articleWith(['a.', long, 'c.']), 1)).toBe(`> **${long}**`)
  })
  test('cut, with an ellipsis, if it is longer than a message', () => {
    const quote = quoteOf(articleWith([`${'word '.repeat(1_000)}end.`]), 0) ?? ''
    expect(quote).toMatch(/^> \*\*(?:word )+\\\[…\\\]\*\*$/u)
    expect(lengthOf(quote)).toBeGreaterThan(1_800)
  })
  test('without a space before it in scripts that use none', () => {
    const [first, second] = ['金正恩去了俄罗斯。', '他见了普京。']
    expect(quoteOf(articleWith([first, second], {}, ''), 1)).toBe(`> ${first}**${second}**`)
  })
})

test('fits into a message and shows the exact words of any article', () => {
  const sentence = fc
    .string({ unit: fc.constantFrom(...'ab *_~|`[]<>#:\\@-1.🙂é\u202e'), minLength: 1, maxLength: 3_000 })
    .map((text) => `x${text.replace(/\s+/gu, ' ').trim()}`)
  const texts = fc.array(sentence, { minLength: 1, maxLength: 4 })
  const words = fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 30 })
  const address = fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true }), { nil: undefined })
  fc.assert(
    fc.property(
      texts,
      sentence,
      words,
      address,
      fc.nat(3),
      fc.boolean(),
      (plains, title, unknown, url, at, related) => {
        const found = at % plains.length
        const article = articleWith(plains, { title, ...(url !== undefined && { url }) })
        const answer = answerWith(article, found, related ? 'related' : 'answered', unknown)
        const { content } = answerReply({ ...answer, question: title.slice(0, 140) }, english, {
          ...view,
          showsQuestion: true,
          isNew: true,
        })
        expect(lengthOf(content)).toBeLessThanOrEqual(2_000)
        expect(content).not.toMatch(/\p{Surrogate}/u)
        const shown = content.split('\n').find((line) => line.startsWith('> ')) ?? ''
        const plain = plains[found] ?? ''
        if (shown.endsWith('\\[…\\]**')) expect(plain.startsWith(seen(shown).slice(0, -' […]'.length))).toBe(true)
        else expect(seen(shown)).toContain(plain)
        const page = contextReply(article, english, { start: answer.passages[0]?.sentence.start ?? 0 })
        expect(lengthOf(page.content)).toBeLessThanOrEqual(2_000)
        expect(lengthOf(openingReply(article, [], english).content)).toBeLessThanOrEqual(2_000)
      },
    ),
    { numRuns: 50 },
  )
})

test('never shows a sentence that differs from its file', () => {
  const article = articleWith(['Kim met Putin in 2019.', 'They talked.'])
  const forged = { ...article, text: article.text.replace('2019', '2018') }
  expect(() => answerReply(answerWith(forged, 0), english, view)).toThrow('differs from the file')
  expect(() => answerReply(answerWith(forged, 1), english, view)).toThrow('differs from the file')
  expect(() => contextReply(forged, english, { start: 0 })).toThrow('differs from the file')
  expect(() => openingReply(forged, [], english)).toThrow('differs from the file')
})

test('quotes nothing in a silent reply and limits the list of unknown words', () => {
  const answer = answerWith(
    articleWith(['Kim met Putin.']),
    0,
    'silent',
    Array.from({ length: 20 }, (_, i) => `word${i}`),
  )
  const { content } = answerReply(answer, english, view)
  expect(content).toMatch(/^The articles never mention “word0”.*“word7”, or 12 more words\.\n-# Closest: Title$/u)
})

test('reads the question above an answer back exactly as it was asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (text) => {
      const question = text.replace(/[\s\u2066-\u2069]+/gu, ' ').trim()
      const answer = { ...answerWith(articleWith(['x']), 0), question }
      const { content } = answerReply(answer, english, { ...view, showsQuestion: true })
      expect(questionAbove(content)).toBe(question)
    }),
    { numRuns: 200 },
  )
})

describe('suggested questions', () => {
  test.each([
    [
      'en',
      'The Red Fox jumped over the wall of Kyoto Castle. Later Maria Gomez arrived from Lisbon. Nobody saw Peter Brown.',
    ],
    [
      'de',
      'Der Bürgermeister eröffnete am Montag die neue Brücke. Später sprach Anna Schmidt über den Verkehr. Niemand sah den Fluss.',
    ],
    [
      'tr',
      'Belediye başkanı Ankara Kalesi önünde konuştu. Sonra Ayşe Yılmaz İstanbul treniyle geldi. Kimse Mehmet Demir için beklemedi.',
    ],
    [
      'es',
      'El alcalde habló ante el Castillo de Burgos. Luego llegó Ana García desde Sevilla. Nadie vio a Pedro Ruiz.',
    ],
    [
      'fr',
      'Le maire a parlé devant le Château Rouge. Puis Marie Dupont est arrivée de Lyon. Personne n’a vu Jean Martin.',
    ],
  ])('are in the language of the article: %s', async (language, text) => {
    const article = await articleOf('a.md', `---\nlanguage: ${language}\n---\n# Title\n\n${text}`)
    const answerer = await createAnswerer([article])
    const questions = await suggestQuestions(answerer, article, 'all')
    expect(questions.length).toBeGreaterThanOrEqual(2)
    for (const question of questions) expect(answerer.ask(question).verdict).toBe('answered')
  })

  test('are three different ones for the shipped article', async () => {
    const answerer = await createAnswerer(shipped)
    const [article] = shipped
    expect(new Set(article && (await suggestQuestions(answerer, article, 'all'))).size).toBe(3)
  })

  test('are looked for once for each audience', async () => {
    const answerer = await createAnswerer(shipped)
    let asked = 0
    const ask: typeof answerer.ask = (...question) => {
      asked++
      return answerer.ask(...question)
    }
    const counting = { ...answerer, ask }
    const counts: number[] = []
    for (const audience of ['all', 'all', ['1']] as const)
      for (const article of shipped) {
        await suggestQuestions(counting, article, audience)
        counts.push(asked)
      }
    const [once = 0, again, other = 0] = counts
    expect(once).toBeGreaterThan(0)
    expect(again).toBe(once)
    expect(other).toBeGreaterThan(once)
  })
})
