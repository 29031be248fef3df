/** Servers that the bot is added to and removed from. */

import { newId } from './ids.ts'
import { EVERYONE, newRole } from './objects.ts'
import type { Channel, Guild, World } from './world.ts'

/**
 * Adds the bot to a server.
 * @param shard the shard of the server, and the number of shards
 */
export function addGuild(world: World, name: string, shard: readonly [id: number, count: number]): Guild {
  const { ownerId, locale } = world.guild
  // The shard of a server follows from the timestamp in its id.
  let ahead = 0
  let id = newId(world.now)
  while (shardOf(id, shard[1]) !== shard[0]) {
    ahead += 1
    id = newId(() => world.now() + ahead)
  }
  const guild = { id, name, ownerId, locale, hasBot: true }
  world.guilds.set(id, guild)
  world.roles.set(id, newRole(id, '@everyone', EVERYONE))
  return guild
}

/** Removes the bot from a server. */
export function removeGuild(world: World, id: string): Guild {
  const guild = world.guilds.get(id)
  if (guild === undefined) throw new Error(`There is no server ${id}`)
  guild.hasBot = false
  return guild
}

/**
 * The shard that a server belongs to.
 * @see https://discord.com/developers/docs/events/gateway#sharding
 */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count))
}

/** The server that a channel is in; the first for direct messages. */
export function guildOf(world: World, channel: Channel): Guild {
  const id = 'guild_id' in channel ? channel.guild_id : undefined
  return world.guilds.get(id ?? '') ?? world.guild
}
