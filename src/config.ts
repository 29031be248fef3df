import dotenv from 'dotenv'
import * as v from 'valibot'
import { UserError } from './errors.ts'

/** What the environment says, parsed once. */
export interface Settings {
  readonly token?: string
  /** The server in which commands appear at once. */
  readonly guildId?: string
  /** Root of Discord's REST interface, without its version and a slash at the end. */
  readonly apiUrl?: string
  readonly logQuestions: boolean
  /** The folder of snapshots. */
  readonly cacheDir: string
  /** Where health and metrics are served. */
  readonly http?: { readonly port: number; readonly host: string }
  /** The shards to be, in ascending order, of how many there are in all; Discord's recommendation when absent. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number }
  readonly redisUrl?: string
}

const MOST_SHARDS = 65_536
const wholeNumber = (from: number, to: number, what: string) =>
  v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}$/u, what), v.transform(Number), v.minValue(from, what), v.maxValue(to, what)),
  )

const REMEDY = 'mend it in .env or in the environment'

/** Each variable, and what it should be: the message says so where it is not. */
const Environment = v.object({
  DISCORD_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u, 'the bot token of the Discord developer portal, three parts joined by dots'),
    ),
  ),
  DISCORD_GUILD_ID: v.optional(v.pipe(v.string(), v.regex(/^\d{17,20}$/u, 'a server id, 17 to 20 digits'))),
  DISCORD_API_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[^\s/]\S*$/u, 'an http or https address without a version, like https://discord.com/api'),
      v.transform((address) => address.replace(/(?<!\/)\/+$/u, '')),
    ),
  ),
  LOG_QUESTIONS: v.optional(v.picklist(['0', '1'], '0 or 1')),
  CACHE_DIR: v.optional(v.string(), '.cache'),
  HTTP_PORT: wholeNumber(1, 65_535, 'a port, 1 to 65535'),
  HTTP_HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/u, 'an address of this machine, like 127.0.0.1 or ::'))),
  SHARD_COUNT: wholeNumber(1, MOST_SHARDS, `a number of shards, 1 to ${MOST_SHARDS}`),
  SHARDS: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/u, 'numbers of shards, like 0-7 or 0,2')),
  ),
  REDIS_URL: v.optional(
    v.pipe(v.string(), v.regex(/^rediss?:\/\/[^\s/]\S*$/u, 'a Redis address, like redis://127.0.0.1:6379/0')),
  ),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Environment.entries)

/**
 * Reads `.env` in the working directory and the environment, which goes before it.
 * @throws UserError naming every wrong setting at once, never a value
 */
export function readSettings(): Settings {
  dotenv.config({ quiet: true })
  const settings = parseSettings(process.env)
  // discord.js reads these two as well, and knows neither a range nor an empty one.
  delete process.env.SHARDS
  delete process.env.SHARD_COUNT
  return settings
}

/**
 * Parses the settings among some variables; an empty one counts as absent.
 * @throws UserError naming every wrong setting at once, never a value
 */
export function parseSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))
  const parsed = v.safeParse(Environment, Object.fromEntries(set))
  if (!parsed.success) {
    const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue)} should be ${issue.message}`)
    throw new UserError(wrong.join('; '), REMEDY)
  }
  const { DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, LOG_QUESTIONS, CACHE_DIR } = parsed.output
  const { HTTP_PORT, HTTP_HOST = '127.0.0.1', SHARD_COUNT, SHARDS, REDIS_URL } = parsed.output
  const shards = shardsOf(SHARDS, SHARD_COUNT)
  return Object.freeze({
    ...(DISCORD_TOKEN !== undefined && { token: DISCORD_TOKEN }),
    ...(DISCORD_GUILD_ID !== undefined && { guildId: DISCORD_GUILD_ID }),
    ...(DISCORD_API_URL !== undefined && { apiUrl: DISCORD_API_URL }),
    logQuestions: LOG_QUESTIONS === '1',
    cacheDir: CACHE_DIR,
    ...(HTTP_PORT !== undefined && { http: { port: HTTP_PORT, host: HTTP_HOST } }),
    ...(shards !== undefined && { shards }),
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
  })
}

/** The shards of `0-7,9` among `count`; all of them when none are named. */
function shardsOf(named: string | undefined, count: number | undefined): Settings['shards'] {
  if (named === undefined) return count === undefined ? undefined : { ids: range(0, count - 1), count }
  const ids = named.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return range(from, Math.min(to, MOST_SHARDS))
  })
  if (count === undefined) throw new UserError('SHARDS says which shards, but SHARD_COUNT not of how many', REMEDY)
  if (ids.length === 0 || ids.some((id) => id >= count))
    throw new UserError(`SHARDS should name shards from 0 to ${count - 1}, one less than SHARD_COUNT`, REMEDY)
  return { ids: [...new Set(ids)].sort((a, b) => a - b), count }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}
