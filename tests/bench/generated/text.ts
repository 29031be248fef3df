// Generates articles with the word frequencies of real text.
import type { ParsedArticle } from '../../../src/corpus/article.ts'
import { splitWords } from '../../../src/language/words.ts'
import { randomNumbers } from '../../quality/random.ts'
import { createVocabulary } from './vocabulary.ts'

/** An article as paragraphs of sentences. */
export interface SplitArticle {
  readonly title: string
  readonly language: string
  readonly paragraphs: readonly (readonly string[])[]
}

/**
 * Unlimited articles, reproducible from the seed: the real ones, then generated ones of 40 sentences with the lengths of
 * real sentences. Words follow the Zipf-Mandelbrot law, and those an article has used recur more often (Kuhn and De Mori,
 * 1990).
 */
export function* writeArticles(real: readonly ParsedArticle[], seed = 1): Generator<SplitArticle> {
  const random = randomNumbers(seed)
  const pick = <T>(among: readonly T[]) => among[Math.floor(random() * among.length)]
  const sentences = real.map(({ paragraphs }) =>
    paragraphs.map((paragraph) => paragraph.sentences.map(({ plain }) => plain)),
  )
  for (const [i, { title, language }] of real.entries()) yield { title, language, paragraphs: sentences[i] ?? [] }

  const split = sentences.flat(2).map((sentence) => splitWords(sentence).map(({ text }) => text))
  const vocabulary = createVocabulary(split.flat())
  for (;;) {
    const used: number[] = []
    const word = () => {
      const again = random() < AGAIN ? pick(used) : undefined
      const rank = again ?? Math.floor(FLATTENED * (random() ** (-1 / (EXPONENT - 1)) - 1))
      if (again === undefined && !vocabulary.isFunctionWord(rank)) used.push(rank)
      return vocabulary.wordAt(rank)
    }
    const sentence = () => {
      const [first = '', ...others] = Array.from({ length: pick(split)?.length ?? 20 }, word)
      return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' ').concat('.')
    }
    const paragraphs = Array.from({ length: 8 }, () => Array.from({ length: pick([3, 4, 5, 6, 7]) ?? 5 }, sentence))
    yield { title: paragraphs[0]?.[0]?.split(' ', 8).join(' ') ?? '', language: 'en', paragraphs }
  }
}

/** Share of words that repeat one of the article. */
const AGAIN = 0.2

/**
 * The share of the word of rank `r` is as `(r + FLATTENED) ** -EXPONENT`: 55 % of a text are its hundred commonest words,
 * and its vocabulary grows as the 0.71st power of its length (Heaps): some 100,000 forms in 100,000 sentences.
 */
const EXPONENT = 1.4
const FLATTENED = 12
