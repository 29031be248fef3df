/** Interactions as the gateway sends them. */
import { type APIMessage, type APIUser, ChannelType, InteractionContextType } from 'discord.js'
import { channelForBot, isBotDm } from '../world/channels.ts'
import { guildOf } from '../world/guilds.ts'
import { permissionsIn } from '../world/permissions.ts'
import type { Channel, World } from '../world/world.ts'
import { type Interaction, installedBy } from './interactions.ts'

/** The context of an interaction: server, DM with the bot, other DM. */
export function contextOf(world: World, channel: Channel): InteractionContextType {
  if (channel.type !== ChannelType.DM) return InteractionContextType.Guild
  return isBotDm(world, channel) ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel
}

/**
 * The interaction as the gateway sends it.
 * @param specifics the command, the component or the fields of the modal; for components their message too
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
 */
export function interactionPayload(
  world: World,
  interaction: Interaction,
  specifics: { data: object; message?: APIMessage | undefined },
): object {
  const { id, token, type, user, locale, channel } = interaction
  const { data, message } = specifics
  const guild = guildOf(world, channel)
  const member = 'guild_id' in channel ? memberWith(world, user, channel) : undefined
  return {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    data,
    ...(message !== undefined && { message }),
    channel_id: channel.id,
    channel: { ...channelForBot(world, channel), permissions: String(permissionsIn(world, user.id, channel)) },
    locale,
    ...(member === undefined
      ? { user }
      : {
          member,
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
        }),
    context: contextOf(world, channel),
    authorizing_integration_owners: installedBy(world, channel, user),
    app_permissions: String(permissionsIn(world, world.bot.id, channel)),
    entitlements: [],
    attachment_size_limit: 10_485_760,
  }
}

/** The member with its permissions in the channel. */
export function memberWith(world: World, user: APIUser, channel: Channel): object | undefined {
  const member = world.members.get(user.id)
  return member === undefined ? undefined : { ...member, permissions: String(permissionsIn(world, user.id, channel)) }
}
