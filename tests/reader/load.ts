// `tsx tests/reader/load.ts [--minutes 2] [--rate 200]`: what the web pages cost, by themselves and to the bot beside them.
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { Agent, get, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createAnswerer } from '../../src/answer/answer.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { linksTo } from '../../src/reader/links.ts'
import { median, printFigure } from '../bench/print.ts'
import { freePort } from '../free-port.ts'
import { readQuestionSet } from '../quality/shipped.ts'
import { BotProcess } from '../soak/bot-process.ts'
import { startStandIn } from '../stand-in/stand-in.ts'

const { values: option } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, rate: { type: 'string', default: '200' } },
})
const IDLE = 1_000
/** Requests, one after another, for a median. */
const ROUNDS = 2_000
/** Questions on Discord for a median, with this many milliseconds between two. */
const QUESTIONS = 500
const BETWEEN = 20

const { articles } = await readCorpus('corpus')
const answerer = await createAnswerer(articles)
const questions = readQuestionSet('shipped').answerable.map(({ question }) => question)
const linkToPage = linksTo({ publicUrl: '' })
const [article] = answerer.articles
if (!article) throw new Error('there is no article')
const page = linkToPage(article) ?? ''
const marked = answerer.articles.flatMap((each) =>
  [...each.paragraphs].flatMap(({ sentences }) => sentences.map((sentence) => linkToPage(each, { sentence }) ?? '')),
)
const asks = questions.map((question) => `/ask?q=${encodeURIComponent(question)}`)

const folder = await mkdtemp(join(tmpdir(), 'verbatim-load-'))
const [cache, data] = [join(folder, 'cache'), join(folder, 'data')]
for (const each of [cache, data]) await mkdir(each)
const discord = await startStandIn({ token: 'the.local.token' })
const port = await freePort()
const bot = await BotProcess.start(discord, {
  corpus: resolve('corpus'),
  log: `${folder}.log`,
  cache,
  data,
  injectsFaults: false,
  settings: { READER_PORT: String(port) },
})
process.once('exit', () => bot.kill())
// As a proxy would keep them.
const agent = new Agent({ keepAlive: true, maxSockets: 500 })
// The pages are the last thing that starts.
while (
  !(await fetchPage('/').then(
    () => true,
    () => false,
  ))
)
  await setTimeout(100)
let people = 0

try {
  await pages()
  const alone = await questionTimes()
  printFigure('/ask on Discord, median', milliseconds(median(alone)))
  await idleConnections()
  await load(median(alone))
} finally {
  agent.destroy()
  await bot.stop()
  await discord.stop()
  await rm(folder, { recursive: true })
}

/** The cost of a page, and of an answer on the web. */
async function pages(): Promise<void> {
  for (const [what, paths] of [
    ['page of the shipped article', [page]],
    ['the same with a marked quote', marked],
  ] as const) {
    const { times, processor } = await measure(paths)
    printFigure(`${what}, median`, milliseconds(median(times)), 'at most 3 ms')
    printFigure('  processor time of the bot for each', milliseconds(processor))
  }
  const { size, body } = await fetchPage(page)
  const assets = body.match(/(?:href|src)="\/(?:style|keyboard)\.[a-z]+"/gu)?.length ?? 0
  printFigure('  size', `${(size / 1_000).toFixed(1)} kB`, 'at most 25 kB')
  printFigure('  requests', String(1 + assets), 'at most 3')

  for (let i = 0; i < ROUNDS; i++) answerer.ask(questions[i % questions.length] ?? '')
  const began = process.cpuUsage()
  const answers = Array.from({ length: ROUNDS }, (_, i) => answerer.ask(questions[i % questions.length] ?? '').ms)
  const { user, system } = process.cpuUsage(began)
  const { times, processor } = await measure(asks)
  printFigure('/ask on the web, median', milliseconds(median(times)))
  printFigure('  more than the answer alone', milliseconds(median(times) - median(answers)), 'at most 3 ms')
  printFigure(
    '  the same in processor time',
    milliseconds(processor - (user + system) / 1_000 / ROUNDS),
    'at most 3 ms',
  )
}

