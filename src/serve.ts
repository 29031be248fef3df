import type { Answerer } from './answer/answer.ts'
import type { Settings } from './config.ts'
import type { RunningBot } from './discord/bot.ts'
import { UserError } from './errors.ts'
import type { Metrics } from './http/metrics.ts'
import { becomeService } from './service.ts'

/** Reads and indexes the articles. */
type OpenCorpus = () => Promise<Answerer>

const signals = ['SIGINT', 'SIGTERM'] as const

/** What has to be there before questions can be answered, as `/readyz` names it. */
const needs = { articles: 'articles', discord: 'Discord' } as const

/** Answers on Discord until the process is asked to end. */
export async function serve(settings: Settings, openCorpus: OpenCorpus): Promise<void> {
  becomeService()
  // The first signal waits for what is under way; a second ends the process at once.
  const askedToEnd = new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve())
  })
  const { http } = settings
  const watch = http && (await (await import('./http/watch.ts')).openWatch(http, Object.values(needs)))
  const starting = async (): Promise<RunningBot> => {
    const answerer = await openCorpus()
    watch?.note(needs.articles, true)
    const bot = await start(settings, answerer, watch)
    watch?.note(needs.discord, true)
    return bot
  }
  void askedToEnd.then(() => watch?.note(needs.discord, false))
  await untilAsked(starting(), askedToEnd)
  process.exit()
}

/** Is one of the processes that `serveShards` keeps. */
export async function serveShard(settings: Settings, openCorpus: OpenCorpus): Promise<void> {
  becomeService()
  const askedToEnd = new Promise<void>((resolve) => {
    // From a terminal or from systemd, a signal comes here and to the process above, which then sends its own.
    for (const signal of signals) process.on(signal, () => resolve())
    // The process above is gone.
    process.once('disconnect', () => resolve())
  })
  try {
    const watch = settings.http && (await import('./http/watch.ts')).watchForParent()
    const starting = async (): Promise<RunningBot> => start(settings, await openCorpus(), watch)
    await untilAsked(starting(), askedToEnd)
  } finally {
    if (process.connected) process.disconnect()
  }
  process.exit()
}

/** Lets a bot live until it ends by itself or is asked to, which may be before it has started. */
async function untilAsked(starting: Promise<RunningBot>, askedToEnd: Promise<void>): Promise<void> {
  const bot = await Promise.race([starting, askedToEnd])
  if (!bot) return
  process.on('unhandledRejection', bot.stray)
  await Promise.race([bot.ended, askedToEnd.then(() => bot.stop())])
}

/**
 * Keeps a process for each shard until it is asked to end.
 * @param program the file and the arguments by which each becomes a `serveShard`
 * @param hopeless the exit status of one that no other start can help
 */
export async function serveShards(
  settings: Settings,
  program: { readonly file: string; readonly args: readonly string[] },
  hopeless: number,
): Promise<void> {
  becomeService()
  const { http } = settings
  let ask = async (_: string): Promise<unknown[]> => []
  const watching = http && (await import('./http/watch.ts'))
  const askAll = async () => watching?.snapshotsOf(await ask(watching.METRICS)) ?? []
  const watch = http && (await watching?.openWatch(http, ['shards'], askAll))
  const { startShards } = await import('./discord/sharding.ts')
  const shards = await startShards({
    ...settings,
    token: tokenOf(settings),
    program,
    hopeless,
    onShards: (ids) => {
      for (const id of ids) watch?.connected(id, false)
      watch?.note('shards', true)
    },
    onConnected: (id, isReady) => watch?.connected(id, isReady),
    onRestart: () => watch?.restarted(),
  })
  ask = shards.ask
  let isStopping = false
  // The first signal lets each finish what is under way; a second ends them at once.
  for (const signal of signals) {
    process.on(signal, () => {
      if (isStopping) shards.kill()
      else shards.stop()
      isStopping = true
    })
  }
  await shards.ended
}

async function start(settings: Settings, answerer: Answerer, metrics: Metrics | undefined) {
  const { startBot } = await import('./discord/bot.ts')
  const { articles, sentences } = answerer
  metrics?.indexed(() => ({ articles: articles.length, sentences }))
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  const token = tokenOf(settings)
  const bot = await startBot({ ...settings, token, answerer, print, ...(metrics && { observer: metrics }) })
  process.on('unhandledRejection', bot.stray)
  return bot
}

function tokenOf({ token }: Settings): string {
  if (token === undefined) throw new UserError('there is no DISCORD_TOKEN', 'set it in .env (README, “On Discord”)')
  return token
}
