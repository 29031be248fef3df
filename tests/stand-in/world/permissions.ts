/** Channel permissions. */
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js'
import { missingAccess, missingPermissions } from '../refusal.ts'
import { isBotDm } from './channels.ts'
import { guildOf } from './guilds.ts'
import type { Channel, World } from './world.ts'

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n)

/** Permissions in a direct-message channel. */
const IN_DM =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands

/**
 * A user's permissions in a channel; a thread uses the overwrites of its parent channel.
 * @see https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (channel.type === ChannelType.DM) return (channel.recipients ?? []).some(({ id }) => id === userId) ? IN_DM : 0n
  const member = world.members.get(userId)
  if (member === undefined) return 0n
  const guild = guildOf(world, channel)
  if (userId === world.bot.id && !guild.hasBot) return 0n
  if (userId === guild.ownerId) return ALL

  const roleIds = new Set([guild.id, ...member.roles])
  let bits = 0n
  for (const id of roleIds) bits |= BigInt(world.roles.get(id)?.permissions ?? '0')
  if (bits & PermissionFlagsBits.Administrator) return ALL

  const place = channel.type === ChannelType.PublicThread ? world.channels.get(channel.parent_id ?? '') : channel
  const overwrites = place !== undefined && 'permission_overwrites' in place ? (place.permission_overwrites ?? []) : []
  const layers = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guild.id && roleIds.has(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId),
  ]
  for (const layer of layers) {
    for (const { deny } of layer) bits &= ~BigInt(deny)
    for (const { allow } of layer) bits |= BigInt(allow)
  }
  return bits & PermissionFlagsBits.ViewChannel ? bits : 0n
}

/** The permission needed to write here; threads have their own. */
export function writing(channel: Channel): bigint {
  return channel.type === ChannelType.PublicThread
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages
}

/**
 * Checks that the bot can see the channel and has every one of `needed`.
 * @throws {Refusal} 50001 if it cannot see the channel, 50013 if a permission is missing
 */
export function demand(world: World, channel: Channel, needed = 0n): void {
  if (channel.type === ChannelType.DM && !isBotDm(world, channel)) throw missingAccess()
  const held = permissionsIn(world, world.bot.id, channel)
  if (!(held & PermissionFlagsBits.ViewChannel)) throw missingAccess()
  if ((held & needed) !== needed) throw missingPermissions()
}
