/** Registers the bot's commands with Discord, only when they differ from what is registered. */
import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js'

type Command = RESTPostAPIApplicationCommandsJSONBody

/** Where commands are registered: in one server, where they appear at once, or globally. */
export interface RegistrationScope {
  readonly applicationId: string
  readonly guildId?: string | undefined
}

/** Registers the commands, unless Discord already has the same ones. */
export async function registerCommands(
  rest: REST,
  commands: readonly Command[],
  scope: RegistrationScope,
): Promise<void> {
  const { applicationId, guildId } = scope
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const wanted = guildId === undefined ? commands : commands.map(withoutAvailability)
  const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  if (isSame(wanted, registered)) return
  await rest.put(route, { body: wanted })
}

/** Discord stores neither contexts nor installation types for the commands of one server. */
function withoutAvailability({ contexts: _contexts, integration_types: _types, ...command }: Command): object {
  return command
}

function isSame(wanted: readonly object[], registered: unknown): boolean {
  if (!Array.isArray(registered) || registered.length !== wanted.length) return false
  const keys = new Set(wanted.flatMap((command) => Object.keys(command)))
  const comparable = registered.map((command: unknown) => pick(command, keys))
  return serialise(comparable) === serialise(wanted)
}

function serialise(commands: readonly unknown[]): string {
  return commands
    .map((command) => JSON.stringify(canonical(command)))
    .sort()
    .join('\n')
}

/** Drops the keys that Discord adds: ids, versions, defaults. */
function pick(command: unknown, keys: ReadonlySet<string>): unknown {
  if (typeof command !== 'object' || command === null) return command
  return Object.fromEntries(Object.entries(command).filter(([key]) => keys.has(key)))
}

/** Sorts keys and drops empty values, so that equal commands serialise equally. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'number') ? value.sort() : value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, canonical(inner)] as const)
    .filter(([, inner]) => !isEmpty(inner))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
