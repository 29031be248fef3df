/** The stand-in, used by discord.js. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  type Interaction,
  Locale,
  type Message,
  MessageFlags,
  Routes,
  SlashCommandBuilder,
} from 'discord.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from './client.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

let discord: StandIn
let client: Client<true>

beforeEach(async () => {
  discord = await startStandIn()
  client = await connect(discord)
})

afterEach(async () => {
  await client.destroy()
  await discord.stop()
  expect(discord.violations).toEqual([])
})

const onInteraction = (answer: (interaction: Interaction) => Promise<unknown>): void => {
  client.on('interactionCreate', (interaction) => void answer(interaction))
}

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setNameLocalizations({ tr: 'sor' })
  .setDescription('Asks')
  .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true))
  .addStringOption((option) => option.setName('article').setDescription('Where').setAutocomplete(true))

const button = (id: string, label: string, disabled = false): ButtonBuilder =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary).setDisabled(disabled)

test('discord.js logs in and receives the server with its channels, roles and members', () => {
  const guild = client.guilds.cache.get(discord.guild.id)
  expect(guild?.available).toBe(true)
  expect(guild?.channels.cache.get(discord.general.id)?.name).toBe('general')
  expect(guild?.members.cache.size).toBe(4)
  expect(guild?.members.me?.roles.cache.has(discord.botRole.id)).toBe(true)
  expect(client.application.id).toBe(discord.bot.id)
  expect(discord.gateway.identifies).toHaveLength(1)
})

test('registered commands are returned with translations only on request', async () => {
  await client.application.commands.set([ask])
  const route = Routes.applicationCommands(client.application.id)
  const plain = await client.rest.get(route)
  const full = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  expect(plain).toMatchObject([{ name: 'ask', type: 1 }])
  expect(plain).not.toMatchObject([{ name_localizations: expect.anything() }])
  expect(full).toMatchObject([{ name_localizations: { tr: 'sor' } }])
})

test('commands of one server are separate from global commands', async () => {
  await client.application.commands.set([ask], discord.guild.id)
  expect(await client.application.commands.fetch()).toHaveLength(0)
  expect((await client.application.commands.fetch({ guildId: discord.guild.id })).size).toBe(1)
})

test('a single command can be created, changed and deleted', async () => {
  const { commands } = client.application
  const { id } = await commands.create(ask)
  await commands.edit(id, { description: 'Asks anew' })
  expect(discord.commands).toMatchObject([{ id, name: 'ask', description: 'Asks anew' }])
  await commands.delete(id)
  expect(discord.commands).toEqual([])
  await expect(commands.delete(id)).rejects.toMatchObject({ status: 404, code: 10063 })
})

test('the history of a channel is read newest first, page by page', async () => {
  for (const text of ['1', '2', '3']) discord.say(discord.alice, discord.general, text)
  const channel = await client.channels.fetch(discord.general.id)
  if (!channel?.isTextBased()) throw new Error('not text')
  const last = await channel.messages.fetch({ limit: 2 })
  expect(last.map(({ content }) => content)).toEqual(['3', '2'])
  const earlier = await channel.messages.fetch({ limit: 2, before: last.lastKey() ?? '' })
  expect(earlier.map(({ content }) => content)).toEqual(['1'])
})

test('a slash command carries its options and locale, and its reply appears in the channel', async () => {
  await client.application.commands.set([ask])
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply(`${interaction.options.getString('question', true)} ${interaction.locale}`)
  })
  const use = discord.slash(discord.alice, discord.general, 'ask', { question: 'why' }, { locale: Locale.Turkish })
  const { message, ephemeral } = await use.response
  expect(message?.content).toBe('why tr')
  expect(ephemeral).toBe(false)
  expect(discord.messages(discord.general)).toEqual([message])
})

test('users cannot use unregistered commands or omit required options', async () => {
  await client.application.commands.set([ask])
  expect(() => discord.slash(discord.alice, discord.general, 'answer')).toThrow('No command "answer"')
  expect(() => discord.slash(discord.alice, discord.general, 'ask')).toThrow('"question" is required')
  expect(() => discord.slash(discord.alice, discord.general, 'ask', { question: 3 })).toThrow('wants a string')
})

test('a deferred reply is loading until it is edited', async () => {
  await client.application.commands.set([ask])
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.editReply('here')
    await interaction.followUp('and more')
  })
  const use = discord.slash(discord.alice, discord.general, 'ask', { question: 'why' })
  expect(await use.response).toMatchObject({ loading: true, ephemeral: true })
  expect((await use.answer()).content).toBe('here')
  await discord.waitFor(() => use.messages().length === 2)
  expect(use.messages().map(({ content }) => content)).toEqual(['here', 'and more'])
})

test('an ephemeral reply is visible only to its user', async () => {
  await client.application.commands.set([ask])
  onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral })
  })
  const use = discord.slash(discord.alice, discord.general, 'ask', { question: 'why' })
  const { message } = await use.response
  expect(discord.messages(discord.general)).toEqual([])
  expect(discord.messages(discord.general, discord.alice)).toEqual([message])
  expect(discord.messages(discord.general, discord.bob)).toEqual([])
  const fetched = client.rest.get(`/channels/${discord.general.id}/messages/${message?.id}`)
  await expect(fetched).rejects.toMatchObject({ status: 404, code: 10008 })
})

test('autocomplete offers the choices of the bot', async () => {
  await client.application.commands.set([ask])
  onInteraction(async (interaction) => {
    if (!interaction.isAutocomplete()) return
    const { name, value } = interaction.options.getFocused(true)
    await interaction.respond([{ name: `${name} ${value}`, value }])
  })
  const choices = await discord.autocomplete(discord.alice, discord.general, 'ask', 'article', 'par')
  expect(choices).toEqual([{ name: 'article par', value: 'par' }])
})

test('a button is pressed by its label; a disabled or missing one is refused', async () => {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button('next', 'Next'), button('no', 'No', true))
  const channel = await client.channels.fetch(discord.general.id)
  if (!channel?.isSendable()) throw new Error('not sendable')
  await channel.send({ content: 'page 1', components: [row] })
  onInteraction(async (interaction) => {
    if (interaction.isButton()) await interaction.update(`page 2 for ${interaction.customId}`)
  })
  const sent = await discord.nextMessage(discord.general)
  const use = discord.press(discord.alice, sent, 'Next')
  expect((await use.answer()).content).toBe('page 2 for next')
  expect(() => discord.press(discord.alice, sent, 'No')).toThrow('disabled')
  expect(() => discord.press(discord.alice, sent, 'Back')).toThrow('Next (next)')
})

test('forwards and polls arrive in direct messages only, and are read by REST', async () => {
  const quoted = discord.say(discord.bob, discord.general, 'a tale')
  const received: Message[] = []
  client.on('messageCreate', (message) => {
    if (message.author.id === discord.alice.id) received.push(message)
  })
  const said = [discord.dm(discord.alice), discord.general].map((channel) => [
    discord.say(discord.alice, channel, '', { forwards: quoted }),
    discord.say(discord.alice, channel, '', { poll: { question: 'tea?', answers: ['yes', 'no'] } }),
  ])
  await vi.waitUntil(() => received.length === 4)
  const textOf = (message?: Message) => message?.messageSnapshots.first()?.content ?? message?.poll?.question.text
  expect(received.map(textOf)).toEqual(['a tale', 'tea?', undefined, undefined])
  const fetched = await Promise.all(
    said.flat().map(async ({ channel_id, id }) => {
      const channel = await client.channels.fetch(channel_id)
      return channel?.isTextBased() ? channel.messages.fetch({ message: id, force: true }) : undefined
    }),
  )
  // The intent for message content is enabled in the portal, though not asked for.
  expect(fetched.map(textOf)).toEqual(['a tale', 'tea?', 'a tale', 'tea?'])
})

test('a server that the bot was removed from is closed to it', async () => {
  const added = new Promise((resolve) => client.once('guildCreate', resolve))
  const there = discord.addGuild('Elsewhere', [0, 1])
  const id = there.guild_id ?? ''
  await added
  const gone = new Promise((resolve) => client.once('guildDelete', resolve))
  discord.removeGuild(id)
  expect(await gone).toMatchObject({ id })
  await expect(client.rest.get(Routes.channel(there.id))).rejects.toMatchObject({ code: 50001 })
  await expect(client.rest.get(Routes.guild(id))).rejects.toMatchObject({ code: 50001 })
})

test('a message of a user reaches the bot, and the bot replies', async () => {
  client.on('messageCreate', (message: Message) => {
    if (!message.author.bot) void message.reply({ content: 'yes', allowedMentions: { repliedUser: false } })
  })
  const asked = discord.say(discord.alice, discord.general, `<@${discord.bot.id}> there?`)
  const reply = await discord.nextMessage(discord.general)
  expect(reply).toMatchObject({ type: 19, mentions: [], message_reference: { message_id: asked.id } })
})
