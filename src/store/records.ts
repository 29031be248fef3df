// How records are validated when they are read back.
import * as v from 'valibot'

export const questionEntries = {
  key: v.string(),
  server: v.string(),
  question: v.string(),
  verdict: v.picklist(['answered', 'related', 'silent']),
  unknown: v.array(v.string()),
  askedAt: v.number(),
  state: v.picklist(['open', 'dismissed']),
}

export const voteEntries = {
  voter: v.string(),
  server: v.string(),
  question: v.string(),
  article: v.string(),
  sentence: v.string(),
  isHelpful: v.boolean(),
  votedAt: v.number(),
}
