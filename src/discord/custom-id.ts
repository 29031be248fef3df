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
  readonly print: string
  /** The key of the one article that was asked, or empty. */
  readonly scope: string
  /** The key of the article whose passage is shown, or empty. */
  readonly article: string
  /** Whether only the asker sees the reply. */
  readonly isPrivate: boolean
}

export function writeReplyId(action: Action, { asker, match, print, scope, article, isPrivate }: ReplyState): string {
  return writeId(action, asker, match, print, scope, article, isPrivate ? PRIVATE : '')
}

const PRIVATE = 'p'

/** The state in the fields of a reply's button, or nothing when they are none. */
export function readReplyFields(fields: readonly string[]): ReplyState | undefined {
  const [asker, match, print, scope, article, isPrivate] = fields
  if (asker === undefined || print === undefined || scope === undefined || article === undefined) return undefined
  return { asker, match: Number(match), print, scope, article, isPrivate: isPrivate === PRIVATE }
}

/** The state in the first of these custom ids that holds one. */
export function readState(customIds: readonly string[]): ReplyState | undefined {
  for (const id of customIds) {
    const { action, fields } = readId(id)
    const state = replyActions.includes(action) ? readReplyFields(fields) : undefined
    if (state) return state
  }
  return undefined
}

const replyActions: readonly string[] = ['turn', 'more', 'why', 'delete'] satisfies Action[]
