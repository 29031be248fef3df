// The HTTP server of `/healthz`, `/readyz` and `/metrics`.
import type { ServerResponse } from 'node:http'
import { messageOf } from '../errors.ts'
import { type Address, type HttpServer, isMisdirected, listen } from './listen.ts'
import { CONTENT_TYPE } from './metrics.ts'

export interface Sources {
  /** Names of the conditions that are not met. */
  missing(): readonly string[]
  metrics(): Promise<string>
}

/**
 * Starts the server; it does not keep the process alive.
 * @throws UserError when the address cannot be listened on
 */
export async function serveHttp(address: Address, { missing, metrics }: Sources): Promise<HttpServer> {
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
  return listen(address, 'HTTP_PORT or HTTP_HOST', async ({ method, url = '', headers }, response) => {
    const answer = answers[url.split('?')[0] ?? '']
    try {
      if (isMisdirected(address, headers.host))
        write(response, 421, 'this address is only for this machine: ask for it as localhost')
      else if (!answer) write(response, 404, `not found; available: ${Object.keys(answers).join(', ')}`)
      else if (method !== 'GET' && method !== 'HEAD') write(response, 405, 'only GET')
      else await answer(response)
    } catch (thrown) {
      write(response, 500, messageOf(thrown))
    }
  })
}

function write(response: ServerResponse, status: number, line: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${line}\n`)
}
