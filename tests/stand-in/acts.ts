import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
  Locale,
  PermissionFlagsBits,
} from 'discord.js'
import { optionsFor, resolvedFor, type Typed } from './command-options.ts'
import {
  type Beginning,
  begin,
  type Interaction,
  type Interactions,
  originalOf,
  type Response,
} from './interactions.ts'
import { contextOf, interactionPayload } from './payload.ts'
import { permissionsIn } from './permissions.ts'
import { isKept } from './posting.ts'
import { GLOBAL } from './routes/commands.ts'
import type { WaitOptions } from './waiting.ts'
import { announce, type Channel, findMessage, type World } from './world.ts'

export interface ActOptions {
  /** The language of the person's client; English by default. */
  locale?: Locale | `${Locale}`
}

/** An interaction as the person who began it sees it. */
export interface Use {
  readonly interaction: Readonly<Interaction>
  /** The first answer. Rejects when the stand-in refused it, and when none comes in time. */
  readonly response: Promise<Response>
  /** The message once the bot no longer thinks: the same as in the first answer, or what took its place. */
  answer(options?: WaitOptions): Promise<APIMessage>
  /** The messages made in answer as they stand now, the original first and ephemeral ones included. */
  messages(): APIMessage[]
}

export type Wait = <T>(look: () => T | undefined | false, options: WaitOptions) => Promise<T>

/** What people do to the bot other than writing messages. Each throws when Discord's client would not let them. */
export interface Acts {
  /** Uses a slash command; subcommands are named after it, separated by spaces. */
  slash(user: APIUser, channel: Channel, path: string, typed?: Typed, options?: ActOptions): Use
  /** Types into an option that completes itself. */
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
  /** Picks from a select menu, by its custom id. */
  select(user: APIUser, message: APIMessage, customId: string, values: string[], options?: ActOptions): Use
  /** Fills in and sends the modal that was the answer to `use`; values by custom id. */
  submitModal(use: Use, values: Record<string, string>): Use
}

/** A component as far as a person can tell. */
interface Part {
  type: number
  custom_id?: string
  label?: string
  disabled?: boolean
  style?: number
  options?: { value: string }[]
  min_values?: number
  max_values?: number
  components?: Part[]
  component?: Part
  accessory?: Part
}

