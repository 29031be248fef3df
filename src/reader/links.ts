// Addresses of articles and of their sentences in the reader.
import type { LinkToPage } from '../answer/answer.ts'
import type { Sentence } from '../corpus/article.ts'
import { isVisible } from '../corpus/audience.ts'
import { shortHash } from '../short-hash.ts'
import { anchorOf } from './render/marked.ts'
import { createLinkSigner } from './signed-links.ts'

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
  return shortHash(words.join(' '), KEY_LENGTH)
}

/** A sentence as a link names it: where it stood, its key, and the phrase to mark. */
export interface SentenceAddress {
  readonly paragraph: number
  readonly number: number
  readonly key: string
  /** UTF-16 offsets `[start, end)` of its `plain`. */
  readonly phrase?: readonly [number, number]
}

/**
 * The path of an article's page that marks a sentence and opens at it.
 * @param key what opens an article of a server
 */
export function sentencePath(sentence: Sentence, phrase?: readonly [number, number], key?: string): string {
  const anchor = anchorOf(sentence)
  const answer = phrase ? `&a=${phrase.join('-')}` : ''
  const opening = key === undefined ? '' : `&k=${key}`
  return `${articlePath(sentence.article)}?s=${anchor}-${sentenceKey(sentence)}${answer}${opening}#${anchor}`
}

/** The web pages that links from elsewhere lead to. */
export interface Pages {
  /** Their public address, without a slash at its end. */
  readonly publicUrl: string
  /** Signs links to articles of servers, which have none without it. */
  readonly secret?: string | undefined
}

/** Links from elsewhere to the pages of articles. */
export function linksTo({ publicUrl, secret }: Pages): LinkToPage {
  const signer = secret === undefined ? undefined : createLinkSigner(secret)
  return (article, quoted) => {
    const isShared = isVisible(article, [])
    const key = isShared ? undefined : signer?.keyFor(article)
    if (!isShared && key === undefined) return undefined
    if (quoted) return publicUrl + sentencePath(quoted.sentence, quoted.answer, key)
    return publicUrl + articlePath(article.id) + (key === undefined ? '' : `?k=${key}`)
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
