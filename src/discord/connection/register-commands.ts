/** Registers the bot's commands with Discord, only when they differ from what is registered. */
import {
  ApplicationCommandType,
  DiscordAPIError,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import * as v from 'valibot'

type Command = RESTPostAPIApplicationCommandsJSONBody

const RegisteredCommands = v.array(v.looseObject({ id: v.string(), name: v.string(), type: v.number() }))
type RegisteredCommand = v.InferOutput<typeof RegisteredCommands>[number]

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
  const { guildId } = scope
  const route = routeOf(scope)
  const wanted = guildId === undefined ? commands : commands.map(withoutAvailability)
  const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  if (isSame(wanted, registered)) return
  await rest.put(route, { body: wanted })
}

/** Servers in which duplicates are looked for; a request each. */
const MAX_SERVERS = 20

/**
 * Removes the commands that an earlier start registered elsewhere, with another DISCORD_GUILD_ID or none: people would
 * see them twice.
 * @param servers ids of the servers that the bot is in
 */
export async function removeDuplicates(
  rest: REST,
  commands: readonly Command[],
  { applicationId, guildId }: RegistrationScope,
  servers: readonly string[],
): Promise<void> {
  const isDuplicate = ({ name, type }: RegisteredCommand): boolean =>
    commands.some((command) => command.name === name && (command.type ?? ApplicationCommandType.ChatInput) === type)
  const elsewhere: RegistrationScope[] = servers.slice(0, MAX_SERVERS).map((id) => ({ applicationId, guildId: id }))
  if (guildId !== undefined) elsewhere.push({ applicationId })
  const removals = elsewhere
    .filter((scope) => scope.guildId !== guildId)
    .map(async (scope) => {
      const route = routeOf(scope)
      // A server that added the bot without the scope for commands refuses to list them.
      const registered = await rest.get(route).catch(ignoreRefusal)
      for (const command of v.is(RegisteredCommands, registered) ? registered.filter(isDuplicate) : [])
        await rest.delete(`${route}/${command.id}`)
    })
  await Promise.all(removals)
}

function routeOf({ applicationId, guildId }: RegistrationScope): `/${string}` {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId)
}

function ignoreRefusal(thrown: unknown): void {
  if (!(thrown instanceof DiscordAPIError) || thrown.status === 401) throw thrown
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
