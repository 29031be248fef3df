/** What people do on Discord besides writing messages. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  Locale,
  PermissionFlagsBits,
} from 'discord.js'
import { filled, isButton, isSelect, usable, walk } from '../messages/components.ts'
import { isKept } from '../messages/posting.ts'
import { GLOBAL } from '../rest/routes/commands.ts'
import { guildOf } from '../world/guilds.ts'
import { permissionsIn } from '../world/permissions.ts'
import { announce, type Channel, findMessage, type World } from '../world/world.ts'
import { optionsFor, resolvedFor, type Typed } from './command-options.ts'
import { type Beginning, begin, type Interactions } from './interactions.ts'
import { contextOf, interactionPayload } from './payload.ts'
import { type Use, useOf, type Wait } from './use.ts'

export interface ActOptions {
  /** The language of the person's client; English by default. */
  locale?: Locale | `${Locale}`
}

/** Ways to use the bot besides messages. Each throws if Discord's client would not allow it. */
export interface Acts {
  /** Uses a slash command; subcommands are named after it, separated by spaces. */
  slash(user: APIUser, channel: Channel, path: string, typed?: Typed, options?: ActOptions): Use
  /** Types into an option with autocomplete. */
  autocomplete(
    user: APIUser,
    channel: Channel,
    path: string,
    focused: string,
    partial: string | number,
    options?: ActOptions & { others?: Typed },
  ): Promise<readonly APIApplicationCommandOptionChoice[]>
  /** Picks a command from the menu of a message. */
  messageCommand(user: APIUser, name: string, target: APIMessage, options?: ActOptions): Use
  /** Presses a button, by its custom id or its label. */
  press(user: APIUser, message: APIMessage, button: string, options?: ActOptions): Use
  /** Picks from a select menu, by its custom id or the beginning of it. */
  select(user: APIUser, message: APIMessage, customId: string, values: string[], options?: ActOptions): Use
  /** Submits the modal that was the response to `use`; values by custom id. */
  submitModal(use: Use, values: Record<string, string>): Use
}

