/** Follows what a server's admins set for `/ask` under Server Settings ▸ Integrations, so that mentions obey it too. */
import { setTimeout } from 'node:timers/promises'
import {
  type ApplicationCommandPermissions,
  ApplicationCommandPermissionType,
  type Client,
  Events,
  type GuildMember,
  LimitedCollection,
  type Message,
  PermissionFlagsBits,
} from 'discord.js'
import type { Log } from '../log.ts'

export interface CommandPermissions {
  /** Whether the author of a message may use `/ask` in its channel; true where Discord cannot be asked. */
  mayAsk(message: Message<true>): Promise<boolean>
}

/** Milliseconds; changes are also announced by an event, which may be missed. */
const REMEMBERED = 60 * 60_000
/** After a failure. */
const RETRIED_AFTER = 60_000
/** How long a mention waits for the permissions of its server. */
const LOOKUP_TIMEOUT = 2_000

/** Servers, each with a handful of settings. */
const MAX_REMEMBERED = 10_000

interface Remembered {
  readonly overwrites: Promise<readonly ApplicationCommandPermissions[]>
  until: number
}

/**
 * Reads the permissions with the bot's token, at the first mention in a server.
 * @param command the command whose permissions count
 * @param guildId the only server that it is registered in; registered globally when absent
 */
export function openCommandPermissions(
  client: Client,
  command: string,
  guildId: string | undefined,
  log: Log,
): CommandPermissions {
  const known = new LimitedCollection<string, Remembered>({ maxSize: MAX_REMEMBERED })
  client.on(Events.ApplicationCommandPermissionsUpdate, (update) => known.delete(update.guildId))
  // A new session has missed the events before it.
  client.on(Events.ShardReady, () => known.clear())

  let commandId: string | undefined
  const load = async (server: string): Promise<readonly ApplicationCommandPermissions[]> => {
    if (!client.isReady()) return []
    const { commands, id } = client.application
    const all = await commands.permissions.fetch({ guild: server })
    if (all.size === 0) return []
    if (commandId === undefined) {
      const registered = await commands.fetch(guildId === undefined ? {} : { guildId })
      commandId = registered.find(({ name }) => name === command)?.id
    }
    // The application's own permissions are those of all commands that have none.
    const own = all.get(commandId ?? '') ?? []
    return own.length > 0 ? own : (all.get(id) ?? [])
  }
  const overwritesIn = (server: string): Promise<readonly ApplicationCommandPermissions[]> => {
    const remembered = known.get(server)
    if (remembered && remembered.until > performance.now()) return remembered.overwrites
    const entry: Remembered = {
      overwrites: load(server).catch((error: unknown) => {
        log.warn({ err: error, server }, 'could not read command permissions; mentions are answered')
        entry.until = performance.now() + RETRIED_AFTER
        return []
      }),
      until: performance.now() + REMEMBERED,
    }
    known.set(server, entry)
    return entry.overwrites
  }
  return {
    async mayAsk(message) {
      const overwrites = await Promise.race([
        overwritesIn(message.guildId),
        setTimeout(LOOKUP_TIMEOUT, [], { ref: false }),
      ])
      if (overwrites.length === 0) return true
      const member = message.member ?? (await message.guild.members.fetch(message.author.id))
      const { channel } = message
      return isAllowed(overwrites, member, (channel.isThread() ? channel.parentId : undefined) ?? channel.id)
    },
  }
}

/**
 * Whether permissions let a member use a command in a channel. The channel has to be allowed; then a setting for the
 * person decides, then one that allows a role, then one that denies a role, then the one for everybody.
 * @see https://discord.com/developers/docs/interactions/application-commands#permissions
 */
function isAllowed(
  overwrites: readonly ApplicationCommandPermissions[],
  member: GuildMember,
  channelId: string,
): boolean {
  if (member.permissions.has(PermissionFlagsBits.Administrator)) return true
  const { Channel, Role, User } = ApplicationCommandPermissionType
  const settingOf = (type: ApplicationCommandPermissionType, id: string) =>
    overwrites.find((each) => each.type === type && each.id === id)?.permission
  const everyone = member.guild.id
  /** Stands for every channel: the id of the server less one. */
  const anyChannel = String(BigInt(everyone) - 1n)
  if ((settingOf(Channel, channelId) ?? settingOf(Channel, anyChannel)) === false) return false
  const roles = member.roles.cache.map(({ id }) => id).filter((id) => id !== everyone)
  const ofRoles = roles.flatMap((id) => settingOf(Role, id) ?? [])
  const ofSomeRole = ofRoles.length === 0 ? undefined : ofRoles.includes(true)
  return settingOf(User, member.id) ?? ofSomeRole ?? settingOf(Role, everyone) ?? true
}
