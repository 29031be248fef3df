/** Turns typed options into the options of an interaction. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Kind,
} from 'discord.js'
import type { World } from '../world/world.ts'

/** Typed values by option name; users, channels, roles and attachments as ids. */
export type Typed = Record<string, string | number | boolean>

interface OptionData {
  name: string
  type: number
  value?: string | number | boolean
  focused?: boolean
  options?: OptionData[]
}

/**
 * Builds the options of an interaction, and refuses what Discord's client would not send.
 * @param path the command with its subcommands, separated by spaces
 * @param focused the option being completed; then no option is required, and its value may be anything
 * @throws {Error} naming the option that is missing, unknown or of the wrong type
 */
export function optionsFor(command: APIApplicationCommand, path: string, typed: Typed, focused?: string): OptionData[] {
  const [, ...steps] = path.split(' ')
  const nest = (options: readonly APIApplicationCommandOption[], left: readonly string[]): OptionData[] => {
    const [step, ...rest] = left
    if (step === undefined) return leaves(path, options, typed, focused)
    const found = options.find(({ name }) => name === step)
    if (found === undefined || !('options' in found)) throw new Error(`/${path}: there is no subcommand "${step}"`)
    return [{ name: step, type: found.type, options: nest(found.options ?? [], rest) }]
  }
  return nest(command.options ?? [], steps)
}

function leaves(
  path: string,
  options: readonly APIApplicationCommandOption[],
  typed: Typed,
  focused: string | undefined,
): OptionData[] {
  if (options.some(({ type }) => type === Kind.Subcommand || type === Kind.SubcommandGroup)) {
    throw new Error(`/${path}: name the subcommand too`)
  }
  for (const name of Object.keys(typed)) {
    if (!options.some((option) => option.name === name)) throw new Error(`/${path} has no option "${name}"`)
  }
  return options.flatMap((option) => {
    const value = typed[option.name]
    if (option.name === focused) return [{ name: option.name, type: option.type, value: value ?? '', focused: true }]
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`/${path}: the option "${option.name}" is required`)
      return []
    }
    const problem = problemWith(option, value)
    if (problem !== undefined) throw new Error(`/${path}: the option "${option.name}" ${problem}`)
    return [{ name: option.name, type: option.type, value }]
  })
}

function problemWith(option: APIApplicationCommandOption, value: string | number | boolean): string | undefined {
  const wanted = option.type === Kind.Boolean ? 'boolean' : isNumeric(option.type) ? 'number' : 'string'
  if (typeof value !== wanted) return `wants a ${wanted}`
  if (option.type === Kind.Integer && !Number.isInteger(value)) return 'wants a whole number'
  if ('choices' in option && option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    return `takes only ${option.choices.map((choice) => choice.value).join(', ')}`
  }
  if (option.type === Kind.String && typeof value === 'string') {
    const length = [...value].length
    if (length === 0) return 'is empty'
    if (length < (option.min_length ?? 0)) return `wants at least ${option.min_length} characters`
    if (length > (option.max_length ?? 6000)) return `takes at most ${option.max_length ?? 6000} characters`
  }
  if ((option.type === Kind.Integer || option.type === Kind.Number) && typeof value === 'number') {
    if (value < (option.min_value ?? -Infinity)) return `wants at least ${option.min_value}`
    if (value > (option.max_value ?? Infinity)) return `takes at most ${option.max_value}`
  }
  return undefined
}

const isNumeric = (type: Kind): boolean => type === Kind.Integer || type === Kind.Number

/** The objects behind the typed ids. */
export function resolvedFor(world: World, options: readonly OptionData[]): object | undefined {
  const flat = options.flatMap((option) => [
    option,
    ...(option.options ?? []).flatMap((o) => [o, ...(o.options ?? [])]),
  ])
  const ofKind = <T>(kinds: readonly Kind[], store: ReadonlyMap<string, T>): Record<string, T> =>
    Object.fromEntries(
      flat.flatMap(({ type, value }) => {
        const found = kinds.some((kind) => kind === type) ? store.get(String(value)) : undefined
        return found === undefined ? [] : [[String(value), found] as const]
      }),
    )
  const resolved = {
    users: ofKind([Kind.User, Kind.Mentionable], world.users),
    members: ofKind([Kind.User, Kind.Mentionable], world.members),
    roles: ofKind([Kind.Role, Kind.Mentionable], world.roles),
    channels: ofKind([Kind.Channel], world.channels),
    attachments: ofKind([Kind.Attachment], world.attachments),
  }
  const filled = Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0)
  return filled.length === 0 ? undefined : Object.fromEntries(filled)
}
