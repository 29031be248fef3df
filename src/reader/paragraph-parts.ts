// Reads the paragraphs of an article in parts that take little time each.
import { binarySearch } from '../columns/sorted-array.ts'
import type { Article, Paragraph, Sentence } from '../corpus/article.ts'
import { openSentences } from '../corpus/sentence-access.ts'

/** Sentences that are read at once: about a millisecond of work. */
const AT_ONCE = 100

/** The paragraphs in order; one of more than `AT_ONCE` sentences in several parts, as a text may have no other. */
export function* paragraphParts(article: Article): Generator<Paragraph> {
  const { excerpt } = openSentences(article)
  const { sentenceCount } = article
  for (let from = 0; from < sentenceCount; ) {
    const to = Math.min(from + AT_ONCE, sentenceCount)
    const read = excerpt(from, to)
    // The last one may go on.
    const whole = to < sentenceCount && read.length > 1 ? read.slice(0, -1) : read
    for (const paragraph of whole) {
      yield paragraph
      from += paragraph.sentences.length
    }
  }
}

/** The sentence at a place, with both numbers from 1. */
export function sentenceAtPlace(article: Article, paragraph: number, number: number): Sentence | undefined {
  const { excerpt } = openSentences(article)
  const { sentenceCount } = article
  const read = (i: number) => (i < sentenceCount ? excerpt(i, i + 1)[0]?.sentences[0] : undefined)
  const isReached = (i: number) => {
    const sentence = read(i)
    if (!sentence) return true
    return sentence.paragraph > paragraph || (sentence.paragraph === paragraph && sentence.number >= number)
  }
  const found = read(binarySearch(isReached, 0, sentenceCount))
  return found?.paragraph === paragraph && found.number === number ? found : undefined
}
