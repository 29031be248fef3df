/** What decides who may use the bot, where, and for which articles. */
import type { Client } from 'discord.js'
import type { Log } from '../log.ts'
import { type Memberships, openMemberships } from './memberships.ts'
import type { AccessSettings } from './rules.ts'
import { openWritableChannels, type WritableChannels } from './writable-channels.ts'

export interface Access {
  readonly settings: AccessSettings
  readonly memberships: Memberships
  readonly writable: WritableChannels
}

export function openAccess(client: Client, settings: AccessSettings, log: Log): Access {
  return { settings, memberships: openMemberships(client, log), writable: openWritableChannels() }
}