export function createActs(world: World, interactions: Interactions, wait: Wait): Acts {
  const start = (beginning: Omit<Beginning, 'locale'>, specifics: Specifics, options: ActOptions): Use => {
    const locale = Object.values(Locale).find((each) => each === (options.locale ?? Locale.EnglishUS))
    if (locale === undefined) throw new Error(`There is no locale ${options.locale}`)
    const interaction = begin(world, interactions, { ...beginning, locale })
    announce(world, { kind: 'interaction', payload: interactionPayload(world, interaction, specifics) })
    return useOf(world, interaction, wait)
  }

  const findCommand = (channel: Channel, name: string, type: ApplicationCommandType): APIApplicationCommand => {
    const here = 'guild_id' in channel ? (world.commands.get(world.guild.id) ?? []) : []
    const all = [...here, ...(world.commands.get(GLOBAL) ?? [])].filter((each) => each.type === type)
    const found = all.find((each) => each.name === name)
    if (found === undefined) {
      throw new Error(
        `No command "${name}" of type ${type} is registered; there are: ${all.map((c) => c.name).join(', ')}`,
      )
    }
    const context = contextOf(world, channel)
    if (found.contexts && !found.contexts.includes(context)) throw new Error(`"${name}" is not for context ${context}`)
    // In a server the stand-in's app is installed for the server, between two people for the person.
    const { GuildInstall, UserInstall } = ApplicationIntegrationType
    const install = context === InteractionContextType.PrivateChannel ? UserInstall : GuildInstall
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

  const component = (user: APIUser, message: APIMessage, wanted: (part: Part) => boolean, what: string): Found => {
    const channel = world.channels.get(message.channel_id)
    const current = findMessage(world, message.channel_id, message.id)
    if (channel === undefined || current === undefined) throw new Error(`The message with ${what} is gone`)
    enter(world, user, channel)
    const owner = current.interaction_metadata?.user.id
    if (!isKept(current) && owner !== user.id) throw new Error(`${user.username} does not see that ephemeral message`)
    const parts = [...everyPart(current.components ?? [])]
    const part = parts.find(wanted)
    if (part === undefined) {
      const there = parts.flatMap(({ label, custom_id: id }) => (id === undefined ? [] : [`${label ?? ''} (${id})`]))
      throw new Error(`The message has no ${what}; it has: ${there.join(', ') || 'no components'}`)
    }
    if (part.disabled) throw new Error(`${what} is disabled`)
    return { channel, message: current, part }
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
      const channel = world.channels.get(target.channel_id)
      const current = findMessage(world, target.channel_id, target.id)
      if (channel === undefined || current === undefined) throw new Error('That message is gone')
      enter(world, user, channel)
      const command = ApplicationCommandType.Message
      const found = findCommand(channel, name, command)
      // The message is shown whole, whatever the bot's intents.
      const data = { ...commandData(found), target_id: current.id, resolved: { messages: { [current.id]: current } } }
      return start({ type: InteractionType.ApplicationCommand, user, channel, command }, { data }, options)
    },
    press: (user, message, button, options = {}) => {
      const wanted = (part: Part): boolean => part.type === 2 && (part.custom_id === button || part.label === button)
      const { channel, message: current, part } = component(user, message, wanted, `button "${button}"`)
      if (part.custom_id === undefined) throw new Error(`The button "${button}" only opens a link`)
      const data = { component_type: 2, custom_id: part.custom_id, id: 0 }
      const beginning = { type: InteractionType.MessageComponent, user, channel, sourceId: current.id }
      return start(beginning, { data, message: current }, options)
    },
    select: (user, message, customId, values, options = {}) => {
      const wanted = (part: Part): boolean => part.type === 3 && part.custom_id === customId
      const { channel, message: current, part } = component(user, message, wanted, `string select "${customId}"`)
      const { min_values: least = 1, max_values: most = 1, options: offered = [] } = part
      const unknown = values.find((value) => !offered.some((option) => option.value === value))
      if (unknown !== undefined) throw new Error(`The select "${customId}" has no option "${unknown}"`)
      if (values.length < least || values.length > most)
        throw new Error(`"${customId}" takes ${least} to ${most} options`)
      const data = { component_type: 3, custom_id: customId, id: 0, values }
      const beginning = { type: InteractionType.MessageComponent, user, channel, sourceId: current.id }
      return start(beginning, { data, message: current }, options)
    },
    submitModal: (use, values) => {
      const { interaction } = use
      const modal = interaction.response?.modal
      if (modal === undefined) throw new Error('There is no open modal')
      const { user, channel, locale, sourceId } = interaction
      const fields = [...everyPart(modal.components)].flatMap(({ custom_id: id }) => id ?? [])
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

interface Found {
  channel: Channel
  message: APIMessage
  part: Part
}

function commandData({ id, name, type, guild_id }: APIApplicationCommand): object {
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) }
}

function enter(world: World, user: APIUser, channel: Channel): void {
  const held = permissionsIn(world, user.id, channel)
  if ((held & PermissionFlagsBits.ViewChannel) === 0n) throw new Error(`${user.username} does not see that channel`)
}

function useOf(world: World, interaction: Interaction, wait: Wait): Use {
  const settled = (): Interaction | undefined => {
    if (interaction.response !== undefined) return interaction
    if (interaction.refused !== undefined) throw interaction.refused
    return undefined
  }
  const response = wait(() => settled()?.response, { what: `the first answer to interaction ${interaction.id}` })
  // Whoever never looks at the answer must not be stopped by it.
  response.catch(() => undefined)
  return {
    interaction,
    response,
    answer: (options = {}) =>
      wait(() => settled()?.isFinished && originalOf(world, interaction), {
        what: `the finished answer to interaction ${interaction.id}`,
        ...options,
      }),
    messages: () =>
      [...new Set([interaction.originalId, ...interaction.made])].flatMap(
        (id) => (id === undefined ? undefined : findMessage(world, interaction.channel.id, id)) ?? [],
      ),
  }
}

function* everyPart(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part
    yield* everyPart(part.components ?? [])
    yield* everyPart([part.component, part.accessory].filter((inner) => inner !== undefined))
  }
}

/** A field of a modal with what the person typed into it. */
function filled(part: Part, values: Record<string, string>): object {
  const { type, custom_id: id, components, component } = part
  return {
    type,
    id: 0,
    ...(id !== undefined && { custom_id: id, value: values[id] ?? '' }),
    ...(components !== undefined && { components: components.map((inner) => filled(inner, values)) }),
    ...(component !== undefined && { component: filled(component, values) }),
  }
}
