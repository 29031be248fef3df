// Writes the results of a whole run to the benchmark's README and plot.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Contestant } from '../contestants.ts'
import { median, percentile } from '../print.ts'
import type { Outcome } from '../run-contestant.ts'
import { drawPlot, type Line } from './plot.ts'

/** Where the tables go. */
const PLACE = /(?<=<!-- npm run bench writes from here -->\n).*(?=<!-- to here -->)/su

/** Replaces the tables of the README and the plot. */
export function publish(tables: string, outcomes: readonly Outcome[], contestants: readonly Contestant[]): void {
  const readme = readFileSync('tests/bench/README.md', 'utf8')
  if (!PLACE.test(readme)) throw new Error('tests/bench/README.md should have a place for the tables of the benchmark')
  writeFileSync(
    'tests/bench/README.md',
    readme.replace(PLACE, () => `\n${tables}\n\n`),
  )
  writeFileSync(
    'tests/bench/speed.svg',
    drawPlot('A question, by the size of the corpus', lines(outcomes, contestants), discord),
  )
}

const discord = { name: 'Discord waits 3 s', at: 3_000 }

const hues = ['red', 'orange', 'grey', 'pink', 'green', 'olive', 'ink'] as const

function lines(outcomes: readonly Outcome[], contestants: readonly Contestant[]): Line[] {
  const pointsOf = (key: string, measure: (times: readonly number[]) => number) =>
    outcomes
      .filter((outcome) => outcome.key === key && outcome.times.first.length > 0)
      .map(({ size, times }) => [size, measure(times.first)] as const)
  const own: Line = {
    name: 'Verbatim, slowest 1 %',
    colour: 'own',
    isDashed: true,
    points: pointsOf('verbatim', (times) => percentile(times, 0.99)),
  }
  const medians = contestants.map(({ key, name }, i): Line => {
    return { name, colour: key === 'verbatim' ? 'own' : (hues[i - 1] ?? 'ink'), points: pointsOf(key, median) }
  })
  return [own, ...medians]
}
