// `npm run screenshot`: asks the built bot on a stand-in for Discord, and draws its reply and the page that it links to.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { hasChromium, openChromium } from '../chromium.ts'
import { freePort } from '../free-port.ts'
import { startStandIn } from '../stand-in/stand-in.ts'
import { pageOf, type Shown } from './page.ts'

const QUESTION = 'When did Kim last meet Putin?'
const NAME = 'Verbatim'
const IMAGES = '.github/images'
const THEMES = ['light', 'dark'] as const
/** CSS pixels. The page is opened at its quote, with as much around it as this shows. */
const SIZES = { reply: { width: 720, height: 100 }, page: { width: 640, height: 320 } } as const

type Rectangle = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

if (!hasChromium) {
  process.stderr.write('screenshot: Chromium is missing; install it first (Debian: apt-get install chromium)\n')
  process.exit(1)
}

const work = mkdtempSync(join(tmpdir(), 'verbatim-screenshot-'))
const discord = await startStandIn({ token: 'the.local.token' })
const port = await freePort()
const bot = spawn(process.execPath, ['dist/main.js', '--corpus', 'corpus'], {
  env: {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    CACHE_DIR: work,
    DATA_DIR: work,
    HTTP_PORT: '',
    READER_PORT: String(port),
    READER_URL: `http://127.0.0.1:${port}`,
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const browser = await openChromium()
try {
  mkdirSync(IMAGES, { recursive: true })
  const messages = await ask()
  const link = /\]\(<([^>]+)>\)/u.exec(messages.at(-1)?.message.content ?? '')?.[1]
  if (link === undefined) throw new Error('the reply links to no page')
  await drawReply(browser, messages)
  await drawPage(browser, link)
} finally {
  await browser.close()
  bot.kill()
  await once(bot, 'exit')
  await discord.stop()
  rmSync(work, { recursive: true })
}

/** Mentions the bot, and takes its reply. */
async function ask(): Promise<Shown[]> {
  await discord.waitFor(() => discord.gateway.sessions.some(({ connected }) => connected), { timeout: 20_000 })
  const question = discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${QUESTION}`)
  const reply = await discord.nextMessage(discord.general, { timeout: 20_000 })
  return [
    { author: 'Alice', isBot: false, message: question },
    { author: NAME, isBot: true, message: reply, repliesTo: { author: 'Alice', content: question.content } },
  ]
}

async function drawReply(browser: Browser, messages: readonly Shown[]): Promise<void> {
  const page = await browser.newPage({ viewport: SIZES.reply })
  for (const theme of THEMES) {
    await page.setContent(pageOf(messages, theme, (id) => (id === discord.bot.id ? NAME : 'Alice')))
    await draw(page, `reply-${theme}`, await page.locator('body').boundingBox())
  }
}

async function drawPage(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: SIZES.page, locale: 'en-GB' })
  await page.goto(address)
  const y = await page.evaluate<number>('scrollY')
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    await draw(page, `page-${colorScheme}`, { x: 0, y, ...SIZES.page })
  }
}

/** Draws a part of a page at two pixels for each CSS pixel, as WebP, which Playwright's own `screenshot` cannot write. */
async function draw(page: Page, name: string, part: Rectangle | null): Promise<void> {
  if (!part) throw new Error(`Chromium did not lay out ${name}`)
  const session = await page.context().newCDPSession(page)
  const options = { format: 'webp', quality: 40, captureBeyondViewport: true, clip: { ...part, scale: 2 } } as const
  const { data } = await session.send('Page.captureScreenshot', options)
  writeFileSync(join(IMAGES, `${name}.webp`), Buffer.from(data, 'base64'))
}
