// Tells the other processes of a bot, through Redis, that the articles have changed.
import { randomUUID } from 'node:crypto'
import { connectRedis } from './redis-client.ts'

const CHANNEL = 'verbatim:articles'

export interface ChangeMessages {
  /** Tells the others; without a connection they hear nothing. */
  send(): void
  close(): void
}

/**
 * Processes on a mount that gives no notice of changes depend on it; the others notice changes themselves too.
 * @param onChange called when another process says that the articles have changed
 */
export async function openChangeMessages(
  redisUrl: string,
  onChange: () => void,
  onWarning: (line: string) => void,
): Promise<ChangeMessages> {
  const own = randomUUID()
  let isListening = false
  // The client subscribes again by itself after a lost connection, but not if there has been none.
  const listen = async (): Promise<void> => {
    if (isListening) return
    isListening = true
    await subscriber.subscribe(CHANNEL, (sender) => {
      if (sender !== own) onChange()
    })
  }
  const subscriber = await connectRedis(redisUrl, {
    onLost: () => undefined,
    onFound: () => void listen().catch(() => undefined),
  })
  if (subscriber.isReady) await listen()
  const publisher = await connectRedis(redisUrl, {
    onLost: ({ message }) =>
      onWarning(`warning: Redis is unreachable (${message}); other processes are not notified of changed articles`),
    onFound: () => undefined,
  })
  return {
    send: () => void publisher.publish(CHANNEL, own).catch(() => undefined),
    close: () => {
      subscriber.destroy()
      publisher.destroy()
    },
  }
}
