import type { Answer, Citation, Passage } from '../answer/answer.ts'
import type { Article, Paragraph, Sentence } from '../corpus/article.ts'
import { columns, paint, type Screen, visible, wrap } from './screen.ts'

/** An answer as a person reads it: what the verdict says, the passage numbered `match` (0-based), its citation. */
export function formatAnswer(screen: Screen, answer: Answer, match = 0): string {
  const passage = answer.passages[match]
  const lines = [...verdictLines(screen, answer)]
  if (passage && answer.verdict !== 'silent') {
    lines.push(printPassage(screen, passage), printCitation(screen, passage.citation, match, answer.passages.length))
  }
  return lines.join('\n')
}

function verdictLines(screen: Screen, { verdict, unknown, passages, article }: Answer): string[] {
  const never = article === undefined ? 'the articles never mention' : 'this article never mentions'
  const mentioned = unknown.length > 0 ? `${never} ${list(unknown)}` : ''
  const nearest = [...new Set(passages.map(({ citation }) => citation.title))].slice(0, 3)
  switch (verdict) {
    case 'answered':
      return []
    case 'related':
      return [wrap(screen, `No sentence answers that directly${mentioned && `; ${mentioned}`}. The nearest passage:`)]
    case 'silent':
      return [
        wrap(
          screen,
          mentioned
            ? `Silent: ${mentioned}.`
            : 'The articles are silent on that. Ask with words that name what you look for.',
        ),
        ...(nearest.length > 0 ? [wrap(screen, `Nearest: ${visible(nearest.join('; '))}`)] : []),
      ]
  }
}

function list(words: readonly string[]): string {
  const shown = words.slice(0, 8).map((word) => `“${visible(word.slice(0, 40))}”`)
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(
    words.length > shown.length ? [...shown, `${words.length - shown.length} more words`] : shown,
  )
}

/** How many sentences either side of a passage are shown with it. */
const AROUND = 3

/** The sentence amid its paragraph, dimmed; in bold the phrase that answers, or else the question's words. */
function printPassage(screen: Screen, { sentence, before, after, highlights, answer }: Passage): string {
  let shown = ''
  let at = 0
  for (const [start, end] of answer ? [answer] : highlights) {
    shown += visible(sentence.plain.slice(at, start)) + paint(screen, 'bold', visible(sentence.plain.slice(start, end)))
    at = end
  }
  shown += visible(sentence.plain.slice(at))
  const around = (sentences: readonly Sentence[]) => paint(screen, 'dim', visible(joined(sentences)))
  const parts = screen.colours ? [around(before.slice(-AROUND)), shown, around(after.slice(0, AROUND))] : [shown]
  return wrap(screen, parts.filter((part) => part !== '').join(' '), '  ')
}

/** How many passages are explained. */
const EXPLAINED = 3

/** What put the first passages where they are: each one's probability, and what each feature of the ranking added. */
export function formatExplanation(screen: Screen, { confidence, passages }: Answer): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`
  const explained = passages.slice(0, EXPLAINED).flatMap(({ sentence, score, shares }, i) => [
    wrap(screen, `${i + 1}. right: ${percent(score)} — ${visible(sentence.plain)}`),
    columns(
      screen,
      shares.filter(([, share]) => share !== 0).map(([feature, share]) => ['  ', feature, share.toFixed(2)]),
    ),
  ])
  return [`spoken of: ${percent(confidence)}`, ...explained].join('\n')
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ plain }) => plain).join(' ')
}

function printCitation(screen: Screen, citation: Citation, match: number, matches: number): string {
  const facts = [
    citation.title,
    ...(citation.date ? [printDate(citation.date)] : []),
    `paragraph ${citation.paragraph}`,
    ...(matches > 1 ? [`match ${match + 1} of ${matches}`] : []),
  ]
  return [
    wrap(screen, visible(`— ${facts.join(' · ')}`), '  '),
    ...(citation.url ? [`  ${visible(citation.url)}`] : []),
  ].join('\n')
}

/** A calendar day in the reader's own locale. */
function printDate(date: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

/** The article around a passage: its paragraph, and so many paragraphs before and after it. */
export function formatContext(screen: Screen, { article, sentence }: Passage, paragraphs: number): string {
  return [...article.paragraphs]
    .filter(({ number }) => Math.abs(number - sentence.paragraph) <= paragraphs)
    .map((paragraph) => wrap(screen, printParagraph(screen, paragraph, sentence), '  '))
    .join('\n\n')
}

function printParagraph(screen: Screen, { sentences }: Paragraph, found: Sentence): string {
  return sentences
    .map((sentence) => paint(screen, sentence === found ? 'bold' : 'dim', visible(sentence.plain)))
    .join(' ')
}

/** The corpus as a table: what each file came to. */
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
