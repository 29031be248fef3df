// `npm run screenshot`: asks the built bot on a stand-in for Discord, and draws its reply for the README.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStandIn } from '../stand-in/stand-in.ts'
import { pageOf, type Shown } from './page.ts'

const QUESTION = 'When did Kim last meet Putin?'
const NAME = 'Verbatim'
const IMAGES = '.github/images'

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (chromium === undefined) {
  process.stderr.write('screenshot: Chromium is missing; install it first (Debian: apt-get install chromium)\n')
  process.exit(1)
}

const work = mkdtempSync(join(tmpdir(), 'verbatim-screenshot-'))
try {
  const { question, reply, bot } = await ask()
  const messages: Shown[] = [
    { author: 'Alice', isBot: false, message: question },
    { author: NAME, isBot: true, message: reply, repliesTo: { author: 'Alice', content: question.content } },
  ]
  mkdirSync(IMAGES, { recursive: true })
  for (const theme of ['light', 'dark'] as const) {
    const page = join(work, `${theme}.html`)
    writeFileSync(
      page,
      pageOf(messages, theme, (id) => (id === bot ? NAME : 'Alice')),
    )
    draw(page, join(IMAGES, `reply-${theme}.png`))
  }
} finally {
  rmSync(work, { recursive: true })
}

/** Starts the bot about the shipped article, mentions it, and takes its reply. */
async function ask() {
  const discord = await startStandIn({ token: 'the.local.token' })
  const child = spawn(process.execPath, ['dist/main.js', '--corpus', 'corpus'], {
    env: { ...process.env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, CACHE_DIR: work, HTTP_PORT: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await discord.waitFor(() => discord.gateway.sessions.some(({ connected }) => connected), { timeout: 20_000 })
    const question = discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${QUESTION}`)
    const reply = await discord.nextMessage(discord.general, { timeout: 20_000 })
    return { question, reply, bot: discord.bot.id }
  } finally {
    child.kill()
    await discord.stop()
  }
}

/** Draws a page as large as it is, at two pixels for each CSS pixel. */
function draw(page: string, file: string): void {
  const height = /data-height="(\d+)/u.exec(run(page, '--dump-dom'))?.[1]
  if (height === undefined) throw new Error('Chromium did not lay the page out')
  run(page, `--screenshot=${file}`, '--force-device-scale-factor=2', `--window-size=720,${height}`)
}

function run(page: string, ...args: readonly string[]): string {
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars']
  const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']
  const profile = `--user-data-dir=${join(work, 'profile')}`
  return execFileSync(chromium ?? '', [...quiet, ...offline, profile, ...args, `file://${page}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
