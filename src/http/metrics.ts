// The metrics of the bot, in Prometheus's format.
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import * as v from 'valibot'
import type { Observer } from '../observer.ts'

export interface Metrics extends Observer {
  /** A refresh of the corpus: it is in use, or failed and the one before stays in use. */
  onReload(outcome: 'swapped' | 'failed'): void
  /** The process of a shard was restarted. */
  onRestart(): void
  /** Sets where the size of the corpus is read. */
  setSize(size: () => CorpusSize): void
  /** The metrics as data, for the process that aggregates them. */
  data(): Promise<MetricsData>
  /** The metrics of this process and of others, in Prometheus's text format. */
  text(others?: readonly MetricsData[]): Promise<string>
}

export interface CorpusSize {
  readonly articles: number
  readonly sentences: number
}

export type MetricsData = v.InferOutput<typeof MetricsSchema>
export const MetricsSchema = v.array(v.looseObject({ name: v.string(), aggregator: v.string() }))

export const CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/** Histogram buckets in seconds; Discord expects a response within three. */
const LATENCIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10]

/** Creates all metrics. `aggregator` says how those of several processes are combined; sums by default. */
export function createMetrics(): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  let size = (): CorpusSize => ({ articles: 0, sentences: 0 })

  const questions = new Counter({
    name: 'verbatim_questions_total',
    help: 'Questions, by trigger and verdict',
    labelNames: ['trigger', 'verdict'],
    registers,
  })
  const latency = new Histogram({
    name: 'verbatim_reply_seconds',
    help: 'Seconds from receiving a question to sending its reply',
    labelNames: ['trigger'],
    buckets: LATENCIES,
    registers,
  })
  const serverEvents = new Counter({
    name: 'verbatim_server_events_total',
    help: 'Public questions by verdict, votes (helpful, wrong) and gaps (opened, closed), by server',
    labelNames: ['server', 'event'],
    registers,
  })
  const failures = new Counter({
    name: 'verbatim_failures_total',
    help: 'Internal errors, each of which is in the log',
    registers,
  })
  const refusals = new Counter({
    name: 'verbatim_rest_errors_total',
    help: 'Requests to Discord that failed, by HTTP status',
    labelNames: ['status'],
    registers,
  })
  const gateway = new Gauge({
    name: 'verbatim_gateway_ready',
    help: 'Whether a shard is connected to Discord (1) or not (0)',
    labelNames: ['shard'],
    // The supervisor sets 0 for a process that has died, whose own value is gone.
    aggregator: 'min',
    registers,
  })
  const reloads = new Counter({
    name: 'verbatim_corpus_reloads_total',
    help: 'Refreshes of the corpus, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const restarts = new Counter({
    name: 'verbatim_shard_restarts_total',
    help: 'Restarts of shard processes',
    registers,
  })
  for (const what of ['articles', 'sentences'] as const) {
    new Gauge({
      name: `verbatim_${what}`,
      help: `Number of ${what} in the corpus`,
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
    onServerEvent: (server, event) => serverEvents.inc({ server, event }),
    onFailure: () => failures.inc(),
    onRestError: (status) => refusals.inc({ status }),
    onTokenDoubt: () => undefined,
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
