import { MessageFlags } from 'discord.js'

/** A short message about the bot itself. */
export function notice(content: string): { content: string; flags: MessageFlags.SuppressEmbeds } {
  return { content, flags: MessageFlags.SuppressEmbeds }
}

/** The same for an interaction, seen by nobody but the asker. */
export function privateNotice(content: string): { content: string; flags: number } {
  return { content, flags: MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral }
}
