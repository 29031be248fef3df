// Splits a paragraph into sentences: sentencex first, then corrections that hold in every language.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { get_sentence_boundaries, initSync } from 'sentencex-wasm'
import * as v from 'valibot'
import { baseLanguage } from '../../language/language-table.ts'
import { joinParted } from './sentence-joins.ts'

/** Splits a text into stretches, each a sentence with the white space after it; joined, they are the text again. */
export type SplitSentences = (text: string, language: string) => string[]

/** Longest text given to a splitter at once, in UTF-16 units: sentencex cuts every 10 kB, Node's takes quadratic time. */
const PIECE_LENGTH = 3_000

/** A mark that begins a paragraph, in which sentencex ends no sentence: `(1)`, `(a)`, `•`. */
const MARK = /^\s*(?:\([\p{L}\p{N}]{1,4}\)|[•◦▪‣·–—-])\s+/u

/** Splits with sentencex, or with `Intl.Segmenter` where that fails; the mark of a paragraph stays with its sentence. */
export const splitSentences: SplitSentences = (text, language) => {
  const [mark = ''] = MARK.exec(text) ?? []
  const stretches = splitInPieces(text.slice(mark.length), (piece) => splitPiece(piece, language))
  const [first = '', ...rest] = joinParted(stretches, language)
  return text === '' ? [] : [mark + first, ...rest]
}

function splitPiece(piece: string, language: string): string[] {
  return splitWithSentencex(piece, language) ?? splitWithIntl(piece, language)
}

function splitWithIntl(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

const Boundaries = v.array(v.object({ text: v.string() }))
let isLoaded = false

/** `undefined` when sentencex fails or loses text. */
function splitWithSentencex(piece: string, language: string): string[] | undefined {
  // sentencex panics at white space of several bytes around a full stop, and replaces lone surrogates.
  const text = piece.replace(/[^\S\n]/gu, ' ').replace(/\p{Surrogate}/gu, '\ufffd')
  try {
    if (!isLoaded) {
      const wasm = createRequire(import.meta.url).resolve('sentencex-wasm/sentencex_wasm_bg.wasm')
      initSync({ module: readFileSync(wasm) })
      isLoaded = true
    }
    const stretches = v
      .parse(Boundaries, get_sentence_boundaries(baseLanguage(language), text))
      .flatMap((each) => each.text || [])
    return stretches.join('') === text ? cutAlike(piece, stretches) : undefined
  } catch {
    return undefined
  }
}

/** Cuts a text where the stretches of another of the same length end. */
function cutAlike(text: string, stretches: readonly string[]): string[] {
  let at = 0
  return stretches.map(({ length }) => {
    at += length
    return text.slice(at - length, at)
  })
}

/** Splits a long text piece by piece; the last stretch of a piece begins the next one, where it may continue. */
function splitInPieces(text: string, split: (piece: string) => string[]): string[] {
  const stretches: string[] = []
  let at = 0
  while (text.length - at > PIECE_LENGTH) {
    const cutsPair = (text.codePointAt(at + PIECE_LENGTH - 1) ?? 0) > 0xffff
    const piece = text.slice(at, at + PIECE_LENGTH - (cutsPair ? 1 : 0))
    const found = split(piece)
    const whole = found.length > 1 ? found.slice(0, -1) : [untilSpace(piece)]
    for (const stretch of whole) at += stretch.length
    stretches.push(...whole)
  }
  return [...stretches, ...split(text.slice(at))]
}

/** A sentence longer than a piece is cut after its last white space there, if it has any. */
function untilSpace(piece: string): string {
  return /^[\s\S]*\s/u.exec(piece)?.[0] ?? piece
}
