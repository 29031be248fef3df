import { DiscordAPIError } from 'discord.js'
import { type Logger, pino, stdSerializers } from 'pino'
import { messageOf } from '../errors.ts'

export type Log = Logger

/** Where the log goes. */
export type LogStream = NodeJS.WritableStream & { readonly isTTY?: boolean }

/** The tokens by which one interaction is answered, as they stand in addresses. */
const INTERACTION_TOKEN = /((?:interactions|webhooks)\/\d+)\/[\w-]+/gu

/**
 * Opens a log: readable lines on a terminal, JSON elsewhere.
 * @param token what no line may ever show
 * @param base what every line tells: which shards write it
 */
export async function openLog(stream: LogStream, token: string, base: object | null = null): Promise<Log> {
  // A full disk or a reader that is gone costs lines, and nothing else.
  stream.on('error', () => {})
  const isTerminal = stream.isTTY === true
  const destination = isTerminal ? (await import('pino-pretty')).default({ destination: stream, sync: true }) : stream
  return pino(
    {
      base: base === null ? null : { ...base },
      ...(!isTerminal && { timestamp: pino.stdTimeFunctions.isoTime }),
      serializers: { err: serializeError },
      hooks: { streamWrite: (line) => line.replaceAll(token, '[token]').replace(INTERACTION_TOKEN, '$1/[token]') },
    },
    destination,
  )
}

/** An error without the body of its request: that holds what people asked. */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: messageOf(error) }
  if (!(error instanceof DiscordAPIError)) return stdSerializers.err(error)
  const { name, message, code, status, method, url, stack } = error
  return { type: name, message, code, status, method, url, stack }
}
