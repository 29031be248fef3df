/** A passage with its score, and whether it was right. */
export interface Judged {
  readonly score: number
  readonly right: boolean
}

/** How many passages have a score in `[from, from + .1)`, their mean score, and how many of them are right. */
export interface Bin {
  readonly from: number
  readonly count: number
  readonly score: number
  readonly right: number
}

/** What scores mean: ten bins, and how far scores are from what is right on average (Guo and others, 2017: ECE). */
export function reliability(judged: readonly Judged[]): { readonly bins: readonly Bin[]; readonly error: number } {
  const bins = Array.from({ length: 10 }, (_, i) => {
    const inside = judged.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === i)
    const count = inside.length
    const score = inside.reduce((sum, each) => sum + each.score, 0) / Math.max(1, count)
    const right = inside.filter((each) => each.right).length / Math.max(1, count)
    return { from: i / 10, count, score, right }
  })
  const error = bins.reduce((sum, { count, score, right }) => sum + count * Math.abs(score - right), 0)
  return { bins, error: error / Math.max(1, judged.length) }
}
