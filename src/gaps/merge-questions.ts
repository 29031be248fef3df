// Merges questions that ask the same, by their words alone.
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

interface Group<Question> {
  readonly members: Question[]
}

/** Groups of questions that ask the same, in the order of the first question of each. */
export function mergeQuestions<Question extends ComparedQuestion>(questions: readonly Question[]): Question[][] {
  const frequency = new Map<string, number>()
  for (const { content } of questions)
    for (const term of content.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  // Half the weight of a word that no other question has for one that all have.
  const weigh = (term: string) => Math.log(2 + questions.length / (frequency.get(term) ?? 1))
  const groups: Group<Question>[] = []
  /** Groups by what their words may be found by. */
  const byKey = new Map<string, Set<Group<Question>>>()
  for (const question of questions) {
    const keys = keysOf(question)
    const candidates = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))
    let [best, most]: [Group<Question> | undefined, number] = [undefined, 0]
    for (const group of candidates) {
      const compared = group.members.slice(0, COMPARED)
      const mean = compared.reduce((sum, member) => sum + similarity(question, member, weigh), 0) / compared.length
      if (mean > most) [best, most] = [group, mean]
    }
    const group = best && most >= SAME ? best : { members: [] }
    if (group.members.length === 0) groups.push(group)
    group.members.push(question)
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(group))
  }
  return groups.map(({ members }) => members)
}

function keysOf({ content }: ComparedQuestion): string[] {
  return [...content].flatMap(([term, synonyms]) => [term, term.slice(0, PREFIX), ...synonyms])
}

/** 0 to 1: the weight of the words that two questions share, as a share of all their words (Dice's coefficient). */
function similarity(a: ComparedQuestion, b: ComparedQuestion, weigh: (term: string) => number): number {
  if (a.unknown.length > 0 && isSameSet(a.unknown, b.unknown)) return 1
  const total = (content: ContentWords) => [...content.keys()].reduce((sum, term) => sum + weigh(term), 0)
  const shared = (from: ContentWords, to: ContentWords) =>
    [...from].reduce((sum, [term, synonyms]) => sum + weigh(term) * match(term, synonyms, to), 0)
  const all = total(a.content) + total(b.content)
  return all === 0 ? 0 : (shared(a.content, b.content) + shared(b.content, a.content)) / all
}

/** How well a word is found among the words of another question. */
function match(term: string, synonyms: ReadonlySet<string>, among: ContentWords): number {
  if (among.has(term)) return 1
  let best = 0
  for (const [other, others] of among) {
    if (term.length >= PREFIX && other.startsWith(term.slice(0, PREFIX))) best = Math.max(best, ALIKE)
    else if (synonyms.has(other) || others.has(term)) best = Math.max(best, SYNONYM)
  }
  return best
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const words = new Set(a.map((word) => word.toLowerCase()))
  return a.length === b.length && b.every((word) => words.has(word.toLowerCase()))
}
