import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { ParsedArticle } from '../../src/corpus/article.ts'
import { readArticle } from '../../src/corpus/read-article.ts'
import { type Half, halfOf } from './halves.ts'

/** A question with what answers it. */
export interface SetQuestion {
  readonly question: string
  /** The id of the article that answers it. */
  readonly home: string
  readonly half: Half
  /** The answers, as offsets `[start, end)` into the article's text. */
  readonly answers: readonly (readonly [number, number])[]
}

/** A set of questions over articles that this project's reader has read. */
export interface QuestionSet {
  readonly name: string
  readonly language: string
  /** Whether a question is asked of its own article, rather than of all. */
  readonly ofOwnArticle: boolean
  readonly articles: readonly ParsedArticle[]
  readonly questions: readonly SetQuestion[]
}

/** Whether a sentence holds a part of an answer. */
export function isRight(
  { home, answers }: SetQuestion,
  sentence: { readonly article: string; readonly start: number; readonly end: number },
): boolean {
  return sentence.article === home && answers.some(([start, end]) => sentence.start < end && start < sentence.end)
}

export const xquadLanguages = ['en', 'tr', 'de', 'ru', 'zh'] as const

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

/** SelQA (Jurczyk, Zhai, Choi, 2016), development part: each question over the sentences of its own section. */
export async function readSelqa(folder: string): Promise<QuestionSet> {
  const rows = v.parse(Selqa, JSON.parse(readFileSync(join(folder, 'selqa-dev.json'), 'utf8')))
  const articles = new Map<string, ParsedArticle>()
  const questions: SetQuestion[] = []
  for (const { question, article: title, section, candidates, answers } of rows) {
    const head = frontMatter({ title, section, language: 'en' })
    const text = head + candidates.join(' ')
    const article = articles.get(text) ?? (await read(`s${articles.size}.txt`, text))
    articles.set(text, article)
    const starts = candidates.map(
      (_, i) => head.length + candidates.slice(0, i).reduce((sum, each) => sum + each.length + 1, 0),
    )
    const places = answers.map((i): [number, number] => [
      starts[i] ?? 0,
      (starts[i] ?? 0) + (candidates[i]?.length ?? 0),
    ])
    questions.push({ question, home: article.id, half: halfOf(title), answers: places })
  }
  return { name: 'SelQA', language: 'en', ofOwnArticle: true, articles: [...articles.values()], questions }
}

/** XQuAD (Artetxe, Ruder, Yogatama, 2019): each question over the paragraphs of all articles of its language. */
export async function readXquad(folder: string, language: string): Promise<QuestionSet> {
  const { data } = v.parse(Squad, JSON.parse(readFileSync(join(folder, `xquad.${language}.json`), 'utf8')))
  const articles: ParsedArticle[] = []
  const questions: SetQuestion[] = []
  for (const { title, paragraphs } of data) {
    let text = frontMatter({ title: title.replaceAll('_', ' '), language })
    const home = `a${articles.length}`
    for (const { context, qas } of paragraphs) {
      text += '\n'
      for (const { question, answers } of qas) {
        const places = answers.map(({ answer_start, text: { length } }): [number, number] => [
          text.length + answer_start,
          text.length + answer_start + length,
        ])
        questions.push({ question, home, half: halfOf(title), answers: places })
      }
      text += `${context}\n`
    }
    articles.push(await read(`${home}.txt`, text))
  }
  return { name: `XQuAD-${language}`, language, ofOwnArticle: false, articles, questions }
}

function frontMatter(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  return `---\n${lines.join('')}---\n`
}

async function read(file: string, text: string): Promise<ParsedArticle> {
  return (await readArticle(file, text)).article
}
