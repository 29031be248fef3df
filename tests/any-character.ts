// Characters of all Unicode, for property tests.
import fc from 'fast-check'

/** A code point, also a lone surrogate or one that is not assigned; `unit: 'binary'` takes a second to build its table. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ffff })
  .map((codePoint) => String.fromCodePoint(codePoint))
