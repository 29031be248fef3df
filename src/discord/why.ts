import type { Passage } from '../answer/answer.ts'
import { escapeInLine } from './escape.ts'
import { cutToFit } from './fit.ts'
import type { Catalogue } from './text/catalogues.ts'
import { listWords } from './words.ts'

type WordMatch = Passage['matches'][number]

/** Why a passage was chosen: what became of each word of the question in its sentence. */
export function explain({ matches }: Passage, text: Catalogue): string {
  const of = (...kinds: readonly WordMatch['how'][]) => matches.filter(({ how }) => kinds.includes(how))
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
  ].join('\n')
}

const MOST_PAIRS = 15
const LONGEST_WORD = 40

/** Words of the question, each with the word it met where that is another: `kremlni → Kremlin`. */
function pairs(matches: readonly WordMatch[]): string {
  const write = (word: string) => cutToFit(word, LONGEST_WORD, escapeInLine)
  const shown = matches.slice(0, MOST_PAIRS).map(({ word, found = word }) => {
    const same = word.toLowerCase() === found.toLowerCase()
    return same ? write(word) : `${write(word)} → ${write(found)}`
  })
  return [...shown, ...(matches.length > shown.length ? ['…'] : [])].join(', ')
}
