import { setTimeout } from 'node:timers/promises'
import {
  Events,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
  RESTEvents,
} from 'discord.js'
import type { Answerer } from '../answer/answer.ts'
import { openBoundary } from './boundary.ts'
import { createClient, logIn, shutOut } from './client.ts'
import { answerInteraction, commands } from './commands.ts'
import { createCooldown } from './cooldown.ts'
import { inviteLink } from './invite.ts'
import { type LogStream, openLog } from './log.ts'
import { Mentions } from './mention.ts'
import { registerCommands } from './register.ts'
import { createShelf } from './shelf.ts'
import { registrationFailure } from './start-failure.ts'
import { counted } from './text/plural.ts'

export interface BotOptions {
  readonly token: string
  /** The server in which commands appear at once; everywhere when absent. */
  readonly guildId?: string
  /** Root of Discord's REST interface; Discord's own when absent. */
  readonly apiUrl?: string
  /** Whether the log may hold what people ask. */
  readonly logQuestions: boolean
  readonly answerer: Answerer
  /** Shows the owner a line. */
  readonly print: (line: string) => void
  /** Where the log goes; standard error when absent. */
  readonly log?: LogStream
}

/** A bot that is on Discord. */
export interface RunningBot {
  /** Resolves once it has stopped. Rejects with a UserError when Discord shuts it out for good. */
  readonly ended: Promise<void>
  /** Takes a rejection that nothing awaited, and lives on. */
  stray(error: unknown): void
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
  const { token, guildId, answerer, print, logQuestions } = options
  const log = await openLog(options.log ?? process.stderr, token)
  const client = createClient(options.apiUrl)
  const boundary = openBoundary(log)
  const shelf = createShelf(answerer.articles)
  const context = { answerer, shelf, log, logQuestions, cooldown: createCooldown(), commands }
  const mentions = new Mentions(client, context)

  client.on(Events.Warn, (message) => log.warn(message))
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'))
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'connection error'))
  client.on(Events.ShardReconnecting, () => log.info('reconnecting'))
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'resumed'))
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset }) => log.warn({ route, timeToReset }, 'rate limited'))

  client.on(Events.InteractionCreate, (interaction) =>
    boundary.interaction(interaction, () => answerInteraction(interaction, context)),
  )
  client.on(Events.MessageCreate, (message) => boundary.message(message, () => mentions.answer(message)))
  // discord.js drops edits and deletions in direct messages that it has not met since it started: taken as sent.
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (edit: GatewayMessageUpdateDispatchData) =>
    boundary.unasked(() => mentions.revise(edit)),
  )
  client.ws.on(GatewayDispatchEvents.MessageDelete, ({ channel_id, id }: GatewayMessageDeleteDispatchData) =>
    boundary.unasked(() => mentions.withdraw(channel_id, [id])),
  )
  client.ws.on(GatewayDispatchEvents.MessageDeleteBulk, ({ channel_id, ids }: GatewayMessageDeleteBulkDispatchData) =>
    boundary.unasked(() => mentions.withdraw(channel_id, ids)),
  )

  const lost = shutOut(client)
  try {
    const { user, application } = await Promise.race([logIn(client, token), lost])
    print(`${user.tag} is on Discord and knows ${extent(answerer)}.`)
    print(`Add it to a server: ${inviteLink(application.id)}`)
    const definitions = commands.map(({ definition }) => definition)
    await registerCommands(client.rest, definitions, { applicationId: application.id, guildId }).catch((thrown) => {
      throw registrationFailure(thrown, guildId)
    })
  } catch (thrown) {
    await client.destroy()
    throw thrown
  }

  let left = (): void => undefined
  const stopped = new Promise<void>((resolve) => {
    left = resolve
  })
  const ended = Promise.race([lost, stopped])
  // Whoever does not await the end must not be stopped by it.
  ended.catch((error: unknown) => log.fatal({ err: error }, 'shut out'))
  return {
    ended,
    stray: boundary.stray,
    stop: async () => {
      await atMost(FINISH_WITHIN, boundary.close())
      await atMost(LEAVE_WITHIN, client.destroy())
      left()
    },
  }
}

/** Waits for something, but no longer than some milliseconds. */
async function atMost(milliseconds: number, done: Promise<unknown>): Promise<void> {
  const timer = new AbortController()
  await Promise.race([done, setTimeout(milliseconds, undefined, timer)])
  timer.abort()
}

/** How much there is to ask about. */
function extent({ articles }: Answerer): string {
  const sentences = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.sentences))
  return [
    counted('en', articles.length, { one: 'article', other: 'articles' }),
    counted('en', sentences.length, { one: 'sentence', other: 'sentences' }),
  ].join(', ')
}
