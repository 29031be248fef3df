// The settings: what is valid, and how invalid ones are reported.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import dotenv from 'dotenv'
import { describe, expect, test } from 'vitest'
import { parseSettings, settingNames } from '../src/config.ts'

/** Without any variable. */
const defaults = {
  corpus: ['corpus'],
  access: { servers: [], userInstall: false, directMessages: true, blocked: [], answersPrivately: false },
  logQuestions: false,
  fetchLoopback: false,
  cacheDir: resolve('.cache'),
  keepsHistory: true,
  dataDir: resolve('.data'),
  keepQuestions: 30,
  staleAfter: 365,
  feeds: [],
  serverLimits: { articles: 500, bytes: 50_000_000, additionsPerHour: 20 },
}
const token = 'aaaaaaaaaaaaaaaaaaaaaaaa.bbbbbb.ccccccccccccccccccccccccccc'

describe('settings', () => {
  test('are all optional', () => {
    expect(parseSettings({})).toEqual(defaults)
  })

  test('are parsed into one frozen object', () => {
    const settings = parseSettings({
      CORPUS: 'guides, /srv/house rules,',
      DISCORD_TOKEN: ` ${token} `,
      DISCORD_GUILD_ID: '123456789012345678',
      SERVERS: '223456789012345678, 323456789012345678',
      USER_INSTALL: 'on',
      DIRECT_MESSAGES: 'off',
      BLOCKED: '423456789012345678',
      ANSWERS: 'private',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      LOG_QUESTIONS: '1',
      CACHE_DIR: '/var/cache/verbatim',
      CHAT_HISTORY: 'off',
      DATA_DIR: '/var/lib/verbatim',
      KEEP_QUESTIONS: '7',
      STALE_AFTER: '90',
      GAPS_CHANNEL: '100000000000000003',
      HTTP_PORT: '8080',
      HTTP_HOST: '::',
      READER_PORT: '8081',
      READER_URL: 'https://articles.example.org/docs/',
      READER_SECRET: '0123456789abcdef0123456789abcdef',
      READER_INDEX: '1',
      READER_PROXY: '1',
      SHARD_COUNT: '32',
      SHARDS: '0-2,8',
      REDIS_URL: 'redis://127.0.0.1:6379/0',
      FEEDS: 'https://example.org/feed?tags=a,b, http://example.com/atom.xml',
      REFRESH: '24h',
      SERVER_ARTICLES: '10',
    })
    expect(settings).toEqual({
      corpus: ['guides', '/srv/house rules'],
      token: token,
      guildId: '123456789012345678',
      access: {
        servers: ['223456789012345678', '323456789012345678'],
        userInstall: true,
        directMessages: false,
        blocked: ['423456789012345678'],
        answersPrivately: true,
      },
      apiUrl: 'http://127.0.0.1:8080/api',
      logQuestions: true,
      fetchLoopback: false,
      cacheDir: '/var/cache/verbatim',
      keepsHistory: false,
      dataDir: '/var/lib/verbatim',
      keepQuestions: 7,
      staleAfter: 90,
      gapsChannel: '100000000000000003',
      http: { host: '::', port: 8080 },
      pages: { publicUrl: 'https://articles.example.org/docs', secret: '0123456789abcdef0123456789abcdef' },
      reader: {
        address: { host: '127.0.0.1', port: 8081 },
        isIndexed: true,
        isBehindProxy: true,
      },
      shards: { ids: [0, 1, 2, 8], count: 32 },
      redisUrl: 'redis://127.0.0.1:6379/0',
      feeds: ['https://example.org/feed?tags=a,b', 'http://example.com/atom.xml'],
      refresh: 86_400_000,
      serverLimits: { articles: 10, bytes: 50_000_000, additionsPerHour: 20 },
    })
    expect(Object.isFrozen(settings)).toBe(true)
  })

  test('limit the bot to the server whose commands are updated at once, unless SERVERS names others', () => {
    const [guild, other] = ['123456789012345678', '223456789012345678']
    expect(parseSettings({ DISCORD_GUILD_ID: guild }).access.servers).toEqual([guild])
    expect(parseSettings({ DISCORD_GUILD_ID: guild, SERVERS: other }).access.servers).toEqual([other])
  })

  test('listen on this machine only by default', () => {
    expect(parseSettings({ HTTP_PORT: '8080' }).http).toEqual({ host: '127.0.0.1', port: 8080 })
  })

  test.each([
    [{ SHARD_COUNT: '3' }, [0, 1, 2]],
    [{ SHARD_COUNT: '3', SHARDS: '2' }, [2]],
    [{ SHARD_COUNT: '9', SHARDS: '4-5,0,4' }, [0, 4, 5]],
  ])('%j are the shards %j', (variables, ids) => {
    expect(parseSettings(variables).shards?.ids).toEqual(ids)
  })

  test('take relative folders below the checkout, and else what systemd gives a service', () => {
    const { cacheDir, dataDir } = parseSettings({ CACHE_DIR: 'index', DATA_DIR: 'store' })
    expect([cacheDir, dataDir]).toEqual([resolve('index'), resolve('store')])
    const unit = { CACHE_DIR: '', CACHE_DIRECTORY: '/var/cache/verbatim', STATE_DIRECTORY: '/var/lib/verbatim' }
    expect(parseSettings(unit).cacheDir).toBe('/var/cache/verbatim/index')
    expect(parseSettings(unit).dataDir).toBe('/var/lib/verbatim')
  })

  test('that a command does not use are not checked', () => {
    const foreign = { DISCORD_TOKEN: 'x', HTTP_PORT: 'auto', SHARDS: 'all', CHAT_HISTORY: 'yes', FETCH_LOOPBACK: 'no' }
    expect(parseSettings(foreign, 'ask')).toEqual(defaults)
    expect(() => parseSettings(foreign, 'chat')).toThrow(/^CHAT_HISTORY should be on or off; FETCH_LOOPBACK /)
    expect(() => parseSettings(foreign, 'import')).toThrow(/^FETCH_LOOPBACK should be 0 or 1: /)
  })

  test.each([
    [{ SHARDS: '0-7' }, /^SHARDS is set without SHARD_COUNT: /],
    [{ SHARDS: '0-7', SHARD_COUNT: '7' }, /^SHARDS should name shards from 0 to 6 \(SHARD_COUNT less one\): /],
    [{ SHARDS: '7-3', SHARD_COUNT: '8' }, /^SHARDS should name shards from 0 to 7/],
    [{ SHARDS: 'all', SHARD_COUNT: '8' }, /^SHARDS should be shard ids, like 0-7 or 0,2: /],
    [{ SERVERS: 'my server' }, /^SERVERS should be server ids, 17 to 20 digits each/],
    [{ CORPUS: ' , ' }, /^CORPUS should be a folder, or several with commas between them: /],
    [{ SHARD_COUNT: '0' }, /^SHARD_COUNT should be a number of shards, 1 to 65536: /],
    [{ HTTP_PORT: '80800' }, /^HTTP_PORT should be a port, 1 to 65535: /],
    [{ FEEDS: 'https://example.org/feed, feeds.example' }, /^FEEDS should be http or https addresses/],
    [{ REFRESH: 'daily' }, /^REFRESH should be a time, like 30m, 24h or 7d: /],
    [{ REDIS_URL: 'localhost:6379' }, /^REDIS_URL should be a Redis address, like redis:/],
  ])('%j are refused with a message', (variables, words) => {
    expect(() => parseSettings(variables)).toThrow(words)
  })

  test('that are empty count as absent, as in an unfilled .env', () => {
    expect(parseSettings({ DISCORD_TOKEN: '', DISCORD_GUILD_ID: '  ' })).toEqual(defaults)
  })

  test('that are invalid are reported all at once, by name, with what they should be', () => {
    const wrong = {
      DISCORD_TOKEN: 'x',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'discord',
      LOG_QUESTIONS: 'yes',
    }
    expect(() => parseSettings(wrong)).toThrow(
      /^DISCORD_TOKEN should be .*; DISCORD_GUILD_ID should be a server id.*; DISCORD_API_URL should be .*; LOG_QUESTIONS should be 0 or 1: /,
    )
  })

  test('never show a token, not even an invalid one', () => {
    expect(() => parseSettings({ DISCORD_TOKEN: 'hunter2-secret' })).toThrow(
      /^DISCORD_TOKEN should be ((?!hunter2).)*$/,
    )
  })

  test('are all in .env.example and documented in the README', () => {
    const example = readFileSync('.env.example', 'utf8')
    expect(Object.keys(dotenv.parse(example.replace(/^#(?=[A-Z_]+=)/gmu, '')))).toEqual(settingNames)
    // Docker and systemd would let an empty line override the value of the image or the unit.
    expect(dotenv.parse(example)).toEqual({ DISCORD_TOKEN: '' })
    const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, name]) => name)
    expect(rows).toEqual(expect.arrayContaining([...settingNames]))
  })
})
