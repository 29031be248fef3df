/** Interactions as people cause them. */
import {
  ApplicationCommandType,
  type Client,
  type Interaction,
  LabelBuilder,
  Locale,
  type Message,
  MessageType,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../client.ts'
import { type StandIn, startStandIn } from '../stand-in.ts'

let discord: StandIn
let client: Client<true>

beforeEach(async () => {
  discord = await startStandIn({ guildLocale: Locale.German })
  client = await connect(discord)
})

afterEach(async () => {
  await client.destroy()
  await discord.stop()
  expect(discord.violations).toEqual([])
})

const nextInteraction = (): Promise<Interaction> =>
  new Promise((resolve) => client.once('interactionCreate', (interaction) => resolve(interaction)))
const nextMessage = (): Promise<Message> =>
  new Promise((resolve) => client.once('messageCreate', (message) => resolve(message)))

test('a message command carries the whole message, even without the intent', async () => {
  await client.application.commands.set([{ name: 'Quote', type: ApplicationCommandType.Message }])
  const target = discord.say(discord.bob, discord.general, 'to be quoted')
  const received = nextInteraction()
  const use = discord.messageCommand(discord.alice, 'Quote', target)
  const interaction = await received
  if (!interaction.isMessageContextMenuCommand()) throw new Error('another interaction')
  await interaction.reply(interaction.targetMessage.content)
  expect(await use.answer()).toMatchObject({ content: 'to be quoted', type: MessageType.ContextMenuCommand })
})

test('an interaction carries its user, place, locales and permissions', async () => {
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }])
  const received = nextInteraction()
  discord.slash(discord.alice, discord.general, 'ask', {}, { locale: Locale.Turkish })
  const interaction = await received
  expect(interaction.inCachedGuild()).toBe(true)
  expect(interaction.user.id).toBe(discord.alice.id)
  expect(interaction).toMatchObject({ locale: 'tr', guildLocale: 'de', context: 0, channelId: discord.general.id })
  expect(interaction.memberPermissions?.has('SendMessages')).toBe(true)
  expect(interaction.appPermissions.has('ViewChannel')).toBe(true)
})

test('a command can be used in direct messages, and between two people only when installed by a person', async () => {
  await client.application.commands.set([
    { name: 'anywhere', description: 'a', contexts: [0, 1, 2], integrationTypes: [0, 1] },
    { name: 'servers', description: 'a', contexts: [0, 1, 2], integrationTypes: [0] },
  ])
  const inDm = nextInteraction()
  discord.slash(discord.alice, discord.dm(discord.alice), 'servers')
  expect(await inDm).toMatchObject({ context: 1, guildId: null })

  const between = discord.dm(discord.alice, discord.bob)
  const inPrivate = nextInteraction()
  const use = discord.slash(discord.alice, between, 'anywhere')
  const interaction = await inPrivate
  expect(interaction).toMatchObject({ context: 2, authorizingIntegrationOwners: { 1: discord.alice.id } })
  if (interaction.isRepliable()) await interaction.reply('here too')
  await use.answer()
  expect(discord.messages(between)).toMatchObject([{ content: 'here too' }])
  expect(() => discord.slash(discord.alice, between, 'servers')).toThrow('installed by a person')
})

test('subcommands are named after their command', async () => {
  await client.application.commands.set([
    { name: 'set', description: 'a', options: [{ type: 1, name: 'name', description: 'a', options: [] }] },
  ])
  const received = nextInteraction()
  discord.slash(discord.alice, discord.general, 'set name')
  const interaction = await received
  expect(interaction.isChatInputCommand() && interaction.options.getSubcommand()).toBe('name')
  expect(() => discord.slash(discord.alice, discord.general, 'set')).toThrow('name the subcommand')
})

test('a select menu accepts only its own values', async () => {
  const channel = await client.channels.fetch(discord.general.id)
  if (!channel?.isSendable()) throw new Error('not sendable')
  const options = [{ label: 'One', value: '1' }]
  await channel.send({ components: [{ type: 1, components: [{ type: 3, customId: 'which', options }] }] })
  const sent = await discord.nextMessage(discord.general)
  const received = nextInteraction()
  const use = discord.select(discord.alice, sent, 'which', ['1'])
  const interaction = await received
  if (!interaction.isStringSelectMenu()) throw new Error('another interaction')
  await interaction.deferUpdate()
  await interaction.editReply({ content: interaction.values.join(), components: [] })
  expect(await use.answer()).toMatchObject({ id: sent.id, content: '1', components: [] })
  expect(() => discord.select(discord.alice, sent, 'which', ['1'])).toThrow('it has: no components')
})

