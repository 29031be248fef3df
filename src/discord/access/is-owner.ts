/** Whether somebody owns the bot: its owner, or a member of the team that does. */
import { type Client, Team, TeamMemberMembershipState } from 'discord.js'

export async function isOwner(client: Client<true>, userId: string): Promise<boolean> {
  const { owner } = await client.application.fetch()
  return (owner instanceof Team ? memberIds(owner) : [owner?.id]).includes(userId)
}

/** Without members who have not accepted their invitation. */
function memberIds({ members }: Team): string[] {
  return members
    .filter(({ membershipState }) => membershipState === TeamMemberMembershipState.Accepted)
    .map(({ id }) => id)
}
