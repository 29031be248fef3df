/** Custom ids of buttons and menus: the state that makes them work after a restart. */
import * as v from 'valibot'
import { limits } from './limits.ts'

/** What a component does: the first field of its custom id. */
export type Action =
  | 'turn'
  | 'more'
  | 'why'
  | 'delete'
  | 'page'
  | 'list'
  | 'open'
  | 'try'
  | 'helpful'
  | 'wrong'
  | 'gap-page'
  | 'gap-open'
  | 'gap-document'
  | 'gap-dismiss'
  | 'remove'
  | 'gap-answer'
  | 'gap-save'
  | 'answer-save'
  | 'answer-forget'

/**
 * Writes an action and its fields, which consist of letters, digits, `-` and `_`.
 * @throws RangeError when it exceeds Discord's limit of 100 characters
 */
export function writeId(action: Action, ...fields: readonly (string | number)[]): string {
  const id = [action, ...fields].join(':')
  if (id.length > limits.customId)
    throw new RangeError(`Expected a custom id of at most ${limits.customId} characters, got ${id}`)
  return id
}

/** Splits a custom id; its action may be unknown to this version. */
export function readId(id: string): { readonly action: string; readonly fields: readonly string[] } {
  const [action = '', ...fields] = id.split(':')
  return { action, fields }
}

/** The state of a reply, which each of its buttons carries. */
export interface ReplyState {
  /** User id of the asker. */
  readonly asker: string
  /** 0-based index of the match to show, before votes. */
  readonly match: number
  /** `answerFingerprint` of the answer, before votes. */
  readonly fingerprint: string
  /** Key of the only article that was searched, or empty. */
  readonly scope: string
  /** Key of the article whose passage is shown, or empty. */
  readonly article: string
  /** Whether only the asker sees the reply. */
  readonly isPrivate: boolean
  /** `sentenceKey` of the passage that is shown, or empty. */
  readonly sentence: string
}

export function writeReplyId(
  action: Action,
  { asker, match, fingerprint, scope, article, isPrivate, sentence }: ReplyState,
): string {
  return writeId(action, asker, match, fingerprint, scope, article, isPrivate ? PRIVATE : '', sentence)
}

const PRIVATE = 'p'

// Untrusted input: it may come from an older bot version or a forged request.
const userId = v.pipe(v.string(), v.regex(/^\d{17,20}$/u))
const hash = v.pipe(v.string(), v.regex(/^[\w-]{8}$/u))
/** A disabled Previous button leads to -1. */
const index = v.pipe(v.string(), v.regex(/^(?:-1|\d{1,8})$/u), v.transform(Number))

const ReplyFields = v.strictTuple([
  userId,
  index,
  hash,
  v.union([hash, v.literal('')]),
  v.union([hash, v.literal('')]),
  v.picklist(['', PRIVATE]),
  // Missing in replies of older versions.
  v.optional(v.union([hash, v.literal('')]), ''),
])

/** Undefined unless the fields are those of a reply's button. */
export function readReplyFields(fields: readonly string[]): ReplyState | undefined {
  const { success, output } = v.safeParse(ReplyFields, fields)
  if (!success) return undefined
  const [asker, match, fingerprint, scope, article, isPrivate, sentence] = output
  return { asker, match, fingerprint, scope, article, isPrivate: isPrivate === PRIVATE, sentence }
}

/** A page of an article, reached from a passage. */
export interface PageState {
  /** Key of the article. */
  readonly article: string
  /** `articleFingerprint` of the article. */
  readonly fingerprint: string
  /** Start offset of the passage. */
  readonly start: number
  readonly page: number
}

const PageFields = v.strictTuple([hash, hash, index, index])

/** Undefined unless the fields are those of a button that turns to a page of an article. */
export function readPageFields(fields: readonly string[]): PageState | undefined {
  const { success, output } = v.safeParse(PageFields, fields)
  if (!success) return undefined
  const [article, fingerprint, start, page] = output
  return { article, fingerprint, start, page }
}

const ListFields = v.strictTuple([index])

/** The page of the list of articles that a button turns to; undefined for other fields. */
export function readListFields(fields: readonly string[]): number | undefined {
  const { success, output } = v.safeParse(ListFields, fields)
  return success ? output[0] : undefined
}
