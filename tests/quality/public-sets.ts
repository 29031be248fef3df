// Reads the public question sets as folders of articles with questions.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { halfOf } from './halves.ts'
import type { Gold, QuestionSet, SetQuestion } from './question-set.ts'

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

/** The form that the other sets share; offsets are into an article's text. */
const Shared = v.object({
  name: v.string(),
  language: v.string(),
  format: v.picklist(['txt', 'md']),
  gold: v.picklist(['span', 'sentence']),
  articles: v.array(v.object({ id: v.string(), title: v.string(), text: v.string() })),
  questions: v.array(
    v.object({
      q: v.string(),
      article: v.nullish(v.string()),
      gold: v.array(v.tuple([v.string(), v.number(), v.number()])),
      before: v.optional(v.array(v.string())),
    }),
  ),
})

/** SelQA (Jurczyk, Zhai, Choi, 2016), development part: each question over the sentences of its own section. */
function readSelqa(folder: string): QuestionSet {
  const rows = v.parse(Selqa, readJson(folder, 'selqa-dev.json'))
  const files = new Map<string, string>()
  const ids = new Map<string, string>()
  const questions = rows.map(({ question, article: title, section, candidates, answers }): SetQuestion => {
    const head = frontMatter({ title, section, language: 'en' })
    const text = head + candidates.join(' ')
    const article = ids.get(text) ?? `s${ids.size}`
    ids.set(text, article)
    files.set(`${article}.txt`, text)
    const golds = answers.map((i): Gold => {
      const start = head.length + candidates.slice(0, i).reduce((sum, each) => sum + each.length + 1, 0)
      return { article, start, end: start + (candidates[i]?.length ?? 0) }
    })
    return { question, article, half: halfOf(title), golds }
  })
  return { name: 'SelQA', language: 'en', rule: 'touches', files, questions }
}

/** XQuAD (Artetxe, Ruder, Yogatama, 2019): each question over the paragraphs of all articles of its language. */
function readXquad(folder: string, language: string): QuestionSet {
  const { data } = v.parse(Squad, readJson(folder, `xquad.${language}.json`))
  const files = new Map<string, string>()
  const questions: SetQuestion[] = []
  for (const { title, paragraphs } of data) {
    let text = frontMatter({ title: title.replaceAll('_', ' '), language })
    const article = `a${files.size}`
    for (const { context, qas } of paragraphs) {
      text += '\n'
      for (const { question, answers } of qas) {
        const golds = answers.map(({ answer_start, text: { length } }): Gold => {
          const start = text.length + answer_start
          return { article, start, end: start + length }
        })
        questions.push({ question, half: halfOf(title), golds })
      }
      text += `${context}\n`
    }
    files.set(`${article}.txt`, text)
  }
  return { name: `XQuAD-${language}`, language, rule: 'touches', files, questions }
}

/** SQuAD 2.0, CLAPNQ, QED, COVID-QA, NorQuAD and Doc2Dial, each question of its own article or of all. */
function readShared(folder: string, file: string, name: string, asked: 'own' | 'all'): QuestionSet {
  const set = v.parse(Shared, readJson(folder, file))
  const heads = new Map(
    set.articles.map(({ id, title }) => [id, frontMatter({ ...(title && { title }), language: set.language })]),
  )
  const titles = new Map(set.articles.map(({ id, title }) => [id, title || id]))
  const questions = set.questions.map(({ q, article, gold, before }): SetQuestion => {
    const home = article ?? gold[0]?.[0] ?? ''
    const golds = gold.map(([id, start, end]): Gold => {
      const shift = heads.get(id)?.length ?? 0
      return { article: id, start: start + shift, end: end + shift }
    })
    const half = halfOf(titles.get(home) ?? home)
    return { question: q, half, golds, ...(asked === 'own' && { article: home }), ...(before && { before }) }
  })
  const files = new Map(set.articles.map(({ id, text }) => [`${id}.${set.format}`, (heads.get(id) ?? '') + text]))
  const rule = set.gold === 'span' ? 'touches' : 'half-of-gold'
  return { name, language: set.language, rule, files, questions }
}

/** Every public set by the name that `--sets` takes. */
export const publicSets: Readonly<Record<string, (folder: string) => QuestionSet>> = {
  selqa: readSelqa,
  'xquad-en': (folder) => readXquad(folder, 'en'),
  'xquad-tr': (folder) => readXquad(folder, 'tr'),
  'xquad-de': (folder) => readXquad(folder, 'de'),
  'xquad-ru': (folder) => readXquad(folder, 'ru'),
  'xquad-zh': (folder) => readXquad(folder, 'zh'),
  squad2: (folder) => readShared(folder, 'squad2-en.json', 'SQuAD 2', 'own'),
  clapnq: (folder) => readShared(folder, 'clapnq.json', 'CLAPNQ', 'own'),
  qed: (folder) => readShared(folder, 'qed.json', 'QED', 'all'),
  covid: (folder) => readShared(folder, 'covid-faq.json', 'COVID FAQ', 'all'),
  norquad: (folder) => readShared(folder, 'norquad-news.json', 'NorQuAD news', 'all'),
  doc2dial: (folder) => readShared(folder, 'doc2dial-follow.json', 'Doc2Dial', 'own'),
}

function readJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

function frontMatter(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  return `---\n${lines.join('')}---\n`
}
