import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { createAnswerer } from '../../src/answer/answer.ts'
import type { Article, Sentence } from '../../src/corpus/article.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'

import { type Labelled, type Score, score } from './score.ts'

const Selqa = v.array(
  v.object({
    question: v.string(),
    article: v.string(),
    section: v.string(),
    candidates: v.array(v.string()),
    answers: v.array(v.number()),
  }),
)

const Squad = v.object({
  data: v.array(
    v.object({
      title: v.string(),
      paragraphs: v.array(
        v.object({
          context: v.string(),
          qas: v.array(
            v.object({
              question: v.string(),
              answers: v.array(v.object({ text: v.string(), answer_start: v.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** SelQA: each question over the sentences of its own section. */
export async function scoreSelqa(file: string): Promise<Score> {
  const sections = v.parse(Selqa, JSON.parse(readFileSync(file, 'utf8')))
  const scores: Score[] = []
  for (const { question, article, section, candidates, answers } of sections) {
    const made = articleOf(article, section, candidates)
    const right = new Set(answers.map((answer) => made.paragraphs[0]?.sentences[answer]?.start))
    const answerer = await createAnswerer([made])
    scores.push(score(answerer, [{ question, isRight: (_, start) => right.has(start) }]))
  }
  return mean(scores)
}

function articleOf(title: string, section: string, candidates: readonly string[]): Article {
  const sentences: Sentence[] = []
  let start = 0
  for (const text of candidates) {
    const number = sentences.length + 1
    sentences.push({ article: 'a', paragraph: 1, number, start, end: start + text.length, text, plain: text })
    start += text.length + 1
  }
  return {
    id: 'a',
    file: 'a.txt',
    title,
    section,
    language: 'en',
    text: candidates.join(' '),
    format: 'text',
    paragraphs: [{ number: 1, kind: 'text', sentences }],
  }
}

function mean(scores: readonly Score[]): Score {
  const of = (part: (score: Score) => number) => scores.reduce((sum, each) => sum + part(each), 0) / scores.length
  const answered = of((each) => each.answered)
  return {
    questions: scores.length,
    first: of((each) => each.first),
    firstThree: of((each) => each.firstThree),
    mrr: of((each) => each.mrr),
    answered,
    answeredRight: of((each) => each.answered * each.answeredRight) / answered,
    wrong: scores.flatMap((each) => each.wrong),
  }
}

/** XQuAD: every question over all sentences of all articles, read from files as any corpus is. */
export async function scoreXquad(file: string, language: string): Promise<Score> {
  const { data: articles } = v.parse(Squad, JSON.parse(readFileSync(file, 'utf8')))
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-xquad-'))
  try {
    const questions: Labelled[] = []
    for (const [i, { title, paragraphs }] of articles.entries()) {
      const id = `a${i}`
      let text = `---\ntitle: ${JSON.stringify(title)}\nlanguage: ${language}\n---\n`
      for (const { context, qas } of paragraphs) {
        text += '\n'
        for (const { question, answers } of qas) {
          const places = answers.map(({ answer_start }) => text.length + answer_start)
          questions.push({
            question,
            isRight: (article, start, end) => article === id && places.some((at) => start <= at && at < end),
          })
        }
        text += `${context}\n`
      }
      await writeFile(join(folder, `${id}.txt`), text)
    }
    const corpus = await readCorpus(folder)
    return score(await createAnswerer(corpus.articles), questions)
  } finally {
    await rm(folder, { recursive: true })
  }
}
