/** How English questions ask, told from their words alone: what search makes of them has no say here. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['how many', /\bhow many\b/iu],
  ['how much', /\bhow much\b/iu],
  ['how long', /\bhow long\b/iu],
  ['when', /\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade)\b/iu],
  ['where', /\bwhere\b/iu],
  ['who', /\bwho(?:m|se)?\b/iu],
  ['why', /\bwhy\b/iu],
  ['how', /\bhow\b/iu],
  ['which X', /\bwhich\b/iu],
  ['what', /\bwhat\b/iu],
  ['yes or no', /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/iu],
]

export type QuestionKind = string

/** The kind of an English question; `other` where no asking word stands in it. */
export function kindOf(question: string): QuestionKind {
  return kinds.find(([, pattern]) => pattern.test(question))?.[0] ?? 'other'
}
