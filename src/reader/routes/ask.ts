// `/ask?q=…`: answers a question as Discord does: verdict, passage in context, source, and other matches.
import type { ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Answer, Passage } from '../../answer/answer.ts'
import { missingWords } from '../../answer/missing-words.ts'
import { verifyQuote } from '../../answer/verify-quote.ts'
import type { Sentence } from '../../corpus/article.ts'
import { aboutLines } from '../../text/about-lines.ts'
import { explanationLines } from '../../text/explanation.ts'
import { formatDate } from '../../text/format-date.ts'
import { listWords } from '../../text/word-list.ts'
import type { Library } from '../library.ts'
import { sentencePath } from '../links.ts'
import { facts, layOut, notice } from '../pages/layout.ts'
import { createParagraphRenderer } from '../render/render-paragraphs.ts'
import type { Site } from '../site.ts'

/** Sentences shown on either side of a passage. */
const NEIGHBOURS = 3
/** UTF-16 units of an unknown word. */
const MAX_WORD = 40

const writeWord = (word: string): string => word.slice(0, MAX_WORD)

/** The page that answers a question about the public articles. */
export function askPage(site: Site, { answerer }: Library, question: string): Root {
  const { text } = site
  const layout = { site, title: question.trim() || text.web.question, path: '/ask', question }
  if (question.trim() === '') return layOut(layout, [h('h1', text.web.question)])
  const answer = answerer.ask(question)
  const shown = answer.verdict === 'silent' ? [] : answer.passages
  const [passage, ...others] = shown.filter(({ article, sentence }) => verifyQuote(article, sentence))
  const lines = verdictLines(site, answer).map(notice)
  return layOut({ ...layout, ...(passage && { description: passage.sentence.plain }) }, [
    h('h1', { dir: 'auto' }, question),
    ...lines,
    ...(passage ? [...inContext(passage), source(site, passage), why(site, passage)] : []),
    ...(others.length > 0 ? [h('h2', text.web.others)] : []),
    ...others.flatMap((other) => [
      h('p', { className: ['quote'], lang: other.article.language, dir: 'auto' }, other.sentence.plain),
      source(site, other),
    ]),
  ])
}

function verdictLines({ text }: Site, { verdict, unknown, about, passages }: Answer): string[] {
  if (about && passages.length > 0) return [text.about.opening]
  if (about) {
    const date = (day: string) => formatDate(day, text.tag)
    return aboutLines(about, text, { title: ({ title }) => title, date, escape: (plain) => plain })
  }
  const words = listWords(unknown, text, 'disjunction', writeWord)
  if (verdict === 'answered') return []
  return [verdict === 'related' ? text.related(words, false) : text.silent(words, false)]
}

/** The sentence, marked, between its neighbours. */
function inContext({ article, sentence, before, after, answer }: Passage): ElementContent[] {
  const { inline } = createParagraphRenderer(article, { sentence, ...(answer && { phrase: answer }) })
  const around = (sentences: readonly Sentence[]) => sentences.map(({ plain }) => plain).join(' ')
  const text = [
    h('span', { className: ['around'] }, `${around(before.slice(-NEIGHBOURS))} `),
    ...inline([sentence]),
    h('span', { className: ['around'] }, ` ${around(after.slice(0, NEIGHBOURS))}`),
  ]
  return [h('blockquote', { className: ['quote'], lang: article.language, dir: 'auto' }, text)]
}

function source({ text, address }: Site, passage: Passage): ElementContent {
  const { sentence, answer, citation } = passage
  const lacking = missingWords(passage)
  return facts(
    h('a', { href: address(sentencePath(sentence, answer)) }, [citation.title, ...citation.trail].join(' › ')),
    citation.date === undefined ? undefined : formatDate(citation.date, text.tag),
    citation.page === undefined ? text.paragraph(citation.paragraph) : text.documentPage(citation.page),
    lacking.length > 0 ? text.lacks(listWords(lacking, text, 'conjunction', writeWord)) : undefined,
  )
}

function why({ text }: Site, passage: Passage): ElementContent {
  const lines = explanationLines(passage, text, writeWord).map((line) => h('p', line))
  return h('details', { className: ['contents'] }, [h('summary', text.buttons.why), ...lines])
}
