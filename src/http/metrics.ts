import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import * as v from 'valibot'

/** What is counted about the bot, for Prometheus. */
export interface Metrics {
  asked(trigger: string, verdict: string): void
  replied(trigger: string, ms: number): void
  failed(): void
  refused(status: number): void
  connected(shard: number, isReady: boolean): void
  /** The corpus was read again: whether the bot now answers from it, or still from the one before. */
  reloaded(outcome: 'swapped' | 'failed'): void
  /** The process of a shard had ended and was started again. */
  restarted(): void
  /** From now on, `size` tells how much the bot answers from. */
  indexed(size: () => Size): void
  /** As another process can add to its own. */
  snapshot(): Promise<Snapshot>
  /** The metrics of this process and some others, in Prometheus's text format. */
  text(others?: readonly Snapshot[]): Promise<string>
}

/** How much there is to ask about. */
export interface Size {
  readonly articles: number
  readonly sentences: number
}

/** The metrics of a process, as data. */
export type Snapshot = v.InferOutput<typeof SnapshotSchema>
export const SnapshotSchema = v.array(v.looseObject({ name: v.string(), aggregator: v.string() }))

export const CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/** Seconds; Discord gives three for a command. */
const LATENCIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10]

/** Begins to count. Each metric's `aggregator` says what several processes come to together. */
export function createMetrics(): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  let size = (): Size => ({ articles: 0, sentences: 0 })

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

  const snapshot = async (): Promise<Snapshot> => v.parse(SnapshotSchema, await register.getMetricsAsJSON())
  return {
    asked: (trigger, verdict) => questions.inc({ trigger, verdict }),
    replied: (trigger, ms) => latency.observe({ trigger }, ms / 1_000),
    failed: () => failures.inc(),
    refused: (status) => refusals.inc({ status }),
    connected: (shard, isReady) => gateway.set({ shard }, isReady ? 1 : 0),
    reloaded: (outcome) => reloads.inc({ outcome }),
    restarted: () => restarts.inc(),
    indexed: (now) => {
      size = now
    },
    snapshot,
    text: async (others = []) =>
      others.length === 0
        ? register.metrics()
        : AggregatorRegistry.aggregate([await snapshot(), ...others].map((each) => [...each])).metrics(),
  }
}
