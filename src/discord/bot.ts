/** The bot: connects to Discord, wires events to handlers, and shuts down cleanly. */
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
import { atMost } from '../at-most.ts'
import type { Documents } from '../importers/server/documents.ts'
import { type Changes, problemLine } from '../indexing/index-version.ts'
import { noObserver, type Observer } from '../observer.ts'
import { en } from '../text/en.ts'
import { counted } from '../text/plural.ts'
import { openAccess } from './access/access.ts'
import { type AccessSettings, restrictAvailability } from './access/rules.ts'
import { createClient, logIn, type Shards } from './connection/client.ts'
import { inviteLink } from './connection/invite.ts'
import { logOutages } from './connection/outage-log.ts'
import { registerCommands, removeDuplicates } from './connection/register-commands.ts'
import { RegistrationRefused, registrationFailure } from './connection/startup-errors.ts'
import { createArticleDirectory } from './handlers/article-directory.ts'
import type { SharedContext } from './handlers/context.ts'
import { answerInteraction, commands } from './handlers/dispatch.ts'
import { openErrorBoundary } from './handlers/error-boundary.ts'
import { followDeletion, followEdit } from './handlers/learning/follow-messages.ts'
import { Learning, type LearningOptions } from './handlers/learning/learning.ts'
import { scheduleSummaries } from './handlers/learning/weekly-summary.ts'
import { createCooldown } from './handlers/limits/cooldown.ts'
import { openDirectNotices } from './handlers/limits/direct-notices.ts'
import { openRateLimits } from './handlers/limits/rate-limits.ts'
import { Mentions } from './handlers/mentions.ts'
import { type LogStream, openLog } from './log.ts'

/** Seconds. */
const HOUR = 60 * 60
const DAY = 24 * HOUR

/** Milliseconds: how long `stop` waits for answers in progress, and then for the connection to close. */
const FINISH_TIMEOUT = 5_000
const LEAVE_TIMEOUT = 1_000

export interface BotOptions {
  readonly token: string
  /** The server to register commands in, where they appear at once; registered globally when absent. */
  readonly guildId?: string
  /** Root of Discord's REST API; Discord's own when absent. */
  readonly apiUrl?: string
  readonly access: AccessSettings
  /** Whether questions may appear in the log. */
  readonly logQuestions: boolean
  /** The shards to run; all that Discord recommends when absent. */
  readonly shards?: Shards
  /** Redis for rate limits shared between processes; in memory when absent. */
  readonly redisUrl?: string
  readonly observer?: Observer
  /** Days after which the age of a dated source is stated; never when absent. */
  readonly staleAfter?: number
  /** Where unanswered questions are kept; nothing is when absent. Closed with the bot. */
  readonly learning?: LearningOptions | undefined
  readonly answerer: Answerer
  /** Reads the articles again; `update` has been called by the time it resolves. Rejects with a UserError when they are unreadable. */
  readonly reload: () => Promise<Changes>
  /** What people add and remove on Discord. */
  readonly documents: Documents
  /** Prints a line for the owner. */
  readonly writeLine: (line: string) => void
  /** Where the log goes; standard error when absent. */
  readonly log?: LogStream
}

/** A bot that is connected to Discord. */
export interface RunningBot {
  /** Resolves once the bot has stopped. Rejects with a UserError when Discord shuts it out for good. */
  readonly ended: Promise<void>
  /** Switches to another version of the articles; questions in progress keep the one they started with. */
  update(answerer: Answerer, changes?: Changes): Promise<void>
  /** Logs a warning, or what happens in normal operation. */
  warn(line: string): void
  inform(line: string): void
  /** Logs an unhandled rejection, and tells the asker if a question caused it. */
  onUnhandledRejection(error: unknown): void
  /** Takes no more questions, finishes those in progress within five seconds, and disconnects. */
  stop(): Promise<void>
}

