// Health and metrics of a running bot, over HTTP.
import * as v from 'valibot'
import type { Address } from './listen.ts'
import { createMetrics, type Metrics, type MetricsData, MetricsSchema } from './metrics.ts'
import { serveHttp } from './server.ts'

export interface Monitoring extends Metrics {
  /** Sets one of the conditions of `/readyz`. */
  setReady(condition: string, isReady: boolean): void
  readonly port: number
  close(): void
}

/**
 * Serves health and metrics.
 * @param conditions names of what has to be ready before `/readyz` says so
 * @param others metrics of other processes, aggregated with those of this one
 * @throws UserError when the address cannot be listened on
 */
export async function openMonitoring(
  address: Address,
  conditions: readonly string[],
  others: () => Promise<readonly MetricsData[]> = async () => [],
): Promise<Monitoring> {
  const metrics = createMetrics()
  const ready = new Map(conditions.map((condition) => [condition, false]))
  const { port, close } = await serveHttp(address, {
    missing: () => [...ready].flatMap(([condition, isReady]) => (isReady ? [] : [condition])),
    metrics: async () => metrics.text(await others()),
  })
  return {
    ...metrics,
    onConnection: (shard, isReady) => {
      metrics.onConnection(shard, isReady)
      ready.set(shardName(shard), isReady)
    },
    onTokenDoubt: (isInDoubt) => void ready.set('token', !isInDoubt),
    setReady: (condition, isReady) => void ready.set(condition, isReady),
    port,
    close,
  }
}

/** The condition that stands for a shard. */
const shardName = (shard: number): string => `shard ${shard}`

/** The message by which the supervisor asks a process for its metrics. */
export const METRICS = 'metrics'

/** Collects metrics, and sends them to the parent process on request. */
export function monitorForParent(): Metrics {
  const metrics = createMetrics()
  process.on('message', async (message) => {
    if (message === METRICS) process.send?.({ [METRICS]: await metrics.data() })
  })
  return metrics
}

/** The metrics in the replies of other processes. */
export function metricsIn(replies: readonly unknown[]): MetricsData[] {
  return replies.flatMap((reply) => {
    const parsed = v.safeParse(v.object({ [METRICS]: MetricsSchema }), reply)
    return parsed.success ? [parsed.output[METRICS]] : []
  })
}
