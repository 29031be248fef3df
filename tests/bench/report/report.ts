// Formats the results as Markdown tables.
import { table } from '../../quality/table.ts'
import type { Contestant } from '../contestants.ts'
import { median, percentile } from '../print.ts'
import type { Outcome, Pass } from '../run-contestant.ts'

/** The tables, as Markdown. */
export function report(outcomes: readonly Outcome[], contestants: readonly Contestant[], asked: number): string {
  const sizes = [...new Set(outcomes.map(({ size }) => size))]
  const of = (key: string, size: number) => outcomes.find((each) => each.key === key && each.size === size)
  const rows = (head: string, cell: (outcome: Outcome) => string) =>
    table([
      [head, ...sizes.map(sentences)],
      ...contestants.map(({ key, name }) => [
        key === 'verbatim' ? `**${name}**` : name,
        ...sizes.map((size) => {
          const outcome = of(key, size)
          return outcome ? cell(outcome) : '–'
        }),
      ]),
    ])
  const own = outcomes.filter(({ key }) => key === 'verbatim')
  return [
    ...(own.length > 0 ? [ownTable(own)] : []),
    rows('a question, ms: p50 / p99', (outcome) => questionTimes(outcome, 'first', asked)),
    rows('a repeated question, ms: p50 / p99', (outcome) => questionTimes(outcome, 'again', asked)),
    rows('to index, s', ({ indexed, failure = '–' }) => (indexed ? figure(indexed.seconds) : failure)),
    rows('index and text / whole process, MB', ({ indexed, failure = '–' }) =>
      indexed ? `${figure(indexed.held / 1e6)} / ${figure(indexed.resident / 1e6)}` : failure,
    ),
    ...own.flatMap((each) => ratios(each, outcomes, contestants)),
    ...(isBusy(outcomes) ? ['The machine was busy with other work: these figures are too high.'] : []),
  ].join('\n\n')
}

/** Whether other processes competed for the processor. */
function isBusy(outcomes: readonly Outcome[]): boolean {
  const [wanted, had] = (['seconds', 'had'] as const).map((measure) =>
    outcomes.reduce((sum, { indexed }) => sum + (indexed?.[measure] ?? 0), 0),
  )
  return (had ?? 0) < 0.9 * (wanted ?? 0)
}

/** Verbatim's own figures at each size. */
function ownTable(own: readonly Outcome[]): string {
  const lines: [string, (outcome: Outcome) => number][] = [
    ['to index, s', ({ indexed }) => indexed?.seconds ?? Number.NaN],
    ['index and text, MB', ({ indexed }) => (indexed?.held ?? Number.NaN) / 1e6],
    ['whole process, MB', ({ indexed }) => (indexed?.resident ?? Number.NaN) / 1e6],
    ['while it indexes, MB', ({ indexed }) => (indexed?.peak ?? Number.NaN) / 1e6],
    ['bytes a sentence', ({ indexed, size }) => (indexed?.held ?? Number.NaN) / size],
    ['a question, µs: p50', ({ times }) => median(times.first) * 1000],
    ['p99', ({ times }) => percentile(times.first, 0.99) * 1000],
    ['the same once more: p50', ({ times }) => median(times.again) * 1000],
    ['p99', ({ times }) => percentile(times.again, 0.99) * 1000],
    ['mistyped: p50', ({ times }) => median(times.mistyped) * 1000],
    ['p99', ({ times }) => percentile(times.mistyped, 0.99) * 1000],
  ]
  return table([
    ['Verbatim, sentences', ...own.map(({ size }) => sentences(size))],
    ...lines.map(([name, measure]) => [name, ...own.map((outcome) => figure(measure(outcome)))]),
  ])
}

function questionTimes({ times, expected, failure = '–' }: Outcome, pass: Pass, asked: number): string {
  const count = times[pass].length
  if (expected !== undefined) return `${figure(expected)} s each: not tried`
  if (count === 0) return failure
  const cut = count < asked ? ` (of ${count})` : ''
  return `${figure(median(times[pass]))} / ${figure(percentile(times[pass], 0.99))}${cut}`
}

/** What each measure at one size is beside the best other library's: “median 7.0 times slower than FlexSearch”. */
function ratios(own: Outcome, outcomes: readonly Outcome[], contestants: readonly Contestant[]): string[] {
  const measures: [name: string, more: string, less: string, (outcome: Outcome) => number][] = [
    ['median', 'slower', 'faster', ({ times }) => median(times.first)],
    ['slowest 1 %', 'slower', 'faster', ({ times }) => percentile(times.first, 0.99)],
    ['indexing', 'slower', 'faster', ({ indexed }) => indexed?.seconds ?? Number.NaN],
    ['memory', 'more', 'less', ({ indexed }) => indexed?.held ?? Number.NaN],
  ]
  const rivals = outcomes.filter(({ key, size }) => key !== own.key && size === own.size)
  const parts = measures.flatMap(([name, more, less, measure]) => {
    const best = rivals
      .map((outcome) => ({ value: measure(outcome), name: contestants.find(({ key }) => key === outcome.key)?.name }))
      .filter(({ value }) => Number.isFinite(value))
      .sort((a, b) => a.value - b.value)[0]
    if (!best) return []
    const ratio = measure(own) / best.value
    return [`${name} ${figure(Math.max(ratio, 1 / ratio))} times ${ratio >= 1 ? more : less} than ${best.name}`]
  })
  return parts.length > 0
    ? [`Against the best other library at ${sentences(own.size)} sentences: ${parts.join('; ')}.`]
    : []
}

export function sentences(size: number): string {
  return size.toLocaleString('en')
}

/** Rounds to two or three significant digits. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value < 10) return value.toPrecision(2)
  return Number(value.toPrecision(3)).toLocaleString('en')
}
