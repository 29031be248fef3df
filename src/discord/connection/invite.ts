/** The link that adds the bot to a server. */
import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from 'discord.js'

/** Every permission the bot needs, and why. */
const permissions = {
  /** To receive mentions. */
  ViewChannel: PermissionFlagsBits.ViewChannel,
  /** To answer mentions in channels. */
  SendMessages: PermissionFlagsBits.SendMessages,
  /** To answer mentions in threads. */
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  /** To reply to a message, and to find that reply again when the question is edited or deleted. */
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
} as const

/** The invite link, asking for exactly the permissions the bot needs. */
export function inviteLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize')
  link.searchParams.set('client_id', applicationId)
  link.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '))
  link.searchParams.set('permissions', String(new PermissionsBitField(Object.values(permissions)).bitfield))
  return link.href
}
