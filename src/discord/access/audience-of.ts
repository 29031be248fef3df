/** Whose articles an interaction or a message may see. */
import { InteractionContextType } from 'discord.js'
import type { Audience } from '../../corpus/audience.ts'
import type { Memberships } from './memberships.ts'

/** The parts of an interaction or a message that decide it. */
export interface Source {
  readonly guildId: string | null
  /** Of an interaction; a message without a server is a direct message to the bot. */
  readonly context?: InteractionContextType | null
  readonly user?: { readonly id: string }
  readonly author?: { readonly id: string }
}

/**
 * In a server, its own articles besides the shared ones. In direct messages to the bot, those of every server that the user
 * is a member of. Between users, where the bot is installed for one of them, only the shared ones: the others may be
 * members of nothing.
 * @param servers those with articles of their own
 */
export async function audienceOf(
  { guildId, context, user, author }: Source,
  servers: readonly string[],
  memberships: Memberships,
): Promise<Audience> {
  if (guildId !== null) return [guildId]
  const userId = (user ?? author)?.id
  if (context === InteractionContextType.PrivateChannel || userId === undefined) return []
  return memberships.serversOf(userId, servers)
}
