import { Client, DefaultRestOptions, Events, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js'
import { rejectOnRateLimit, watchClockJumps } from './clock-jumps.ts'
import { retryRequests } from './retry-requests.ts'
import { persistSessions } from './session.ts'
import { closeFailure, startFailure, startTimeout } from './startup-errors.ts'

/** Nothing privileged: Discord shows a bot the messages that mention it or are sent to it alone. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

/** Seconds for each shard. */
const START_WITHIN = 30

/** Some shards of a bot, and how many it has in all. */
export interface Shards {
  readonly ids: readonly number[]
  readonly count: number
}
/** For how many milliseconds requests are sent again: a start that fails is told soon; later an outage may take a while. */
const persistence = { atStart: 1_000, later: 90_000 }

/** What discord.js keeps in memory: nothing that no answer needs. */
const makeCache = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  // Enough for a message and the one that it replies to, which come together.
  MessageManager: 2,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
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

/**
 * A client of Discord that pings nobody, whatever it sends.
 * @param apiUrl the root of Discord's REST interface; Discord's own when absent
 * @param shards those that it is to be; as many as Discord recommends when absent
 * @param refused is told the status of each answer that is an error, of those too after which a request is sent again
 */
export function createClient(
  apiUrl: string | undefined,
  shards: Shards | undefined,
  refused: (status: number) => void,
): Client {
  const send: RESTOptions['makeRequest'] = async (url, init) => {
    const answer = await DefaultRestOptions.makeRequest(url, init)
    if (answer.status >= 400) refused(answer.status)
    return answer
  }
  const client: Client = new Client({
    intents,
    shards: shards === undefined ? 'auto' : [...shards.ids],
    ...(shards !== undefined && { shardCount: shards.count }),
    // Direct messages come in channels that discord.js has not met.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache,
    waitGuildTimeout: 1_000,
    ws: { buildStrategy: persistSessions },
    rest: {
      ...(apiUrl !== undefined && { api: apiUrl }),
      retries: 0,
      rejectOnRateLimit,
      timeout: 2 * persistence.later,
      makeRequest: retryRequests(send, () => (client.isReady() ? persistence.later : persistence.atStart)),
    },
  })
  watchClockJumps(client)
  return client
}

/** Settles only when Discord shuts the client out for good: rejects with the UserError that says why. */
export function shutOut(client: Client): Promise<never> {
  return new Promise((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(closeFailure(code)))
  })
}

/**
 * Logs in and waits until the servers are there.
 * @throws UserError when Discord is out of reach, refuses the token or takes too long
 */
export async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(startTimeout(START_WITHIN)), START_WITHIN * 1_000)
  })
  // Discord lets shards in one after the other.
  const wait = (): void => void timer?.refresh()
  client.on(Events.ShardReady, wait)
  try {
    await Promise.race([client.login(token), tooLate])
    return await Promise.race([ready, tooLate])
  } catch (thrown) {
    throw startFailure(thrown)
  } finally {
    clearTimeout(timer)
    client.off(Events.ShardReady, wait)
  }
}
