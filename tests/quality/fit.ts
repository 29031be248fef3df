/** One thing that may be right, by its inputs. */
export interface Example {
  readonly inputs: readonly number[]
  readonly right: boolean
}

const EPOCHS = 300
const STEP = 0.05
/** Ridge: how much a large weight costs, its input counted in standard deviations. */
const RIDGE = 0.01

/**
 * Weights under which what is right stands out among its rivals: multinomial logistic regression over each list (ListNet:
 * Cao and others, 2007). Lists without anything right, or wrong, teach nothing. A list counts as often as `times` says.
 */
export function fitRanking(lists: readonly (readonly Example[])[], times: readonly number[]): number[] {
  const useful = lists.flatMap((list, i) => {
    const rights = list.filter(({ right }) => right).length
    return rights > 0 && rights < list.length ? [{ list, times: times[i] ?? 1 }] : []
  })
  const scale = deviations(useful.flatMap(({ list }) => list))
  const total = useful.reduce((sum, each) => sum + each.times, 0)
  const weights = descend(scale.length, (current, gradient) => {
    for (const { list, times: count } of useful) {
      const sums = list.map(({ inputs }) => dot(inputs, current, scale))
      const top = Math.max(...sums)
      const odds = sums.map((sum) => Math.exp(sum - top))
      const all = odds.reduce((sum, each) => sum + each, 0)
      const rights = odds.reduce((sum, each, i) => sum + (list[i]?.right ? each : 0), 0)
      for (const [i, { inputs, right }] of list.entries()) {
        const error = (odds[i] ?? 0) / all - (right ? (odds[i] ?? 0) / rights : 0)
        if (Math.abs(error) > 1e-6) add(gradient, inputs, scale, (error * count) / total)
      }
    }
  })
  return weights.map((weight, i) => weight / (scale[i] ?? 1))
}

/** Logistic regression: the weights of the inputs, and last the constant, for the probability of being right. */
export function fitProbability(examples: readonly Example[]): number[] {
  const withConstant = examples.map(({ inputs, right }) => ({ inputs: [...inputs, 1], right }))
  const scale = deviations(withConstant).with(-1, 1)
  const weights = descend(scale.length, (current, gradient) => {
    for (const { inputs, right } of withConstant) {
      const error = 1 / (1 + Math.exp(-dot(inputs, current, scale))) - (right ? 1 : 0)
      add(gradient, inputs, scale, error / withConstant.length)
    }
  })
  return weights.map((weight, i) => weight / (scale[i] ?? 1))
}

/** Adam (Kingma and Ba, 2015) over the whole of what is given, with a ridge. */
function descend(size: number, addGradient: (weights: number[], gradient: number[]) => void): number[] {
  const weights = Array.from({ length: size }, () => 0)
  const first = [...weights]
  const second = [...weights]
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    const gradient = weights.map((weight) => (RIDGE * weight) / 10)
    addGradient(weights, gradient)
    for (const [i, slope] of gradient.entries()) {
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope
      second[i] = 0.99 * (second[i] ?? 0) + 0.01 * slope ** 2
      const mean = (first[i] ?? 0) / (1 - 0.9 ** epoch)
      const spread = Math.sqrt((second[i] ?? 0) / (1 - 0.99 ** epoch))
      weights[i] = (weights[i] ?? 0) - ((STEP * (EPOCHS - epoch)) / EPOCHS) * (mean / (spread + 1e-8))
    }
  }
  return weights
}

function deviations(examples: readonly Example[]): number[] {
  const size = examples[0]?.inputs.length ?? 0
  return Array.from({ length: size }, (_, i) => {
    const mean = examples.reduce((sum, { inputs }) => sum + (inputs[i] ?? 0), 0) / examples.length
    const square = examples.reduce((sum, { inputs }) => sum + ((inputs[i] ?? 0) - mean) ** 2, 0) / examples.length
    return Math.sqrt(square) || 1
  })
}

function dot(inputs: readonly number[], weights: readonly number[], scale: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < inputs.length; i++) sum += ((inputs[i] ?? 0) / (scale[i] ?? 1)) * (weights[i] ?? 0)
  return sum
}

function add(gradient: number[], inputs: readonly number[], scale: readonly number[], by: number): void {
  for (let i = 0; i < inputs.length; i++) gradient[i] = (gradient[i] ?? 0) + ((inputs[i] ?? 0) / (scale[i] ?? 1)) * by
}
