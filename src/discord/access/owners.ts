/** Who owns the bot: its owner, or the members of the team that does. */
import { type Client, Events, Team, TeamMemberMembershipState, TeamMemberRole } from 'discord.js'
import type { Log } from '../log.ts'

export interface Owners {
  /** Whether a user owns the bot. Makes no request for anybody who did not own it when Discord was last asked. */
  include(userId: string): Promise<boolean>
}

/** Milliseconds after which Discord is asked whether an owner still is one. */
const REMEMBERED = 10 * 60_000

interface Known {
  readonly ids: Promise<readonly string[]>
  readonly since: number
}

/** Asks Discord at the start and at every new session. */
export function openOwners(client: Client, log: Log): Owners {
  let known: Known | undefined
  const ask = (): Known => {
    const asked: Known = { ids: ownersOf(client), since: performance.now() }
    asked.ids.catch((error: unknown) => {
      log.warn({ err: error }, 'could not read who owns the bot')
      if (known === asked) known = undefined
    })
    known = asked
    return asked
  }
  client.once(Events.ClientReady, ask)
  client.on(Events.ShardReady, () => {
    if (client.isReady()) ask()
  })
  return {
    async include(userId) {
      const { ids, since } = known ?? ask()
      if (!(await ids).includes(userId)) return false
      return performance.now() - since < REMEMBERED || (await ask().ids).includes(userId)
    },
  }
}

async function ownersOf(client: Client): Promise<readonly string[]> {
  if (!client.isReady()) return []
  const { owner } = await client.application.fetch()
  return owner instanceof Team ? memberIds(owner) : owner ? [owner.id] : []
}

/** Without members who have not accepted their invitation, or may only read. */
function memberIds({ members }: Team): string[] {
  return members
    .filter(({ membershipState, role }) => {
      return membershipState === TeamMemberMembershipState.Accepted && role !== TeamMemberRole.ReadOnly
    })
    .map(({ id }) => id)
}
