/** Lays out answers and explanations for a terminal. */
import type { Answer, Passage } from '../answer/answer.ts'
import { listMarker } from '../answer/list-marker.ts'
import { missingWords } from '../answer/missing-words.ts'
import type { Article, Paragraph, Sentence } from '../corpus/article.ts'
import { aboutLines } from '../text/about-lines.ts'
import { ageOf } from '../text/age.ts'
import { en } from '../text/en.ts'
import { formatDate } from '../text/format-date.ts'
import { listWords } from '../text/word-list.ts'
import { paint, type Screen, visible, wrap } from './screen.ts'

/** Code points of an unknown word. */
const MAX_WORD = 40
/** Closest titles that a silent answer names. */
const MAX_NEAREST = 3
/** Sentences shown on either side of a passage. */
const NEIGHBOURS = 3
/** Passages that `--explain` covers. */
const MAX_EXPLAINED = 3

/** An unknown or missing word, shortened. */
const writeWord = (word: string): string => visible(word.slice(0, MAX_WORD))

const INDENT = '  '

/** The verdict, one passage and its citation; `match` is the 0-based index of the passage. */
export function formatAnswer(screen: Screen, answer: Answer, match = 0): string {
  const passage = answer.passages[match]
  const lines = [...verdictLines(screen, answer)]
  if (passage && answer.verdict !== 'silent') {
    const lacking = answer.verdict === 'answered' ? listWords(missingWords(passage), en, 'conjunction', writeWord) : ''
    const citation = formatCitation(screen, passage, match, answer.passages.length, lacking)
    lines.push(formatPassage(screen, passage), citation)
  }
  return lines.join('\n')
}

function verdictLines(screen: Screen, answer: Answer): string[] {
  const { verdict, unknown, passages, article, about, readWith = [], isElsewhere } = answer
  if (about) {
    const title = ({ title, url }: Article, isSource: boolean) =>
      visible(isSource && url !== undefined ? `${title} · ${url}` : title)
    const lines =
      passages.length > 0 ? [en.about.opening] : aboutLines(about, en, { title, date: formatDate, escape: visible })
    return lines.map((line) => wrap(screen, line))
  }
  const followUp = [
    ...(readWith.length > 0 ? [wrap(screen, en.readWith(listWords(readWith, en, 'conjunction', writeWord)))] : []),
    ...(isElsewhere ? [wrap(screen, en.elsewhere)] : []),
  ]
  const inOne = article !== undefined
  const words = listWords(unknown, en, 'disjunction', writeWord)
  const nearest = [...new Set(passages.map(({ citation }) => citation.title))].slice(0, MAX_NEAREST)
  switch (verdict) {
    case 'answered':
      return followUp
    case 'related':
      return [...followUp, wrap(screen, en.related(words, inOne))]
    case 'silent':
      return [
        ...followUp,
        wrap(screen, en.silent(words, inOne)),
        ...(nearest.length > 0 ? [wrap(screen, en.nearest(visible(nearest.join('; '))))] : []),
      ]
  }
}

/** The sentences shown beside that of a passage, where dim text sets it off from them. */
export function neighboursOn(
  { colours }: Screen,
  { sentence, before, after }: Passage,
): Pick<Passage, 'before' | 'after'> {
  if (!colours || sentence.kind !== 'prose') return { before: [], after: [] }
  return { before: before.slice(-NEIGHBOURS), after: after.slice(0, NEIGHBOURS) }
}

/** The passage; the phrase that answers is bold, or else the words of the question. Prose stands between its neighbours. */
function formatPassage(screen: Screen, passage: Passage): string {
  const { article, sentence, highlights, answer } = passage
  const bold = answer ? [answer] : highlights
  if (sentence.kind !== 'prose') return formatBlock(screen, article, sentence, bold)
  const dimmed = (sentences: readonly Sentence[]) =>
    paint(screen, 'dim', visible(sentences.map(({ plain }) => plain).join(' ')))
  const { before, after } = neighboursOn(screen, passage)
  const shown = emphasise(screen, sentence.plain, bold)
  const parts = [dimmed(before), shown, dimmed(after)]
  const speaker = passage.citation.speaker === undefined ? '' : `${visible(passage.citation.speaker)}: `
  return wrap(screen, speaker + parts.filter((part) => part !== '').join(' '), INDENT)
}

type Range = readonly [start: number, end: number]

