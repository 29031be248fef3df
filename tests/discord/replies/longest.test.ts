/** Every reply fits into a message with the longest texts, in every language. */
import { describe, expect, test } from 'vitest'
import { type Answer, createAnswerer } from '../../../src/answer/answer.ts'
import type { Article } from '../../../src/corpus/article.ts'
import { addedReply, confirmRemovalReply } from '../../../src/discord/replies/added-reply.ts'
import { answerReply, type View } from '../../../src/discord/replies/answer-reply.ts'
import { articleListReply } from '../../../src/discord/replies/article-list.ts'
import { statsText } from '../../../src/discord/replies/learning/stats.ts'
import { lengthOf } from '../../../src/discord/replies/markdown/truncate.ts'
import { messagesFor } from '../../../src/text/messages.ts'
import { article } from '../articles.ts'

const MARKS = '*'.repeat(300)
const url = `https://example.org/${'a'.repeat(490)}`
const about = { url, date: '2019-12-30', section: MARKS, author: MARKS }
const articles = Array.from({ length: 12 }, (_, i) =>
  article(`a${i}`, `${i} ${MARKS}`, [[`The ${MARKS} of ${i}.`], [`Kilns number ${i} are hot.`]], about),
)
const answerer = await createAnswerer(articles)
const view: View = {
  asker: '123456789012345678',
  match: 0,
  scope: '',
  isPrivate: false,
  showsQuestion: true,
  staleAfter: 1,
  isNew: true,
  quoteIs: 'changed',
  hasVotes: true,
}
const longWords = Array<string>(30).fill('_'.repeat(60))

/** An answer with as much around it as there can be. */
function answered(question: string): Answer {
  const answer = answerer.ask(question)
  const trail = Array<string>(5).fill(MARKS)
  const passages = answer.passages.map((passage) => ({
    ...passage,
    citation: { ...passage.citation, trail },
    alsoIn: articles.slice(1, 9),
  }))
  return { ...answer, passages, unknown: longWords, readWith: longWords, isElsewhere: true }
}
const silent = { ...answered('Kilns?'), verdict: 'silent' } as const
const added = {
  outcome: 'added',
  path: 'a.md',
  title: MARKS,
  language: 'en',
  sentences: 1_234_567,
  firstSentence: '',
  differences: [],
  warnings: Array<string>(20).fill(MARKS),
} as const
const [first] = answerer.articles
if (!first) throw new Error('no article')
const cited = articles.map((each: Article) => ({ article: each, count: 1_234_567 }))
const stats = {
  verdicts: { answered: 1_234_567, related: 1_234_567, silent: 1_234_567 },
  gaps: { open: 1_234_567, opened: 1_234_567, closed: 1_234_567 },
  votes: { helpful: 1_234_567, wrong: 1_234_567 },
  cited,
}

describe.each(['en', 'de', 'es-ES', 'fr', 'tr'])('in %s', (locale) => {
  const text = messagesFor(locale)
  const shown: [string, () => string][] = [
    ['an answer', () => answerReply({ ...answered('Which kilns are hot?'), question: MARKS }, text, view).content],
    ['a silent answer', () => answerReply({ ...silent, question: MARKS }, text, view).content],
    [
      'the list of articles in an answer',
      () => answerReply(answered('What are the articles about?'), text, view).content,
    ],
    ['their authors', () => answerReply(answered('Who wrote the articles?'), text, view).content],
    ['the list of articles', () => articleListReply(articles, text, 0).content],
    ['an addition', () => addedReply([added], first, [], text).content],
    ['a removal', () => confirmRemovalReply(first, text).content],
    ['the statistics', () => statsText(stats, text)],
  ]
  test.each(shown)('%s', (_, render) => {
    expect(lengthOf(render())).toBeLessThanOrEqual(2_000)
  })
})

test('a list of ten articles links to them where that fits', () => {
  const short = articles.map((each) => ({ ...each, title: `Kiln ${each.id}`, url: `https://example.org/${each.id}` }))
  const answer = answered('What are the articles about?')
  const { content } = answerReply(
    answer.about ? { ...answer, about: { ...answer.about, articles: short } } : answer,
    messagesFor('en'),
    view,
  )
  expect(content).toContain('[Kiln a0](<https://example.org/a0>)')
})
