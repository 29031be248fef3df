// The settings: environment variables and `.env`, parsed once.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import dotenv from 'dotenv'
import * as v from 'valibot'
import { UserError } from './errors.ts'

export interface Settings {
  /** Folders of articles; never empty. */
  readonly corpus: readonly string[]
  readonly token?: string
  /** The server whose commands are updated at once. */
  readonly guildId?: string
  readonly access: {
    /** The servers that are served; all where empty. */
    readonly servers: readonly string[]
    readonly userInstall: boolean
    readonly directMessages: boolean
    /** User ids. */
    readonly blocked: readonly string[]
    readonly answersPrivately: boolean
  }
  /** Root of Discord's REST API, without a version or a slash at the end. */
  readonly apiUrl?: string
  readonly logQuestions: boolean
  /** Folder of what is kept between runs: index snapshots and the history of the chat; an absolute path. */
  readonly cacheDir: string
  /** Whether the chat in the terminal keeps its history between runs. */
  readonly keepsHistory: boolean
  /** Folder of the store; an absolute path. */
  readonly dataDir: string
  /** Days for which unanswered questions are kept; none are with 0. */
  readonly keepQuestions: number
  /** Days after which the age of a dated source is stated. */
  readonly staleAfter: number
  /** Id of the channel that gets a weekly summary of them. */
  readonly gapsChannel?: string
  /** Address that serves health and metrics. */
  readonly http?: { readonly port: number; readonly host: string }
  /** The web pages that citations link to. */
  readonly pages?: {
    /** Their public address, without a slash at its end. */
    readonly publicUrl: string
    /** What signs the links to articles of servers, which have no pages without it. */
    readonly secret?: string
  }
  /** Where the articles are served as web pages. */
  readonly reader?: {
    readonly address: { readonly port: number; readonly host: string }
    /** Whether search engines may list the pages. */
    readonly isIndexed: boolean
    /** Whether a proxy on another machine names the client in `X-Forwarded-For`. */
    readonly isBehindProxy: boolean
  }
  /** Ids of the shards to run, ascending, and their number in all; Discord's recommendation when absent. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number }
  readonly redisUrl?: string
  /** Whether pages of this machine may be added, which are otherwise refused as those of a private network. */
  readonly fetchLoopback: boolean
  /** Addresses of feeds whose entries become articles. */
  readonly feeds: readonly string[]
  /** Milliseconds after which imported pages are fetched again; never when absent. */
  readonly refresh?: number
  /** What a server may add of its own. */
  readonly serverLimits: { readonly articles: number; readonly bytes: number; readonly additionsPerHour: number }
}

const MILLISECONDS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

const MOST_SHARDS = 65_536
const wholeNumber = (from: number, to: number, what: string) =>
  v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}$/u, what), v.transform(Number), v.minValue(from, what), v.maxValue(to, what)),
  )

const ids = (what: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{17,20}(\s*,\s*\d{17,20})*,?$/u, what),
      v.transform((list): readonly string[] => list.match(/\d+/gu) ?? []),
    ),
  )

const host = v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/u, 'an address of this machine, like 127.0.0.1 or ::')))

const REMEDY = 'correct it in .env or in the environment'

