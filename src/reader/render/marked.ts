// What a page marks, and how sentences are addressed within their article.
import type { Sentence } from '../../corpus/article.ts'

/** A sentence that a page marks, and the phrase of it that answers: UTF-16 offsets `[start, end)` of its `plain`. */
export interface Marked {
  readonly sentence: Sentence
  readonly phrase?: readonly [number, number]
}

/** The id of a sentence on the page of its article: `p5s1` is the first sentence of paragraph 5. */
export function anchorOf({ paragraph, number }: Pick<Sentence, 'paragraph' | 'number'>): string {
  return `p${paragraph}s${number}`
}

/** Whether a sentence is the one that a page marks. */
export function isMarked({ paragraph, number }: Sentence, marked: Marked | undefined): boolean {
  return marked?.sentence.paragraph === paragraph && marked.sentence.number === number
}
