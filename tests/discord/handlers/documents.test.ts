// `/add`, `/remove` and “Add to the articles”: people change the articles of their server on Discord.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type APIMessage, type APIUser, PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html, serve } from '../../importers/web-server.ts'
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts'
import { run, type TestBot } from '../running.ts'

/** As built by `build-program.ts`: its threads and processes start without compiling the source. */
const load = (name: string) => import(pathToFileURL(`dist-test/${name}.js`).href)
const { LiveAnswerer }: typeof import('../../../src/live-answerer.ts') = await load('live-answerer')
const { openDocuments }: typeof import('../../../src/importers/server/documents.ts') = await load('documents')

const limits = { articles: 500, bytes: 50_000_000, additionsPerHour: 15 }
let discord: StandIn
let bot: TestBot
let place: string
let live: Awaited<ReturnType<typeof LiveAnswerer.open>>
let manager: APIUser

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'verbatim-'))
  const paths = { corpus: [place], cache: join(place, '.cache') }
  writeFileSync(join(place, 'owls.md'), '# Owls\n\nOwls live in the attic.\n')
  discord = await startStandIn()
  manager = discord.addUser('manager', {
    roles: [discord.addRole('manager', PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageMessages)],
  })
  live = await LiveAnswerer.open(paths, {
    onUpdate: async (answerer, changes) => bot.update(answerer, changes),
    onError: () => undefined,
    onWarning: () => undefined,
  })
  const documents = openDocuments({ corpus: paths.corpus, limits, allowLoopback: true })
  bot = await run(discord, { answerer: live.current, reload: () => live.reload(), documents })
})
afterAll(async () => {
  live.close()
  await bot.stop()
  await discord.stop()
  rmSync(place, { recursive: true })
  expect(discord.violations).toEqual([])
})

const within = { timeout: 60_000 }
const own = () => join(place, 'servers', discord.guild.id)
const ask = async (question: string, channel = discord.general) =>
  (await discord.slash(discord.alice, channel, 'ask', { question }).answer()).content
const add = (typed: Record<string, string | boolean>, by = manager): Promise<APIMessage> =>
  discord.slash(by, discord.general, 'add', typed).answer(within)

/** The id of an uploaded file. */
async function upload(name: string, content: string | Buffer) {
  const { origin } = await serve({ [`/${name}`]: (_, response) => void response.writeHead(200).end(content) })
  return discord.upload(name, `${origin}/${name}`, content.length)
}

test('adds a file that can be asked at once, in this server only', async () => {
  const { id } = await upload('harbour.md', '# The harbour\n\nMaren Toft paints the ferry of Lund every spring.\n')
  const use = discord.slash(manager, discord.general, 'add', { file: id })
  expect((await use.response).ephemeral).toBe(true)
  const { content, components } = await use.answer(within)
  expect(content).toContain('**Added:** The harbour (2 sentences)')
  expect(content).toContain('> Maren Toft paints the ferry of Lund every spring.')
  expect(content).toContain('Try asking:')
  expect(components?.[0]).toMatchObject({ components: [{ label: 'What about Maren Toft?' }] })
  expect(await ask('Who paints the ferry?')).toContain('Maren Toft')
  const elsewhere = discord.addGuild('Elsewhere', [0, 1])
  expect(await ask('Who paints the ferry of Lund?', elsewhere)).not.toContain('Maren Toft')
  expect(readdirSync(own())).toContain('harbour.md')
  expect(bot.log()).toMatch(
    new RegExp(
      `"article":"servers/\\d+/harbour\\.md","outcome":"added",.*"by":"${manager.id}","msg":"article added"`,
      'u',
    ),
  )
})

test('adds a web page with another title, and updates it the next time', async () => {
  let end = 'nine'
  const page = () => `<html lang="en"><title>Ferry</title><body><h1>Ferry</h1><p>It leaves at ${end}.</p></body></html>`
  const { origin } = await serve({ '/ferry': (request, response) => html(page())(request, response) })
  const { content } = await add({ url: `${origin}/ferry`, title: 'The timetable' })
  expect(content).toContain('**Added:** The timetable')
  end = 'ten'
  expect((await add({ url: `${origin}/ferry`, title: 'The timetable' })).content).toContain(
    '**Updated:** The timetable',
  )
  expect(readdirSync(own())).toContain('the-timetable.md')
})