/** The memory that idle connections take, and the bot beside them. */
async function idleConnections(): Promise<void> {
  const before = bot.measure().memory
  const sockets = Array.from({ length: IDLE }, () => connect(port, '127.0.0.1').on('error', () => undefined))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const beside = await questionTimes(100)
  printFigure(`memory of ${IDLE} idle connections`, `${(bot.measure().memory - before).toFixed(1)} MB`)
  printFigure('/ask on Discord beside them, median', milliseconds(median(beside)))
  for (const socket of sockets) socket.destroy()
}

/** Requests at a rate, each from another address, while questions are asked on Discord. */
async function load(alone: number): Promise<void> {
  const seconds = Number(option.minutes) * 60
  const rate = Number(option.rate)
  const paths = ['/', page, ...marked, ...asks, '/style.css', '/a/none']
  const failures = new Map<string, number>()
  let [sent, isOver] = [0, false]
  const requesting = async (): Promise<void> => {
    const began = performance.now()
    const running: Promise<void>[] = []
    while (sent < seconds * rate) {
      const due = Math.min(seconds * rate, ((performance.now() - began) / 1_000) * rate)
      for (; sent < due; sent++) running.push(request(sent))
      await setTimeout(5)
    }
    await Promise.all(running)
    isOver = true
  }
  const request = async (i: number): Promise<void> => {
    const path = paths[i % paths.length] ?? ''
    const outcome = await fetchPage(path, i).then(
      ({ status }) => (status === (path === '/a/none' ? 404 : 200) ? undefined : `status ${status}`),
      (error: unknown) => String(error),
    )
    if (outcome !== undefined) failures.set(outcome, (failures.get(outcome) ?? 0) + 1)
  }
  const before = bot.processorTime()
  const [times] = await Promise.all([questionTimes(Number.POSITIVE_INFINITY, () => isOver), requesting()])
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0)
  printFigure(`${rate} requests a second for ${option.minutes} min: failed of ${sent}`, String(failed), 'none')
  for (const [what, count] of failures) printFigure(`  ${what}`, String(count))
  printFigure('  processor time of the bot', `${((bot.processorTime() - before) / seconds / 10).toFixed(0)} %`)
  printFigure('  /ask on Discord beside them, median', milliseconds(median(times)))
  printFigure('  more than without', milliseconds(median(times) - alone), 'at most 2 ms')
}

/** Milliseconds of each request, one after another, after as many to warm up. */
async function measure(paths: readonly string[]): Promise<{ times: number[]; processor: number }> {
  const times: number[] = []
  let before = 0
  for (let i = 0; i < 2 * ROUNDS; i++) {
    if (i === ROUNDS) before = bot.processorTime()
    const began = performance.now()
    await fetchPage(paths[i % paths.length] ?? '')
    if (i >= ROUNDS) times.push(performance.now() - began)
  }
  return { times, processor: (bot.processorTime() - before) / ROUNDS }
}

/** Milliseconds from a question on Discord to its reply, each of a new person. */
async function questionTimes(count = QUESTIONS, isOver = (): boolean => false): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count && !isOver(); i++) {
    const person = discord.addUser(`person ${people++}`)
    const began = performance.now()
    await discord.slash(person, discord.general, 'ask', { question: questions[i % questions.length] ?? '' }).response
    times.push(performance.now() - began)
    await setTimeout(BETWEEN)
    if (i % 100 === 0) discord.forget(10_000)
  }
  return times
}

/** @param client a number for the address that asks, as a proxy would name it; without one, there is no limit */
function fetchPage(path: string, client?: number): Promise<{ status: number; size: number; body: string }> {
  const headers: IncomingHttpHeaders =
    client === undefined
      ? {}
      : { 'x-forwarded-for': `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}` }
  return new Promise((done, fail) => {
    get({ agent, port, host: '127.0.0.1', path: path.replace(/#.*/u, ''), headers }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part)
      const body = Buffer.concat(parts)
      done({ status: response.statusCode ?? 0, size: body.length, body: body.toString() })
    }).on('error', fail)
  })
}

function milliseconds(number: number): string {
  return `${number.toFixed(2)} ms`
}
