// Addresses of articles and of their sentences in the reader.
import { createHash } from 'node:crypto'
import type { LinkToPage } from '../answer/answer.ts'
import type { Sentence } from '../corpus/article.ts'
import { isVisible } from '../corpus/audience.ts'
import { anchorOf } from './render/marked.ts'

/** Base64url characters of a sentence's key: 48 bits. */
const KEY_LENGTH = 8

/** The path of an article's page. */
export function articlePath(id: string): string {
  return `/a/${id.split('/').map(encodeURIComponent).join('/')}`
}

/** Identifies a sentence by its words: punctuation, capitals, white space and mark-up do not count. */
export function sentenceKey({ plain }: Pick<Sentence, 'plain'>): string {
  const words = plain
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [plain]
  return createHash('sha256').update(words.join(' ')).digest('base64url').slice(0, KEY_LENGTH)
}

/** A sentence as a link names it: where it stood, its key, and the phrase to mark. */
export interface SentenceAddress {
  readonly paragraph: number
  readonly number: number
  readonly key: string
  /** UTF-16 offsets `[start, end)` of its `plain`. */
  readonly phrase?: readonly [number, number]
}

/** The path of an article's page that marks a sentence and opens at it. */
export function sentencePath(sentence: Sentence, phrase?: readonly [number, number]): string {
  const anchor = anchorOf(sentence)
  const answer = phrase ? `&a=${phrase.join('-')}` : ''
  return `${articlePath(sentence.article)}?s=${anchor}-${sentenceKey(sentence)}${answer}#${anchor}`
}

/**
 * Links from elsewhere to the pages of shared articles.
 * @param publicUrl the public address of the reader, without a slash at its end
 */
export function linksTo(publicUrl: string): LinkToPage {
  return (article, quoted) => {
    if (!isVisible(article, [])) return undefined
    return publicUrl + (quoted ? sentencePath(quoted.sentence, quoted.answer) : articlePath(article.id))
  }
}

/** Reads the parameters that `sentencePath` writes. */
export function readSentenceAddress(parameters: URLSearchParams): SentenceAddress | undefined {
  const [, paragraph, number, key] = /^p(\d{1,8})s(\d{1,8})-([\w-]{8})$/u.exec(parameters.get('s') ?? '') ?? []
  if (key === undefined) return undefined
  const [, start, end] = /^(\d{1,8})-(\d{1,8})$/u.exec(parameters.get('a') ?? '') ?? []
  return {
    paragraph: Number(paragraph),
    number: Number(number),
    key,
    ...(end !== undefined && { phrase: [Number(start), Number(end)] }),
  }
}
