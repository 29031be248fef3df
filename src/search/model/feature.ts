/**
 * What a sentence is ranked by: about 0 to 1 each, most of them a share of the question's weight. Those that take reading
 * its text (`letters`, `runs`, `fresh`, `pointsBack`, the kinds,
 * `counted`, `fuse`) are known of the best candidates only, and 0 of the others.
 */
export interface Features {
  /** BM25 over the sentence (Robertson and Zaragoza, 2009). */
  readonly bm25: number
  /** The weight of the question's words that the sentence holds. */
  readonly coverage: number
  /** The same of the names alone: capitalised words, the first aside. */
  readonly names: number
  /** How many words stand in it right behind the word that they follow in the question. */
  readonly pairs: number
  /** Letter triples of the question that it holds: other forms, compounds, mistakes of typing. */
  readonly letters: number
  /** The same of runs of four letters. */
  readonly runs: number
  /** How much else it says: the words that the question does not hold, logarithmically. */
  readonly unaskedWords: number
  /** What it lacks and the sentence before it in the paragraph holds. */
  readonly before: number
  /** The same of the sentence after it. */
  readonly after: number
  /** What it lacks and the sentences before it in the paragraph hold, the farther the less. */
  readonly earlier: number
  /** `before`, where the sentence begins by pointing back: `This …`, `He …`. */
  readonly pointsBack: number
  /** The best `bm25` of the paragraph's other sentences. */
  readonly bestOtherBm25: number
  /** BM25 over the paragraph. */
  readonly paragraph: number
  /** Names that it lacks and the paragraph holds. */
  readonly namesAround: number
  /** The weight of the words that its article holds, anywhere. */
  readonly article: number
  /** The weight of the names that its article nowhere holds. */
  readonly namesAbsentFromArticle: number
  /** What it lacks and the title or the section holds. */
  readonly title: number
  /** The words it holds, weighed by how rare they are in its own article. */
  readonly articleIdfCoverage: number
  /** The weight of the words that no other sentence of its paragraph holds. */
  readonly exclusiveCoverage: number
  /** Whether it is the first of its paragraph, which says what the others go into. */
  readonly first: number
  /** Whether it gives a reason where one is asked for. */
  readonly reason: number
  /** Whether it holds the kind of thing asked for, other than a reason. */
  readonly kind: number
  /** `coverage`, where it holds the kind of thing asked for. */
  readonly kindCovered: number
  /** Whether it holds a number of what is counted: `forty arches` for `how many arches`. */
  readonly counted: number
  /** Whether it holds no date, number or sum where one is asked for: that can be told for certain. */
  readonly lacksFigure: number
  /** What Fuse.js makes of it: words nearly alike. */
  readonly fuse: number
}

export type Feature = keyof Features

export const featureNames: readonly Feature[] = [
  'bm25',
  'coverage',
  'names',
  'pairs',
  'letters',
  'runs',
  'unaskedWords',
  'before',
  'after',
  'earlier',
  'pointsBack',
  'bestOtherBm25',
  'paragraph',
  'namesAround',
  'article',
  'namesAbsentFromArticle',
  'title',
  'articleIdfCoverage',
  'exclusiveCoverage',
  'first',
  'reason',
  'kind',
  'kindCovered',
  'counted',
  'lacksFigure',
  'fuse',
]

/** The sum of weighted features; named one by one, which takes a tenth of the time that going through their names does. */
export function sumOf(weight: Readonly<Record<Feature, number>>, of: Features): number {
  return (
    weight.bm25 * of.bm25 +
    weight.coverage * of.coverage +
    weight.names * of.names +
    weight.pairs * of.pairs +
    weight.letters * of.letters +
    weight.runs * of.runs +
    weight.unaskedWords * of.unaskedWords +
    weight.before * of.before +
    weight.after * of.after +
    weight.earlier * of.earlier +
    weight.pointsBack * of.pointsBack +
    weight.bestOtherBm25 * of.bestOtherBm25 +
    weight.paragraph * of.paragraph +
    weight.namesAround * of.namesAround +
    weight.article * of.article +
    weight.namesAbsentFromArticle * of.namesAbsentFromArticle +
    weight.title * of.title +
    weight.articleIdfCoverage * of.articleIdfCoverage +
    weight.exclusiveCoverage * of.exclusiveCoverage +
    weight.first * of.first +
    weight.reason * of.reason +
    weight.kind * of.kind +
    weight.kindCovered * of.kindCovered +
    weight.counted * of.counted +
    weight.lacksFigure * of.lacksFigure +
    weight.fuse * of.fuse
  )
}
