import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createAnswerer } from '../../src/answer/answer.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { startBot } from '../../src/discord/bot.ts'
import { nothingNew } from '../nothing-new.ts'
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts'
import { median, percentile, print } from './print.ts'

/** Discord takes 50 requests a second from a bot, answers to commands aside; discord.js keeps to that. */
const BETWEEN_MENTIONS = 25

/** Questions over the shipped article, from the moment that Discord sends one to the moment that the request with its reply comes. */
export async function benchReplies(): Promise<void> {
  const discord = await startStandIn({ token: 'the.local.token' })
  const { articles } = await readCorpus('corpus')
  const bot = await startBot({
    token: discord.token,
    apiUrl: discord.url,
    logQuestions: false,
    answerer: await createAnswerer(articles),
    reload: nothingNew,
    print: () => {},
    log: new PassThrough().resume(),
  })
  const sentences = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sentences))
  const questions = sentences.map(({ plain }) => plain.slice(0, 80))
  try {
    await replyTimes(discord, questions, 50, command)
    const commands = await replyTimes(discord, questions, 1_000, command)
    printTimes('/ask to reply, shipped article, median of 1,000', commands)
    printTimes('mention to reply, median of 200', await replyTimes(discord, questions, 200, mention))
    const started = performance.now()
    await Promise.all(Array.from({ length: 200 }, (_, i) => command(discord, questions[i % questions.length] ?? '')))
    print('200 /ask at once, all answered', `${(performance.now() - started).toFixed(0)} ms`, 'within 3 s')
  } finally {
    await bot.stop()
    await discord.stop()
  }
}

function printTimes(what: string, times: readonly number[]): void {
  print(what, `${median(times).toFixed(1)} ms`, 'at most 5 ms')
  print('  the slowest hundredth', `${percentile(times, 0.99).toFixed(1)} ms`, 'at most 20 ms')
}

/** Asks one question after another, and gives how long each reply took, in milliseconds. */
async function replyTimes(discord: StandIn, questions: readonly string[], count: number, ask: typeof command) {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    times.push(await ask(discord, questions[i % questions.length] ?? ''))
    if (ask === mention) await setTimeout(BETWEEN_MENTIONS)
  }
  return times
}

/** Asks with a command; gives milliseconds. */
async function command(discord: StandIn, question: string): Promise<number> {
  const { person, channel } = newcomer(discord)
  const started = performance.now()
  await discord.slash(person, channel, 'ask', { question }).response
  return sinceThen(discord, started)
}

/** Asks with a mention; gives milliseconds. */
async function mention(discord: StandIn, question: string): Promise<number> {
  const { person, channel } = newcomer(discord)
  const started = performance.now()
  discord.say(person, channel, `<@${discord.bot.id}> ${question}`)
  await discord.nextMessage(channel)
  return sinceThen(discord, started)
}

function sinceThen(discord: StandIn, started: number): number {
  return (discord.requests.at(-1)?.at ?? Number.NaN) - started
}

let people = 0

/** Somebody new in a channel of their own, so that no cooldown comes between. */
function newcomer(discord: StandIn) {
  people++
  return { person: discord.addUser(`person-${people}`), channel: discord.addChannel(`channel-${people}`) }
}

/** `npm start` to the line that says that the bot is on Discord, and the memory that it then holds. */
export async function benchStart(): Promise<void> {
  const discord = await startStandIn({ token: 'the.local.token' })
  const env = { ...process.env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url }
  try {
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const started = performance.now()
      const npm = spawn('npm', ['start', '--silent'], { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
      await once(npm.stdout, 'data')
      times.push(performance.now() - started)
      if (npm.pid !== undefined) process.kill(-npm.pid)
      await once(npm, 'close')
    }
    print('npm start to being on Discord, median of 5', `${median(times).toFixed(0)} ms`, 'at most 1,500 ms')
    const bot = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    await once(bot.stdout, 'data')
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(bot.pid)])
    bot.kill()
    await once(bot, 'close')
    print('  its memory', `${((Number(stdout) * 1024) / 1e6).toFixed(0)} MB`, 'at most 140 MB')
  } finally {
    await discord.stop()
  }
}
