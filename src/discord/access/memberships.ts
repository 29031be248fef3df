/** Looks up by REST whether a user is a member of a server; the bot has no intent that would tell it. */
import { type Client, DiscordAPIError, LimitedCollection, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Log } from '../log.ts'

export interface Memberships {
  /** Those of some servers that a user is a member of. A server that cannot be asked counts as one the user is not in. */
  serversOf(userId: string, servers: readonly string[]): Promise<string[]>
}

/** Milliseconds. */
const REMEMBERED = 10 * 60_000
/** After a failure that may pass. */
const RETRIED_AFTER = 10_000
/** An interaction has to be answered within three seconds. */
const LOOKUP_TIMEOUT = 2_000

const MAX_REMEMBERED = 10_000

interface Membership {
  readonly isMember: Promise<boolean>
  until: number
}

export function openMemberships(client: Client, log: Log): Memberships {
  const known = new LimitedCollection<string, Membership>({ maxSize: MAX_REMEMBERED })

  const lookUp = async (server: string, userId: string, forget: () => void): Promise<boolean> => {
    try {
      await client.rest.get(Routes.guildMember(server, userId), { signal: AbortSignal.timeout(LOOKUP_TIMEOUT) })
      return true
    } catch (error) {
      if (isRefusal(error)) return false
      forget()
      log.warn({ err: error, server }, 'could not look up a member; treated as a stranger')
      return false
    }
  }
  const isMember = (server: string, userId: string): Promise<boolean> => {
    // One process runs some shards only; the others' servers are asked, and refuse where the bot is not in them.
    const runsAll = client.ws.shards.size === client.options.shardCount
    if (runsAll && !client.guilds.cache.has(server)) return Promise.resolve(false)
    const key = `${server} ${userId}`
    const remembered = known.get(key)
    if (remembered && remembered.until > performance.now()) return remembered.isMember
    const membership: Membership = {
      isMember: lookUp(server, userId, () => {
        membership.until = performance.now() + RETRIED_AFTER
      }),
      until: performance.now() + REMEMBERED,
    }
    known.set(key, membership)
    return membership.isMember
  }
  return {
    serversOf: async (userId, servers) => {
      const members = await Promise.all(servers.map((server) => isMember(server, userId)))
      return servers.filter((_, i) => members[i])
    },
  }
}

const refusals = new Set<number | string>([
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
])

function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && refusals.has(error.code)
}
