/** Suggests the server's own articles while somebody types the name of one. */
import type { AutocompleteInteraction } from 'discord.js'
import type { Context } from '../context.ts'

export async function completeOwnArticle(interaction: AutocompleteInteraction, { directory }: Context): Promise<void> {
  const { guildId, options } = interaction
  await interaction.respond(guildId === null ? [] : directory.ownedBy(guildId).choices(options.getFocused()))
}
