/** Suggests questions that an article can answer. */
import { setImmediate } from 'node:timers/promises'
import { LimitedCollection } from 'discord.js'
import type { Answerer } from '../../answer/answer.ts'
import type { Article, Sentence } from '../../corpus/article.ts'
import type { Audience } from '../../corpus/audience.ts'
import { messagesFor } from '../../text/messages.ts'
import { limits } from '../replies/limits.ts'
import { lengthOf } from '../replies/markdown/truncate.ts'

const MAX_QUESTIONS = 3
/** Bounds on the work for one article. */
const MAX_PHRASES = 40
const MAX_SENTENCES = 400

/** Articles, each for one audience, whose questions are remembered. */
const MAX_REMEMBERED = 1_000

const known = new WeakMap<Answerer, LimitedCollection<string, Promise<readonly string[]>>>()

/** At most three questions, each answered by a different sentence and short enough for a button. */
export function suggestQuestions(answerer: Answerer, article: Article, audience: Audience): Promise<readonly string[]> {
  const remembered = known.get(answerer) ?? new LimitedCollection({ maxSize: MAX_REMEMBERED })
  known.set(answerer, remembered)
  return remembered.ensure(JSON.stringify([article.id, audience]), () => findQuestions(answerer, article, audience))
}

/** Asks up to eighty questions, with the event loop in between: in a long article each takes milliseconds. */
async function findQuestions(answerer: Answerer, article: Article, audience: Audience): Promise<readonly string[]> {
  const questions: string[] = []
  const answers = new Set<number>()
  for (const phrase of salientPhrases(article).slice(0, MAX_PHRASES)) {
    await setImmediate()
    const found = phrasings(phrase, article)
      .filter((question) => lengthOf(question) <= limits.buttonLabel)
      .map((question) => ({ question, answer: answerer.ask(question, { article: article.id, limit: 1, audience }) }))
      .find(({ answer }) => answer.verdict === 'answered')
    const start = found?.answer.passages[0]?.sentence.start
    if (!found || start === undefined || answers.has(start)) continue
    answers.add(start)
    questions.push(found.question)
    if (questions.length === MAX_QUESTIONS) break
  }
  return questions
}

/** Questions about a phrase: a sentence if there are texts in the article's language, and the bare phrase. */
function phrasings(phrase: string, { language }: Article): string[] {
  const text = messagesFor(language)
  const bare = `${phrase}?`
  return new Intl.Locale(language).language === text.tag ? [text.articles.about(phrase), bare] : [bare]
}

const NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+)*/gu
const WORD = /[\p{L}\p{M}]{4,}/gu

/** What an article is about: names of several words, then other names, then long words; the most frequent first. */
function salientPhrases({ paragraphs }: Article): string[] {
  const sentences: Sentence[] = []
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'code') sentences.push(...paragraph.sentences.slice(0, MAX_SENTENCES - sentences.length))
    if (sentences.length === MAX_SENTENCES) break
  }
  const names = byFrequency(
    sentences.flatMap(({ plain }) =>
      // The first word of a sentence is capitalised even if it is no name.
      [...plain.matchAll(NAME)].filter(({ index, 0: name }) => index > 0 || name.includes(' ')).map(([name]) => name),
    ),
  )
  const words = byFrequency(sentences.flatMap(({ plain }) => plain.match(WORD) ?? []))
  const longNames = names.filter((name) => name.includes(' '))
  return [...new Set([...longNames, ...names, ...words])]
}

/** Distinct phrases, the most frequent first; among equals, the longest. */
function byFrequency(phrases: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length).map(([phrase]) => phrase)
}
