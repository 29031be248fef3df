/** Starting the bot: what it prints, registers and refuses. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts'
import { run, type TestBot } from '../running.ts'

let discord: StandIn
let bot: TestBot | undefined

beforeEach(async () => {
  discord = await startStandIn()
})

afterEach(async () => {
  expect(discord.violations).toEqual([])
  await bot?.stop()
  bot = undefined
  await discord.stop()
})

const registrations = (): string[] => discord.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path)

test('prints its name, the size of the corpus and an invite link with exactly the permissions it needs', async () => {
  bot = await run(discord)
  const [who = '', invite = ''] = bot.printed
  expect(who).toContain('Verbatim')
  expect(who).toContain('2 articles, 10 sentences')
  const link = new URL(invite.slice(invite.indexOf('https://')))
  expect(link.searchParams.get('client_id')).toBe(discord.bot.id)
  expect(link.searchParams.get('scope')).toBe('bot applications.commands')
  // View Channels, Send Messages, Read Message History, Send Messages in Threads
  expect(BigInt(link.searchParams.get('permissions') ?? '')).toBe((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n))
})

test('requests no privileged intent', async () => {
  bot = await run(discord)
  // Guilds, GuildMessages, DirectMessages
  expect(discord.gateway.identifies).toMatchObject([{ intents: 1 | (1 << 9) | (1 << 12) }])
})

test('registers commands globally, and not again while Discord has the same', async () => {
  bot = await run(discord)
  await bot.stop()
  bot = await run(discord)
  expect(registrations()).toEqual([`/applications/${discord.bot.id}/commands`])
})

test('registers commands in one server when a guild id is set', async () => {
  bot = await run(discord, { guildId: discord.guild.id })
  await bot.stop()
  bot = await run(discord, { guildId: discord.guild.id })
  expect(registrations()).toEqual([`/applications/${discord.bot.id}/guilds/${discord.guild.id}/commands`])
  await expect(discord.slash(discord.alice, discord.general, 'help').response).resolves.toMatchObject({
    ephemeral: true,
  })
})

const failureOf = async (start: Promise<TestBot>): Promise<string> => {
  const error = await start.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(UserError)
  return error instanceof UserError ? error.message : ''
}

test('reports a refused token without showing it', async () => {
  const message = await failureOf(run(discord, { token: 'wrong.secret.token' }))
  expect(message).toBe(
    'Discord refuses the token: create a new one in the developer portal (Bot, Reset Token) and set it as DISCORD_TOKEN',
  )
})

test('reports that Discord cannot be reached', async () => {
  expect(await failureOf(run(discord, { apiUrl: 'http://127.0.0.1:1/api' }))).toMatch(
    /^Discord cannot be reached \(ECONNREFUSED\): check the network/u,
  )
})

test('reports when the daily session limit resets, and does not identify', async () => {
  await discord.stop()
  discord = await startStandIn({ sessionStarts: 0 })
  const day = /^Discord’s daily limit of sessions is used up \(.* resets at \d{4}-.*\): wait until then/u
  expect(await failureOf(run(discord))).toMatch(day)
  expect(discord.gateway.identifies).toEqual([])
})

test('reports an error status of Discord', async () => {
  discord.fail({ path: '/gateway/bot', how: 500, times: 10 })
  expect(await failureOf(run(discord))).toMatch(/^Discord answers with status 500 .*try again later$/u)
})

test.each([
  [
    'of a server that it is not in',
    { guildId: '100000000000000000' },
    /refuses .* 100000000000000000 .*add the bot to/u,
  ],
  ['with status 400', {}, /refuses the bot’s commands \(Invalid Form Body/u],
])('logs a refusal of its commands %s, and answers mentions', async (_, options, reason) => {
  const body = { message: 'Invalid Form Body', code: 50035 }
  discord.fail({ method: 'PUT', path: '/applications/*/commands', how: 400, body })
  bot = await run(discord, options)
  expect(bot.log()).toMatch(reason)
  expect(bot.log()).not.toContain('outage')
  expect(bot.printed.join()).toContain('https://discord.com/oauth2/authorize')
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> Who feeds the owls?`)
  expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
})

test('shows its commands once after a change of the guild id', async () => {
  const names = (): string[] => discord.commands.map(({ name }) => name)
  bot = await run(discord)
  const once = names()
  await bot.stop()
  bot = await run(discord, { guildId: discord.guild.id })
  await discord.waitFor(() => discord.commands.every(({ guild_id }) => guild_id === discord.guild.id))
  expect(names()).toEqual(once)
  await bot.stop()
  bot = await run(discord)
  await discord.waitFor(() => discord.commands.every(({ guild_id }) => guild_id === undefined))
  expect(names()).toEqual(once)
})

test.each([
  [4004, /^Discord refuses the token: /u],
  [4013, /^Discord refuses the bot’s intents \(close code 4013\)/u],
  [4014, /^Discord refuses the bot’s intents \(close code 4014\)/u],
  [4010, /^Discord refuses the shard number \(close code 4010\)/u],
])('ends with a reason on close code %i', async (code, message) => {
  bot = await run(discord)
  discord.gateway.close(code)
  await expect(bot.ended).rejects.toThrow(message)
  expect(bot.log()).not.toContain(discord.token)
})

test('disconnects when it is stopped', async () => {
  bot = await run(discord)
  await bot.stop()
  await expect(bot.ended).resolves.toBeUndefined()
  await discord.waitFor(() => discord.gateway.closedWith.length === 1)
})
