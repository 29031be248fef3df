/** Whose articles an interaction or a message may see. */
import { InteractionContextType } from 'discord.js'
import type { Audience } from '../../corpus/audience.ts'
import type { Memberships } from './memberships.ts'
import { type Source, userOf } from './source.ts'

/**
 * In a server, its own articles besides the shared ones. In direct messages to the bot, those of every server that the user
 * is a member of. Between users, where the bot is installed for one of them, only the shared ones: the others may be
 * members of nothing.
 * @param servers those with articles of their own
 */
export async function audienceOf(
  source: Source,
  servers: readonly string[],
  memberships: Memberships,
): Promise<Audience> {
  if (source.guildId !== null) return [source.guildId]
  const userId = userOf(source)
  if (source.context === InteractionContextType.PrivateChannel || userId === undefined) return []
  return memberships.serversOf(userId, servers)
}
