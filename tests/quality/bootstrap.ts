// Means with bootstrap confidence intervals.
import { randomNumbers } from './random.ts'

/** A mean, and how far 95 % of the means of 1,000 resamples lie from it at most (Efron, 1979). */
export interface Mean {
  readonly mean: number
  readonly within: number
}

/** The mean of some values with its bootstrap interval, seeded. */
export function bootstrap(values: readonly number[]): Mean {
  if (values.length === 0) return { mean: 0, within: 0 }
  const random = randomNumbers(95)
  const mean = average(values)
  const distances = Array.from({ length: 1000 }, () => {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] ?? 0
    return Math.abs(sum / values.length - mean)
  })
  return { mean, within: distances.sort((a, b) => a - b)[949] ?? 0 }
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