/** Each variable; the message of its schema completes “NAME should be …”. */
const Environment = v.object({
  CORPUS: v.optional(
    v.pipe(
      v.string(),
      v.transform((folders) => folders.split(',').flatMap((folder) => folder.trim() || [])),
      v.minLength(1, 'a folder, or several with commas between them'),
    ),
  ),
  DISCORD_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u, 'the bot token of the Discord developer portal, three parts joined by dots'),
    ),
  ),
  DISCORD_GUILD_ID: v.optional(v.pipe(v.string(), v.regex(/^\d{17,20}$/u, 'a server id, 17 to 20 digits'))),
  SERVERS: ids('server ids, 17 to 20 digits each, with commas between them'),
  USER_INSTALL: v.optional(v.picklist(['on', 'off'], 'on or off'), 'off'),
  DIRECT_MESSAGES: v.optional(v.picklist(['on', 'off'], 'on or off'), 'on'),
  BLOCKED: ids('user ids, 17 to 20 digits each, with commas between them'),
  ANSWERS: v.optional(v.picklist(['public', 'private'], 'public or private'), 'public'),
  DISCORD_API_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[^\s/]\S*$/u, 'an http or https address without a version, like https://discord.com/api'),
      v.transform((address) => address.replace(/(?<!\/)\/+$/u, '')),
    ),
  ),
  LOG_QUESTIONS: v.optional(v.picklist(['0', '1'], '0 or 1')),
  CACHE_DIR: v.optional(v.string()),
  CHAT_HISTORY: v.optional(v.picklist(['on', 'off'], 'on or off')),
  DATA_DIR: v.optional(v.string()),
  KEEP_QUESTIONS: wholeNumber(0, 3_650, 'a number of days, 0 to 3650'),
  STALE_AFTER: wholeNumber(1, 36_500, 'a number of days, 1 to 36500'),
  GAPS_CHANNEL: v.optional(v.pipe(v.string(), v.regex(/^\d{17,20}$/u, 'a channel id, 17 to 20 digits'))),
  HTTP_PORT: wholeNumber(1, 65_535, 'a port, 1 to 65535'),
  HTTP_HOST: host,
  READER_PORT: wholeNumber(1, 65_535, 'a port, 1 to 65535'),
  READER_HOST: host,
  READER_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[^\s/?#][^\s?#]*$/u, 'an http or https address, like https://articles.example.org'),
      v.check((address) => URL.canParse(address), 'an http or https address, like https://articles.example.org'),
      v.transform((address) => address.replace(/(?<!\/)\/+$/u, '')),
    ),
  ),
  READER_SECRET: v.optional(
    v.pipe(v.string(), v.minLength(32, '32 characters or more, like “openssl rand -hex 32” prints')),
  ),
  READER_INDEX: v.optional(v.picklist(['0', '1'], '0 or 1')),
  READER_PROXY: v.optional(v.picklist(['0', '1'], '0 or 1')),
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
  SERVER_ARTICLES: wholeNumber(0, 99_999, 'a number of articles, 0 to 99999'),
  SERVER_MEGABYTES: wholeNumber(0, 99_999, 'a number of megabytes, 0 to 99999'),
  SERVER_ADDITIONS: wholeNumber(1, 99_999, 'a number of additions an hour, 1 to 99999'),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Environment.entries)

const articles = ['CORPUS', 'CACHE_DIR']
const reader = ['READER_PORT', 'READER_HOST', 'READER_URL', 'READER_INDEX', 'READER_PROXY']
const imports = [...articles, 'FETCH_LOOPBACK', 'FEEDS', 'REFRESH']

/** The settings that commands use; `serve` uses all. */
const usedBy = {
  ask: [...articles, 'READER_URL', 'STALE_AFTER'],
  chat: [...imports, ...reader, 'CHAT_HISTORY', 'STALE_AFTER'],
  gaps: [...articles, 'DATA_DIR', 'KEEP_QUESTIONS', 'REDIS_URL'],
  import: imports,
  serve: settingNames,
} satisfies Readonly<Record<string, readonly string[]>>

/** A kind of command, by the settings that it uses. */
export type Use = keyof typeof usedBy

/** Settings as text, by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment, and `.env` in the working directory for what the environment leaves empty.
 * @param use settings that the command does not use are ignored, valid or not; by default, with a token those to serve
 *   Discord and otherwise those of the chat
 * @throws UserError that names every invalid setting, never a value
 */
export function readSettings(use?: Use, environment: Variables = process.env): Settings {
  const file: Record<string, string> = {}
  dotenv.config({ quiet: true, processEnv: file })
  const variables = { ...file, ...nonEmpty(environment) }
  const settings = parseSettings(variables, use ?? (variables.DISCORD_TOKEN?.trim() ? 'serve' : 'chat'))
  // discord.js reads these two as well, and fails on ranges and empty values.
  delete process.env.SHARDS
  delete process.env.SHARD_COUNT
  return settings
}

function nonEmpty(variables: Variables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
}

/**
 * Parses settings; an empty variable counts as absent.
 * @throws UserError that names every invalid setting, never a value
 */
