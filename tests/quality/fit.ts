// Fits linear models: a ranking, and the probability of being right.

/** Something that may be right, with its inputs, and how much it counts. */
export interface Example {
  readonly inputs: readonly number[]
  readonly right: boolean
  readonly weight: number
}

/** A question's candidates. */
export interface RankedList {
  readonly examples: readonly Pick<Example, 'inputs' | 'right'>[]
  readonly weight: number
}

const EPOCHS = 250
const STEP = 0.05
/** The cost of a large weight, its input scaled to a standard deviation of 1. */
const RIDGE = 0.001

/**
 * Weights under which what is right stands out among its rivals: multinomial logistic regression over each list (ListNet:
 * Cao and others, 2007). Lists without anything right, or wrong, teach nothing.
 */
export function fitRanking(lists: readonly RankedList[]): number[] {
  const useful = lists.filter(({ examples }) => {
    const rights = examples.filter(({ right }) => right).length
    return rights > 0 && rights < examples.length
  })
  const scale = deviations(useful.flatMap(({ examples, weight }) => examples.map((each) => ({ ...each, weight }))))
  const total = useful.reduce((sum, { weight }) => sum + weight, 0)
  const scaled = useful.map(({ examples, weight }) => ({
    rows: examples.map(({ inputs }) => toRow(inputs, scale)),
    right: examples.map(({ right }) => right),
    weight: weight / total,
  }))
  const fitted = descend(scale.length, (weights, gradient) => {
    for (const { rows, right, weight } of scaled) {
      const sums = rows.map((row) => dot(row, weights))
      const top = Math.max(...sums)
      const odds = sums.map((sum) => Math.exp(sum - top))
      const all = odds.reduce((sum, each) => sum + each, 0)
      const rights = odds.reduce((sum, each, i) => sum + (right[i] ? each : 0), 0)
      for (const [i, row] of rows.entries()) {
        const error = (odds[i] ?? 0) / all - (right[i] ? (odds[i] ?? 0) / rights : 0)
        if (Math.abs(error) > 1e-6) add(gradient, row, error * weight)
      }
    }
  })
  return fitted.map((weight, i) => weight / (scale[i] ?? 1))
}

/** Logistic regression: the weights of the inputs, and last the constant, for the probability of being right. */
export function fitProbability(examples: readonly Example[]): number[] {
  const withConstant = examples.map((each) => ({ ...each, inputs: [...each.inputs, 1] }))
  const scale = deviations(withConstant).with(-1, 1)
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const rows = withConstant.map(({ inputs }) => toRow(inputs, scale))
  const fitted = descend(scale.length, (weights, gradient) => {
    for (const [i, row] of rows.entries()) {
      const { right = false, weight = 0 } = examples[i] ?? {}
      add(gradient, row, ((1 / (1 + Math.exp(-dot(row, weights))) - (right ? 1 : 0)) * weight) / total)
    }
  })
  return fitted.map((weight, i) => weight / (scale[i] ?? 1))
}

/** Adam (Kingma and Ba, 2015) over all examples at once, with a ridge. */
function descend(size: number, addGradient: (weights: Float64Array, gradient: Float64Array) => void): number[] {
  const weights = new Float64Array(size)
  const [first, second] = [new Float64Array(size), new Float64Array(size)]
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    const gradient = weights.map((weight) => RIDGE * weight)
    addGradient(weights, gradient)
    for (const [i, slope] of gradient.entries()) {
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope
      second[i] = 0.99 * (second[i] ?? 0) + 0.01 * slope ** 2
      const mean = (first[i] ?? 0) / (1 - 0.9 ** epoch)
      const spread = Math.sqrt((second[i] ?? 0) / (1 - 0.99 ** epoch))
      weights[i] = (weights[i] ?? 0) - ((STEP * (EPOCHS - epoch)) / EPOCHS) * (mean / (spread + 1e-8))
    }
  }
  return [...weights]
}

/** The standard deviation of each input; 1 where it does not vary. */
function deviations(examples: readonly Example[]): number[] {
  const size = examples[0]?.inputs.length ?? 0
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  return Array.from({ length: size }, (_, i) => {
    const mean = examples.reduce((sum, { inputs, weight }) => sum + weight * (inputs[i] ?? 0), 0) / total
    const square =
      examples.reduce((sum, { inputs, weight }) => sum + weight * ((inputs[i] ?? 0) - mean) ** 2, 0) / total
    return Math.sqrt(square) || 1
  })
}

function toRow(inputs: readonly number[], scale: readonly number[]): Float64Array {
  return Float64Array.from(inputs, (input, i) => input / (scale[i] ?? 1))
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (weights[i] ?? 0)
  return sum
}

function add(gradient: Float64Array, row: Float64Array, by: number): void {
  for (let i = 0; i < row.length; i++) gradient[i] = (gradient[i] ?? 0) + (row[i] ?? 0) * by
}
