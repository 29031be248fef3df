/** Discord’s error responses. */

/** A problem in a body: its path, Discord's code and a message. */
export interface Problem {
  path: readonly PropertyKey[]
  code: string
  message: string
}

/**
 * An error response. `violation`: the request itself breaks Discord's rules, so that a correct bot never sends it; false
 * if only the state was different from what the bot knew, such as a message deleted meanwhile.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: number
  readonly violation: boolean
  readonly problems: readonly Problem[]

  constructor(
    status: number,
    code: number,
    message: string,
    options: { violation?: boolean; problems?: readonly Problem[] } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.violation = options.violation ?? false
    this.problems = options.problems ?? []
  }

  /** The body of Discord's response. */
  get body(): object {
    const errors = nested(this.problems)
    return { message: this.message, code: this.code, ...(this.problems.length > 0 && { errors }) }
  }

  /** One line per problem. */
  get reasons(): string[] {
    if (this.problems.length === 0) return [`${this.code} ${this.message}`]
    return this.problems.map(({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`)
  }
}

/** @see https://discord.com/developers/docs/reference#error-messages */
interface Nested {
  [key: string]: Nested | { code: string; message: string }[]
}

const ERRORS = '_errors'

function nested(problems: readonly Problem[]): Nested {
  const root: Nested = {}
  for (const { path, code, message } of problems) {
    let place = root
    for (const key of path.map(String)) {
      const next = place[key]
      const below: Nested = next === undefined || Array.isArray(next) ? {} : next
      place[key] = below
      place = below
    }
    const known = place[ERRORS]
    place[ERRORS] = [...(Array.isArray(known) ? known : []), { code, message }]
  }
  return root
}

/** 400, 50035: a body that breaks the schema or a limit. */
export const invalidForm = (problems: readonly Problem[]): Refusal =>
  new Refusal(400, 50035, 'Invalid Form Body', { violation: true, problems })

/** 400, 50035: a reply to a deleted message with `fail_if_not_exists`. */
export const unknownReference = (): Refusal =>
  new Refusal(400, 50035, 'Invalid Form Body', {
    problems: [{ path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' }],
  })

export const emptyMessage = (): Refusal => new Refusal(400, 50006, 'Cannot send an empty message', { violation: true })
export const alreadyAcknowledged = (): Refusal =>
  new Refusal(400, 40060, 'Interaction has already been acknowledged.', { violation: true })
export const unauthorized = (): Refusal => new Refusal(401, 0, '401: Unauthorized')
export const invalidWebhookToken = (): Refusal => new Refusal(401, 50027, 'Invalid Webhook Token')
export const missingAccess = (): Refusal => new Refusal(403, 50001, 'Missing Access')
export const cannotEditOthers = (): Refusal => new Refusal(403, 50005, 'Cannot edit a message authored by another user')
export const cannotDirectMessage = (): Refusal => new Refusal(403, 50007, 'Cannot send messages to this user')
export const archivedThread = (): Refusal => new Refusal(400, 50083, 'Thread is archived')
export const threadLocked = (): Refusal => new Refusal(403, 160005, 'Thread is locked')
export const missingPermissions = (): Refusal => new Refusal(403, 50013, 'Missing Permissions')
export const cannotReplyUnseen = (): Refusal =>
  new Refusal(403, 160002, 'Cannot reply without permission to read message history')
export const unknownRoute = (): Refusal => new Refusal(404, 0, '404: Not Found', { violation: true })
export const unknownChannel = (): Refusal => new Refusal(404, 10003, 'Unknown Channel')
export const unknownMessage = (): Refusal => new Refusal(404, 10008, 'Unknown Message')
export const unknownMember = (): Refusal => new Refusal(404, 10007, 'Unknown Member')
export const unknownUser = (): Refusal => new Refusal(404, 10013, 'Unknown User')
export const unknownWebhook = (): Refusal => new Refusal(404, 10015, 'Unknown Webhook')
export const unknownInteraction = (): Refusal => new Refusal(404, 10062, 'Unknown interaction')
export const unknownCommand = (): Refusal => new Refusal(404, 10063, 'Unknown application command')
