import { createRequire } from 'node:module'
import * as v from 'valibot'

/** Splits a text into stretches, each a sentence with the white space after it; joined, they are the text again. */
export type SplitSentences = (text: string, language: string) => string[]

/** ICU's rules, which every Node has; worse with abbreviations than sentencex. */
export const splitWithIntl: SplitSentences = (text, language) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return splitInPieces(text, (piece) => Array.from(segmenter.segment(piece), ({ segment }) => segment))
}

/**
 * Loads sentencex (Wikimedia; some 240 languages), whose native part exists for some machines only.
 * `native` is false where it does not for this one, and `split` is `splitWithIntl`.
 */
export function loadSplitter(): { readonly split: SplitSentences; readonly native: boolean } {
  const sentencex = requireSentencex()
  if (!sentencex) return { split: splitWithIntl, native: false }
  return {
    native: true,
    split(text, language) {
      const splitPiece = (piece: string): string[] => {
        // Its offsets count code points, so the stretches' own lengths are what places them.
        const stretches = sentencex
          .get_sentence_boundaries(baseLanguage(language), piece)
          .map((each) => each.text)
          .filter((stretch) => stretch !== '')
        return stretches.join('') === piece ? joinInitials(stretches) : splitWithIntl(piece, language)
      }
      return splitInPieces(text, splitPiece)
    },
  }
}

/** A Cyrillic initial is no sentence's end, as sentencex has it: А. С. Петрова. */
const INITIAL = /(?<!\p{L})(?=\p{Lu})\p{Script=Cyrillic}\.\s+$/u

function joinInitials(stretches: readonly string[]): string[] {
  const joined: string[] = []
  for (const stretch of stretches) {
    const previous = joined.at(-1)
    if (previous !== undefined && INITIAL.test(previous.slice(-8))) joined[joined.length - 1] = previous + stretch
    else joined.push(stretch)
  }
  return joined
}

/**
 * sentencex cuts a text every 10 kB, in the middle of a sentence too, and Node takes time by the square of what it is given:
 * they are given less, in UTF-16 units.
 */
const LONGEST_PIECE = 3_000

/** Splits a long text piece by piece; the last stretch of a piece begins the next one, for it may go on there. */
function splitInPieces(text: string, splitPiece: (piece: string) => string[]): string[] {
  const stretches: string[] = []
  let at = 0
  while (text.length - at > LONGEST_PIECE) {
    const cutsPair = (text.codePointAt(at + LONGEST_PIECE - 1) ?? 0) > 0xffff
    const piece = text.slice(at, at + LONGEST_PIECE - (cutsPair ? 1 : 0))
    const found = splitPiece(piece)
    const whole = found.length > 1 ? found.slice(0, -1) : [untilSpace(piece)]
    for (const stretch of whole) at += stretch.length
    stretches.push(...whole)
  }
  return [...stretches, ...splitPiece(text.slice(at))]
}

/** A sentence longer than a piece is cut after its last white space there, if it has any. */
function untilSpace(piece: string): string {
  return /^[\s\S]*\s/u.exec(piece)?.[0] ?? piece
}

const Sentencex = v.object({
  get_sentence_boundaries: v.custom<(language: string, text: string) => { readonly text: string }[]>(
    (segment) => typeof segment === 'function',
  ),
})

/** sentencex's own package only picks one of these by name, and asks for some that the registry does not hold. */
function requireSentencex(): v.InferOutput<typeof Sentencex> | undefined {
  try {
    return v.parse(Sentencex, createRequire(import.meta.url)(`sentencex-${process.platform}-${process.arch}`))
  } catch {
    return undefined
  }
}

function baseLanguage(tag: string): string {
  return tag.split('-', 1)[0] ?? tag
}
