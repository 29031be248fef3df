/** Who may use the bot where, by the owner's settings. */
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import type { Memberships } from './memberships.ts'
import { type Source, userOf } from './source.ts'

export interface AccessSettings {
  /** The servers that are served; all where empty. */
  readonly servers: readonly string[]
  /** Whether commands work where the bot is installed for a user instead of the server. */
  readonly userInstall: boolean
  readonly directMessages: boolean
  /** User ids. */
  readonly blocked: readonly string[]
  /** Whether `/ask` answers the asker alone, unless they say otherwise. */
  readonly answersPrivately: boolean
}

/** Why somebody is refused; names the text that says so. */
export type Refusal = 'blocked' | 'elsewhere' | 'direct' | 'stranger'

/** The check in front of every way in: undefined where the bot may be used. */
export async function refusalOf(
  source: Source,
  { servers, userInstall, directMessages, blocked }: AccessSettings,
  memberships: Memberships,
): Promise<Refusal | undefined> {
  const userId = userOf(source)
  if (userId === undefined || blocked.includes(userId)) return 'blocked'
  if (isUserInstall(source) && !userInstall) return 'elsewhere'
  if (source.guildId !== null) return isServed(source.guildId, servers) ? undefined : 'elsewhere'
  if (!directMessages && source.context !== InteractionContextType.PrivateChannel) return 'direct'
  if (servers.length === 0) return undefined
  return (await memberships.serversOf(userId, servers)).length > 0 ? undefined : 'stranger'
}

/** Whether the bot may be used in a server. */
export function isServed(guildId: string, servers: readonly string[]): boolean {
  return servers.length === 0 || servers.includes(guildId)
}

/** Whether the interaction is possible only because its user has installed the bot for themselves. */
export function isUserInstall({ authorizingIntegrationOwners: owners }: Source): boolean {
  return (
    owners?.[ApplicationIntegrationType.UserInstall] !== undefined &&
    owners[ApplicationIntegrationType.GuildInstall] === undefined
  )
}

/** Where a command works. */
interface Availability {
  readonly integration_types?: readonly ApplicationIntegrationType[] | undefined
  readonly contexts?: readonly InteractionContextType[] | null | undefined
}

/** A command where the settings allow it, and nowhere else than where it works. */
export function restrictAvailability<Command extends Availability>(
  command: Command,
  { userInstall, directMessages }: AccessSettings,
) {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType
  const { Guild, BotDM, PrivateChannel } = InteractionContextType
  const types = userInstall ? [GuildInstall, UserInstall] : [GuildInstall]
  const contexts = [Guild, ...(directMessages ? [BotDM] : []), ...(userInstall ? [PrivateChannel] : [])]
  return {
    ...command,
    integration_types: types.filter((type) => command.integration_types?.includes(type) ?? true),
    contexts: contexts.filter((context) => command.contexts?.includes(context) ?? true),
  }
}
