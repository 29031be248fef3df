// A web server on this machine for the tests of fetching.
import http from 'node:http'
import { onTestFinished } from 'vitest'

export interface WebServer {
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly requests: string[]
}

/** Answers by path, until the test has finished; 404 for other paths. */
export async function serve(
  pages: Readonly<Record<string, (request: http.IncomingMessage, response: http.ServerResponse) => void>>,
): Promise<WebServer> {
  const requests: string[] = []
  const server = http.createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(path)
    const page = pages[path]
    if (page) page(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const { port } = address
  return { origin: `http://127.0.0.1:${port}`, requests }
}

export function redirectTo(location: string) {
  return (_: http.IncomingMessage, response: http.ServerResponse) => void response.writeHead(302, { location }).end()
}

export function html(text: string, headers: http.OutgoingHttpHeaders = {}) {
  return (_: http.IncomingMessage, response: http.ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text)
}