test('says in one line why something was not added, and leaves nothing behind', async () => {
  const before = readdirSync(own())
  const pdf = await upload('broken.pdf', '%PDF-1.4 nothing')
  const { content } = await add({ file: pdf.id })
  expect(content).toBe('That could not be added: the PDF is damaged; save it again')
  const inTurkish = discord.slash(manager, discord.general, 'add', { file: pdf.id }, { locale: 'tr' })
  expect((await inTurkish.answer(within)).content).toBe('Eklenemedi: PDF bozuk; yeniden kaydedin')
  const picture = await upload('cat.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  expect((await add({ file: picture.id })).content).toContain('the format of cat.png is not supported')
  expect((await add({ url: 'http://10.0.0.1/' })).content).toContain('is an address of a private network')
  expect((await add({})).content).toBe('Give me either a file or an address.')
  expect(readdirSync(own())).toEqual(before)
})

test('replaces an article, whose file goes to the trash', async () => {
  const old = await upload('old-rules.txt', 'Dogs are kept on a lead in the park.\n')
  await add({ file: old.id })
  const choices = await discord.autocomplete(manager, discord.general, 'add', 'replace', 'old')
  expect(choices.map(({ value }) => value)).toEqual([`servers/${discord.guild.id}/old-rules`])
  const next = await upload('new-rules.txt', 'Dogs run free in the park.\n')
  await add({ file: next.id, replace: String(choices[0]?.value) })
  expect(readdirSync(own())).not.toContain('old-rules.txt')
  expect(readdirSync(join(own(), '.trash')).join()).toContain('old-rules.txt')
  expect(await ask('Where do dogs run free?')).toContain('Dogs run free in')
})

test('does not replace an article of another server or a shared one', async () => {
  const { id } = await upload('any.txt', 'Nothing of note.\n')
  const { content } = await add({ file: id, replace: 'owls' })
  expect(content).toBe('This server has no article owls of its own.')
})

test('keeps to the limits of a server', async () => {
  const { id } = await upload('more.txt', 'One more article about kites.\n')
  limits.articles = 1
  expect((await add({ file: id })).content).toBe(
    'This server may have 1 article, and has it. Remove one with /remove first.',
  )
  const files = readdirSync(own()).filter((name) => !name.startsWith('.'))
  const taken = files.reduce((sum, name) => sum + statSync(join(own(), name)).size, 0)
  Object.assign(limits, { articles: 500, bytes: taken + 5 })
  expect((await add({ file: id })).content).toContain('and this is more than is left')
  limits.bytes = 50_000_000
  expect(readdirSync(own())).not.toContain('more.txt')
})

test('keeps to the additions an hour of each server', async () => {
  const elsewhere = discord.addGuild('Busy', [0, 1])
  const answers: string[] = []
  // Nothing fits, so that nothing is fetched.
  limits.articles = 0
  for (let i = 0; i <= limits.additionsPerHour; i++) {
    const by = discord.addUser(`user ${i}`)
    answers.push((await discord.slash(by, elsewhere, 'add', { url: 'https://example.org/' }).answer(within)).content)
  }
  limits.articles = 500
  const refused = answers.filter((content) => content.startsWith('15 additions an hour is the limit.'))
  expect(refused).toEqual(answers.slice(-1))
})

test('adds articles for all servers for the owner of the bot only', async () => {
  const { id } = await upload('shared.txt', 'The lighthouse keeper sleeps at noon.\n')
  expect((await add({ file: id, shared: true })).content).toContain('Only the owner of this bot')
  expect((await add({ file: id, shared: true }, discord.owner)).content).toContain('**Added:**')
  expect(existsSync(join(place, 'shared.txt'))).toBe(true)
})

test('adds the attachment of a message, or its text for moderators', async () => {
  const attachment = await upload('tide.txt', 'The tide turns at dusk.\n')
  const withFile = discord.say(discord.bob, discord.general, 'see this', { attachments: [attachment] })
  const added = await discord.messageCommand(discord.alice, 'Add to the articles', withFile).answer(within)
  expect(added.content).toContain('The tide turns at dusk.')
  const said = discord.say(discord.bob, discord.general, 'The pool closes at eight.\nBring a towel.')
  const refused = await discord.messageCommand(discord.alice, 'Add to the articles', said).answer(within)
  expect(refused.content).toBe('Only somebody who can manage messages can add the text of a message.')
  await discord.messageCommand(manager, 'Add to the articles', said).answer(within)
  const text = readFileSync(join(own(), 'the-pool-closes-at-eight.md'), 'utf8')
  expect(text).toMatch(
    /^---\ntitle: The pool closes at eight\.\ndate: \d{4}-\d\d-\d\d\nauthor: bob\nurl: https:\/\/discord\.com\/channels\//u,
  )
  expect(await ask('When does the pool close?')).toContain('The pool closes at eight.')
})

test('shows those who manage the server who added what', async () => {
  const list = async (user: APIUser) => (await discord.slash(user, discord.general, 'articles').answer()).content
  expect(await list(manager)).toMatch(new RegExp(`added by <@${manager.id}>, <t:\\d+:d>`, 'u'))
  expect(await list(discord.alice)).not.toContain('added by')
})

test('removes an article of the server once it is confirmed', async () => {
  const article = `servers/${discord.guild.id}/harbour`
  const asked = await discord.slash(manager, discord.general, 'remove', { article }).answer()
  expect(asked.content).toBe('Remove The harbour from the articles? Its file is kept for 30 days.')
  expect(readdirSync(own())).toContain('harbour.md')
  const removed = await discord.press(manager, asked, 'Remove').answer(within)
  expect(removed.content).toContain('The harbour was removed.')
  expect(readdirSync(own())).not.toContain('harbour.md')
  expect(await ask('Who paints the ferry?')).not.toContain('Maren Toft')
  const shared = await discord.slash(manager, discord.general, 'remove', { article: 'owls' }).answer()
  expect(shared.content).toBe('This server has no article owls of its own.')
  const long = await discord.slash(manager, discord.general, 'remove', { article: '*'.repeat(3_000) }).answer()
  expect(long.content).toMatch(/^This server has no article .* of its own\.$/u)
})
