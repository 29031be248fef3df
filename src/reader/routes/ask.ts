// `/ask?q=…`: answers a question as Discord does: verdict, passage in context, source, and other matches.
import type { ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { About, Answer, Passage } from '../../answer/answer.ts'
import { differentTextFirst } from '../../answer/different-text.ts'
import { missingWords } from '../../answer/missing-words.ts'
import { verifyQuote } from '../../answer/verify-quote.ts'
import type { Sentence } from '../../corpus/article.ts'
import { aboutParts } from '../../text/about-lines.ts'
import { ageOf } from '../../text/age.ts'
import { explanationLines } from '../../text/explanation.ts'
import { formatDate } from '../../text/format-date.ts'
import { listWords } from '../../text/word-list.ts'
import { inLanguage } from '../language.ts'
import type { Library } from '../library.ts'
import { articlePath, sentencePath } from '../links.ts'
import { articleList } from '../pages/article-list.ts'
import { facts, layOut, notice, original, toArticles } from '../pages/layout.ts'
import { createParagraphRenderer } from '../render/render-paragraphs.ts'
import type { Site } from '../site.ts'

/** Sentences shown on either side of a passage. */
const NEIGHBOURS = 3
/** Articles that are named where none has an answer. */
const MAX_NEAREST = 3
/** UTF-16 units of an unknown word. */
const MAX_WORD = 40

const writeWord = (word: string): string => word.slice(0, MAX_WORD)

/** The page that answers a question about the public articles. */
export function askPage(site: Site, { answerer }: Library, question: string): Root {
  const { text } = site
  const layout = { site, title: question.trim() || text.web.question, path: '/ask', question }
  if (question.trim() === '')
    return layOut(layout, [h('h1', text.web.question), h('p', text.web.intro), toArticles(site)])
  const found = answerer.ask(question)
  const answer = differentTextFirst(found, (passage) =>
    passage === found.passages[0] ? [...shownBefore(passage), ...shownAfter(passage)] : [],
  )
  const shown = answer.verdict === 'silent' ? [] : answer.passages
  const [passage, ...others] = shown.filter(({ article, sentence }) => verifyQuote(article, sentence))
  const main = passage
    ? [
        ...verdictLine(site, answer).map(notice),
        ...inContext(passage),
        source(site, answer, passage),
        why(site, passage),
        ...(others.length > 0 ? [h('h2', text.web.others)] : []),
        ...others.flatMap((other) => [
          h('p', { className: ['quote'], ...inLanguage(other.article.language) }, other.sentence.plain),
          source(site, answer, other),
        ]),
      ]
    : answer.about
      ? aboutArticles(site, answer.about)
      : [...verdictLine(site, answer).map(notice), ...nearest(site, answer), toArticles(site)]
  const description = passage && { description: passage.sentence.plain }
  return layOut({ ...layout, ...description }, [h('h1', { dir: 'auto' }, question), ...main])
}

/** None above an answer. */
function verdictLine({ text }: Site, { verdict, unknown, about }: Answer): string[] {
  if (about) return [text.about.opening]
  if (verdict === 'answered') return []
  const words = listWords(unknown, text, 'disjunction', writeWord)
  return [verdict === 'related' ? text.related(words, false) : text.silent(words, false)]
}

/** The answer to a question about the articles themselves. */
function aboutArticles(site: Site, about: About): ElementContent[] {
  const { text } = site
  const date = (day: string) => formatDate(day, text.tag)
  const { above, articles, below } = aboutParts(about, text, { date, escape: (plain) => plain })
  const listed = articles.map(({ article, fact }) => ({
    article,
    facts: [fact, about.topic === 'source' ? original(site, article) : undefined],
  }))
  return [
    ...(above === undefined ? [] : [notice(above)]),
    ...(listed.length > 0 ? [articleList(site, listed)] : []),
    ...(below === undefined ? [] : [toArticles(site, below)]),
  ]
}

/** Links to the articles that are closest to a question without an answer. */
function nearest({ text, address }: Site, { passages }: Answer): ElementContent[] {
  const articles = [...new Set(passages.map(({ article }) => article))].slice(0, MAX_NEAREST)
  const links = articles.flatMap(({ id, title, language }, i) => [
    i > 0 ? ' · ' : '',
    h('a', { href: address(articlePath(id)), ...inLanguage(language) }, title),
  ])
  return links.length > 0 ? [h('p', [text.nearest(''), ...links])] : []
}

const shownBefore = ({ before }: Passage): readonly Sentence[] => before.slice(-NEIGHBOURS)
const shownAfter = ({ after }: Passage): readonly Sentence[] => after.slice(0, NEIGHBOURS)

/** The sentence, marked, between its neighbours. */
function inContext(passage: Passage): ElementContent[] {
  const { article, sentence, answer } = passage
  const { inline } = createParagraphRenderer(article, { sentence, ...(answer && { phrase: answer }) })
  const around = (sentences: readonly Sentence[]) => sentences.map(({ plain }) => plain).join(' ')
  const text = [
    h('span', { className: ['around'] }, `${around(shownBefore(passage))} `),
    ...inline([sentence]),
    h('span', { className: ['around'] }, ` ${around(shownAfter(passage))}`),
  ]
  return [h('blockquote', { className: ['quote'], ...inLanguage(article.language) }, text)]
}

function source({ text, address, staleAfter }: Site, { verdict }: Answer, passage: Passage): ElementContent {
  const { article, sentence, answer, citation } = passage
  const { date } = citation
  const age = date === undefined || staleAfter === undefined ? '' : ageOf(date, staleAfter, Date.now(), text)
  const title = [citation.title, ...citation.trail].join(' › ')
  const lacking = verdict === 'answered' ? missingWords(passage) : []
  return facts(
    h('a', { href: address(sentencePath(sentence, answer)), ...inLanguage(article.language) }, title),
    date === undefined ? undefined : formatDate(date, text.tag),
    age,
    citation.page === undefined ? text.paragraph(citation.paragraph) : text.documentPage(citation.page),
    lacking.length > 0 ? text.lacks(listWords(lacking, text, 'conjunction', writeWord)) : undefined,
  )
}

function why({ text }: Site, passage: Passage): ElementContent {
  const lines = explanationLines(passage, text, writeWord).map((line) => h('p', line))
  return h('details', { className: ['contents'] }, [h('summary', text.buttons.why), ...lines])
}
