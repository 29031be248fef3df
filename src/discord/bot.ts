import { setTimeout } from 'node:timers/promises'
import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
  RESTEvents,
} from 'discord.js'
import type { Answerer } from '../answer/answer.ts'
import { type Changes, problemLine } from '../indexing/index-version.ts'
import { counted } from '../text/plural.ts'
import { createClient, logIn, type Shards, shutOut } from './connection/client.ts'
import { inviteLink } from './connection/invite.ts'
import { registerCommands } from './connection/register-commands.ts'
import { registrationFailure } from './connection/startup-errors.ts'
import { createArticleDirectory } from './handlers/article-directory.ts'
import type { Context } from './handlers/context.ts'
import { createCooldown } from './handlers/cooldown.ts'
import { answerInteraction, commands } from './handlers/dispatch.ts'
import { openErrorBoundary } from './handlers/error-boundary.ts'
import { Mentions } from './handlers/mentions.ts'
import { openRateLimits } from './handlers/rate-limits.ts'
import { type LogStream, openLog } from './log.ts'
import { type Observer, unobserved } from './observer.ts'

/** Seconds. */
const DAY = 24 * 60 * 60

export interface BotOptions {
  readonly token: string
  /** The server in which commands appear at once; everywhere when absent. */
  readonly guildId?: string
  /** Root of Discord's REST interface; Discord's own when absent. */
  readonly apiUrl?: string
  /** Whether the log may hold what people ask. */
  readonly logQuestions: boolean
  /** The shards to be; as many as Discord recommends, all of them, when absent. */
  readonly shards?: Shards
  /** Where limits are counted together with other processes; in memory when absent. */
  readonly redisUrl?: string
  /** Who watches from outside. */
  readonly observer?: Observer
  readonly answerer: Answerer
  /** Looks at the articles anew; what differs is `renew`ed by then. Rejects with a UserError when they cannot be read. */
  readonly reload: () => Promise<Changes>
  /** Shows the owner a line. */
  readonly writeLine: (line: string) => void
  /** Where the log goes; standard error when absent. */
  readonly log?: LogStream
}

/** A bot that is on Discord. */
export interface RunningBot {
  /** Resolves once it has stopped. Rejects with a UserError when Discord shuts it out for good. */
  readonly ended: Promise<void>
  /** Answers from now on from other articles; a question that is being answered is so from those before. */
  update(answerer: Answerer, changes?: Changes): Promise<void>
  /** Tells the log what the owner should know. */
  warn(line: string): void
  /** Takes a rejection that nothing awaited, and lives on. */
  onUnhandledRejection(error: unknown): void
  /** Takes no more questions, finishes those in hand within five seconds, and leaves. */
  stop(): Promise<void>
}

/** Milliseconds. */
const FINISH_WITHIN = 5_000
const LEAVE_WITHIN = 1_000