/** A list with an item per line, a table row, or code with its own lines. */
function formatBlock(screen: Screen, article: Article, sentence: Sentence, bold: readonly Range[]): string {
  const { kind, plain, pieces } = sentence
  if (kind === 'code') {
    const parts = pieces ?? [{ plain, isContext: undefined }]
    return parts
      .map(({ plain: own, isContext }) => wrap(screen, visible(own), isContext ? INDENT : INDENT + INDENT))
      .join('\n')
  }
  if (kind === 'row') return wrap(screen, emphasise(screen, plain, bold), INDENT)
  const items = pieces ?? [{ start: sentence.start, at: 0, plain, isContext: undefined }]
  return items
    .map(({ start, at, plain: own, isContext }) => {
      const marker = isContext ? undefined : listMarker(article, start)
      return wrap(
        screen,
        (marker === undefined ? '' : `${marker} `) + emphasise(screen, plain, bold, [at, at + own.length]),
        INDENT,
      )
    })
    .join('\n')
}

/** A part of a text with some ranges in bold. */
function emphasise(screen: Screen, plain: string, bold: readonly Range[], [from, to]: Range = [0, plain.length]) {
  let shown = ''
  let reached = from
  for (const [start, end] of bold) {
    const [first, last] = [Math.max(start, reached), Math.min(end, to)]
    if (first >= last) continue
    shown += visible(plain.slice(reached, first)) + paint(screen, 'bold', visible(plain.slice(first, last)))
    reached = last
  }
  return shown + visible(plain.slice(reached, to))
}

/** How the first passages were ranked: their probability, and the contribution of each feature. */
export function formatExplanation(screen: Screen, { confidence, passages }: Answer): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`
  const explained = passages.slice(0, MAX_EXPLAINED).flatMap(({ sentence, score, shares }, i) => {
    const counting = shares.filter(([, share]) => share !== 0)
    const widest = Math.max(0, ...counting.map(([group]) => group.length))
    return [
      wrap(screen, `${i + 1}. chance of being right: ${percent(score)} — ${visible(sentence.plain)}`),
      ...counting.map(([group, share]) => `    ${group.padEnd(widest)}  ${share.toFixed(2)}`),
    ]
  })
  return [`The articles cover this: ${percent(confidence)}`, ...explained].join('\n')
}

function formatCitation(screen: Screen, passage: Passage, match: number, matches: number, lacking: string): string {
  const { citation, alsoIn } = passage
  const { date } = citation
  const { staleAfter } = screen
  const age = date === undefined || staleAfter === undefined ? '' : ageOf(date, staleAfter, Date.now(), en)
  const facts = [
    [citation.title, ...citation.trail].join(' › '),
    ...(date ? [formatDate(date)] : []),
    ...(age === '' ? [] : [age]),
    citation.page === undefined ? en.paragraph(citation.paragraph) : en.documentPage(citation.page),
    ...(alsoIn.length > 0 ? [en.alsoIn(alsoIn.map(({ id }) => id).join(', '))] : []),
    ...(matches > 1 ? [en.match(match + 1, matches)] : []),
    ...(lacking === '' ? [] : [en.lacks(lacking)]),
  ]
  return [
    wrap(screen, visible(`— ${facts.join(' · ')}`), INDENT),
    ...(citation.url ? [INDENT + visible(citation.url)] : []),
  ].join('\n')
}

/** The paragraph of a passage in bold, with so many paragraphs before and after it. */
export function formatContext(screen: Screen, { article, sentence }: Passage, paragraphs: number): string {
  return [...article.paragraphs]
    .filter(({ number }) => Math.abs(number - sentence.paragraph) <= paragraphs)
    .map((paragraph) => formatParagraph(screen, article, paragraph, sentence))
    .join('\n\n')
}

function formatParagraph(screen: Screen, article: Article, { kind, sentences }: Paragraph, found: Sentence): string {
  const isFound = ({ start }: Sentence) => start === found.start
  if (kind === 'list' || kind === 'row' || kind === 'code')
    return sentences
      .map((sentence) => formatBlock(screen, article, sentence, isFound(sentence) ? [[0, sentence.plain.length]] : []))
      .join('\n')
  const style = (sentence: Sentence) => (isFound(sentence) || kind === 'heading' ? 'bold' : 'dim')
  return wrap(
    screen,
    sentences.map((sentence) => paint(screen, style(sentence), visible(sentence.plain))).join(' '),
    INDENT,
  )
}
