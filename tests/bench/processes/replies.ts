// Process that measures replies of the bot on a stand-in Discord.
import { PassThrough } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { createAnswerer } from '../../../src/answer/answer.ts'
import { parseSettings } from '../../../src/config.ts'
import { readCorpus } from '../../../src/corpus/read-corpus.ts'
import { startBot } from '../../../src/discord/bot.ts'
import { noDocuments } from '../../discord/no-documents.ts'
import { nothingNew } from '../../nothing-new.ts'
import { readQuestionSet } from '../../quality/shipped.ts'
import { startStandIn } from '../../stand-in/stand-in.ts'
import { median, percentile, printFigure } from '../print.ts'

/** discord.js keeps to Discord's limit of 50 requests a second, which exempts answers to commands. */
const BETWEEN_MENTIONS = 25

// Prints the time from Discord sending a question to the request that carries its reply.
const discord = await startStandIn({ token: 'the.local.token' })
const { articles } = await readCorpus('corpus')
const answerer = await createAnswerer(articles)
const bot = await startBot({
  token: discord.token,
  apiUrl: discord.url,
  logQuestions: false,
  access: parseSettings({}).access,
  answerer,
  reload: nothingNew,
  documents: noDocuments(),
  writeLine: () => {},
  log: new PassThrough().resume(),
})
const sentences = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sentences))
const questions = sentences.map(({ plain }) => plain.slice(0, 80))
/** Each question comes from a new user, to avoid the cooldown. */
let people = 0
try {
  const asked = readQuestionSet('shipped').answerable
  const rounds = Array.from({ length: 40 }, () => asked.map(({ question }) => answerer.ask(question).ms))
  const of = `median of ${asked.length}, 40 times each`
  printFigure(`one question, shipped article, ${of}`, `${median(rounds.flat()).toFixed(2)} ms`, 'at most 1 ms')
  await replyTimes(50, command)
  printTimes('/ask to reply, shipped article, median of 1,000', await replyTimes(1_000, command))
  printTimes('mention to reply, median of 200', await replyTimes(200, mention))
  const started = performance.now()
  await Promise.all(Array.from({ length: 200 }, (_, i) => command(questions[i % questions.length] ?? '')))
  printFigure('200 /ask at once, all answered', `${(performance.now() - started).toFixed(0)} ms`, 'within 3 s')
} finally {
  await bot.stop()
  await discord.stop()
}

function printTimes(what: string, times: readonly number[]): void {
  printFigure(what, `${median(times).toFixed(1)} ms`, 'at most 5 ms')
  printFigure('  slowest 1 %', `${percentile(times, 0.99).toFixed(1)} ms`, 'at most 20 ms')
}

/** Asks one question after another; returns the milliseconds of each reply. */
async function replyTimes(count: number, ask: typeof command): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    times.push(await ask(questions[i % questions.length] ?? ''))
    if (ask === mention) await setTimeout(BETWEEN_MENTIONS)
  }
  return times
}

/** Asks with a command; returns milliseconds. */
async function command(question: string): Promise<number> {
  const { person, channel } = newcomer()
  const started = performance.now()
  await discord.slash(person, channel, 'ask', { question }).response
  return sinceThen(started)
}

/** Asks with a mention; returns milliseconds. */
async function mention(question: string): Promise<number> {
  const { person, channel } = newcomer()
  const started = performance.now()
  discord.say(person, channel, `<@${discord.bot.id}> ${question}`)
  await discord.nextMessage(channel)
  return sinceThen(started)
}

function sinceThen(started: number): number {
  return (discord.requests.at(-1)?.at ?? Number.NaN) - started
}

function newcomer() {
  people++
  return { person: discord.addUser(`person-${people}`), channel: discord.addChannel(`channel-${people}`) }
}
