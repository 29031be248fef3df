import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js'

type Command = RESTPostAPIApplicationCommandsJSONBody

/** Where commands are registered: in one server, where they appear at once, or everywhere. */
export interface RegistrationScope {
  readonly applicationId: string
  readonly guildId?: string | undefined
}

/** Registers the commands if Discord has others. */
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
  const wanted = guildId === undefined ? commands : commands.map(withoutReach)
  const there = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  if (isSame(wanted, there)) return
  await rest.put(route, { body: wanted })
}

/** A server's own commands are for that server: Discord keeps no installations and contexts for them. */
function withoutReach({ contexts: _contexts, integration_types: _types, ...command }: Command): object {
  return command
}

function isSame(wanted: readonly object[], there: unknown): boolean {
  if (!Array.isArray(there) || there.length !== wanted.length) return false
  const known = new Set(wanted.flatMap((command) => Object.keys(command)))
  const bare = there.map((command: unknown) => pick(command, known))
  return sorted(bare) === sorted(wanted)
}

function sorted(commands: readonly unknown[]): string {
  return commands
    .map((command) => JSON.stringify(canonical(command)))
    .sort()
    .join('\n')
}

/** Without the keys that Discord adds: ids, versions, defaults. */
function pick(command: unknown, keys: ReadonlySet<string>): unknown {
  if (typeof command !== 'object' || command === null) return command
  return Object.fromEntries(Object.entries(command).filter(([key]) => keys.has(key)))
}

/** Says the same thing in the same way: keys in order, and what means "none" left out. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'number') ? value.sort() : value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, canonical(inner)] as const)
    .filter(([, inner]) => !isNothing(inner))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
