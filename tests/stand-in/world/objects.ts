/** New users, roles and members, with all fields that Discord sends. */
import { type APIGuildMember, type APIRole, type APIUser, PermissionFlagsBits } from 'discord.js'
import { newId } from './ids.ts'

/** Text permissions of `@everyone` in a new server. */
export const EVERYONE =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseApplicationCommands

/** Typed as a number because the flag enumerations have no zero. */
const NO_FLAGS: number = 0

export function newUser(now: () => number, name: string, bot = false): APIUser {
  return { id: newId(now), username: name, discriminator: '0', global_name: bot ? null : name, avatar: null, bot }
}

export function newRole(id: string, name: string, permissions = 0n): APIRole {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null }
  return {
    id,
    name,
    color: 0,
    colors,
    hoist: false,
    position: 0,
    permissions: String(permissions),
    managed: false,
    mentionable: true,
    flags: NO_FLAGS,
  }
}

export function newMember(now: () => number, user: APIUser, roles: string[] = []): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: new Date(now()).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
  }
}