export function createActs(world: World, interactions: Interactions, wait: Wait): Acts {
  const start = (beginning: Omit<Beginning, 'locale'>, specifics: Specifics, options: ActOptions): Use => {
    const locale = Object.values(Locale).find((each) => each === (options.locale ?? Locale.EnglishUS))
    if (locale === undefined) throw new Error(`There is no locale ${options.locale}`)
    const interaction = begin(world, interactions, { ...beginning, locale })
    const payload = interactionPayload(world, interaction, specifics)
    announce(world, { kind: 'interaction', payload, channel: interaction.channel })
    return useOf(world, interaction, wait)
  }

  const findCommand = (channel: Channel, name: string, type: ApplicationCommandType): APIApplicationCommand => {
    const here = 'guild_id' in channel ? (world.commands.get(guildOf(world, channel).id) ?? []) : []
    const all = [...here, ...(world.commands.get(GLOBAL) ?? [])].filter((each) => each.type === type)
    const found = all.find((each) => each.name === name)
    if (found === undefined) {
      throw new Error(
        `No command "${name}" of type ${type} is registered; there are: ${all.map((c) => c.name).join(', ')}`,
      )
    }
    const context = contextOf(world, channel)
    if (found.contexts && !found.contexts.includes(context)) throw new Error(`"${name}" is not for context ${context}`)
    // In a server with the bot, the app is installed for the server; elsewhere for the person.
    const { GuildInstall, UserInstall } = ApplicationIntegrationType
    const isOfServer = context === InteractionContextType.Guild && guildOf(world, channel).hasBot
    const install = isOfServer ? GuildInstall : UserInstall
    const isAnywhere = context === InteractionContextType.BotDM || found.integration_types === undefined
    if (!isAnywhere && !found.integration_types?.includes(install)) {
      throw new Error(`"${name}" is not for an app installed by a ${install === UserInstall ? 'person' : 'server'}`)
    }
    return found
  }

  const typedCommand = (
    user: APIUser,
    channel: Channel,
    path: string,
    typed: Typed,
    focused?: string,
  ): { data: object; focusedType: number | undefined } => {
    enter(world, user, channel)
    const [name = ''] = path.split(' ')
    const found = findCommand(channel, name, ApplicationCommandType.ChatInput)
    const options = optionsFor(found, path, typed, focused)
    const flat = options.flatMap((option) => [
      option,
      ...(option.options ?? []).flatMap((o) => [o, ...(o.options ?? [])]),
    ])
    const resolved = resolvedFor(world, options)
    const data = { ...commandData(found), options, ...(resolved !== undefined && { resolved }) }
    return { data, focusedType: flat.find((option) => option.focused)?.type }
  }

  /** The current version of a message, if this user can see it. */
  const onScreen = (user: APIUser, message: APIMessage): { channel: Channel; current: APIMessage } => {
    const channel = world.channels.get(message.channel_id)
    const current = findMessage(world, message.channel_id, message.id)
    if (channel === undefined || current === undefined) throw new Error('That message is gone')
    enter(world, user, channel)
    const isTheirs = isKept(current) || current.interaction_metadata?.user.id === user.id
    if (!isTheirs) throw new Error(`${user.username} does not see that ephemeral message`)
    return { channel, current }
  }

  return {
    slash: (user, channel, path, typed = {}, options = {}) => {
      const { data } = typedCommand(user, channel, path, typed)
      const command = ApplicationCommandType.ChatInput
      return start({ type: InteractionType.ApplicationCommand, user, channel, command }, { data }, options)
    },
    autocomplete: async (user, channel, path, focused, partial, options = {}) => {
      const { data, focusedType } = typedCommand(
        user,
        channel,
        path,
        { ...options.others, [focused]: partial },
        focused,
      )
      if (focusedType === undefined) throw new Error(`/${path} has no option "${focused}"`)
      const type = InteractionType.ApplicationCommandAutocomplete
      const use = start({ type, user, channel, focused: focusedType }, { data }, options)
      return (await use.response).choices ?? []
    },
    messageCommand: (user, name, target, options = {}) => {
      const { channel, current } = onScreen(user, target)
      const command = ApplicationCommandType.Message
      const found = findCommand(channel, name, command)
      // The message is complete, whatever the bot's intents are.
      const data = { ...commandData(found), target_id: current.id, resolved: { messages: { [current.id]: current } } }
      return start({ type: InteractionType.ApplicationCommand, user, channel, command }, { data }, options)
    },
    press: (user, message, button, options = {}) => {
      const { channel, current } = onScreen(user, message)
      const part = usable(current.components ?? [], isButton(button), `button "${button}"`)
      if (!part.custom_id) throw new Error(`The button "${button}" only opens a link`)
      const data = { component_type: ComponentType.Button, custom_id: part.custom_id, id: 0 }
      const beginning = { type: InteractionType.MessageComponent, user, channel, sourceId: current.id }
      return start(beginning, { data, message: current }, options)
    },
    select: (user, message, customId, values, options = {}) => {
      const { channel, current } = onScreen(user, message)
      const part = usable(current.components ?? [], isSelect(customId), `string select "${customId}"`)
      const { options: offered = [] } = part
      const [least, most] = [part.min_values ?? 1, part.max_values ?? 1]
      const unknown = values.find((value) => !offered.some((option) => option.value === value))
      if (unknown !== undefined) throw new Error(`The select "${customId}" has no option "${unknown}"`)
      if (values.length < least || values.length > most)
        throw new Error(`"${customId}" takes ${least} to ${most} options`)
      const data = { component_type: ComponentType.StringSelect, custom_id: part.custom_id, id: 0, values }
      const beginning = { type: InteractionType.MessageComponent, user, channel, sourceId: current.id }
      return start(beginning, { data, message: current }, options)
    },
    submitModal: (use, values) => {
      const { interaction } = use
      const modal = interaction.response?.modal
      if (modal === undefined) throw new Error('There is no open modal')
      const { user, channel, locale, sourceId } = interaction
      const fields = [...walk(modal.components)].flatMap(({ part }) => part.custom_id ?? [])
      const stray = Object.keys(values).find((id) => !fields.includes(id))
      if (stray !== undefined) throw new Error(`The modal has no field "${stray}"; it has: ${fields.join(', ')}`)
      const data = { custom_id: modal.custom_id, components: modal.components.map((part) => filled(part, values)) }
      const message = sourceId === undefined ? undefined : findMessage(world, channel.id, sourceId)
      const beginning = { type: InteractionType.ModalSubmit, user, channel, sourceId }
      return start(beginning, { data, message }, { locale })
    },
  }
}

type Specifics = Parameters<typeof interactionPayload>[2]

function commandData({ id, name, type, guild_id }: APIApplicationCommand): object {
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) }
}

function enter(world: World, user: APIUser, channel: Channel): void {
  const held = permissionsIn(world, user.id, channel)
  if ((held & PermissionFlagsBits.ViewChannel) === 0n) throw new Error(`${user.username} does not see that channel`)
}
