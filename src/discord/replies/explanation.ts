/** The reply to “Why this?”: how the question's words matched, and what the ranking counted. */
import type { Passage } from '../../answer/answer.ts'
import type { Messages } from '../../text/messages.ts'
import { listWords } from '../../text/word-list.ts'
import { writeWord } from './escape.ts'

type WordMatch = Passage['matches'][number]

export function explanationOf({ matches, shares, score }: Passage, text: Messages): string {
  const withType = (...kinds: readonly WordMatch['matchType'][]) =>
    matches.filter(({ matchType }) => kinds.includes(matchType))
  const [matched, near, missing] = [withType('same', 'form'), withType('near'), withType('missing')]
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
              writeWord,
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

/** Groups the ranking's features into parts; the others belong to the sentence's own words. */
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

/** What counted in favour of the passage, as percentages, the largest first. */
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

const MAX_PAIRS = 15

/** Words of the question, with the word they matched if it differs: `kremlni → Kremlin`. */
function pairs(matches: readonly WordMatch[]): string {
  const shown = matches.slice(0, MAX_PAIRS).map(({ word, found = word }) => {
    const same = word.toLowerCase() === found.toLowerCase()
    return same ? writeWord(word) : `${writeWord(word)} → ${writeWord(found)}`
  })
  return [...shown, ...(matches.length > shown.length ? ['…'] : [])].join(', ')
}
