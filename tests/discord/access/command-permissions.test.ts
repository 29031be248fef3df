/** Mentions obey what a server's admins set for `/ask`. */
import { ApplicationCommandPermissionType, PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts'
import { run, type TestBot } from '../running.ts'

const { Channel, Role, User } = ApplicationCommandPermissionType

let discord: StandIn
let bot: TestBot

beforeAll(async () => {
  discord = await startStandIn()
  bot = await run(discord)
})
afterAll(async () => {
  await bot.stop()
  await discord.stop()
  expect(discord.violations).toEqual([])
})

/** Whether a mention is answered: asked before one that always is. */
async function isAnswered(user = discord.alice, channel = discord.general): Promise<boolean> {
  const asked = discord.say(user, channel, `<@${discord.bot.id}> Who feeds the owls?`)
  // A new one each time, because of the limits on how often one person may ask.
  const admin = discord.addUser('admin', { roles: [discord.addRole('admins', PermissionFlagsBits.Administrator)] })
  const last = discord.say(admin, channel, `<@${discord.bot.id}> Who feeds the owls?`)
  const isReplyTo = (id: string) =>
    discord.messages(channel).some(({ message_reference: reference }) => reference?.message_id === id)
  await discord.waitFor(() => isReplyTo(last.id))
  return isReplyTo(asked.id)
}

const everyone = () => ({ id: discord.guild.id, type: Role, permission: false })

test('everybody is answered where nothing is set, and the server is asked once', async () => {
  expect(await isAnswered()).toBe(true)
  expect(await isAnswered(discord.bob)).toBe(true)
  expect(discord.requests.filter(({ path }) => path.endsWith('/commands/permissions'))).toHaveLength(1)
})

test('a change is followed at once', async () => {
  discord.setCommandPermissions([everyone()], 'ask')
  expect(await isAnswered(discord.addUser('carol'))).toBe(false)
  discord.setCommandPermissions([], 'ask')
  expect(await isAnswered(discord.addUser('carol'))).toBe(true)
})

test('a person comes before roles, and an allowed role before a denied one', async () => {
  const [readers, guests] = [discord.addRole('readers'), discord.addRole('guests')]
  const [reader, guest] = [
    discord.addUser('rita', { roles: [readers, guests] }),
    discord.addUser('gus', { roles: [guests] }),
  ]
  discord.setCommandPermissions(
    [everyone(), { id: readers.id, type: Role, permission: true }, { id: guests.id, type: Role, permission: false }],
    'ask',
  )
  expect(await isAnswered(reader)).toBe(true)
  expect(await isAnswered(guest)).toBe(false)
  discord.setCommandPermissions([everyone(), { id: guest.id, type: User, permission: true }], 'ask')
  expect(await isAnswered(guest)).toBe(true)
})

test('a channel can be denied, or all but some, with their threads', async () => {
  const quiet = discord.addChannel('quiet')
  const everywhere = { id: String(BigInt(discord.guild.id) - 1n), type: Channel, permission: false }
  discord.setCommandPermissions([everywhere, { id: discord.general.id, type: Channel, permission: true }], 'ask')
  expect(await isAnswered(discord.addUser('dora'), quiet)).toBe(false)
  expect(await isAnswered(discord.addUser('emil'))).toBe(true)
  discord.setCommandPermissions([{ id: quiet.id, type: Channel, permission: false }], 'ask')
  expect(await isAnswered(discord.addUser('finn'), quiet)).toBe(false)
})

test('what is set for the whole application counts where nothing is set for the command', async () => {
  discord.setCommandPermissions([], 'ask')
  discord.setCommandPermissions([everyone()])
  expect(await isAnswered(discord.addUser('gina'))).toBe(false)
  discord.setCommandPermissions([{ ...everyone(), permission: true }], 'ask')
  expect(await isAnswered(discord.addUser('gina'))).toBe(true)
})

test('/help tells admins where this is set, and nobody else', async () => {
  const manager = discord.addUser('hugo', { roles: [discord.addRole('managers', PermissionFlagsBits.ManageGuild)] })
  const help = async (user = manager) => (await discord.slash(user, discord.general, 'help').answer()).content
  expect(await help()).toContain('Server Settings ▸ Integrations')
  expect(await help(discord.addUser('ivy'))).not.toContain('Integrations')
})
