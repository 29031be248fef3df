import { createAnswerer } from '../../src/answer/answer.ts'
import type { Sentence } from '../../src/corpus/article.ts'
import { isRight, type QuestionSet, type SetQuestion } from './public-sets.ts'
import type { Rival } from './rivals.ts'

/** What a system made of a question. */
export interface Asked {
  readonly question: SetQuestion
  /** Which of its first ten sentences are right, in order. */
  readonly right: readonly boolean[]
  /** How many sentences would be right. */
  readonly golds: number
  readonly shown: string
}

/** Asks one question of the articles that its set asks, as typed or otherwise. */
export type Ask = (question: SetQuestion, typed: string) => Asked

const TEN = 10

/** This project, asking as a person does. */
export async function openVerbatim(set: QuestionSet): Promise<Ask> {
  const answerer = await createAnswerer(set.articles)
  const sentences = new Map(set.articles.map((article) => [article.id, sentencesOf([article])]))
  return (question, typed) => {
    const options = { limit: TEN, ...(set.ofOwnArticle && { article: question.home }) }
    const found = answerer.ask(typed, options).passages.map(({ sentence }) => sentence)
    return judge(question, found, sentences.get(question.home) ?? [])
  }
}

/** A rival over the same sentences: all of the set's, or those of the question's article. */
export async function openRival(set: QuestionSet, rival: Rival): Promise<Ask> {
  const index = await rival.load()
  const all = set.ofOwnArticle ? [] : sentencesOf(set.articles)
  const everywhere = index(all.map(({ plain }) => plain))
  const own = new Map<string, { sentences: Sentence[]; find: (question: string) => number[] }>()
  const openOwn = (id: string) => {
    const sentences = sentencesOf(set.articles.filter((article) => article.id === id))
    const opened = own.get(id) ?? { sentences, find: index(sentences.map(({ plain }) => plain)) }
    own.set(id, opened)
    return opened
  }
  return (question, typed) => {
    const { sentences, find } = set.ofOwnArticle ? openOwn(question.home) : { sentences: all, find: everywhere }
    return judge(
      question,
      find(typed).flatMap((place) => sentences[place] ?? []),
      sentences,
    )
  }
}

function judge(question: SetQuestion, found: readonly Sentence[], among: readonly Sentence[]): Asked {
  const right = found.map((sentence) => isRight(question, sentence))
  const golds = among.filter((sentence) => isRight(question, sentence)).length
  return { question, right, golds, shown: found[0]?.plain ?? '–' }
}

function sentencesOf(articles: QuestionSet['articles']): Sentence[] {
  return articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => [...sentences]))
}

/** The reciprocal of the rank of the first right sentence among ten; 0 where there is none. */
export function reciprocalRank({ right }: Asked): number {
  const rank = right.indexOf(true) + 1
  return rank > 0 ? 1 / rank : 0
}

/** 1 where the first sentence is right. */
export function firstRight({ right }: Asked): number {
  return right[0] ? 1 : 0
}

/** How many of the right sentences are among the first five. */
export function recallAtFive({ right, golds }: Asked): number {
  return golds > 0 ? right.slice(0, 5).filter((each) => each).length / golds : 0
}
