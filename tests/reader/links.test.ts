// Links from Discord and the terminal to sentences on the web pages.
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type Answerer, createAnswerer } from '../../src/answer/answer.ts'
import { linksTo } from '../../src/reader/links.ts'
import { openReader } from '../../src/reader/reader.ts'
import { formatAnswer } from '../../src/terminal/format.ts'
import { article, library, train } from '../discord/articles.ts'
import { run, type TestBot } from '../discord/running.ts'
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts'
import { markedText, textsOf } from './reading.ts'

const OWLS = 'Who feeds the owls?'
const QUOTE = 'The librarian Karen Holm feeds them every evening.'

const ATTIC = 'Where does the attic key hang?'
const SECRET = 'a secret of the tests, for links'

/** An article of a server. */
const atticOf = (server: string) =>
  article(`servers/${server}/attic`, 'The attic', [['The attic key hangs behind the clock.']], { server })

let answerer: Answerer
let reader: Awaited<ReturnType<typeof openReader>>
let url: string
let discord: StandIn
let bot: TestBot

beforeAll(async () => {
  reader = await openReader({
    address: { host: '127.0.0.1', port: 0 },
    current: () => answerer,
    secret: SECRET,
    isIndexed: false,
    isBehindProxy: false,
    onError: (error) => expect.unreachable(String(error)),
  })
  url = `http://127.0.0.1:${reader.port}`
  discord = await startStandIn()
  answerer = await createAnswerer(
    [train, library, atticOf(discord.guild.id)],
    linksTo({ publicUrl: url, secret: SECRET }),
  )
  bot = await run(discord, { answerer })
})
afterAll(async () => {
  await bot.stop()
  await discord.stop()
  reader.close()
  expect(discord.violations).toEqual([])
})

/** The address that a reply links a title to. */
const addressOf = (content: string, title: string) => content.split(`[${title}](<`)[1]?.split('>)')[0] ?? ''

test('a reply on Discord links to its sentence, which the page marks', async () => {
  const { content } = await discord.slash(discord.alice, discord.general, 'ask', { question: OWLS }).answer()
  const address = addressOf(content, library.title)
  expect(address).toMatch(/\/a\/library-owls\?s=p1s2-[\w-]{8}&a=\d+-\d+#p1s2$/u)
  const html = await (await fetch(address)).text()
  expect(markedText(html)).toBe(QUOTE.replace(/\s/gu, ''))
})

test('/articles links to pages, but to the address of an article that has one', async () => {
  const { content } = await discord.slash(discord.alice, discord.general, 'articles').answer()
  expect(addressOf(content, train.title)).toBe('https://news.example/kim-train')
  const page = await fetch(addressOf(content, library.title))
  expect(page.status).toBe(200)
  expect(textsOf(await page.text(), 'h1')).toEqual([library.title])
})

test('the terminal shows the address of the sentence', () => {
  const screen = { width: undefined, colours: false }
  expect(formatAnswer(screen, answerer.ask(OWLS))).toContain(`\n  ${url}/a/library-owls?s=p1s2-`)
})

test('replies in a server, and to its members, link to its articles by signed links', async () => {
  const inServer = await discord.slash(discord.alice, discord.general, 'ask', { question: ATTIC }).answer()
  const inMessage = await discord.slash(discord.alice, discord.dm(discord.alice), 'ask', { question: ATTIC }).answer()
  const inList = await discord.slash(discord.alice, discord.general, 'articles').answer()
  for (const { content } of [inServer, inMessage]) {
    const address = addressOf(content, 'The attic')
    expect(address).toMatch(/attic\?s=p1s1-[\w-]{8}&a=\d+-\d+&k=\d{5}-[\w-]{21}#p1s1$/u)
    expect(markedText(await (await fetch(address)).text())).toBe('Theattickeyhangsbehindtheclock.')
  }
  expect((await fetch(addressOf(inList.content, 'The attic'))).status).toBe(200)
})

test('a link of a reply expires, while later replies have new ones', async () => {
  const [passage] = answerer.ask(ATTIC, { audience: 'all' }).passages
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 86_400_000 })
  onTestFinished(() => void vi.useRealTimers())
  expect(passage?.article.pageUrl).toMatch(/\?k=/u)
  expect((await fetch(passage?.article.pageUrl ?? '')).status).toBe(200)
  vi.setSystemTime(Date.now() - 31 * 86_400_000)
  const old = passage?.article.pageUrl ?? ''
  vi.setSystemTime(Date.now() + 31 * 86_400_000)
  expect((await fetch(old)).status).toBe(404)
})

test('without a secret, an article of a server has no page to link to', async () => {
  const attic = atticOf('123456789012345678')
  const unsigned = await createAnswerer([library, attic], linksTo({ publicUrl: url }))
  const [passage] = unsigned.ask(ATTIC, { audience: 'all' }).passages
  expect(passage?.article.id).toBe(attic.id)
  expect(passage?.citation.url).toBeUndefined()
  expect(passage?.article.pageUrl).toBeUndefined()
})

test('without a public address, nothing links to pages', async () => {
  const plain = await createAnswerer([library])
  expect(plain.articles[0]).not.toHaveProperty('pageUrl')
  expect(plain.ask(OWLS).passages[0]?.citation.url).toBeUndefined()
})
