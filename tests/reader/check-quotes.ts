// `tsx tests/reader/check-quotes.ts <folder>…`: opens the links of random quotes, and compares what their pages mark.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createAnswerer } from '../../src/answer/answer.ts'
import { isCandidate } from '../../src/corpus/article.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { linksTo } from '../../src/reader/links.ts'
import { openReader } from '../../src/reader/reader.ts'
import { elementsOf, markedText, quoteOf } from './reading.ts'

const QUOTES = 1_000

/** As replies link to pages. */
const linkToPage = linksTo({ publicUrl: '' })

const [parent = 'corpus'] = process.argv.slice(2)
const [first = parent, ...rest] = readdirSync(parent, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [join(parent, entry.name)] : [],
)
const { articles } = await readCorpus([first, ...rest])
const answerer = await createAnswerer(articles)
const reader = await openReader({
  address: { host: '127.0.0.1', port: 0 },
  current: () => answerer,
  isIndexed: false,
  isBehindProxy: false,
  onError: (error) => process.stderr.write(`${String(error)}\n`),
})

/** A generator of numbers from 0 to 1 that gives the same ones each time (mulberry32). */
let state = Number(process.env.SEED ?? 1)
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const sentences = articles.flatMap(({ paragraphs }) =>
  paragraphs.flatMap(({ kind, sentences: own }) => (isCandidate(kind) ? own : [])),
)
const byId = new Map(answerer.articles.map((article) => [article.id, article]))
let right = 0
for (let i = 0; i < QUOTES; i++) {
  const sentence = sentences[Math.floor(random() * sentences.length)]
  const article = sentence && byId.get(sentence.article)
  const path = article && linkToPage(article, { sentence })
  if (!sentence || path === undefined) continue
  const html = await (await fetch(`http://127.0.0.1:${reader.port}${path}`)).text()
  const anchor = path.slice(path.indexOf('#') + 1)
  const isAtMark =
    elementsOf(html, ({ tagName, properties }) => tagName === 'mark' && properties.id === anchor).length === 1
  if (isAtMark && markedText(html) === quoteOf(sentence)) right++
  else
    process.stdout.write(`${path} (${sentence.kind})\n  marked: ${markedText(html)}\n  quote:  ${quoteOf(sentence)}\n`)
}
process.stdout.write(`${right} of ${QUOTES} quotes are marked as they are quoted\n`)
reader.close()
