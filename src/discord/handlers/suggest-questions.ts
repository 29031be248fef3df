import type { Answerer } from '../../answer/answer.ts'
import type { Article, Sentence } from '../../corpus/article.ts'
import { messagesFor } from '../../text/messages.ts'
import { limits } from '../replies/limits.ts'
import { lengthOf } from '../replies/truncate.ts'

const QUESTIONS = 3
/** Phrases that are tried at most. */
const TRIES = 40
/** Sentences that are read at most. */
const READ = 400

/**
 * Questions that an article answers, each by another sentence, in its own language where it is one of ours: no more
 * than three, each short enough for a button.
 */
export function suggestQuestions(answerer: Answerer, article: Article): string[] {
  const questions: string[] = []
  const answers = new Set<number>()
  for (const phrase of salientPhrases(article).slice(0, TRIES)) {
    const found = forms(phrase, article)
      .filter((question) => lengthOf(question) <= limits.buttonLabel)
      .map((question) => ({ question, answer: answerer.ask(question, { article: article.id, limit: 1 }) }))
      .find(({ answer }) => answer.verdict === 'answered')
    const start = found?.answer.passages[0]?.sentence.start
    if (!found || start === undefined || answers.has(start)) continue
    answers.add(start)
    questions.push(found.question)
    if (questions.length === QUESTIONS) break
  }
  return questions
}

/** Ways to ask about a phrase: a sentence where we speak the article's language, or else the phrase alone. */
function forms(phrase: string, { language }: Article): string[] {
  const text = messagesFor(language)
  const bare = `${phrase}?`
  return new Intl.Locale(language).language === text.tag ? [text.articles.about(phrase), bare] : [bare]
}

const NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+)*/gu
const WORD = /[\p{L}\p{M}]{4,}/gu

/** What an article speaks of: its names of several words, its other names, its long words; the most frequent first. */
function salientPhrases({ paragraphs }: Article): string[] {
  const sentences: Sentence[] = []
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'code') sentences.push(...paragraph.sentences.slice(0, READ - sentences.length))
    if (sentences.length === READ) break
  }
  const names = count(
    sentences.flatMap(({ plain }) =>
      // The first word of a sentence is written large whatever it is.
      [...plain.matchAll(NAME)].filter(({ index, 0: name }) => index > 0 || name.includes(' ')).map(([name]) => name),
    ),
  )
  const words = count(sentences.flatMap(({ plain }) => plain.match(WORD) ?? []))
  const long = names.filter((name) => name.includes(' '))
  return [...new Set([...long, ...names, ...words])]
}

/** Distinct phrases, the most frequent first, then the longest. */
function count(phrases: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length).map(([phrase]) => phrase)
}
