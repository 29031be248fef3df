// The settings: environment variables and `.env`, parsed once.
import dotenv from 'dotenv'
import * as v from 'valibot'
import { UserError } from './errors.ts'

export interface Settings {
  /** Folders of articles; never empty. */
  readonly corpus: readonly string[]
  readonly token?: string
  /** The server whose commands are updated at once. */
  readonly guildId?: string
  /** Root of Discord's REST API, without a version or a slash at the end. */
  readonly apiUrl?: string
  readonly logQuestions: boolean
  /** Folder of index snapshots. */
  readonly cacheDir: string
  /** Address that serves health and metrics. */
  readonly http?: { readonly port: number; readonly host: string }
  /** Ids of the shards to run, ascending, and their number in all; Discord's recommendation when absent. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number }
  readonly redisUrl?: string
  /** Whether pages of this machine may be added, which are otherwise refused as those of a private network. */
  readonly fetchLoopback: boolean
  /** Addresses of feeds whose entries become articles. */
  readonly feeds: readonly string[]
  /** Milliseconds after which imported pages are fetched again; never when absent. */
  readonly refresh?: number
}

const MILLISECONDS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

const MOST_SHARDS = 65_536
const wholeNumber = (from: number, to: number, what: string) =>
  v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}$/u, what), v.transform(Number), v.minValue(from, what), v.maxValue(to, what)),
  )

const REMEDY = 'correct it in .env or in the environment'

/** Each variable; the message of its schema completes “NAME should be …”. */
const Environment = v.object({
  CORPUS: v.optional(
    v.pipe(
      v.string(),
      v.transform((folders) => folders.split(',').flatMap((folder) => folder.trim() || [])),
      v.minLength(1, 'a folder, or several with commas between them'),
    ),
    'corpus',
  ),
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
    v.pipe(v.string(), v.regex(/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/u, 'shard ids, like 0-7 or 0,2')),
  ),
  REDIS_URL: v.optional(
    v.pipe(v.string(), v.regex(/^rediss?:\/\/[^\s/]\S*$/u, 'a Redis address, like redis://127.0.0.1:6379/0')),
  ),
  FETCH_LOOPBACK: v.optional(v.picklist(['0', '1'], '0 or 1')),
  FEEDS: v.optional(
    v.pipe(
      v.string(),
      v.transform((feeds) => feeds.split(/,?\s+|,(?=https?:)/u).filter((feed) => feed !== '')),
      v.check(
        (feeds) => feeds.every((feed) => /^https?:\/\/[^\s/]\S*$/u.test(feed)),
        'http or https addresses with commas between them',
      ),
    ),
    '',
  ),
  REFRESH: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,3}[mhd]$/u, 'a time, like 30m, 24h or 7d'),
      v.transform((time) => Number.parseInt(time, 10) * (MILLISECONDS[time.slice(-1)] ?? 0)),
    ),
  ),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Environment.entries)

/**
 * Reads the environment and `.env` in the working directory; the environment takes precedence.
 * @throws UserError that names every invalid setting, never a value
 */
export function readSettings(): Settings {
  dotenv.config({ quiet: true })
  const settings = parseSettings(process.env)
  // discord.js reads these two as well, and fails on ranges and empty values.
  delete process.env.SHARDS
  delete process.env.SHARD_COUNT
  return settings
}

/**
 * Parses settings; an empty variable counts as absent.
 * @throws UserError that names every invalid setting, never a value
 */
export function parseSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))
  const parsed = v.safeParse(Environment, Object.fromEntries(set))
  if (!parsed.success) {
    const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue)} should be ${issue.message}`)
    throw new UserError(wrong.join('; '), REMEDY)
  }
  const { CORPUS, DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, LOG_QUESTIONS, CACHE_DIR } = parsed.output
  const {
    HTTP_PORT,
    HTTP_HOST = '127.0.0.1',
    SHARD_COUNT,
    SHARDS,
    REDIS_URL,
    FETCH_LOOPBACK,
    FEEDS,
    REFRESH,
  } = parsed.output
  const shards = shardsOf(SHARDS, SHARD_COUNT)
  return Object.freeze({
    corpus: CORPUS,
    ...(DISCORD_TOKEN !== undefined && { token: DISCORD_TOKEN }),
    ...(DISCORD_GUILD_ID !== undefined && { guildId: DISCORD_GUILD_ID }),
    ...(DISCORD_API_URL !== undefined && { apiUrl: DISCORD_API_URL }),
    logQuestions: LOG_QUESTIONS === '1',
    cacheDir: CACHE_DIR,
    ...(HTTP_PORT !== undefined && { http: { port: HTTP_PORT, host: HTTP_HOST } }),
    ...(shards !== undefined && { shards }),
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
    fetchLoopback: FETCH_LOOPBACK === '1',
    feeds: FEEDS,
    ...(REFRESH !== undefined && { refresh: REFRESH }),
  })
}

/** Parses shard ids such as `0-7,9`; all `count` shards when absent. */
function shardsOf(named: string | undefined, count: number | undefined): Settings['shards'] {
  if (named === undefined) return count === undefined ? undefined : { ids: range(0, count - 1), count }
  const ids = named.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return range(from, Math.min(to, MOST_SHARDS))
  })
  if (count === undefined) throw new UserError('SHARDS is set without SHARD_COUNT', REMEDY)
  if (ids.length === 0 || ids.some((id) => id >= count))
    throw new UserError(`SHARDS should name shards from 0 to ${count - 1} (SHARD_COUNT less one)`, REMEDY)
  return { ids: [...new Set(ids)].sort((a, b) => a - b), count }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}
