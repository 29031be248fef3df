/** Short messages about the bot itself: errors, hints, notices. */
import { MessageFlags } from 'discord.js'

export function notice(content: string): { content: string; flags: MessageFlags.SuppressEmbeds } {
  return { content, flags: MessageFlags.SuppressEmbeds }
}

/** A notice that only the user who caused an interaction sees. */
export function privateNotice(content: string): { content: string; flags: number } {
  return { content, flags: MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral }
}
