// Merges questions that ask the same, by their words alone.
import { setImmediate } from 'node:timers/promises'
import type { ContentWords } from './content-words.ts'

/** What a question is compared by. */
export interface ComparedQuestion {
  readonly content: ContentWords
  /** Its words that the articles never mention. */
  readonly unknown: readonly string[]
}

/** Similarity from which two questions ask the same. */
const SAME = 0.55
/** How much a synonym counts, and a word that begins alike (`encrypted`, `encryption`). */
const SYNONYM = 0.7
const ALIKE = 0.8
/** Letters that such words share at least. */
const PREFIX = 5
/** Members of a group that a question is compared with. */
const COMPARED = 6

/** A question among those that later ones are compared with. */
interface Member<Question> {
  readonly group: Group<Question>
  readonly question: ComparedQuestion
  /** Of all its words together. */
  readonly weight: number
}

interface Group<Question> {
  readonly members: Question[]
}

/** Terms of two questions that may match, as they share a key. */
interface Candidates {
  readonly own: Set<string>
  readonly other: Set<string>
}

/** Groups of questions that ask the same, in the order of the first question of each. */
export async function mergeQuestions<Question extends ComparedQuestion>(
  questions: readonly Question[],
): Promise<Question[][]> {
  const frequency = new Map<string, number>()
  for (const { content } of questions)
    for (const term of content.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  // Half the weight of a word that no other question has for one that all have.
  const weigh = (term: string) => Math.log(2 + questions.length / (frequency.get(term) ?? 1))
  const groups: Group<Question>[] = []
  /** The terms of each member by what they may be found by. Hundreds of long questions would take minutes in pairs. */
  const byKey = new Map<string, Map<Member<Question>, readonly string[]>>()
  for (const question of questions) {
    // Questions of members have their turn.
    await setImmediate()
    const keys = keysOf(question)
    const weight = [...question.content.keys()].reduce((sum, term) => sum + weigh(term), 0)
    const candidates = new Map<Member<Question>, Candidates>()
    for (const [key, own] of keys)
      for (const [member, other] of byKey.get(key) ?? []) {
        const terms = candidates.get(member) ?? { own: new Set(), other: new Set() }
        candidates.set(member, terms)
        for (const term of own) terms.own.add(term)
        for (const term of other) terms.other.add(term)
      }
    const sums = new Map<Group<Question>, number>()
    for (const [member, terms] of candidates) {
      const similarity = isSameUnknown(question, member.question)
        ? 1
        : sharedWeight(question, member.question, terms, weigh) / (weight + member.weight)
      sums.set(member.group, (sums.get(member.group) ?? 0) + similarity)
    }
    let [best, most]: [Group<Question> | undefined, number] = [undefined, 0]
    for (const [group, sum] of sums) {
      const mean = sum / Math.min(group.members.length, COMPARED)
      if (mean > most) [best, most] = [group, mean]
    }
    const group = best && most >= SAME ? best : { members: [] }
    if (group.members.length === 0) groups.push(group)
    group.members.push(question)
    if (group.members.length > COMPARED) continue
    const member = { group, question, weight }
    for (const [key, terms] of keys) byKey.set(key, (byKey.get(key) ?? new Map()).set(member, terms))
  }
  return groups.map(({ members }) => members)
}

/** The terms of a question by the keys that they may be found by. */
function keysOf({ content }: ComparedQuestion): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  for (const [term, synonyms] of content)
    for (const key of new Set([term, term.slice(0, PREFIX), ...synonyms]))
      keys.set(key, [...(keys.get(key) ?? []), term])
  return keys
}

/** The weight of the words that two questions share, on both sides (the numerator of Dice's coefficient). */
function sharedWeight(
  a: ComparedQuestion,
  b: ComparedQuestion,
  { own, other }: Candidates,
  weigh: (term: string) => number,
): number {
  const shared = (terms: ReadonlySet<string>, from: ContentWords, among: ReadonlySet<string>, to: ContentWords) =>
    [...terms].reduce((sum, term) => sum + weigh(term) * match(term, from, among, to), 0)
  return shared(own, a.content, other, b.content) + shared(other, b.content, own, a.content)
}

/** How well a word is found among those words of another question that it may match. */
function match(term: string, from: ContentWords, among: ReadonlySet<string>, to: ContentWords): number {
  if (to.has(term)) return 1
  let best = 0
  for (const other of among) {
    if (term.length >= PREFIX && other.startsWith(term.slice(0, PREFIX))) return ALIKE
    if (from.get(term)?.has(other) || to.get(other)?.has(term)) best = SYNONYM
  }
  return best
}

function isSameUnknown({ unknown: a }: ComparedQuestion, { unknown: b }: ComparedQuestion): boolean {
  return a.length > 0 && isSameSet(a, b)
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const words = new Set(a.map((word) => word.toLowerCase()))
  return a.length === b.length && b.every((word) => words.has(word.toLowerCase()))
}
