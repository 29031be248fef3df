// Connects to Redis, and keeps connecting.
import { createClient } from '@redis/client'

/** Milliseconds. */
const CONNECT_TIMEOUT = 2_000
const SOCKET_TIMEOUT = 2_000
/** The longest pause between two attempts to connect. */
const MAX_RECONNECT_PAUSE = 2_000

/** Receives the changes of a connection. */
export interface ConnectionListener {
  /** Redis has become unreachable. */
  onLost(error: Error): void
  /** Redis can be reached again. */
  onFound(): void
}

/**
 * Resolves after the first connection attempt, whether it succeeded or not; the client keeps retrying. Commands fail at
 * once while there is no connection, and after two seconds when Redis hangs.
 */
export async function connectRedis(url: string, { onLost, onFound }: ConnectionListener) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    // Pings, so that a dead connection is noticed by the socket timeout.
    pingInterval: SOCKET_TIMEOUT / 2,
    socket: {
      connectTimeout: CONNECT_TIMEOUT,
      socketTimeout: SOCKET_TIMEOUT,
      // The default gives up for good after a socket timeout.
      reconnectStrategy: (retries) => Math.min(2 ** retries * 50, MAX_RECONNECT_PAUSE),
    },
  })
  let isUnreachable = false
  await new Promise<void>((resolve) => {
    client.on('error', (error: Error) => {
      if (!isUnreachable) onLost(error)
      isUnreachable = true
      resolve()
    })
    client.on('ready', () => {
      if (isUnreachable) onFound()
      isUnreachable = false
      resolve()
    })
    // A client that is closed while it connects would keep its connection, and the process.
    client.on('connect', () => {
      if (!client.isOpen) client.destroy()
    })
    // Rejects only if the client is closed while it connects.
    client.connect().catch(() => undefined)
  })
  return client
}
