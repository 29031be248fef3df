/** What people set up on Discord: members, roles, servers, channels and permissions. */
import {
  type APIApplicationCommandPermission,
  type APIPublicThreadChannel,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
} from 'discord.js'
import { changeThread, directChannel, newTextChannel, newThread, overwriteFor } from './channels.ts'
import { addGuild, removeGuild } from './guilds.ts'
import { newId } from './ids.ts'
import { newMember, newRole, newUser } from './objects.ts'
import { announce, type Channel, type World } from './world.ts'

export interface Administration {
  addUser(name: string, options?: { bot?: boolean; roles?: APIRole[]; member?: boolean }): APIUser
  addRole(name: string, permissions?: bigint): APIRole
  /** Adds the bot to another server on a given shard, with the same members and one channel. */
  addGuild(name: string, shard: readonly [id: number, count: number]): APITextChannel
  addChannel(name: string): APITextChannel
  /** Removes the bot from a server; people can use it there if they have installed it for themselves. */
  removeGuild(guildId: string): void
  addThread(parent: APITextChannel, name: string): APIPublicThreadChannel
  /** Archives or locks a thread, or ends that. */
  setThread(thread: APIPublicThreadChannel, state: { archived?: boolean; locked?: boolean }): void
  removeChannel(channel: Channel): void
  /** The direct messages between a user and the bot, or between two users. */
  dm(user: APIUser, other?: APIUser): Channel
  /** Removes a member from one server, but not from the others. */
  leave(user: APIUser, guildId: string): void
  /** Sets who may use a command in the first server, and where, as under Server Settings ▸ Integrations; all where unnamed. */
  setCommandPermissions(permissions: readonly APIApplicationCommandPermission[], command?: string): void
  /** Makes this user refuse direct messages. */
  closeDms(user: APIUser): void
  /** Sets the permissions of a user, the bot by default, in a channel. */
  setPermissions(channel: Channel, bits: bigint, who?: APIUser): void
}

export function createAdministration(world: World): Administration {
  const addUser: Administration['addUser'] = (name, { bot = false, roles = [], member = true } = {}) => {
    const user = newUser(world.now, name, bot)
    world.users.set(user.id, user)
    if (!member) return user
    const joined = newMember(
      world.now,
      user,
      roles.map(({ id }) => id),
    )
    world.members.set(user.id, joined)
    announce(world, { kind: 'member', member: joined, user })
    return user
  }
  const addAnyChannel = <T extends Channel>(channel: T): T => {
    world.channels.set(channel.id, channel)
    announce(world, { kind: 'channel', channel })
    return channel
  }

  return {
    addUser,
    addRole: (name, permissions = 0n) => {
      const role = newRole(newId(world.now), name, permissions)
      world.roles.set(role.id, role)
      announce(world, { kind: 'role', role })
      return role
    },
    addGuild: (name, shard) => {
      const guild = addGuild(world, name, shard)
      const channel = newTextChannel(world, 'general', guild)
      world.channels.set(channel.id, channel)
      announce(world, { kind: 'guild', guild })
      return channel
    },
    addChannel: (name) => addAnyChannel(newTextChannel(world, name)),
    removeGuild: (id) => {
      const guild = removeGuild(world, id)
      announce(world, { kind: 'guildRemoval', guild })
    },
    addThread: (parent, name) => addAnyChannel(newThread(world, parent, name)),
    setThread: (thread, state) => changeThread(world, thread, state),
    removeChannel: (channel) => {
      world.channels.delete(channel.id)
      announce(world, { kind: 'channelRemoval', channel })
    },
    dm: (user, other = world.bot) => directChannel(world, [user, other]),
    leave: (user, guildId) => void world.absences.add(`${guildId} ${user.id}`),
    setCommandPermissions: (permissions, command) => {
      const named = [...world.commands.values()].flat().find(({ name }) => name === command)
      const set = {
        id: named?.id ?? world.bot.id,
        application_id: world.bot.id,
        guild_id: world.guild.id,
        permissions: [...permissions],
      }
      const others = world.commandPermissions.filter(({ id }) => id !== set.id)
      world.commandPermissions.splice(0, world.commandPermissions.length, ...others, set)
      announce(world, { kind: 'commandPermissions', permissions: set })
    },
    closeDms: (user) => void world.closedDms.add(user.id),
    setPermissions: (channel, bits, who = world.bot) => {
      if (channel.type !== ChannelType.GuildText) throw new Error('Only a text channel has permissions of its own')
      const others = (channel.permission_overwrites ?? []).filter(({ id }) => id !== who.id)
      channel.permission_overwrites = [...others, overwriteFor(who.id, bits)]
      announce(world, { kind: 'channelUpdate', channel })
    },
  }
}
