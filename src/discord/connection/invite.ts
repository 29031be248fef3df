import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from 'discord.js'

/** What the bot may do in a server, and why it must. */
export const permissions = {
  /** To see that it is mentioned. */
  ViewChannel: PermissionFlagsBits.ViewChannel,
  /** To answer mentions in channels. */
  SendMessages: PermissionFlagsBits.SendMessages,
  /** To answer mentions in threads. */
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  /** To reply to a message, and to find its reply again when the question is edited or deleted. */
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
} as const

/** The address by which a server's owner adds the bot, with exactly what it needs. */
export function inviteLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize')
  link.searchParams.set('client_id', applicationId)
  link.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '))
  link.searchParams.set('permissions', String(new PermissionsBitField(Object.values(permissions)).bitfield))
  return link.href
}
