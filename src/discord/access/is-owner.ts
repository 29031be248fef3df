/** Whether somebody owns the bot: its owner, or a member of the team that does. */
import { type Client, Team, TeamMemberMembershipState, TeamMemberRole } from 'discord.js'

/** Milliseconds. */
const REMEMBERED = 10 * 60_000

const known = new WeakMap<Client, { readonly ids: readonly string[]; readonly until: number }>()

/** Asks Discord at most once in ten minutes, however many people use the owner's commands. */
export async function isOwner(client: Client<true>, userId: string): Promise<boolean> {
  const remembered = known.get(client)
  if (remembered && remembered.until > performance.now()) return remembered.ids.includes(userId)
  const { owner } = await client.application.fetch()
  const ids = owner instanceof Team ? memberIds(owner) : owner ? [owner.id] : []
  known.set(client, { ids, until: performance.now() + REMEMBERED })
  return ids.includes(userId)
}

/** Without members who have not accepted their invitation, or may only read. */
function memberIds({ members }: Team): string[] {
  return members
    .filter(({ membershipState, role }) => {
      return membershipState === TeamMemberMembershipState.Accepted && role !== TeamMemberRole.ReadOnly
    })
    .map(({ id }) => id)
}
