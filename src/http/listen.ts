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
