/** What Discord refuses. */
import { ApplicationCommandType, type Client, type Interaction, PermissionFlagsBits, Routes } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from './client.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

let time = Date.now()
let discord: StandIn
let client: Client<true>

beforeEach(async () => {
  time = Date.now()
  discord = await startStandIn({ now: () => time })
  client = await connect(discord)
})

afterEach(async () => {
  await client.destroy()
  await discord.stop()
})

const write = (body: object): Promise<unknown> => client.rest.post(Routes.channelMessages(discord.general.id), { body })
const row = (...components: object[]): object => ({ type: 1, components })
const button = (custom_id: string): object => ({ type: 2, style: 1, label: 'x', custom_id })
const reasons = (): string[] => discord.violations.flatMap((violation) => violation.reasons)
const register = (...commands: object[]): Promise<unknown> =>
  client.rest.put(Routes.applicationCommands(client.application.id), { body: commands })
const ask = { name: 'ask', description: 'Asks' }

const whenAsked = (answer: (interaction: Interaction) => Promise<unknown>): Promise<unknown> =>
  new Promise((resolve) => {
    client.once('interactionCreate', (interaction) => {
      answer(interaction).then(resolve, resolve)
    })
  })

test.each([
  ['2,001 characters', { content: 'x'.repeat(2001) }, 'content: Must be 2000 or fewer in length.'],
  ['2,001 emoji', { content: '🦉'.repeat(2001) }, 'content: Must be 2000 or fewer in length.'],
  ['no content', {}, '50006 Cannot send an empty message'],
  ['blank content', { content: ' \n' }, '50006 Cannot send an empty message'],
  ['a component of no known type', { components: [row({ type: 99 })] }, 'components.0.components.0: has a type'],
  ['a button outside a row', { components: [button('a')] }, 'components.0: has a type'],
  ['six rows', { components: [...'abcdef'].map((id) => row(button(id))) }, 'components: At most 5 rows.'],
  ['six buttons in a row', { components: [row(...[...'abcdef'].map(button))] }, 'components.0.components: Too big'],
  [
    'a custom id of 101',
    { components: [row(button('x'.repeat(101)))] },
    'components.0.components.0.custom_id: Too big',
  ],
  ['a custom id twice', { components: [row(button('a')), row(button('a'))] }, 'custom id a cannot be duplicated'],
  ['a link with a custom id', { components: [row({ ...button('a'), style: 5 })] }, 'A link has a url'],
  [
    'a select of 26 options',
    {
      components: [
        row({ type: 3, custom_id: 's', options: [...Array(26)].map((_, i) => ({ label: `${i}`, value: `${i}` })) }),
      ],
    },
    'components.0.components.0.options: Too big',
  ],
  ['content of the wrong type', { content: 7 }, 'content: Invalid input'],
])('a message with %s is refused and recorded', async (_what, body, reason) => {
  await expect(write(body)).rejects.toMatchObject({ status: 400 })
  expect(reasons()).toEqual([expect.stringContaining(reason)])
  expect(discord.messages(discord.general)).toEqual([])
})

test('length is counted in code points: 2,000 emoji are accepted', async () => {
  await write({ content: '🦉'.repeat(2000) })
  expect(reasons()).toEqual([])
})

test.each([
  ['a name with a capital', { ...ask, name: 'Ask' }, '0.name: Bad name'],
  [
    'a translated name with a space',
    { ...ask, name_localizations: { tr: 'a b' } },
    '0.name_localizations.tr: Bad name',
  ],
  ['a translation into no locale', { ...ask, name_localizations: { xx: 'a' } }, 'No such locale: xx'],
  ['no description', { name: 'ask' }, '0.description: A description is required'],
  ['a description of 101', { ...ask, description: 'x'.repeat(101) }, '0.description: Too big'],
  [
    'a choice name of 101',
    {
      ...ask,
      options: [{ type: 3, name: 'a', description: 'a', choices: [{ name: 'x'.repeat(101), value: 'x' }] }],
    },
    '0.options.0.choices.0.name: Too big',
  ],
  [
    'an optional option before a required one',
    {
      ...ask,
      options: [
        { type: 3, name: 'a', description: 'a' },
        { type: 3, name: 'b', description: 'b', required: true },
      ],
    },
    'Required options come before optional ones',
  ],
  [
    'more than 8,000 characters',
    {
      ...ask,
      options: [...'abcd'].map((name) => ({
        ...{ type: 3, name, description: name },
        choices: [...Array(25)].map((_, i) => ({ name: `${i}`, value: `${i}`.padEnd(100, 'x') })),
      })),
    },
    '8000 at most',
  ],
])('a command with %s is refused and recorded', async (_what, command, reason) => {
  await expect(register(command)).rejects.toMatchObject({ status: 400, code: 50035 })
  expect(reasons()).toEqual([expect.stringContaining(reason)])
})

