/** Where a question or a command comes from. */
import type { ApplicationIntegrationType, InteractionContextType } from 'discord.js'

/** What interactions and messages have in common; a message without a server is a direct message to the bot. */
export interface Source {
  readonly guildId: string | null
  /** Of an interaction. */
  readonly user?: { readonly id: string }
  readonly context?: InteractionContextType | null
  readonly authorizingIntegrationOwners?: { readonly [Type in ApplicationIntegrationType]?: string }
  /** Of a message. */
  readonly author?: { readonly id: string }
}

export function userOf({ user, author }: Source): string | undefined {
  return (user ?? author)?.id
}
