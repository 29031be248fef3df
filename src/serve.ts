// Serves Discord in this process, in one process a shard, or as the supervisor of those.
import type { Settings } from './config.ts'
import type { RunningBot } from './discord/bot.ts'
import { messageOf, UserError } from './errors.ts'
import type { Metrics } from './http/metrics.ts'
import type { Changes } from './indexing/index-version.ts'
import type { CorpusPaths } from './indexing/refresh-index.ts'
import { LiveAnswerer } from './live-answerer.ts'
import { openPages } from './open-pages.ts'
import { becomeService } from './service.ts'
import type { ChangeMessages } from './store/change-messages.ts'
import { visible } from './terminal/screen.ts'
import { updateRequestOf } from './update-request.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

/** Conditions of `/readyz`, by the names it shows. */
const needs = { articles: 'articles', discord: 'Discord' } as const

/** Serves Discord until a signal ends the process. */
export async function serve(settings: Settings, paths: CorpusPaths): Promise<void> {
  becomeService()
  // After the first signal, running work is finished; a second one ends the process at once.
  const stopRequested = new Promise<string>((resolve) => {
    for (const signal of signals) process.once(signal, resolve)
  })
  const { http } = settings
  const monitor = http && (await (await import('./http/monitoring.ts')).openMonitoring(http, Object.values(needs)))
  const starting = start(settings, paths, monitor, () => monitor?.setReady(needs.articles, true)).then((bot) => {
    monitor?.setReady(needs.discord, true)
    return bot
  })
  void stopRequested.then(() => monitor?.setReady(needs.discord, false))
  await untilStopped(starting, stopRequested)
  process.exit()
}

/** Serves the shards of one process that `serveShards` started. */
export async function serveShard(settings: Settings, paths: CorpusPaths): Promise<void> {
  becomeService()
  const stopRequested = new Promise<string>((resolve) => {
    // A terminal and systemd signal this process and its parent, which then signals this one again.
    for (const signal of signals) process.on(signal, resolve)
    process.once('disconnect', () => resolve('the end of the parent process'))
  })
  try {
    const monitor = settings.http && (await import('./http/monitoring.ts')).monitorForParent()
    await untilStopped(start(settings, paths, monitor), stopRequested)
  } finally {
    if (process.connected) process.disconnect()
  }
  process.exit()
}

/** Runs a bot until it ends or is asked to stop, possibly before it has started. */
async function untilStopped(starting: Promise<RunningBot>, stopRequested: Promise<string>): Promise<void> {
  const bot = await Promise.race([starting, stopRequested])
  if (typeof bot === 'string') return
  process.on('unhandledRejection', bot.onUnhandledRejection)
  const stopped = stopRequested.then((reason) => {
    bot.inform(`stopping because of ${reason}`)
    return bot.stop()
  })
  await Promise.race([bot.ended, stopped])
}

/**
 * Supervises a process for each shard until a signal ends it.
 * @param program file and arguments with which each process calls `serveShard`
 * @param fatalExitCode exit status of a process that must not be restarted
 */
