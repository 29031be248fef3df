// Starts an HTTP server.
import { createServer, type RequestListener, type Server } from 'node:http'
import { messageOf, UserError } from '../errors.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface HttpServer {
  /** The actual port, where port 0 was asked for. */
  readonly port: number
  close(): void
}

/**
 * Starts a server, which does not keep the process alive.
 * @param settings the names of the settings that hold the address
 * @param prepare called before the server listens
 * @throws UserError when the address cannot be listened on
 */
export async function listen(
  { host, port }: Address,
  settings: string,
  onRequest: RequestListener,
  prepare: (server: Server) => void = () => undefined,
): Promise<HttpServer> {
  const server = createServer(onRequest)
  prepare(server)
  await new Promise<void>((resolve, reject) => {
    // After listening has begun, an error concerns one connection only, and rejecting has no effect.
    server.on('error', (error) =>
      reject(new UserError(`cannot listen on ${host}, port ${port} (${messageOf(error)})`, `set another ${settings}`)),
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

/**
 * Whether a request to a server for this machine alone names another one. A web page whose own name leads here (DNS
 * rebinding) could otherwise read the response.
 * @param host the `Host` header; absent in HTTP 1.0
 * @param publicHost the one that a proxy may pass on
 */
export function isMisdirected(address: Address, host = 'localhost', publicHost?: string): boolean {
  const name = hostname(host)
  return isLoopback(address.host) && !isLoopback(name) && (publicHost === undefined || name !== hostname(publicHost))
}

/** The name in a `Host` header, without the port. */
function hostname(host: string): string {
  return host
    .replace(/:\d+$/u, '')
    .replace(/^\[|\]$/gu, '')
    .toLowerCase()
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/iu.test(host)
}