export function parseSettings(variables: Variables, use: Use = 'serve'): Settings {
  const used: readonly string[] = usedBy[use]
  const set = Object.entries(nonEmpty(variables)).filter(([name]) => used.includes(name))
  const parsed = v.safeParse(Environment, Object.fromEntries(set))
  if (!parsed.success) {
    const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue)} should be ${issue.message}`)
    throw new UserError(wrong.join('; '), REMEDY)
  }
  const { CORPUS, DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, LOG_QUESTIONS, CACHE_DIR } = parsed.output
  const { DATA_DIR, KEEP_QUESTIONS = 30, GAPS_CHANNEL, STALE_AFTER = 365 } = parsed.output
  const { SERVERS = [], USER_INSTALL, DIRECT_MESSAGES, BLOCKED = [], ANSWERS } = parsed.output
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
    corpus: CORPUS ?? [existsSync('corpus') ? 'corpus' : join(home, 'corpus')],
    ...(DISCORD_TOKEN !== undefined && { token: DISCORD_TOKEN }),
    ...(DISCORD_GUILD_ID !== undefined && { guildId: DISCORD_GUILD_ID }),
    access: {
      // A bot whose commands are registered in one server is for that server.
      servers: SERVERS.length === 0 && DISCORD_GUILD_ID !== undefined ? [DISCORD_GUILD_ID] : SERVERS,
      userInstall: USER_INSTALL === 'on',
      directMessages: DIRECT_MESSAGES === 'on',
      blocked: BLOCKED,
      answersPrivately: ANSWERS === 'private',
    },
    ...(DISCORD_API_URL !== undefined && { apiUrl: DISCORD_API_URL }),
    logQuestions: LOG_QUESTIONS === '1',
    cacheDir: resolve(home, CACHE_DIR ?? defaultCacheDir(variables)),
    keepsHistory: parsed.output.CHAT_HISTORY !== 'off',
    dataDir: resolve(home, DATA_DIR ?? defaultDataDir(variables)),
    keepQuestions: KEEP_QUESTIONS,
    staleAfter: STALE_AFTER,
    ...(GAPS_CHANNEL !== undefined && { gapsChannel: GAPS_CHANNEL }),
    ...(HTTP_PORT !== undefined && { http: { port: HTTP_PORT, host: HTTP_HOST } }),
    ...readerOf(parsed.output),
    ...(shards !== undefined && { shards }),
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
    fetchLoopback: FETCH_LOOPBACK === '1',
    feeds: FEEDS,
    ...(REFRESH !== undefined && { refresh: REFRESH }),
    serverLimits: {
      articles: parsed.output.SERVER_ARTICLES ?? 500,
      bytes: (parsed.output.SERVER_MEGABYTES ?? 50) * 1_000_000,
      additionsPerHour: parsed.output.SERVER_ADDITIONS ?? 20,
    },
  })
}

function readerOf(output: v.InferOutput<typeof Environment>): Pick<Settings, 'reader' | 'pages'> {
  const { READER_PORT: port, READER_HOST: host = '127.0.0.1', READER_URL, READER_SECRET } = output
  const secret = READER_SECRET === undefined ? {} : { secret: READER_SECRET }
  const pages = READER_URL === undefined ? {} : { pages: { publicUrl: READER_URL, ...secret } }
  if (port === undefined) return pages
  return {
    ...pages,
    reader: {
      address: { port, host },
      isIndexed: output.READER_INDEX === '1',
      isBehindProxy: output.READER_PROXY === '1',
    },
  }
}

/** The checkout or the installed package: the folder above `src` or `dist`. */
const home = fileURLToPath(new URL('..', import.meta.url))

/** Whether this is a package that was installed for all users, which is read-only for most of them. */
const isPackage = home.includes(`${sep}node_modules${sep}`)

/** @param STATE_DIRECTORY what systemd sets for a service with `StateDirectory=` */
function defaultDataDir({ STATE_DIRECTORY, XDG_STATE_HOME }: Variables): string {
  if (STATE_DIRECTORY) return STATE_DIRECTORY
  return isPackage ? join(XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'verbatim') : '.data'
}

/** @param CACHE_DIRECTORY what systemd sets for a service with `CacheDirectory=` */
function defaultCacheDir({ CACHE_DIRECTORY, XDG_CACHE_HOME }: Variables): string {
  if (CACHE_DIRECTORY) return join(CACHE_DIRECTORY, 'index')
  return isPackage ? join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'verbatim', 'index') : '.cache'
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
