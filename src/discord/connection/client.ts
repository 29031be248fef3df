/** The discord.js client: its intents, caches and REST behaviour, and logging in. */
import {
  ChannelType,
  Client,
  DefaultRestOptions,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  Options,
  Partials,
  RESTEvents,
  type RESTOptions,
} from 'discord.js'
import type { Observer } from '../../observer.ts'
import { recoverFromClockJumps, rejectOnRateLimit } from './clock-jumps.ts'
import { retryRequests } from './retry-requests.ts'
import { persistSessions } from './session.ts'
import { closeFailure, startFailure, startTimeout, tokenRefused } from './startup-errors.ts'
import { verifyToken } from './verify-token.ts'

/** No privileged intent: Discord delivers messages that mention the bot, and direct messages. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

/** Seconds per shard until a login has failed. */
const LOGIN_TIMEOUT = 30

/** Milliseconds for which a failing request is retried: briefly during startup, to report the failure soon. */
const retryFor = { atStart: 1_000, later: 90_000 }

/** The shards that one process runs. */
export interface Shards {
  readonly ids: readonly number[]
  /** The number of shards of the whole bot. */
  readonly count: number
}

/** Caches nothing that no answer needs. */
const makeCache = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  // A message and the one it replies to, which arrive together.
  MessageManager: 2,
  // Of the authors of recent messages, for their roles.
  GuildMemberManager: { maxSize: 20, keepOverLimit: (member) => member.id === member.client.user.id },
  UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
})

export interface Connection {
  readonly client: Client
  /** Rejects with a UserError once Discord refuses the token or closes the connection for good; never resolves. */
  readonly shutOut: Promise<never>
}

/**
 * Creates a client that never pings anybody.
 * @param apiUrl root of Discord's REST API; Discord's own when absent
 * @param shards the shards to run; all that Discord recommends when absent
 * @param observer receives the status of every failed request, retried ones included
 */
export function createClient(
  apiUrl: string | undefined,
  shards: Shards | undefined,
  { onRestError, onTokenDoubt }: Pick<Observer, 'onRestError' | 'onTokenDoubt'>,
): Connection {
  let onTokenRefused = (): void => undefined
  const refused = new Promise<never>((_, reject) => {
    onTokenRefused = () => reject(tokenRefused())
  })
  const send: RESTOptions['makeRequest'] = async (url, init) => {
    const response = await DefaultRestOptions.makeRequest(url, init)
    if (response.status >= 400) onRestError(response.status)
    return response
  }
  const api = apiUrl ?? DefaultRestOptions.api
  const sendVerified = verifyToken(send, api, { onTokenDoubt, onTokenRefused: () => onTokenRefused() })
  const client: Client = new Client({
    intents,
    shards: shards === undefined ? 'auto' : [...shards.ids],
    ...(shards !== undefined && { shardCount: shards.count }),
    // Direct messages arrive in channels that discord.js has not cached.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache,
    waitGuildTimeout: 1_000,
    ws: { buildStrategy: persistSessions },
    rest: {
      api,
      retries: 0,
      rejectOnRateLimit,
      timeout: 2 * retryFor.later,
      makeRequest: retryRequests(sendVerified, () => (client.isReady() ? retryFor.later : retryFor.atStart)),
    },
  })
  recoverFromClockJumps(client)
  completeDirectMessages(client)
  return { client, shutOut: Promise.race([whenClosed(client), refused]) }
}

/**
 * Adds the type that Discord may leave out of the channel of a direct message. discord.js drops a message in a channel
 * that it has not cached and whose type it does not know; it emits raw events before it reads them.
 */
function completeDirectMessages(client: Client): void {
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: Partial<GatewayMessageCreateDispatchData>) => {
    if (message.guild_id === undefined) message.channel_type ??= ChannelType.DM
  })
}

/** Rejects with a UserError once Discord closes the connection for good; never resolves. */
function whenClosed(client: Client): Promise<never> {
  return new Promise((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(closeFailure(code)))
  })
}

/**
 * Logs in and waits until the servers are available.
 * @throws UserError when Discord is unreachable, refuses the token or takes too long
 */
export async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  let timer: NodeJS.Timeout | undefined
  const timedOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(startTimeout(LOGIN_TIMEOUT)), LOGIN_TIMEOUT * 1_000)
  })
  // Shards are let in one after the other: each gets the full time.
  const restartTimer = (): void => void timer?.refresh()
  client.on(Events.ShardReady, restartTimer)
  keepToken(client, token)
  try {
    await Promise.race([client.login(token), timedOut])
    return await Promise.race([ready, timedOut])
  } catch (thrown) {
    throw startFailure(thrown)
  } finally {
    clearTimeout(timer)
    client.off(Events.ShardReady, restartTimer)
  }
}

/**
 * Restores the token that @discordjs/rest drops when a request is answered with 401 though the token was verified.
 * @see https://github.com/discordjs/discord.js/issues/9196
 */
function keepToken({ rest }: Client, token: string): void {
  rest.on(RESTEvents.Response, (_, { status }) => {
    if (status === 401) setImmediate(() => rest.setToken(token))
  })
}