test('two slash commands with one name are refused, a slash and a message command are not', async () => {
  await expect(register(ask, ask)).rejects.toMatchObject({ code: 50035 })
  await register(ask, { name: 'ask', type: ApplicationCommandType.Message })
})

test('an unknown route is refused with 404 and recorded', async () => {
  await expect(client.rest.get('/nowhere')).rejects.toMatchObject({ status: 404 })
  expect(discord.violations).toMatchObject([{ method: 'GET', path: '/nowhere' }])
})

test('a wrong token is refused', async () => {
  const response = await fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: 'Bot other' } })
  expect(response.status).toBe(401)
})

test('an interaction acknowledged twice is refused with 40060 and recorded', async () => {
  await register(ask)
  const outcome = whenAsked(async (interaction) => {
    const route = Routes.interactionCallback(interaction.id, interaction.token)
    await client.rest.post(route, { body: { type: 4, data: { content: 'one' } }, auth: false })
    return client.rest.post(route, { body: { type: 4, data: { content: 'two' } }, auth: false })
  })
  const use = discord.slash(discord.alice, discord.general, 'ask')
  expect((await use.response).message?.content).toBe('one')
  expect(await outcome).toMatchObject({ status: 400, code: 40060 })
  expect(reasons()).toEqual([expect.stringContaining('40060')])
})

test('an interaction answered after three seconds is unknown', async () => {
  await register(ask)
  const outcome = whenAsked((interaction) => {
    time += 3001
    return interaction.isRepliable() ? interaction.reply('late') : Promise.resolve()
  })
  const use = discord.slash(discord.alice, discord.general, 'ask')
  await expect(use.response).rejects.toThrow('Unknown interaction')
  expect(await outcome).toMatchObject({ status: 404, code: 10062 })
  expect(discord.messages(discord.general)).toEqual([])
})

test('the webhook of an interaction exists from the first response until fifteen minutes later', async () => {
  await register(ask)
  const outcome = whenAsked(async (interaction) => {
    const body = { content: 'more' }
    const route = Routes.webhook(client.application.id, interaction.token)
    const early = await client.rest.post(route, { body, auth: false }).catch((error: unknown) => error)
    if (interaction.isRepliable()) await interaction.reply('in time')
    time += 15 * 60_000 + 1
    return [early, await client.rest.post(route, { body, auth: false }).catch((error: unknown) => error)]
  })
  discord.slash(discord.alice, discord.general, 'ask')
  expect(await outcome).toMatchObject([
    { status: 404, code: 10015 },
    { status: 401, code: 50027 },
  ])
})

test('autocomplete refuses 26 choices, an empty value and a response of the wrong type', async () => {
  await register({ ...ask, options: [{ type: 3, name: 'article', description: 'a', autocomplete: true }] })
  const answers = [
    { type: 8, data: { choices: [...Array(26)].map(() => ({ name: 'a', value: 'a' })) } },
    { type: 8, data: { choices: [{ name: 'a', value: '' }] } },
    { type: 4, data: { content: 'a' } },
  ]
  for (const body of answers) {
    const outcome = whenAsked(({ id, token }) => client.rest.post(Routes.interactionCallback(id, token), { body }))
    const choices = discord.autocomplete(discord.alice, discord.general, 'ask', 'article', 'a')
    await expect(choices).rejects.toThrow('Invalid Form Body')
    expect(await outcome).toMatchObject({ code: 50035 })
  }
  expect(discord.violations).toHaveLength(3)
})

test('a reply to a deleted message is refused unless fail_if_not_exists is false', async () => {
  const gone = discord.say(discord.alice, discord.general, 'soon gone')
  discord.remove(gone)
  const reply = { content: 'a', message_reference: { message_id: gone.id } }
  await expect(write(reply)).rejects.toMatchObject({ status: 400, code: 50035 })
  await write({ ...reply, message_reference: { message_id: gone.id, fail_if_not_exists: false } })
  expect(discord.messages(discord.general)).toMatchObject([{ type: 0, content: 'a' }])
  expect(discord.violations).toEqual([])
})

