/** What decides who may use the bot, where, and for which articles. */
import type { Client } from 'discord.js'
import type { Log } from '../log.ts'
import { type CommandPermissions, openCommandPermissions } from './command-permissions.ts'
import { type Memberships, openMemberships } from './memberships.ts'
import { type Owners, openOwners } from './owners.ts'
import type { AccessSettings } from './rules.ts'
import { openWritableChannels, type WritableChannels } from './writable-channels.ts'

export interface Access {
  readonly settings: AccessSettings
  readonly memberships: Memberships
  readonly owners: Owners
  readonly writable: WritableChannels
  readonly commandPermissions: CommandPermissions
}

/**
 * @param command the command whose permissions mentions obey
 * @param guildId the only server that it is registered in
 */
export function openAccess(
  client: Client,
  settings: AccessSettings,
  { command, guildId, log }: { readonly command: string; readonly guildId: string | undefined; readonly log: Log },
): Access {
  return {
    settings,
    memberships: openMemberships(client, log),
    owners: openOwners(client, log),
    writable: openWritableChannels(),
    commandPermissions: openCommandPermissions(client, command, guildId, log),
  }
}
