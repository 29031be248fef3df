import * as v from 'valibot'
import { limits } from './limits.ts'

/** What pressing something does: the first field of its custom id. */
export type Action = 'turn' | 'more' | 'why' | 'delete' | 'page' | 'list' | 'open' | 'try'

/**
 * Writes what a component needs to work without any memory: its action, then fields of letters, digits, `-` and `_`.
 * @throws RangeError when it is longer than Discord takes
 */
export function writeId(action: Action, ...fields: readonly (string | number)[]): string {
  const id = [action, ...fields].join(':')
  if (id.length > limits.customId) throw new RangeError(`Expected a custom id of at most ${limits.customId}: ${id}`)
  return id
}

/** The action, whatever it may be called, and the fields of a custom id. */
export function readId(id: string): { readonly action: string; readonly fields: readonly string[] } {
  const [action = '', ...fields] = id.split(':')
  return { action, fields }
}

/** What a reply says about itself in each of its buttons. */
export interface ReplyState {
  /** Who asked: a user id. */
  readonly asker: string
  /** The match that is shown or turned to, from 0. */
  readonly match: number
  /** `answerPrint` of the answer. */
  readonly fingerprint: string
  /** The key of the one article that was asked, or empty. */
  readonly scope: string
  /** The key of the article whose passage is shown, or empty. */
  readonly article: string
  /** Whether only the asker sees the reply. */
  readonly isPrivate: boolean
}

export function writeReplyId(
  action: Action,
  { asker, match, fingerprint, scope, article, isPrivate }: ReplyState,
): string {
  return writeId(action, asker, match, fingerprint, scope, article, isPrivate ? PRIVATE : '')
}

const PRIVATE = 'p'

// What comes back is foreign: Discord, an older version of the bot, or whoever speaks for them says what was pressed.
const userId = v.pipe(v.string(), v.regex(/^\d{17,20}$/u))
const hash = v.pipe(v.string(), v.regex(/^[\w-]{8}$/u))
/** Disabled buttons lead to -1. */
const place = v.pipe(v.string(), v.regex(/^(?:-1|\d{1,8})$/u), v.transform(Number))

const ReplyFields = v.strictTuple([
  userId,
  place,
  hash,
  v.union([hash, v.literal('')]),
  v.union([hash, v.literal('')]),
  v.picklist(['', PRIVATE]),
])

/** The state in the fields of a reply's button, or nothing when they are none. */
export function readReplyFields(fields: readonly string[]): ReplyState | undefined {
  const { success, output } = v.safeParse(ReplyFields, fields)
  if (!success) return undefined
  const [asker, match, fingerprint, scope, article, isPrivate] = output
  return { asker, match, fingerprint, scope, article, isPrivate: isPrivate === PRIVATE }
}

/** A page of an article around a passage. */
export interface PageState {
  /** The key of the article, and its `articlePrint`. */
  readonly article: string
  readonly fingerprint: string
  /** The offset of the sentence that was found. */
  readonly start: number
  readonly page: number
}

const PageFields = v.strictTuple([hash, hash, place, place])

/** The state in the fields of a button that turns to a page of an article, or nothing when they are none. */
export function readPageFields(fields: readonly string[]): PageState | undefined {
  const { success, output } = v.safeParse(PageFields, fields)
  if (!success) return undefined
  const [article, fingerprint, start, page] = output
  return { article, fingerprint, start, page }
}

const ListFields = v.strictTuple([place])

/** The page of the list of articles that a button turns to, or nothing when its fields are none. */
export function readListFields(fields: readonly string[]): number | undefined {
  const { success, output } = v.safeParse(ListFields, fields)
  return success ? output[0] : undefined
}
