import * as v from 'valibot'
import { createMetrics, type Metrics, type MetricsData, MetricsSchema } from './metrics.ts'
import { type Address, serveHttp } from './server.ts'

/** How a running bot is seen from outside. */
export interface Monitoring extends Metrics {
  /** Notes whether something that questions need is there. */
  note(what: string, isThere: boolean): void
  /** Where it is served. */
  readonly port: number
  close(): void
}

/**
 * Serves health and metrics.
 * @param needs what has to be noted as there before the bot is ready
 * @param others gives the metrics of other processes, which are served together with those of this one
 * @throws UserError when the address cannot be had
 */
export async function openMonitoring(
  address: Address,
  needs: readonly string[],
  others: () => Promise<readonly MetricsData[]> = async () => [],
): Promise<Monitoring> {
  const metrics = createMetrics()
  const notes = new Map(needs.map((what) => [what, false]))
  const { port, close } = await serveHttp(address, {
    missing: () => [...notes].flatMap(([what, isThere]) => (isThere ? [] : [what])),
    metrics: async () => metrics.text(await others()),
  })
  return {
    ...metrics,
    onConnection: (shard, isReady) => {
      metrics.onConnection(shard, isReady)
      notes.set(shardName(shard), isReady)
    },
    note: (what, isThere) => void notes.set(what, isThere),
    port,
    close,
  }
}

/** What a shard is called among the needs. */
export const shardName = (shard: number): string => `shard ${shard}`

/** What a process that serves for others asks them. */
export const METRICS = 'metrics'

/** Begins to count, and tells the process that started this one whenever it asks. */
export function monitorForParent(): Metrics {
  const metrics = createMetrics()
  process.on('message', async (message) => {
    if (message === METRICS) process.send?.({ [METRICS]: await metrics.data() })
  })
  return metrics
}

/** The metrics among what other processes replied. */
export function metricsIn(replies: readonly unknown[]): MetricsData[] {
  return replies.flatMap((reply) => {
    const parsed = v.safeParse(v.object({ [METRICS]: MetricsSchema }), reply)
    return parsed.success ? [parsed.output[METRICS]] : []
  })
}