/**
 * Connects to Discord; the bot answers from when this resolves.
 * @throws UserError when Discord refuses the bot or is out of reach; its message never holds the token
 */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { token, guildId, answerer, reload, writeLine, logQuestions, shards, observer = unobserved } = options
  const log = await openLog(options.log ?? process.stderr, token, shards && { shards: shards.ids.join() })
  const counts = await openRateLimits(options.redisUrl, log)
  const client = createClient(options.apiUrl, shards, observer.onRestError)
  const boundary = openErrorBoundary(log, observer, counts.limiter('told-may-not-speak', 1, DAY))
  const cooldown = createCooldown(counts)
  const directory = await createArticleDirectory(answerer.articles)
  let context: Context = { answerer, directory, reload, log, logQuestions, cooldown, observer, commands }
  const mentions = new Mentions(client, () => context)
  let renewing = Promise.resolve()
  const renew = async (next: Answerer, changes?: Changes): Promise<void> => {
    // Both at once, so that no question meets articles of two times.
    context = { ...context, answerer: next, directory: await createArticleDirectory(next.articles) }
    const { problems = [], ...extents } = changes ?? {}
    log.info({ ...extents, articles: next.articles.length, sentences: next.sentences }, 'read the articles anew')
    for (const problem of problems) log.warn(problemLine(problem))
  }
  let stopping: Promise<void> | undefined

  client.on(Events.Warn, (message) => log.warn(message))
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'))
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'connection error'))
  client.on(Events.ShardReady, (shard) => observer.onConnection(shard, true))
  client.on(Events.ShardReconnecting, (shard) => {
    observer.onConnection(shard, false)
    if (!stopping) log.info({ shard }, 'reconnecting')
  })
  client.on(Events.ShardResume, (shard, replayed) => {
    observer.onConnection(shard, true)
    log.info({ shard, replayed }, 'resumed')
  })
  client.on(Events.ShardDisconnect, (_, shard) => observer.onConnection(shard, false))
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset }) => log.warn({ route, timeToReset }, 'rate limited'))

  client.on(Events.InteractionCreate, (interaction) =>
    boundary.interaction(interaction, () => answerInteraction(interaction, context)),
  )
  client.on(Events.MessageCreate, (message) => boundary.message(message, () => mentions.answer(message)))
  // discord.js drops edits and deletions in direct messages that it has not met since it started: taken as sent.
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (edit: GatewayMessageUpdateDispatchData) =>
    boundary.background(() => mentions.revise(edit)),
  )
  client.ws.on(GatewayDispatchEvents.MessageDelete, ({ channel_id, id }: GatewayMessageDeleteDispatchData) =>
    boundary.background(() => mentions.withdraw(channel_id, [id])),
  )
  client.ws.on(GatewayDispatchEvents.MessageDeleteBulk, ({ channel_id, ids }: GatewayMessageDeleteBulkDispatchData) =>
    boundary.background(() => mentions.withdraw(channel_id, ids)),
  )

  const leave = async (): Promise<void> => {
    await client.destroy()
    counts.close()
  }
  const lost = shutOut(client)
  try {
    const ready = await Promise.race([logIn(client, token), lost])
    const { user, application } = ready
    writeLine(`${user.tag} is on Discord${part(ready)} and knows ${extent(answerer)}.`)
    // Of all the processes that share a bot, one speaks for it.
    if (client.ws.shards.has(0)) {
      writeLine(`Add it to a server: ${inviteLink(application.id)}`)
      const definitions = commands.map(({ definition }) => definition)
      await registerCommands(client.rest, definitions, { applicationId: application.id, guildId }).catch((thrown) => {
        throw registrationFailure(thrown, guildId)
      })
    }
  } catch (thrown) {
    await leave()
    throw thrown
  }

  let left = (): void => undefined
  const stopped = new Promise<void>((resolve) => {
    left = resolve
  })
  const ended = Promise.race([lost, stopped])
  // Whoever does not await the end must not be stopped by it.
  ended.catch(async (error: unknown) => {
    log.fatal({ err: error }, 'shut out')
    stopping ??= leave()
    await stopping
  })
  return {
    ended,
    update: (next, changes) => {
      // One after the other, so that the newest are the last, whatever became of those before.
      const renewed = renewing.then(() => renew(next, changes))
      renewing = renewed.catch(() => undefined)
      return renewed
    },
    warn: (line) => log.warn(line),
    onUnhandledRejection: boundary.onUnhandledRejection,
    stop: () => {
      stopping ??= atMost(FINISH_WITHIN, boundary.close()).then(() => atMost(LEAVE_WITHIN, leave()))
      return stopping.then(left)
    },
  }
}

/** Waits for something, but no longer than some milliseconds. */
async function atMost(milliseconds: number, done: Promise<unknown>): Promise<void> {
  const timer = new AbortController()
  await Promise.race([done, setTimeout(milliseconds, undefined, timer)])
  timer.abort()
}

/** Which part of a bot it is that others are parts of, too. */
function part({ options: { shardCount = 1 }, ws: { shards } }: Client<true>): string {
  if (shardCount === 1) return ''
  return shards.size === 1
    ? ` as shard ${shards.firstKey()} of ${shardCount}`
    : ` with ${shards.size} of ${shardCount} shards`
}

/** How much there is to ask about. */
function extent({ articles, sentences }: Answerer): string {
  return [
    counted('en', articles.length, { one: 'article', other: 'articles' }),
    counted('en', sentences, { one: 'sentence', other: 'sentences' }),
  ].join(', ')
}
