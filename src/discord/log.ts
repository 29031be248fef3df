/** The log: readable lines on a terminal, JSON elsewhere; never a token, never a request body. */
import { DiscordAPIError } from 'discord.js'
import { type Logger, pino, stdSerializers } from 'pino'
import { messageOf } from '../errors.ts'

export type Log = Logger

export type LogStream = NodeJS.WritableStream & { readonly isTTY?: boolean }

/** URLs of interactions contain a token that lets anybody respond to them. */
const INTERACTION_TOKEN = /((?:interactions|webhooks)\/\d+)\/[\w-]+/gu

/**
 * Opens a log.
 * @param token the bot token, which is replaced wherever it occurs
 * @param base fields of every line, such as the shards that write it
 */
export async function openLog(stream: LogStream, token: string, base: object | null = null): Promise<Log> {
  // A full disk or a closed pipe must not stop the bot.
  stream.on('error', () => {})
  const isTerminal = stream.isTTY === true
  const destination = isTerminal ? (await import('pino-pretty')).default({ destination: stream, sync: true }) : stream
  return pino(
    {
      base: base === null ? null : { ...base },
      ...(!isTerminal && { timestamp: pino.stdTimeFunctions.isoTime }),
      serializers: { err: serialiseError },
      hooks: { streamWrite: (line) => line.replaceAll(token, '[token]').replace(INTERACTION_TOKEN, '$1/[token]') },
    },
    destination,
  )
}

/** Leaves out the request body of a Discord error: it contains what people asked. */
function serialiseError(error: unknown): object {
  if (!(error instanceof Error)) return { message: messageOf(error) }
  if (!(error instanceof DiscordAPIError)) return stdSerializers.err(error)
  const { name, message, code, status, method, url, stack } = error
  return { type: name, message, code, status, method, url, stack }
}
