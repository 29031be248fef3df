import type { Passage } from '../../answer/answer.ts'
import type { Messages } from '../../text/messages.ts'
import { escapeInLine } from './escape.ts'
import { truncate } from './truncate.ts'
import { listWords } from './word-list.ts'

type WordMatch = Passage['matches'][number]

/** Why a passage was chosen: what became of each word of the question in its sentence, and what else counted. */
export function explanationOf({ matches, shares, score }: Passage, text: Messages): string {
  const of = (...kinds: readonly WordMatch['matchType'][]) =>
    matches.filter(({ matchType }) => kinds.includes(matchType))
  const [matched, near, missing] = [of('same', 'form'), of('near'), of('missing')]
  return [
    ...(matched.length > 0 ? [text.why.matched(pairs(matched))] : []),
    ...(near.length > 0 ? [text.why.near(pairs(near))] : []),
    ...(missing.length > 0
      ? [
          text.why.missing(
            listWords(
              missing.map(({ word }) => word),
              text,
              'conjunction',
            ),
          ),
        ]
      : []),
    ...(matched.length + near.length === 0 ? [text.why.nothing] : []),
    ...countedParts(shares, text),
    text.why.likely(percent(score, text)),
  ].join('\n')
}

type Share = Passage['shares'][number]
type Part = keyof Messages['why']['parts']

/** Which part of the reasons each feature of the ranking belongs to; all others are the sentence's own words. */
const partOf: Partial<Record<Share[0], Part>> = {
  before: 'around',
  after: 'around',
  pointsBack: 'around',
  bestOtherBm25: 'around',
  paragraph: 'around',
  namesAround: 'around',
  article: 'article',
  title: 'article',
  kind: 'asked',
}

/** What spoke for the passage, in parts of the whole, the largest first. */
function countedParts(shares: readonly Share[], text: Messages): string[] {
  const sums = new Map<Part, number>()
  for (const [feature, share] of shares) {
    const part = partOf[feature] ?? 'own'
    sums.set(part, (sums.get(part) ?? 0) + Math.max(0, share))
  }
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0)
  const parts = [...sums]
    .filter(([, sum]) => sum / total >= 0.005)
    .sort(([, a], [, b]) => b - a)
    .map(([part, sum]) => `${text.why.parts[part]} ${percent(sum / total, text)}`)
  return parts.length > 0 ? [text.why.counted(parts.join(', '))] : []
}

function percent(share: number, text: Messages): string {
  return new Intl.NumberFormat(text.tag, { style: 'percent' }).format(share)
}

const MOST_PAIRS = 15
const LONGEST_WORD = 40

/** Words of the question, each with the word it met where that is another: `kremlni → Kremlin`. */
function pairs(matches: readonly WordMatch[]): string {
  const write = (word: string) => truncate(word, LONGEST_WORD, escapeInLine)
  const shown = matches.slice(0, MOST_PAIRS).map(({ word, found = word }) => {
    const same = word.toLowerCase() === found.toLowerCase()
    return same ? write(word) : `${write(word)} → ${write(found)}`
  })
  return [...shown, ...(matches.length > shown.length ? ['…'] : [])].join(', ')
}
