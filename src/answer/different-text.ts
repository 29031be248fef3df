// The order in which passages are turned through: what a reader has already seen comes last.
import type { Sentence } from '../corpus/article.ts'
import type { Answer, Passage } from './answer.ts'

/**
 * Moves passages behind the others whose sentence stands beside that of an earlier one, so that the next match shows
 * different text. The first passage stays.
 * @param neighboursShown the sentences that a display shows beside that of a passage
 */
export function differentTextFirst(answer: Answer, neighboursShown: (passage: Passage) => readonly Sentence[]): Answer {
  const different: Passage[] = []
  const repeated: Passage[] = []
  for (const passage of answer.passages) {
    const isShownBy = (earlier: Passage) =>
      // Neighbours are decoded when they are read: most passages share no paragraph.
      isSameParagraph(earlier.sentence, passage.sentence) &&
      neighboursShown(earlier).some(({ number }) => number === passage.sentence.number)
    const group = different.some(isShownBy) ? repeated : different
    group.push(passage)
  }
  return repeated.length === 0 ? answer : { ...answer, passages: [...different, ...repeated] }
}

function isSameParagraph(a: Sentence, b: Sentence): boolean {
  return a.article === b.article && a.paragraph === b.paragraph
}
