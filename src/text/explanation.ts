// Explains why a passage was chosen: how the question's words matched, and what the ranking counted.
import type { Passage } from '../answer/answer.ts'
import { percentFormat } from './formatters.ts'
import type { Messages } from './messages.ts'
import { listWords } from './word-list.ts'

type WordMatch = Passage['matches'][number]

/**
 * @param write escapes and shortens one word for where it is shown
 * @param votes how people in the server have voted on it as the answer to this question
 */
export function explanationLines(
  { matches, shares, score }: Passage,
  text: Messages,
  write: (word: string) => string,
  votes?: { readonly helpful: number; readonly wrong: number },
): string[] {
  const withType = (...kinds: readonly WordMatch['matchType'][]) =>
    matches.filter(({ matchType }) => kinds.includes(matchType))
  const [matched, near, missing] = [withType('same', 'form'), withType('near'), withType('missing')]
  return [
    ...(matched.length > 0 ? [text.why.matched(pairs(matched, write))] : []),
    ...(near.length > 0 ? [text.why.near(pairs(near, write))] : []),
    ...(missing.length > 0
      ? [
          text.why.missing(
            listWords(
              missing.map(({ word }) => word),
              text,
              'conjunction',
              write,
            ),
          ),
        ]
      : []),
    ...(matched.length + near.length === 0 ? [text.why.nothing] : []),
    ...countedParts(shares, text),
    text.why.likely(percent(score, text)),
    ...(votes ? [text.why.votes(votes.helpful, votes.wrong)] : []),
  ]
}

/** What counted in favour of the passage, as percentages, the largest first. */
function countedParts(shares: Passage['shares'], text: Messages): string[] {
  const total = shares.reduce((sum, [, share]) => sum + share, 0)
  const parts = shares
    .filter(([, share]) => share / total >= 0.005)
    .map(([group, share]) => `${text.why.parts[group]} ${percent(share / total, text)}`)
  return parts.length > 0 ? [text.why.counted(parts.join(', '))] : []
}

function percent(share: number, text: Messages): string {
  return percentFormat(text.tag).format(share)
}

const MAX_PAIRS = 15

/** Words of the question, with the word they matched if it differs: `kremlni → Kremlin`. */
function pairs(matches: readonly WordMatch[], write: (word: string) => string): string {
  const shown = matches.slice(0, MAX_PAIRS).map(({ word, found = word }) => {
    const same = word.toLowerCase() === found.toLowerCase()
    return same ? write(word) : `${write(word)} → ${write(found)}`
  })
  return [...shown, ...(matches.length > shown.length ? ['…'] : [])].join(', ')
}
