/** The log: readable lines on a terminal, JSON elsewhere; never a token, never a request body. */
import { DiscordAPIError, HTTPError } from 'discord.js'
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
      hooks: {
        streamWrite: (line) => {
          const safe = line.replaceAll(token, '[token]').replace(INTERACTION_TOKEN, '$1/[token]')
          return isTerminal ? showEscapes(escapeInvisible(safe)) : escapeInvisible(safe)
        },
      },
    },
    destination,
  )
}

/** DEL, C1 controls such as U+009B (which begins a terminal's commands), and overrides of the direction of text. */
const INVISIBLE = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu

/** Writes these characters of a line of JSON as escapes. */
function escapeInvisible(json: string): string {
  return json.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Keeps the escapes in a line of JSON, line ends and tabs aside, as they are when it is printed. */
function showEscapes(json: string): string {
  return json.replace(/\\(u[\da-f]{4}|.)/giu, (written, of: string) =>
    /^(?:u|[bfr])/iu.test(of) ? `\\${written}` : written,
  )
}

/** Leaves out the request body of an error of Discord: it contains what people asked, and what they were answered. */
function serialiseError(error: unknown): object {
  if (!(error instanceof Error)) return { message: messageOf(error) }
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return stdSerializers.err(error)
  const { name, message, status, method, url, stack } = error
  const code = error instanceof DiscordAPIError ? { code: error.code } : {}
  return { type: name, message, ...code, status, method, url, stack }
}
