// Health and metrics over HTTP.
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { HttpServer } from '../../src/http/listen.ts'
import { createMetrics } from '../../src/http/metrics.ts'
import { type Monitoring, openMonitoring } from '../../src/http/monitoring.ts'
import { serveHttp } from '../../src/http/server.ts'

let monitoring: Monitoring | undefined

afterEach(() => {
  monitoring?.close()
  monitoring = undefined
})

/** Opens monitoring, and reads its paths. */
async function open(needs: readonly string[] = [], others?: Parameters<typeof openMonitoring>[2]) {
  const opened = await openMonitoring({ host: '127.0.0.1', port: 0 }, needs, others)
  monitoring = opened
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${opened.port}${path}`)
    return { status: response.status, text: await response.text() }
  }
  return { monitoring: opened, get }
}

describe('health', () => {
  test('is served on loopback under the names of this machine only', async () => {
    const { monitoring } = await open()
    const statusFor = (host: string) =>
      new Promise((resolve) => {
        get({ port: monitoring.port, path: '/healthz', headers: { host } }, ({ statusCode }) => resolve(statusCode))
      })
    const hosts = ['localhost', '127.0.0.1:8080', '[::1]:80', 'rebound.example', '127.0.0.1.rebound.example:80']
    expect(await Promise.all(hosts.map(statusFor))).toEqual([200, 200, 200, 421, 421])
  })

  test('is alive at once, and ready only when every condition is met', async () => {
    const { monitoring, get } = await open(['articles', 'Discord'])
    expect(await get('/healthz')).toEqual({ status: 200, text: 'alive\n' })
    expect(await get('/readyz')).toEqual({ status: 503, text: 'not ready: articles, Discord\n' })
    monitoring.setReady('articles', true)
    monitoring.setReady('Discord', true)
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' })
  })

  test('names the shards that are not connected', async () => {
    const { monitoring, get } = await open()
    monitoring.onConnection(0, true)
    monitoring.onConnection(1, false)
    expect(await get('/readyz')).toEqual({ status: 503, text: 'not ready: shard 1\n' })
    monitoring.onConnection(1, true)
    expect((await get('/readyz')).status).toBe(200)
  })

  test('an unknown path is answered with those that exist', async () => {
    const { get } = await open()
    expect(await get('/')).toEqual({ status: 404, text: 'not found; available: /healthz, /readyz, /metrics\n' })
  })

  test('an address in use is an error with a remedy', async () => {
    const sources = { missing: () => [], metrics: async () => '' }
    const server: HttpServer = await serveHttp({ host: '127.0.0.1', port: 0 }, sources)
    const again = serveHttp({ host: '127.0.0.1', port: server.port }, sources)
    await expect(again).rejects.toThrow(UserError)
    await expect(again).rejects.toThrow(
      /^cannot listen on 127\.0\.0\.1, port \d+ \(.*EADDRINUSE.*\): set another HTTP_PORT/u,
    )
    server.close()
  })
})

/** Parses Prometheus's text format: samples by name and labels. */
const samples = (text: string): Record<string, number> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^(verbatim_\S+(?:\{.*\})?) (\S+)$/u.exec(line) ?? []
      return name === undefined ? [] : [[name, Number(value)]]
    }),
  )

describe('metrics', () => {
  test('count what happens', async () => {
    const { monitoring, get } = await open()
    monitoring.onQuestion('mention', 'answered')
    monitoring.onQuestion('mention', 'answered')
    monitoring.onReply('mention', 30)
    monitoring.onServerEvent('100000000000000001', 'helpful')
    monitoring.onFailure()
    monitoring.onRestError(429)
    monitoring.onConnection(0, true)
    monitoring.onReload('swapped')
    let sentences = 18
    monitoring.setSize(() => ({ articles: 1, sentences }))
    sentences = 36_000
    expect(samples((await get('/metrics')).text)).toMatchObject({
      'verbatim_questions_total{trigger="mention",verdict="answered"}': 2,
      'verbatim_reply_seconds_bucket{le="0.025",trigger="mention"}': 0,
      'verbatim_reply_seconds_bucket{le="0.05",trigger="mention"}': 1,
      'verbatim_reply_seconds_sum{trigger="mention"}': 0.03,
      'verbatim_server_events_total{server="100000000000000001",event="helpful"}': 1,
      verbatim_failures_total: 1,
      'verbatim_rest_errors_total{status="429"}': 1,
      'verbatim_gateway_ready{shard="0"}': 1,
      'verbatim_corpus_reloads_total{outcome="swapped"}': 1,
      verbatim_articles: 1,
      verbatim_sentences: 36_000,
    })
  })

  test('of several processes are aggregated: counts are added, sizes are the largest, dead shards are 0', async () => {
    const shards = [createMetrics(), createMetrics()]
    const { monitoring, get } = await open([], () => Promise.all(shards.map((each) => each.data())))
    for (const [id, shard] of shards.entries()) {
      shard.onQuestion('command', 'silent')
      shard.onReply('command', 30)
      shard.onConnection(id, true)
      shard.setSize(() => ({ articles: 1, sentences: 18 }))
    }
    monitoring.onConnection(0, true)
    monitoring.onConnection(1, false)
    monitoring.onRestart()
    expect(samples((await get('/metrics')).text)).toMatchObject({
      'verbatim_questions_total{trigger="command",verdict="silent"}': 2,
      'verbatim_reply_seconds_count{trigger="command"}': 2,
      'verbatim_gateway_ready{shard="0"}': 1,
      'verbatim_gateway_ready{shard="1"}': 0,
      verbatim_shard_restarts_total: 1,
      verbatim_articles: 1,
      verbatim_sentences: 18,
    })
  })

  test('are each documented in src/deploy/README.md', async () => {
    const all = await createMetrics().data()
    const own = all.map(({ name }) => name).filter((name) => name.startsWith('verbatim_'))
    const rows = [...readFileSync('src/deploy/README.md', 'utf8').matchAll(/^\| `(verbatim_\w+)/gmu)].map(
      ([, name]) => name,
    )
    expect(rows).toEqual(own)
    expect(all.map(({ name }) => name)).toContain('nodejs_eventloop_lag_p99_seconds')
  })
})
