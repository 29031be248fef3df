import { createServer, type ServerResponse } from 'node:http'
import { messageOf, UserError } from '../errors.ts'
import { CONTENT_TYPE } from './metrics.ts'

/** Where to serve. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** What is served. */
export interface Sources {
  /** What is not there yet, or no more, for questions to be answered. */
  missing(): readonly string[]
  metrics(): Promise<string>
}

export interface HttpServer {
  /** The port it has, which is another than asked for when that was 0. */
  readonly port: number
  close(): void
}

/**
 * Serves `/healthz`, `/readyz` and `/metrics`. It does not keep the process alive.
 * @throws UserError when the address cannot be had
 */
export async function serveHttp({ host, port }: Address, { missing, metrics }: Sources): Promise<HttpServer> {
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void> | void>> = {
    '/healthz': (response) => write(response, 200, 'alive'),
    '/readyz': (response) => {
      const without = missing()
      if (without.length === 0) write(response, 200, 'ready')
      else write(response, 503, `not ready: ${without.join(', ')}`)
    },
    '/metrics': async (response) => {
      const text = await metrics()
      response.writeHead(200, { 'content-type': CONTENT_TYPE }).end(text)
    },
  }
  const server = createServer(async ({ method, url = '' }, response) => {
    const answer = answers[url.split('?')[0] ?? '']
    try {
      if (!answer) write(response, 404, `there are ${Object.keys(answers).join(', ')}`)
      else if (method !== 'GET' && method !== 'HEAD') write(response, 405, 'only GET')
      else await answer(response)
    } catch (thrown) {
      write(response, 500, messageOf(thrown))
    }
  })
  await new Promise<void>((resolve, reject) => {
    // Later ones are of a connection that could not be taken: the next one may be.
    server.on('error', (error) =>
      reject(
        new UserError(
          `cannot serve on ${host}, port ${port} (${messageOf(error)})`,
          'set another HTTP_PORT or HTTP_HOST',
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
  server.unref()
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function write(response: ServerResponse, status: number, line: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${line}\n`)
}
