/** Replies about one article say nothing about the others. */
import { expect, test } from 'vitest'
import { createAnswerer } from '../../../src/answer/answer.ts'
import type { ParsedArticle } from '../../../src/corpus/article.ts'
import { answerReply } from '../../../src/discord/replies/answer-reply.ts'
import { articleKey } from '../../../src/discord/replies/fingerprint.ts'
import { messagesFor } from '../../../src/text/messages.ts'

/** An article of one paragraph with one sentence. */
function articleOf(id: string, text: string): ParsedArticle {
  const sentence = {
    article: id,
    paragraph: 1,
    number: 1,
    kind: 'prose' as const,
    start: 0,
    end: text.length,
    text,
    plain: text,
  }
  const paragraphs = [{ number: 1, kind: 'prose' as const, trail: [], sentences: [sentence] }]
  return {
    id,
    file: `${id}.txt`,
    title: id,
    language: 'en',
    format: 'text',
    text,
    sentenceCount: 1,
    paragraphCount: 1,
    paragraphs,
  }
}

const foxes = articleOf('foxes', 'The fox jumped over the wall in Kyoto.')
const answerer = await createAnswerer([foxes, articleOf('whales', 'The whale swam past Lisbon.')])

/** The first line of the reply, for a question to one article or to all. */
function firstLine(question: string, article: ParsedArticle | undefined, tag: string): string | undefined {
  const answer = answerer.ask(question, article && { article: article.id })
  const scope = article ? articleKey(article.id) : ''
  const view = { asker: '123456789012345678', match: 0, scope, isPrivate: false, showsQuestion: false }
  return answerReply(answer, messagesFor(tag), view).content.split('\n')[0]
}

test('does not claim that other articles never mention a word', () => {
  expect(firstLine('Lisbon whale?', foxes, 'en')).toBe('This article never mentions “Lisbon” or “whale”.')
  expect(firstLine('Guernica?', undefined, 'en')).toBe('The articles never mention “Guernica”.')
})

test.each([
  ['en', 'articles'],
  ['tr', 'makaleler'],
  ['de', 'den artikeln'],
  ['es', 'los artículos'],
  ['fr', 'les articles'],
])('speaks only of that article, for every verdict: %s', (tag, all) => {
  const text = messagesFor(tag)
  for (const unknown of ['', '“Lisbon”']) {
    for (const said of [text.related(unknown, true), text.silent(unknown, true)]) {
      expect(said).toContain(unknown)
      expect(said.toLowerCase()).not.toContain(all)
    }
  }
})
