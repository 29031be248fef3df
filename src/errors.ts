// Errors that people see, and how any error is shown.

/** A mistake that a person can correct: shown as one line, without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly what: string
  readonly remedy: string

  /**
   * @param what what is wrong, naming the file, line or variable
   * @param remedy what to do about it, without a full stop
   */
  constructor(what: string, remedy: string) {
    super(`${what}: ${remedy}`)
    this.what = what
    this.remedy = remedy
  }
}

/** A failure that may be temporary: a supervisor should restart the process. */
export class Outage extends UserError {}

/** The message of anything thrown, on one line. */
export function messageOf(thrown: unknown): string {
  const lines = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

/** Of a failure of the operating system, such as `ENOSPC`. */
export function systemCodeOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  return /^E[A-Z\d]+$/u.test(code) ? code : undefined
}