export async function serveShards(
  settings: Settings,
  program: { readonly file: string; readonly args: readonly string[] },
  fatalExitCode: number,
): Promise<void> {
  becomeService()
  const { http } = settings
  let ask = async (_: string): Promise<unknown[]> => []
  const monitoring = http && (await import('./http/monitoring.ts'))
  const askAll = async () => (monitoring ? monitoring.metricsIn(await ask(monitoring.METRICS)) : [])
  const monitor = http && (await monitoring?.openMonitoring(http, ['shards'], askAll))
  const { startShards } = await import('./discord/connection/sharding.ts')
  const shards = await startShards({
    ...settings,
    token: tokenOf(settings),
    program,
    fatalExitCode,
    onShards: (ids) => {
      for (const id of ids) monitor?.onConnection(id, false)
      monitor?.setReady('shards', true)
    },
    onConnected: (id, isReady) => monitor?.onConnection(id, isReady),
    onRestart: () => monitor?.onRestart(),
  })
  ask = shards.request
  let isStopping = false
  // After the first signal, each process finishes its work; a second one ends them at once.
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
 * Indexes the articles, connects to Discord, and follows changes of the articles.
 * @param onIndexed called when the articles are indexed
 */
async function start(settings: Settings, paths: CorpusPaths, metrics: Metrics | undefined, onIndexed?: () => void) {
  const token = tokenOf(settings)
  const { startBot } = await import('./discord/bot.ts')
  let bot: RunningBot | undefined
  const onWarning = (line: string): void => (bot ? bot.warn(line) : void process.stderr.write(`${visible(line)}\n`))
  let messages: ChangeMessages | undefined
  let isTold = false
  const live = await LiveAnswerer.open(
    paths,
    {
      onUpdate: async (answerer, changes) => {
        await bot?.update(answerer, changes)
        metrics?.onReload('swapped')
        // What another process has told need not be told again.
        if (!isTold) messages?.send()
      },
      onError: (error) => {
        onWarning(messageOf(error))
        metrics?.onReload('failed')
      },
      onWarning,
    },
    settings.pages,
  )
  onIndexed?.()
  metrics?.setSize(() => ({ articles: live.current.articles.length, sentences: live.current.sentences }))
  const { redisUrl } = settings
  if (redisUrl !== undefined) {
    const { openChangeMessages } = await import('./store/change-messages.ts')
    const onChange = async (): Promise<void> => {
      isTold = true
      await live.reload().catch(() => undefined)
      isTold = false
    }
    messages = await openChangeMessages(redisUrl, () => void onChange(), onWarning)
  }
  const reload = async (): Promise<Changes> => {
    const changes = await live.reload()
    messages?.send()
    return changes
  }
  process.on('SIGHUP', () => {
    bot?.inform('reading the articles again because of SIGHUP')
    reload().catch(() => undefined)
  })
  const writeLine = (line: string): void => void process.stdout.write(`${line}\n`)
  const answerer = live.current
  const { openDocuments } = await import('./importers/server/documents.ts')
  const learning = await openLearning(settings, paths, onWarning)
  // Loaded before the bot answers: from then on, a signal has to find it started.
  const { scheduleUpdates } = await import('./importers/background/schedule-updates.ts')
  bot = await startBot({
    ...settings,
    token,
    answerer,
    reload,
    writeLine,
    learning,
    documents: openDocuments({
      corpus: paths.corpus,
      limits: settings.serverLimits,
      allowLoopback: settings.fetchLoopback,
    }),
    ...(metrics && { observer: metrics }),
  })
  scheduleUpdates(updateRequestOf(settings, paths), onWarning)
  // Of all processes of a bot, only the one with the first shard serves pages.
  if (!settings.shards || settings.shards.ids.includes(0)) await openPages(settings, live, onWarning)
  // The articles changed while the bot was connecting.
  if (live.current !== answerer) await bot.update(live.current)
  return bot
}

/** Opens the store; without one, the bot runs all the same. */
async function openLearning(
  settings: Settings,
  { corpus: [corpus = '.'] }: CorpusPaths,
  onWarning: (line: string) => void,
) {
  const { keepQuestions, gapsChannel } = settings
  const { openStoreInBackground } = await import('./store/open-store.ts')
  try {
    const store = await openStoreInBackground(settings)
    return { store, keepQuestions, corpus, ...(gapsChannel !== undefined && { gapsChannel }) }
  } catch (error) {
    onWarning(`unanswered questions and feedback are not kept: ${messageOf(error)}`)
    return undefined
  }
}

function tokenOf({ token }: Settings): string {
  if (token === undefined)
    throw new UserError('there is no DISCORD_TOKEN', 'set it in .env (README, “Add it to Discord”)')
  return token
}
