import { ApplicationIntegrationType, InteractionContextType, type LocalizationMap } from 'discord.js'
import { en } from '../../text/en.ts'
import { type Messages, translations } from '../../text/messages.ts'

/** Where every command can be used: installed by a server or a person; in servers and in direct messages of all kinds. */
export const reach = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
}

/** The name of a command or an option in every language. */
export function named(read: (text: Messages) => { readonly name: string }): {
  name: string
  name_localizations: LocalizationMap
} {
  return { name: read(en).name, name_localizations: inOthers((text) => read(text).name) }
}

/** The name and the description of a command or an option in every language. */
export function described(read: (text: Messages) => { readonly name: string; readonly description: string }): {
  name: string
  name_localizations: LocalizationMap
  description: string
  description_localizations: LocalizationMap
} {
  return {
    ...named(read),
    description: read(en).description,
    description_localizations: inOthers((text) => read(text).description),
  }
}

function inOthers(read: (text: Messages) => string): LocalizationMap {
  return Object.fromEntries(Object.entries(translations).map(([locale, text]) => [locale, read(text)]))
}