test('a modal is shown, filled in and answered', async () => {
  await client.application.commands.set([{ name: 'report', description: 'a' }])
  const opened = nextInteraction()
  const use = discord.slash(discord.alice, discord.general, 'report')
  const command = await opened
  if (!command.isChatInputCommand()) throw new Error('another interaction')
  const field = new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Short)
  const label = new LabelBuilder().setLabel('What?').setTextInputComponent(field)
  await command.showModal(new ModalBuilder().setCustomId('report').setTitle('Report').addLabelComponents(label))
  expect((await use.response).modal?.title).toBe('Report')

  const submitted = nextInteraction()
  const sent = discord.submitModal(use, { what: 'a typo' })
  const submission = await submitted
  if (!submission.isModalSubmit()) throw new Error('another interaction')
  await submission.reply(submission.fields.getTextInputValue('what'))
  expect((await sent.answer()).content).toBe('a typo')
  expect(() => discord.submitModal(use, { other: '' })).toThrow('it has: what')
})

test('an ephemeral message can be used only by its user', async () => {
  await client.application.commands.set([{ name: 'ask', description: 'a' }])
  const received = nextInteraction()
  const use = discord.slash(discord.alice, discord.general, 'ask')
  const interaction = await received
  if (!interaction.isRepliable()) throw new Error('another interaction')
  const row = { type: 1, components: [{ type: 2, style: 1, label: 'Share', customId: 'share' }] }
  await interaction.reply({ content: 'psst', flags: 64, components: [row] })
  const answer = await use.answer()
  expect(() => discord.press(discord.bob, answer, 'Share')).toThrow('does not see')
  const pressed = nextInteraction()
  discord.press(discord.alice, answer, 'Share')
  expect((await pressed).isButton()).toBe(true)
})

test('the response to an interaction can be fetched until it is deleted', async () => {
  await client.application.commands.set([{ name: 'ask', description: 'a' }])
  const received = nextInteraction()
  const use = discord.slash(discord.alice, discord.general, 'ask')
  const interaction = await received
  if (!interaction.isRepliable()) throw new Error('another interaction')
  const { resource } = await interaction.reply({ content: 'here', withResponse: true })
  expect(resource?.message?.id).toBe((await use.answer()).id)
  await interaction.deleteReply()
  await expect(interaction.editReply('gone')).rejects.toMatchObject({ status: 404, code: 10008 })
  expect(use.messages()).toEqual([])
})

test('an edited reply pings nobody new', async () => {
  const asked = discord.say(discord.alice, discord.general, 'a')
  const reply = discord.say(discord.bob, discord.general, 'b', { replyTo: asked, pingReply: false })
  expect(discord.edit(reply, 'c').mentions).toEqual([])
  const pinging = discord.say(discord.bob, discord.general, 'b', { replyTo: asked })
  expect(discord.edit(pinging, 'c').mentions).toEqual([discord.alice])
})

test('mentions of everyone, a role and a user are distinguished', async () => {
  for (const [text, expected] of [
    ['@everyone look', { everyone: true, roles: 0, users: 0 }],
    [`<@&${discord.addRole('readers').id}> look`, { everyone: false, roles: 1, users: 0 }],
    [`<@${discord.bob.id}> look`, { everyone: false, roles: 0, users: 1 }],
  ] as const) {
    const received = nextMessage()
    discord.say(discord.alice, discord.general, text)
    const { mentions } = await received
    expect({ everyone: mentions.everyone, roles: mentions.roles.size, users: mentions.users.size }).toEqual(expected)
  }
})

test('webhooks, bots and Discord itself write messages of their own types', async () => {
  const byWebhook = nextMessage()
  discord.say(discord.bob, discord.general, 'a', { webhook: true })
  expect((await byWebhook).webhookId).not.toBeNull()

  const byBot = nextMessage()
  discord.say(discord.addUser('other', { bot: true }), discord.general, 'a')
  expect((await byBot).author.bot).toBe(true)

  const bySystem = nextMessage()
  discord.say(discord.bob, discord.general, '', { type: MessageType.UserJoin })
  expect((await bySystem).system).toBe(true)
})

test('a thread has messages, edits and deletions', async () => {
  const thread = discord.addThread(discord.general, 'aside')
  const received = nextMessage()
  const said = discord.say(discord.alice, thread, `<@${discord.bot.id}> one`)
  expect((await received).channel.isThread()).toBe(true)

  const edited = new Promise<string>((resolve) => client.once('messageUpdate', (_old, now) => resolve(now.content)))
  discord.edit(said, `<@${discord.bot.id}> two`)
  expect(await edited).toContain('two')

  const removed = new Promise<string>((resolve) => client.once('messageDelete', ({ id }) => resolve(id)))
  discord.remove(said)
  expect(await removed).toBe(said.id)
})

test('a timeout names what was awaited and the last requests', async () => {
  const waiting = discord.waitFor(() => false, { timeout: 1, what: 'a sign' })
  await expect(waiting).rejects.toThrow(/ms for a sign\. Last requests: .*GET \/gateway\/bot → 200/u)
})
