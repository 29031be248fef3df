// The error of everything that cannot be imported.
import { type Refusal, type RefusalCode, type RefusalValues, refusalText } from '../text/refusals/refusal.ts'

/** Says why a document or page cannot be imported, and what to do about it; the message is in English. */
export class RefusedImport extends Error {
  override readonly name = 'RefusedImport'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusalText(refusal))
    this.refusal = refusal
  }
}

export function refused<Code extends RefusalCode>(code: Code, values: RefusalValues<Code>): RefusedImport {
  return new RefusedImport({ code, values })
}
