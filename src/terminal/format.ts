/** Lays out answers, articles and explanations for a terminal. */
import type { Answer, Citation, Passage } from '../answer/answer.ts'
import type { Article, Paragraph, Sentence } from '../corpus/article.ts'
import { en } from '../text/en.ts'
import { listWords } from '../text/word-list.ts'
import { columns, paint, type Screen, visible, wrap } from './screen.ts'

/** Code points of an unknown word. */
const MAX_WORD = 40
/** Closest titles that a silent answer names. */
const MAX_NEAREST = 3
/** Sentences shown on either side of a passage. */
const NEIGHBOURS = 3
/** Passages that `--explain` covers. */
const MAX_EXPLAINED = 3

/** The verdict, one passage and its citation; `match` is the 0-based index of the passage. */
export function formatAnswer(screen: Screen, answer: Answer, match = 0): string {
  const passage = answer.passages[match]
  const lines = [...verdictLines(screen, answer)]
  if (passage && answer.verdict !== 'silent') {
    lines.push(formatPassage(screen, passage), formatCitation(screen, passage.citation, match, answer.passages.length))
  }
  return lines.join('\n')
}

function verdictLines(screen: Screen, { verdict, unknown, passages, article }: Answer): string[] {
  const inOne = article !== undefined
  const words = listWords(unknown, en, 'disjunction', (word) => visible(word.slice(0, MAX_WORD)))
  const nearest = [...new Set(passages.map(({ citation }) => citation.title))].slice(0, MAX_NEAREST)
  switch (verdict) {
    case 'answered':
      return []
    case 'related':
      return [wrap(screen, en.related(words, inOne))]
    case 'silent':
      return [
        wrap(screen, en.silent(words, inOne)),
        ...(nearest.length > 0 ? [wrap(screen, en.nearest(visible(nearest.join('; '))))] : []),
      ]
  }
}

/** The sentence between its dimmed neighbours; the phrase that answers is bold, or else the words of the question. */
function formatPassage(screen: Screen, { sentence, before, after, highlights, answer }: Passage): string {
  let shown = ''
  let shownTo = 0
  for (const [start, end] of answer ? [answer] : highlights) {
    shown +=
      visible(sentence.plain.slice(shownTo, start)) + paint(screen, 'bold', visible(sentence.plain.slice(start, end)))
    shownTo = end
  }
  shown += visible(sentence.plain.slice(shownTo))
  const dimmed = (sentences: readonly Sentence[]) => paint(screen, 'dim', visible(joined(sentences)))
  const parts = screen.colours
    ? [dimmed(before.slice(-NEIGHBOURS)), shown, dimmed(after.slice(0, NEIGHBOURS))]
    : [shown]
  return wrap(screen, parts.filter((part) => part !== '').join(' '), '  ')
}

/** How the first passages were ranked: their probability, and the contribution of each feature. */
export function formatExplanation(screen: Screen, { confidence, passages }: Answer): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`
  const explained = passages.slice(0, MAX_EXPLAINED).flatMap(({ sentence, score, shares }, i) => [
    wrap(screen, `${i + 1}. chance of being right: ${percent(score)} — ${visible(sentence.plain)}`),
    columns(
      screen,
      shares.filter(([, share]) => share !== 0).map(([feature, share]) => ['  ', feature, share.toFixed(2)]),
    ),
  ])
  return [`The articles cover this: ${percent(confidence)}`, ...explained].join('\n')
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ plain }) => plain).join(' ')
}

function formatCitation(screen: Screen, citation: Citation, match: number, matches: number): string {
  const facts = [
    citation.title,
    ...(citation.date ? [formatDate(citation.date)] : []),
    `paragraph ${citation.paragraph}`,
    ...(matches > 1 ? [`match ${match + 1} of ${matches}`] : []),
  ]
  return [
    wrap(screen, visible(`— ${facts.join(' · ')}`), '  '),
    ...(citation.url ? [`  ${visible(citation.url)}`] : []),
  ].join('\n')
}

/** A calendar day in the reader's locale. */
function formatDate(date: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

/** The paragraph of a passage, with so many paragraphs before and after it. */
export function formatContext(screen: Screen, { article, sentence }: Passage, paragraphs: number): string {
  return [...article.paragraphs]
    .filter(({ number }) => Math.abs(number - sentence.paragraph) <= paragraphs)
    .map((paragraph) => wrap(screen, formatParagraph(screen, paragraph, sentence), '  '))
    .join('\n\n')
}

function formatParagraph(screen: Screen, { sentences }: Paragraph, found: Sentence): string {
  return sentences
    .map((sentence) => paint(screen, sentence === found ? 'bold' : 'dim', visible(sentence.plain)))
    .join(' ')
}

/** The articles as a table. */
export function formatArticles(screen: Screen, articles: readonly Article[]): string {
  return columns(screen, [
    ['file', 'title', 'date', 'language', 'paragraphs', 'sentences'],
    ...articles.map((article) => [
      visible(article.file),
      visible(article.title),
      article.date ?? '–',
      article.language,
      String(article.paragraphCount),
      String(article.sentenceCount),
    ]),
  ])
}
