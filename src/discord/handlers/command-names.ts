/** Localised names and descriptions of commands and their options, and where commands are available. */
import {
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
} from 'discord.js'
import { en } from '../../text/en.ts'
import { type Messages, translations } from '../../text/messages.ts'

/** Commands work wherever the bot is installed, for a server or a user, and in every kind of channel. */
export const availability = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
}

/** For commands that need a server where the bot is a member. */
export const serverAvailability = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
}

/** For those who manage the server, unless its settings say otherwise. */
export const forManagers = {
  ...serverAvailability,
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
}

/** The name of a command or an option in every language. */
export function localisedName(read: (text: Messages) => { readonly name: string }): {
  name: string
  name_localizations: LocalizationMap
} {
  return { name: read(en).name, name_localizations: translate((text) => read(text).name) }
}

/** The name and the description of a command or an option in every language. */
export function localised(read: (text: Messages) => { readonly name: string; readonly description: string }): {
  name: string
  name_localizations: LocalizationMap
  description: string
  description_localizations: LocalizationMap
} {
  return {
    ...localisedName(read),
    description: read(en).description,
    description_localizations: translate((text) => read(text).description),
  }
}

function translate(read: (text: Messages) => string): LocalizationMap {
  return Object.fromEntries(Object.entries(translations).map(([locale, text]) => [locale, read(text)]))
}
