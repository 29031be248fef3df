/** Reads the votes on the passages of a question. */
import { questionKey, type VoteCounts } from '../../../feedback/vote-keys.ts'
import { languagesOf } from '../../../gaps/languages.ts'
import type { Context } from '../context.ts'

/** By `passageKey`; empty outside a server. */
export async function votesOn(
  { answerer, learning }: Context,
  { question, server }: { readonly question: string; readonly server?: string },
): Promise<ReadonlyMap<string, VoteCounts>> {
  if (!learning || server === undefined) return new Map()
  return learning.votes.countsOf(server, questionKey(question, await languagesOf(answerer)))
}
