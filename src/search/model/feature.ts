// The features that a sentence is ranked and judged by, and the groups in which they are explained.

/** Which part of the explanation of a passage each feature belongs to. */
const groups = {
  /** BM25 over the sentence (Robertson and Zaragoza, 2009). */
  bm25: 'own',
  /** The weight of the question's words that the sentence holds. */
  coverage: 'own',
  /** Words that directly follow the word that they follow in the question. */
  pairs: 'own',
  /** Letter trigrams of the question that it holds: other forms, compounds, misspellings. */
  letters: 'own',
  /** The same of runs of four letters. */
  runs: 'own',
  /** How much else it says: the logarithm of its words that the question does not hold. */
  unaskedWords: 'own',
  /** What it lacks and the next sentence holds. */
  after: 'around',
  /** What it and its headings lack and earlier sentences of the paragraph hold, decayed by distance. */
  earlier: 'around',
  /** What it lacks and the sentence before holds, where it begins by pointing back: `This …`, `He …`. */
  pointsBack: 'around',
  /** The best `bm25` of the paragraph's other sentences. */
  bestOtherBm25: 'around',
  /** BM25 over the paragraph. */
  paragraph: 'around',
  /** What it lacks and the headings above it, or its speaker, hold. */
  trail: 'article',
  /** How much of the question the headings hold, where it is in the first paragraph below the last of them. */
  opensSection: 'article',
  /** The weight of the words that its article holds anywhere. */
  article: 'article',
  /** The weight of the names that its article does not hold. */
  namesAbsentFromArticle: 'article',
  /** What it and its headings lack and the title or section holds. */
  title: 'article',
  /** How much of the question the title or section holds, times how much of these the question names. */
  namesTitle: 'article',
  /** How much of the last heading above it the question names. */
  namesHeading: 'article',
  /** The words that it holds, weighted by their rarity in its article. */
  articleIdfCoverage: 'own',
  /** The weight of the words that no other sentence of its paragraph holds. */
  exclusiveCoverage: 'own',
  /** Whether it is the first of its paragraph. */
  first: 'own',
  /** Whether it holds what is asked for (a person, a date, a reason), less where it covers little of the question. */
  answerType: 'asked',
  /** Whether it holds a number of what is counted: `forty arches` for `how many arches`. */
  counted: 'asked',
  /** Whether it holds no date, number or sum although one is asked for. */
  lacksFigure: 'asked',
  /** Whether it gives no reason although one is asked for. */
  lacksReason: 'asked',
  /** Whether the question asks what something is, and it says so. */
  defines: 'asked',
  /** Whether it forbids or negates and the question asks if something is allowed, less where it covers little of the question. */
  forbids: 'asked',
  /** Whether the question asks how to do something, and it is a list, code or an instruction. */
  instructs: 'asked',
  /** Whether it ends as a question or with a colon: what answers comes after it. */
  leadsIn: 'own',
  /** Whether it is a list, a table row or code. */
  list: 'own',
  row: 'own',
  code: 'own',
  /** How well Fuse.js matches the content words, weighted by their rarity. */
  fuse: 'own',
  /** The weight of the content words that neither it, its paragraph, its headings nor its title hold. */
  uncovered: 'own',
  /** Whether the question negates and it does not. */
  negation: 'own',
  /** Whether it holds the antonym of a word that it lacks. */
  antonym: 'own',
  /** Whether a number of the question is found nowhere around it. */
  missingNumber: 'own',
  /** The weight of the names of the question that are found nowhere around it. */
  missingName: 'own',
  /** Whether a verb and a noun of the question are found nowhere around it. */
  missingVerbAndNoun: 'own',
} as const

export type Feature = keyof typeof groups
export type FeatureGroup = (typeof groups)[Feature]

/** About 0 to 1 each; most are shares of the question's weight. */
export type Features = Readonly<Record<Feature, number>>

/** What the probability of an answer looks at beside the features of a sentence: how it stands among the others. */
export interface Standing {
  /** The natural logarithm of its softmax share: where several are equally good, each is less likely to be meant. */
  readonly share: number
  /** How far its sum is above the best of another paragraph, within limits; the upper one where there is no other. */
  readonly lead: number
  /** The logarithm of one more than how many others are about as good or better. */
  readonly rivals: number
  /** The weight of the content words that it holds, as a share, times the logarithm of one more than how many there are. */
  readonly coveredWords: number
  /** The share of the content words that it does not hold, each counting the same. */
  readonly missingWords: number
}

export const standingNames: readonly (keyof Standing)[] = ['share', 'lead', 'rivals', 'coveredWords', 'missingWords']

function isFeature(name: string): name is Feature {
  return name in groups
}

export const featureNames: readonly Feature[] = Object.keys(groups).filter(isFeature)

export function groupOf(feature: Feature): FeatureGroup {
  return groups[feature]
}

/** Makes the function that adds up features by their weights; `names` are those that count. */
export function createSum(weights: Features, names: readonly Feature[] = featureNames): (features: Features) => number {
  const weighted = names.map((name) => ({ name, weight: weights[name] }))
  return (features) => {
    let sum = 0
    for (const { name, weight } of weighted) sum += weight * features[name]
    return sum
  }
}