/**
 * Connects to Discord. The bot answers questions once this resolves.
 * @throws UserError when Discord refuses the bot or cannot be reached; its message never contains the token
 */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const {
    token,
    guildId,
    answerer,
    reload,
    documents,
    writeLine,
    logQuestions,
    shards,
    observer = noObserver,
  } = options
  const log = await openLog(options.log ?? process.stderr, token, shards && { shards: shards.ids.join() })
  const rateLimits = await openRateLimits(options.redisUrl, log)
  const { client, shutOut } = createClient(options.apiUrl, shards, observer)
  const access = openAccess(client, options.access, { command: en.commands.ask.name, guildId, log })
  const sendDirectNotice = openDirectNotices(rateLimits, log)
  const boundary = openErrorBoundary({
    log,
    observer,
    writable: access.writable,
    sendDirectNotice,
    noticeLimiter: rateLimits.limiter('cannot-post-notice', 1, DAY),
  })
  const cooldown = createCooldown(rateLimits)
  const directory = await createArticleDirectory(answerer.articles)
  const learning = options.learning && new Learning(options.learning, observer, (line) => log.warn(line))
  let context: SharedContext = {
    answerer,
    directory,
    access,
    refusalNotices: rateLimits.limiter('refusal-notice', 1, DAY),
    sendDirectNotice,
    reload,
    log,
    logQuestions,
    staleAfter: options.staleAfter,
    cooldown,
    documents,
    additions: rateLimits.limiter('additions', documents.limits.additionsPerHour, HOUR),
    latest: () => context,
    observer,
    learning,
    commands,
  }
  const mentions = new Mentions(client, () => context)
  const switchTo = async (next: Answerer, changes?: Changes): Promise<void> => {
    const nextDirectory = await createArticleDirectory(next.articles)
    // One assignment, so that no question mixes two versions.
    context = { ...context, answerer: next, directory: nextDirectory }
    const { problems = [], ...counts } = changes ?? {}
    log.info({ ...counts, articles: next.articles.length, sentences: next.sentences }, 'articles updated')
    for (const problem of problems) log.warn(problemLine(problem))
  }
  let updating = Promise.resolve()
  let stopping: Promise<void> | undefined

  client.on(Events.Warn, (message) => log.warn(message))
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'))
  logOutages(client, log, observer, () => stopping !== undefined)
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset }) => log.warn({ route, timeToReset }, 'rate limited'))

  client.on(Events.InteractionCreate, (interaction) =>
    boundary.interaction(interaction, () => answerInteraction(interaction, context)),
  )
  client.on(Events.MessageCreate, (message) => boundary.message(message, () => mentions.answer(message)))
  const onDeleted = ({ channel_id, guild_id, ids }: GatewayMessageDeleteBulkDispatchData): void => {
    if (guild_id !== undefined) {
      learning?.removeQuestions(guild_id, ids)
      boundary.background(() => followDeletion(context, guild_id, ids))
    }
    boundary.background(() => mentions.withdraw(channel_id, ids))
  }
  // Raw events: discord.js ignores edits and deletions in direct message channels that it has not cached.
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (edit: GatewayMessageUpdateDispatchData) => {
    boundary.background(() => mentions.revise(edit))
    boundary.background(() => followEdit(client, context, edit))
  })
  client.ws.on(GatewayDispatchEvents.MessageDelete, ({ id, ...rest }: GatewayMessageDeleteDispatchData) =>
    onDeleted({ ...rest, ids: [id] }),
  )
  client.ws.on(GatewayDispatchEvents.MessageDeleteBulk, onDeleted)

  const leave = async (): Promise<void> => {
    await client.destroy()
    rateLimits.close()
    await learning?.close()
  }
  try {
    const ready = await Promise.race([logIn(client, token), shutOut])
    const { user, application } = ready
    writeLine(`${user.tag} is on Discord${shardSummary(ready)} and knows ${corpusSummary(answerer)}.`)
    // Of all processes of a bot, only the one with the first shard registers commands.
    if (client.ws.shards.has(0)) {
      writeLine(`Add it to a server: ${inviteLink(application.id)}`)
      const definitions = commands.map(({ definition }) => restrictAvailability(definition, options.access))
      const scope = { applicationId: application.id, guildId }
      try {
        await registerCommands(client.rest, definitions, scope)
        const servers = [...client.guilds.cache.keys()]
        boundary.background(() => removeDuplicates(client.rest, definitions, scope, servers))
      } catch (thrown) {
        const failure = registrationFailure(thrown, guildId)
        if (!(failure instanceof RegistrationRefused)) throw failure
        log.error(`${failure.message}; until then, only mentions and direct messages are answered`)
      }
    }
  } catch (thrown) {
    await leave()
    throw thrown
  }

  if (options.learning) scheduleSummaries(client, () => context, options.learning.gapsChannel, boundary.background)

  let onStopped = (): void => undefined
  const stopped = new Promise<void>((resolve) => {
    onStopped = resolve
  })
  const ended = Promise.race([shutOut, stopped])
  // Also avoids an unhandled rejection when the caller ignores `ended`.
  ended.catch(async (error: unknown) => {
    log.fatal({ err: error }, 'shut out')
    stopping ??= leave()
    await stopping
  })
  return {
    ended,
    update: (next, changes) => {
      // In order, so that the newest version wins even if an earlier update fails.
      const updated = updating.then(() => switchTo(next, changes))
      updating = updated.catch(() => undefined)
      return updated
    },
    warn: (line) => log.warn(line),
    inform: (line) => log.info(line),
    onUnhandledRejection: boundary.onUnhandledRejection,
    stop: () => {
      stopping ??= atMost(FINISH_TIMEOUT, boundary.close()).then(() => atMost(LEAVE_TIMEOUT, leave()))
      return stopping.then(onStopped)
    },
  }
}

/** ` as shard 1 of 2`, or nothing for a bot with a single shard. */
function shardSummary({ options: { shardCount = 1 }, ws: { shards } }: Client<true>): string {
  if (shardCount === 1) return ''
  return shards.size === 1
    ? ` as shard ${shards.firstKey()} of ${shardCount}`
    : ` with ${shards.size} of ${shardCount} shards`
}

function corpusSummary({ articles, sentences }: Answerer): string {
  return [
    counted('en', articles.length, { one: 'article', other: 'articles' }),
    counted('en', sentences, { one: 'sentence', other: 'sentences' }),
  ].join(', ')
}