test('an enforced nonce returns the earlier message', async () => {
  const body = { content: 'once', nonce: '7', enforce_nonce: true }
  expect(await write(body)).toEqual(await write(body))
  expect(discord.messages(discord.general)).toHaveLength(1)
})

test('unknown channels and messages have codes of their own', async () => {
  await expect(client.rest.get(Routes.channel('1'))).rejects.toMatchObject({ status: 404, code: 10003 })
  const route = Routes.channelMessage(discord.general.id, '1')
  await expect(client.rest.patch(route, { body: { content: 'a' } })).rejects.toMatchObject({ status: 404, code: 10008 })
})

test('the bot cannot edit messages of others, and needs a permission to delete them', async () => {
  const { id } = discord.say(discord.alice, discord.general, 'mine')
  const route = Routes.channelMessage(discord.general.id, id)
  await expect(client.rest.patch(route, { body: { content: 'a' } })).rejects.toMatchObject({ status: 403, code: 50005 })
  await expect(client.rest.delete(route)).rejects.toMatchObject({ status: 403, code: 50013 })
})

test('channel permissions limit the bot', async () => {
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits
  const asked = discord.say(discord.alice, discord.general, 'here')
  const thread = discord.addThread(discord.general, 'aside')
  const reply = { content: 'a', message_reference: { message_id: asked.id } }

  discord.setPermissions(discord.general, 0n)
  await expect(write({ content: 'a' })).rejects.toMatchObject({ status: 403, code: 50001 })
  discord.setPermissions(discord.general, ViewChannel)
  await expect(write({ content: 'a' })).rejects.toMatchObject({ status: 403, code: 50013 })
  discord.setPermissions(discord.general, ViewChannel | SendMessages)
  await write({ content: 'a' })
  await expect(write(reply)).rejects.toMatchObject({ status: 403, code: 160002 })

  const inThread = Routes.channelMessages(thread.id)
  await expect(client.rest.post(inThread, { body: { content: 'a' } })).rejects.toMatchObject({ code: 50013 })
  discord.setPermissions(discord.general, ViewChannel | SendMessagesInThreads)
  await client.rest.post(inThread, { body: { content: 'a' } })
  expect(discord.violations).toEqual([])
})

test('a locked thread takes no messages, and messages in an archived one stay as they are', async () => {
  const thread = discord.addThread(discord.general, 'aside')
  const channel = await client.channels.fetch(thread.id)
  if (!channel?.isThread()) throw new Error('no thread')
  const mine = await channel.send('a')
  discord.setThread(thread, { archived: true })
  await expect(mine.edit('b')).rejects.toMatchObject({ status: 400, code: 50083 })
  await expect(mine.delete()).rejects.toMatchObject({ status: 400, code: 50083 })
  await channel.send('c')
  expect(thread.thread_metadata).toMatchObject({ archived: false })
  discord.setThread(thread, { locked: true })
  await expect(channel.send('d')).rejects.toMatchObject({ status: 403, code: 160005 })
  discord.setPermissions(discord.general, PermissionFlagsBits.Administrator | ((1n << 53n) - 1n))
  await channel.send('e')
})

test('a user with closed direct messages gets none', async () => {
  discord.closeDms(discord.alice)
  const user = await client.users.fetch(discord.alice.id)
  await expect(user.send('hello')).rejects.toMatchObject({ status: 403, code: 50007 })
  const other = await client.users.fetch(discord.bob.id)
  await other.send('hello')
  expect(discord.messages(discord.dm(discord.bob))).toHaveLength(1)
})

test('discord.js waits out a rate limit', async () => {
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 429, retryAfter: 0.01 })
  await write({ content: 'through' })
  const statuses = discord.requests.filter(({ method }) => method === 'POST').map(({ status }) => status)
  expect(statuses).toEqual([429, 200])
})

test('a lost response makes discord.js post twice, and the nonce prevents a second message', async () => {
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 502, carriedOut: true })
  await write({ content: 'once', nonce: '7', enforce_nonce: true })
  expect(discord.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  expect(discord.messages(discord.general)).toHaveLength(1)
})

test('a request can hang or lose its connection', async () => {
  discord.fail({ path: '/users/@me', how: 'hang' })
  discord.fail({ path: '/gateway', how: 'drop', times: 2 })
  const hung = client.rest.get('/users/@me', { signal: AbortSignal.timeout(50) })
  await expect(hung).rejects.toThrow('abort')
  await expect(client.rest.get('/gateway')).rejects.toThrow('other side closed')
})
