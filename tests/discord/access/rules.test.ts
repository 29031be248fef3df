/** Who may use the bot where: every way in is checked against the owner's settings. */
import type { APITextChannel } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseSettings } from '../../../src/config.ts'
import type { AccessSettings } from '../../../src/discord/access/rules.ts'
import { type Channel, type StandIn, startStandIn } from '../../stand-in/stand-in.ts'
import { run, type TestBot } from '../running.ts'

const OWLS = 'Who feeds the owls?'
const NOT_HERE = 'I do not answer here.'

let discord: StandIn
let bot: TestBot
/** A server that is not the first one. */
let elsewhere: APITextChannel

beforeEach(async () => {
  discord = await startStandIn()
  elsewhere = discord.addGuild('Elsewhere', [0, 1])
})
afterEach(async () => {
  await bot.stop()
  await discord.stop()
  expect(discord.violations).toEqual([])
})

async function start(settings: Partial<AccessSettings>): Promise<void> {
  bot = await run(discord, { access: { ...parseSettings({}).access, ...settings } })
}

const ask = async (channel: Channel, user = discord.alice) =>
  (await discord.slash(user, channel, 'ask', { question: OWLS }).response).message?.content

/** Where Discord offers a command: contexts and kinds of installation. */
function offered(command: string) {
  const { contexts, integration_types: types } = discord.commands.find(({ name }) => name === command) ?? {}
  return [contexts, types]
}

test('with USER_INSTALL=on, commands that need permissions in a server are neither offered to accounts nor answered', async () => {
  await start({ userInstall: true })
  expect(offered('ask')).toEqual([
    [0, 1, 2],
    [0, 1],
  ])
  const managing = ['gaps', 'stats', 'forget', 'add', 'remove', 'Add to the articles', 'Remember this answer']
  expect(managing.map(offered)).toEqual(managing.map(() => [[0], [0]]))
  // An earlier version offered them.
  for (const command of discord.commands) Object.assign(command, { contexts: [0, 1, 2], integration_types: [0, 1] })
  const outside = discord.dm(discord.alice, discord.bob)
  const { message, ephemeral } = await discord.slash(discord.alice, outside, 'forget').response
  expect([message?.content, ephemeral]).toEqual([NOT_HERE, true])
})

describe('with SERVERS', () => {
  beforeEach(() => start({ servers: [discord.guild.id], userInstall: true }))

  test('every kind of interaction is declined privately in another server', async () => {
    const reply = await discord.slash(discord.alice, discord.general, 'ask', { question: OWLS }).answer()
    expect(reply.content).toContain('Karen Holm')
    const said = discord.say(discord.bob, elsewhere, OWLS)
    // A reply of the bot, copied to where it must not work.
    const copy = discord.say(discord.bob, elsewhere, 'x')
    copy.components = reply.components ?? []
    for (const { message, ephemeral } of [
      await discord.slash(discord.alice, elsewhere, 'ask', { question: OWLS }).response,
      await discord.slash(discord.alice, elsewhere, 'articles').response,
      await discord.messageCommand(discord.alice, 'Ask the articles', said).response,
      await discord.press(discord.alice, copy, 'More context').response,
    ])
      expect([message?.content, ephemeral]).toEqual([NOT_HERE, true])
    expect(await discord.autocomplete(discord.alice, elsewhere, 'ask', 'article', '')).toEqual([])
  })

  test('a mention in another server is not answered', async () => {
    discord.say(discord.alice, elsewhere, `<@${discord.bot.id}> ${OWLS}`)
    discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${OWLS}`)
    await discord.nextMessage(discord.general)
    expect(discord.messages(elsewhere).filter(({ author }) => author.bot)).toEqual([])
  })

  test('direct messages are answered to members of an allowed server, and others are told once', async () => {
    discord.leave(discord.bob, discord.guild.id)
    discord.say(discord.alice, discord.dm(discord.alice), OWLS)
    expect((await discord.nextMessage(discord.dm(discord.alice))).content).toContain('Karen Holm')
    const theirs = discord.dm(discord.bob)
    for (let i = 0; i < 2; i++) discord.say(discord.bob, theirs, OWLS)
    expect((await discord.nextMessage(theirs)).content).toBe(
      'I only answer members of the servers that I am there for.',
    )
    expect(await ask(theirs, discord.bob)).toBe('I only answer members of the servers that I am there for.')
    expect(discord.messages(theirs).filter(({ author }) => author.bot)).toHaveLength(1)
  })
})

test('by default, commands are not offered to accounts, and an old installation there is declined', async () => {
  await start({ userInstall: true })
  const [wide] = discord.commands
  await bot.stop()
  await start({})
  expect(offered('ask')).toEqual([[0, 1], [0]])
  expect(offered('forget')).toEqual([[0], [0]])
  if (wide) Object.assign(discord.commands.find(({ name }) => name === wide.name) ?? {}, wide)
  expect(await ask(discord.dm(discord.alice, discord.bob))).toBe(NOT_HERE)
})

test('DIRECT_MESSAGES=off declines them', async () => {
  await start({ directMessages: false })
  discord.say(discord.alice, discord.dm(discord.alice), OWLS)
  expect((await discord.nextMessage(discord.dm(discord.alice))).content).toMatch(/^I do not answer direct messages\./u)
  expect(await ask(discord.general)).toContain('Karen Holm')
  expect((await discord.slash(discord.alice, discord.general, 'help').answer()).content).not.toContain('direct message')
  expect(discord.commands.map(({ contexts }) => contexts)).toEqual(discord.commands.map(() => [0]))
})

test('blocked people are declined, and their mentions ignored', async () => {
  await start({ blocked: [discord.bob.id] })
  discord.say(discord.bob, discord.general, `<@${discord.bot.id}> ${OWLS}`)
  expect(await ask(discord.general, discord.bob)).toBe('You may not use this bot.')
  expect(await ask(discord.general)).toContain('Karen Holm')
  await bot.stop()
  expect(discord.messages(discord.general).filter(({ author }) => author.bot)).toHaveLength(1)
})

describe('answers to /ask', () => {
  const isPrivate = async (question: string, options = {}) =>
    (await discord.slash(discord.alice, discord.general, 'ask', { question, ...options }).response).ephemeral

  test('are public, but private where the articles do not cover the question', async () => {
    await start({})
    expect(await isPrivate(OWLS)).toBe(false)
    expect(await isPrivate('What is zorbleflax?')).toBe(true)
  })

  test('are private with ANSWERS=private, unless the asker says otherwise', async () => {
    await start({ answersPrivately: true })
    expect(await isPrivate(OWLS)).toBe(true)
    expect(await isPrivate(OWLS, { private: false })).toBe(false)
  })
})
