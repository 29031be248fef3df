/** Each server, and each person in direct messages, sees only the articles meant for them. */
import { type APITextChannel, MessageFlags } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleKey } from '../../../src/discord/replies/fingerprint.ts'
import { randomNumbers } from '../../quality/random.ts'
import { type Channel, type StandIn, startStandIn } from '../../stand-in/stand-in.ts'
import { article, library } from '../articles.ts'
import { run, type TestBot } from '../running.ts'

let discord: StandIn
let bot: TestBot
let mill: APITextChannel

/** `FORGERIES=1000` tries as many. */
const FORGERIES = Number(process.env.FORGERIES ?? 60)

const MILL = 'Where is the millstone of Quendra?'

beforeAll(async () => {
  discord = await startStandIn()
  mill = discord.addGuild('Mill', [0, 1])
  discord.leave(discord.bob, mill.guild_id ?? '')
  const own = (id: string, server: string, sentence: string) =>
    article(`servers/${server}/${id}`, `The ${id}`, [[sentence]], { server })
  bot = await run(discord, {
    articles: [
      library,
      own('millstone', mill.guild_id ?? '', 'The millstone of Quendra lies below the wheel.'),
      own('ledger', discord.guild.id, 'The ledger of Brumel is kept in the reading room.'),
    ],
  })
})
afterAll(async () => {
  await bot.stop()
  await discord.stop()
  expect(discord.violations).toEqual([])
})

const ask = async (channel: Channel, question: string, user = discord.alice) =>
  (await discord.slash(user, channel, 'ask', { question }).answer()).content

test('a server is answered from its own articles and the shared ones', async () => {
  expect(await ask(mill, MILL)).toContain('below the wheel')
  expect(await ask(mill, 'Who feeds the owls?')).toContain('Karen Holm')
})

test('another server learns nothing of them, not even that the words occur', async () => {
  const content = await ask(discord.general, MILL)
  expect(content).not.toContain('wheel')
  expect(content).toMatch(/never mention.*“?millstone”?.*Quendra/u)
})

test('completions, closest titles and the list of articles leave them out', async () => {
  const choices = await discord.autocomplete(discord.alice, discord.general, 'ask', 'article', '')
  expect(choices.map(({ name }) => name)).toEqual(['Owls move into the library of Odense', 'The ledger'])
  const unknown = await ask(discord.general, MILL)
  const list = await discord.slash(discord.alice, discord.general, 'articles').answer()
  expect(unknown + list.content).not.toContain('The millstone')
  expect(list.content).toContain('**2 articles')
})

test('a forged article is unknown', async () => {
  const typed = { question: MILL, article: `servers/${mill.guild_id}/millstone` }
  const { content } = await discord.slash(discord.alice, discord.general, 'ask', typed).answer()
  expect(content).toContain('There is no article')
  expect(content).not.toContain('The millstone')
})

test('direct messages are answered from the articles of every server that the person is in', async () => {
  expect(await ask(discord.dm(discord.alice), MILL)).toContain('below the wheel')
  expect(await ask(discord.dm(discord.bob), MILL, discord.bob)).not.toContain('wheel')
  expect(await ask(discord.dm(discord.bob), 'Where is the ledger of Brumel?', discord.bob)).toContain('reading room')
})

test('who is in which server is asked once', async () => {
  const lookups = () => discord.requests.filter(({ path }) => path.endsWith(`/members/${discord.alice.id}`)).length
  const before = lookups()
  await ask(discord.dm(discord.alice), MILL)
  expect(lookups()).toBe(before)
})

test('someone whose servers cannot be looked up sees the shared articles', async () => {
  const carol = discord.addUser('carol')
  discord.fail({ method: 'GET', path: '/guilds/*/members/*', how: 400, times: 2 })
  expect(await ask(discord.dm(carol), 'Who feeds the owls?', carol)).toContain('Karen Holm')
  expect(await ask(discord.dm(carol), MILL, carol)).not.toContain('wheel')
})

test('between two people only shared articles are seen', async () => {
  const between = discord.dm(discord.alice, discord.bob)
  expect(await ask(between, MILL)).not.toContain('wheel')
})

test('random commands, completions and forged ids of one server tell nothing of another', async () => {
  const random = randomNumbers(5)
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0]
  const id = `servers/${mill.guild_id}/millstone`
  const key = articleKey(id)
  /** Words of the question that may be repeated, and those that only the hidden article holds. */
  const names = ['millstone', 'milstone', 'The millstone', 'servers/', id, key, 'mil', 'Quendra', ''] as const
  const questions = [
    MILL,
    'What lies where?',
    'how many articles are there',
    'what is new',
    'the wheel?',
    'Quendar',
  ] as const
  const hash = () => articleKey(String(random()))
  const forged = [
    () => `page:${key}:${hash()}:0:0`,
    () => `open`,
    () => `try:${key}:0`,
    () => `more:${discord.alice.id}:0:${hash()}:${key}:${key}:`,
    () => `turn:${discord.alice.id}:0:${hash()}:${key}:${key}:`,
    () => `why:${discord.alice.id}:0:${hash()}::${key}:`,
  ] as const
  const seen: string[] = []
  let user = discord.bob
  for (let i = 0; i < FORGERIES; i++) {
    if (i % 4 === 0) user = discord.addUser(`visitor ${i}`)
    const said = discord.say(discord.bot, discord.general, `-# ❝ ${pick(questions)} ❞`)
    said.components = [
      { type: 1, components: [{ type: 2, style: 2, label: pick(questions).slice(0, 80), custom_id: pick(forged)() }] },
      {
        type: 1,
        components: [{ type: 3, custom_id: 'open', options: [{ label: 'x', value: key }] }],
      },
    ]
    // Private, as below the list of articles; public ones are declined.
    const listed = { id: said.id, type: 2, user, authorizing_integration_owners: {} }
    if (random() < 0.7) Object.assign(said, { flags: MessageFlags.Ephemeral, interaction_metadata: listed })
    const label = said.components[0]?.type === 1 ? said.components[0].components[0] : undefined
    const acts = [
      () =>
        discord.slash(user, discord.general, 'ask', { question: pick(questions), article: pick(names) || 'x' })
          .response,
      () => discord.slash(user, discord.general, 'ask', { question: pick(questions) }).response,
      () => discord.slash(user, discord.general, 'articles').response,
      () => discord.autocomplete(user, discord.general, 'ask', 'article', pick(names)),
      () => discord.press(user, said, label && 'custom_id' in label ? label.custom_id : '').response,
      () => discord.select(user, said, 'open', [key]).response,
    ] as const
    const response = await pick(acts)()
    // What was typed may be repeated; the hidden article's own words may not.
    if ('message' in response) seen.push(`${response.message?.content.replace(/^-# ❝.*❞$/mu, '')}`)
    else seen.push(JSON.stringify(response))
  }
  const text = seen.join('\n')
  expect(text).not.toMatch(/lies below|below the wheel|The millstone of|servers\/\d+\/millstone(?!”)/u)
  expect(seen.filter((each) => each.includes('The millstone') && !each.startsWith('There is no article'))).toEqual([])
})

test('a server that the bot was removed from shows its articles to nobody', async () => {
  discord.removeGuild(mill.guild_id ?? '')
  const visitor = discord.addUser('late visitor')
  expect(await ask(discord.dm(visitor), 'Who feeds the owls?', visitor)).toContain('Karen Holm')
  expect(await ask(discord.dm(visitor), MILL, visitor)).not.toContain('wheel')
})
