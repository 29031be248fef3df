import type { Settings } from './config.ts'
import type { RunningBot } from './discord/bot.ts'
import { messageOf, UserError } from './errors.ts'
import type { Metrics } from './http/metrics.ts'
import type { Changes } from './indexing/index-version.ts'
import type { CorpusPaths } from './indexing/refresh-index.ts'
import { openLive } from './live-answerer.ts'
import { becomeService } from './service.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

/** What has to be there before questions can be answered, as `/readyz` names it. */
const needs = { articles: 'articles', discord: 'Discord' } as const

/** Answers on Discord until the process is asked to end. */
export async function serve(settings: Settings, shelves: CorpusPaths): Promise<void> {
  becomeService()
  // The first signal waits for what is under way; a second ends the process at once.
  const askedToEnd = new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve())
  })
  const { http } = settings
  const watch = http && (await (await import('./http/monitoring.ts')).openMonitoring(http, Object.values(needs)))
  const starting = start(settings, shelves, watch, () => watch?.note(needs.articles, true)).then((bot) => {
    watch?.note(needs.discord, true)
    return bot
  })
  void askedToEnd.then(() => watch?.note(needs.discord, false))
  await untilAsked(starting, askedToEnd)
  process.exit()
}

/** Is one of the processes that `serveShards` keeps. */
export async function serveShard(settings: Settings, shelves: CorpusPaths): Promise<void> {
  becomeService()
  const askedToEnd = new Promise<void>((resolve) => {
    // From a terminal or from systemd, a signal comes here and to the process above, which then sends its own.
    for (const signal of signals) process.on(signal, () => resolve())
    // The process above is gone.
    process.once('disconnect', () => resolve())
  })
  try {
    const watch = settings.http && (await import('./http/monitoring.ts')).monitorForParent()
    await untilAsked(start(settings, shelves, watch), askedToEnd)
  } finally {
    if (process.connected) process.disconnect()
  }
  process.exit()
}

/** Lets a bot live until it ends by itself or is asked to, which may be before it has started. */
async function untilAsked(starting: Promise<RunningBot>, askedToEnd: Promise<void>): Promise<void> {
  const bot = await Promise.race([starting, askedToEnd])
  if (!bot) return
  process.on('unhandledRejection', bot.onUnhandledRejection)
  await Promise.race([bot.ended, askedToEnd.then(() => bot.stop())])
}

/**
 * Keeps a process for each shard until it is asked to end.
 * @param program the file and the arguments by which each becomes a `serveShard`
 * @param fatalExitCode the exit status of one that no other start can help
 */
export async function serveShards(
  settings: Settings,
  program: { readonly file: string; readonly args: readonly string[] },
  fatalExitCode: number,
): Promise<void> {
  becomeService()
  const { http } = settings
  let ask = async (_: string): Promise<unknown[]> => []
  const watching = http && (await import('./http/monitoring.ts'))
  const askAll = async () => watching?.metricsIn(await ask(watching.METRICS)) ?? []
  const watch = http && (await watching?.openMonitoring(http, ['shards'], askAll))
  const { startShards } = await import('./discord/connection/sharding.ts')
  const shards = await startShards({
    ...settings,
    token: tokenOf(settings),
    program,
    fatalExitCode,
    onShards: (ids) => {
      for (const id of ids) watch?.onConnection(id, false)
      watch?.note('shards', true)
    },
    onConnected: (id, isReady) => watch?.onConnection(id, isReady),
    onRestart: () => watch?.onRestart(),
  })
  ask = shards.request
  let isStopping = false
  // The first signal lets each finish what is under way; a second ends them at once.
  for (const signal of signals) {
    process.on(signal, () => {
      if (isStopping) shards.kill()
      else shards.stop()
      isStopping = true
    })
  }
  process.on('SIGHUP', shards.reload)
  await shards.ended
  process.exit()
}

/**
 * Reads the articles, goes on Discord, and follows the articles from then on.
 * @param read is called as soon as the articles are there
 */
async function start(settings: Settings, shelves: CorpusPaths, metrics: Metrics | undefined, read?: () => void) {
  const token = tokenOf(settings)
  const { startBot } = await import('./discord/bot.ts')
  let bot: RunningBot | undefined
  const onWarning = (line: string): void => (bot ? bot.warn(line) : void process.stderr.write(`${line}\n`))
  const live = await openLive(shelves, {
    onUpdate: async (answerer, changes) => {
      await bot?.update(answerer, changes)
      metrics?.onReload('swapped')
    },
    onError: (error) => {
      onWarning(messageOf(error))
      metrics?.onReload('failed')
    },
    onWarning,
  })
  read?.()
  metrics?.setSize(() => ({ articles: live.current.articles.length, sentences: live.current.sentences }))
  const reload = (): Promise<Changes> => live.reload()
  process.on('SIGHUP', () => void reload().catch(() => undefined))
  const writeLine = (line: string): void => void process.stdout.write(`${line}\n`)
  const answerer = live.current
  bot = await startBot({ ...settings, token, answerer, reload, writeLine, ...(metrics && { observer: metrics }) })
  // What has changed while the bot was on its way to Discord.
  if (live.current !== answerer) await bot.update(live.current)
  return bot
}

function tokenOf({ token }: Settings): string {
  if (token === undefined) throw new UserError('there is no DISCORD_TOKEN', 'set it in .env (README, “On Discord”)')
  return token
}
