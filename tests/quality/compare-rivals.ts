// Verbatim beside other search libraries: the held-out questions of a set, typed rightly and mistyped.
import { sentencesIn } from '../../src/corpus/article.ts'
import { average } from './bootstrap.ts'
import { firstRight, reciprocalRank } from './measures.ts'
import { mistype } from './mistype.ts'
import { ask, type OpenSet } from './open-set.ts'
import { isRight, type SetQuestion } from './question-set.ts'
import { type Rival, rivals } from './rivals.ts'
import { withInterval } from './table.ts'

/** Which of the first ten passages are right, in order. */
type Judge = (question: SetQuestion, typed: string) => { readonly right: readonly boolean[] }

/** What a comparison came to: rows of a table, and the share of its MRR that Verbatim keeps on mistyped questions. */
export interface Comparison {
  readonly rows: readonly string[][]
  readonly mistypedKept: number | undefined
}

export const comparisonHead = ['held-out half', 'questions', 'MRR', 'P@1']

/** Compares on one set. Mistypings are English; Fuse.js walks every sentence, so it is asked in English only. */
export async function compareRivals(open: OpenSet, withRivals: boolean): Promise<Comparison> {
  const { name, language, questions } = open.set
  const isEnglish = language === 'en'
  const chosen = withRivals ? rivals.filter((rival) => isEnglish || !rival.name.startsWith('Fuse.js')) : []
  const judges: [string, Judge][] = [['Verbatim', (question, typed) => ask(open, question, { typed })]]
  for (const rival of chosen) judges.push([rival.name, await openRival(open, rival)])
  const heldOut = questions.filter(({ half }) => half === 'held-out')
  const rows: string[][] = []
  const ranks: number[] = []
  for (const isMistyped of isEnglish ? [false, true] : [false]) {
    for (const [judge, asked] of judges.map(([by, judge]) => {
      const typed = ({ question }: SetQuestion) => (isMistyped ? mistype(question) : question)
      return [by, heldOut.map((question) => judge(question, typed(question)))] as const
    })) {
      if (judge === 'Verbatim') ranks.push(average(asked.map(reciprocalRank)))
      const title = judge === 'Verbatim' ? `**${name}${isMistyped ? ', mistyped' : ''}**: Verbatim` : judge
      const shares = [reciprocalRank, firstRight].map((measure) => withInterval(asked.map(measure)))
      rows.push([title, String(asked.length), ...shares])
    }
  }
  const [rightly, mistyped] = ranks
  return { rows, mistypedKept: rightly && mistyped ? mistyped / rightly : undefined }
}

/** A library over all sentences of a set, or over those of the article that a question asks. */
async function openRival({ set, answerer }: OpenSet, rival: Rival): Promise<Judge> {
  const index = await rival.load()
  const open = (article: string | undefined) => {
    const sentences = answerer.articles
      .filter(({ id }) => article === undefined || id === article)
      .flatMap(({ paragraphs }) => sentencesIn([...paragraphs]))
    return { sentences, find: index(sentences.map(({ plain }) => plain)) }
  }
  const opened = new Map<string | undefined, ReturnType<typeof open>>()
  return (question, typed) => {
    const { sentences, find } = opened.get(question.article) ?? open(question.article)
    opened.set(question.article, { sentences, find })
    const found = find(typed).flatMap((place) => sentences[place] ?? [])
    return { right: found.map((sentence) => isRight(set.rule, question, sentence)) }
  }
}
