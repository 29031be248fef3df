import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { createMetrics } from '../../src/http/metrics.ts'
import { type Monitoring, openMonitoring } from '../../src/http/monitoring.ts'
import { type HttpServer, serveHttp } from '../../src/http/server.ts'

let watch: Monitoring | undefined

afterEach(() => {
  watch?.close()
  watch = undefined
})

/** What a path of a watch answers. */
async function open(needs: readonly string[] = [], others?: Parameters<typeof openMonitoring>[2]) {
  const opened = await openMonitoring({ host: '127.0.0.1', port: 0 }, needs, others)
  watch = opened
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${opened.port}${path}`)
    return { status: response.status, text: await response.text() }
  }
  return { watch: opened, get }
}

describe('health', () => {
  test('is alive as soon as it is served, ready only with all that questions need', async () => {
    const { watch, get } = await open(['articles', 'Discord'])
    expect(await get('/healthz')).toEqual({ status: 200, text: 'alive\n' })
    expect(await get('/readyz')).toEqual({ status: 503, text: 'not ready: articles, Discord\n' })
    watch.setReady('articles', true)
    watch.setReady('Discord', true)
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' })
  })

  test('names the shards that are not on Discord', async () => {
    const { watch, get } = await open()
    watch.onConnection(0, true)
    watch.onConnection(1, false)
    expect(await get('/readyz')).toEqual({ status: 503, text: 'not ready: shard 1\n' })
    watch.onConnection(1, true)
    expect((await get('/readyz')).status).toBe(200)
  })

  test('other paths are told what there is', async () => {
    const { get } = await open()
    expect(await get('/')).toEqual({ status: 404, text: 'not found; available: /healthz, /readyz, /metrics\n' })
  })

  test('on an address that is taken it says so in words', async () => {
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

/** The samples of a text in Prometheus's format, by name and labels. */
const samples = (text: string): Record<string, number> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^(verbatim_\S+(?:\{.*\})?) (\S+)$/u.exec(line) ?? []
      return name === undefined ? [] : [[name, Number(value)]]
    }),
  )

describe('metrics', () => {
  test('count what happens', async () => {
    const { watch, get } = await open()
    watch.onQuestion('mention', 'answered')
    watch.onQuestion('mention', 'answered')
    watch.onReply('mention', 30)
    watch.onFailure()
    watch.onRestError(429)
    watch.onConnection(0, true)
    watch.onReload('swapped')
    let sentences = 18
    watch.setSize(() => ({ articles: 1, sentences }))
    sentences = 36_000
    expect(samples((await get('/metrics')).text)).toMatchObject({
      'verbatim_questions_total{trigger="mention",verdict="answered"}': 2,
      'verbatim_reply_seconds_bucket{le="0.025",trigger="mention"}': 0,
      'verbatim_reply_seconds_bucket{le="0.05",trigger="mention"}': 1,
      'verbatim_reply_seconds_sum{trigger="mention"}': 0.03,
      verbatim_failures_total: 1,
      'verbatim_rest_errors_total{status="429"}': 1,
      'verbatim_gateway_ready{shard="0"}': 1,
      'verbatim_corpus_reloads_total{outcome="swapped"}': 1,
      verbatim_articles: 1,
      verbatim_sentences: 36_000,
    })
  })

  test('of several processes are served as one: counts added up, sizes as the largest, and the dead as dead', async () => {
    const shards = [createMetrics(), createMetrics()]
    const { watch, get } = await open([], () => Promise.all(shards.map((each) => each.data())))
    for (const [id, shard] of shards.entries()) {
      shard.onQuestion('command', 'silent')
      shard.onReply('command', 30)
      shard.onConnection(id, true)
      shard.setSize(() => ({ articles: 1, sentences: 18 }))
    }
    watch.onConnection(0, true)
    watch.onConnection(1, false)
    watch.onRestart()
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
