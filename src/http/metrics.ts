/** Counts what happens to the bot, for Prometheus. */
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import * as v from 'valibot'
import type { Observer } from '../observer.ts'

export interface Metrics extends Observer {
  /** The corpus was read again: whether the bot now answers from it, or still from the one before. */
  onReload(outcome: 'swapped' | 'failed'): void
  /** The process of a shard had ended and was started again. */
  onRestart(): void
  /** From now on, `size` tells how much the bot answers from. */
  setSize(size: () => CorpusSize): void
  /** As another process can add to its own. */
  data(): Promise<MetricsData>
  /** The metrics of this process and some others, in Prometheus's text format. */
  text(others?: readonly MetricsData[]): Promise<string>
}

/** How much there is to ask about. */
export interface CorpusSize {
  readonly articles: number
  readonly sentences: number
}

/** The metrics of a process, as data. */
export type MetricsData = v.InferOutput<typeof MetricsSchema>
export const MetricsSchema = v.array(v.looseObject({ name: v.string(), aggregator: v.string() }))

export const CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/** Seconds; Discord gives three for a command. */
const LATENCIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10]

/** Begins to count. Each metric's `aggregator` says what several processes come to together. */
export function createMetrics(): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  let size = (): CorpusSize => ({ articles: 0, sentences: 0 })

  const questions = new Counter({
    name: 'verbatim_questions_total',
    help: 'Questions, by how they came and by verdict',
    labelNames: ['trigger', 'verdict'],
    registers,
  })
  const latency = new Histogram({
    name: 'verbatim_reply_seconds',
    help: 'From hearing of a question to its reply being on Discord',
    labelNames: ['trigger'],
    buckets: LATENCIES,
    registers,
  })
  const failures = new Counter({
    name: 'verbatim_failures_total',
    help: 'What the bot failed to do, each with an error in the log',
    registers,
  })
  const refusals = new Counter({
    name: 'verbatim_rest_errors_total',
    help: 'Requests that Discord answered with an error, by HTTP status',
    labelNames: ['status'],
    registers,
  })
  const gateway = new Gauge({
    name: 'verbatim_gateway_ready',
    help: 'Whether a shard is on Discord (1) or not (0)',
    labelNames: ['shard'],
    // What the process above says of one that has died, it says alone.
    aggregator: 'min',
    registers,
  })
  const reloads = new Counter({
    name: 'verbatim_corpus_reloads_total',
    help: 'How often the articles were read again, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const restarts = new Counter({
    name: 'verbatim_shard_restarts_total',
    help: 'How often the process of a shard was started again',
    registers,
  })
  for (const what of ['articles', 'sentences'] as const) {
    new Gauge({
      name: `verbatim_${what}`,
      help: `How many ${what} the bot answers from`,
      aggregator: 'max',
      registers,
      collect() {
        this.set(size()[what])
      },
    })
  }

  const data = async (): Promise<MetricsData> => v.parse(MetricsSchema, await register.getMetricsAsJSON())
  return {
    onQuestion: (trigger, verdict) => questions.inc({ trigger, verdict }),
    onReply: (trigger, ms) => latency.observe({ trigger }, ms / 1_000),
    onFailure: () => failures.inc(),
    onRestError: (status) => refusals.inc({ status }),
    onConnection: (shard, isReady) => gateway.set({ shard }, isReady ? 1 : 0),
    onReload: (outcome) => reloads.inc({ outcome }),
    onRestart: () => restarts.inc(),
    setSize: (now) => {
      size = now
    },
    data,
    text: async (others = []) =>
      others.length === 0
        ? register.metrics()
        : AggregatorRegistry.aggregate([await data(), ...others].map((each) => [...each])).metrics(),
  }
}
