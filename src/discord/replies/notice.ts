import { Locale, type Message, MessageFlags } from 'discord.js'

/** A short message about the bot itself. */
export function notice(content: string): { content: string; flags: MessageFlags.SuppressEmbeds } {
  return { content, flags: MessageFlags.SuppressEmbeds }
}

/** The same for an interaction, seen by nobody but the asker. */
export function privateNotice(content: string): { content: string; flags: number } {
  return { content, flags: MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral }
}

/** What is posted once in answer to a message, however often it is sent: an earlier one of the same nonce counts. */
export function withNonce<T>(message: Message, payload: T): T & { nonce: string; enforceNonce: true } {
  return { ...payload, nonce: message.id, enforceNonce: true }
}

/** The language of the place where a message was written: Discord does not tell the writer's. */
export function localeOf(message: Message): Locale {
  return message.guild?.preferredLocale ?? Locale.EnglishUS
}
