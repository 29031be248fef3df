/** Routes for commands. */
import { type APIApplicationCommand, ApplicationCommandType, InteractionContextType } from 'discord.js'
import { missingAccess, unknownCommand } from '../../refusal.ts'
import { newId } from '../../world/ids.ts'
import type { World } from '../../world/world.ts'
import { checkCommands } from '../command-limits.ts'
import type { Answer, Call, Routes } from '../rest.ts'
import { type CommandBody, schemas } from '../schema.ts'

/** The key of global commands in `world.commands`. */
export const GLOBAL = 'global'

/**
 * Registers commands, globally and for one server.
 * @see https://discord.com/developers/docs/interactions/application-commands#endpoints
 */
export function commandRoutes(world: World): Routes {
  const listed = (scope: string): APIApplicationCommand[] => world.commands.get(scope) ?? []

  const registered = (body: CommandBody, scope: string, id?: string): APIApplicationCommand => {
    const type = body.type ?? ApplicationCommandType.ChatInput
    const earlier = listed(scope).find((command) => command.name === body.name && command.type === type)
    const { BotDM, Guild, PrivateChannel } = InteractionContextType
    return {
      id: id ?? earlier?.id ?? newId(world.now),
      application_id: world.bot.id,
      version: newId(world.now),
      type,
      name: body.name,
      name_localizations: body.name_localizations ?? null,
      description: body.description ?? '',
      description_localizations: body.description_localizations ?? null,
      ...(body.options && { options: body.options }),
      default_member_permissions: body.default_member_permissions ?? null,
      nsfw: body.nsfw ?? false,
      ...(scope === GLOBAL
        ? {
            contexts: body.contexts ?? [Guild, BotDM, PrivateChannel],
            integration_types: body.integration_types ?? [0],
          }
        : { guild_id: scope }),
    }
  }
  const overwrite = ({ body }: Call, scope: string): Answer => {
    const commands = schemas.commandOverwrite.read(body)
    checkCommands(commands, (index) => [index])
    const made = commands.map((command) => registered(command, scope))
    world.commands.set(scope, made)
    return { status: 200, body: made }
  }
  const create = ({ body }: Call, scope: string): Answer => {
    const command = schemas.commandCreate.read(body)
    checkCommands([command], () => [])
    const made = registered(command, scope)
    const isNew = !listed(scope).some(({ id }) => id === made.id)
    world.commands.set(scope, [...listed(scope).filter(({ id }) => id !== made.id), made])
    return { status: isNew ? 201 : 200, body: made }
  }
  const one = (scope: string, id: string): APIApplicationCommand => {
    const command = listed(scope).find((each) => each.id === id)
    if (command === undefined) throw unknownCommand()
    return command
  }
  const patch = ({ body }: Call, scope: string, id: string): Answer => {
    const change = schemas.commandPatch.read(body)
    const command = { ...one(scope, id), ...change }
    checkCommands([command], () => [])
    const made = registered(command, scope, id)
    world.commands.set(
      scope,
      listed(scope).map((each) => (each.id === id ? made : each)),
    )
    return { status: 200, body: made }
  }
  const drop = (scope: string, id: string): Answer => {
    one(scope, id)
    world.commands.set(
      scope,
      listed(scope).filter((each) => each.id !== id),
    )
    return { status: 204 }
  }
  const list = ({ query }: Call, scope: string): Answer => {
    const withTranslations = query.get('with_localizations') === 'true'
    return { status: 200, body: listed(scope).map((command) => (withTranslations ? command : untranslated(command))) }
  }
  /** Checks the application id and the server id. */
  const guarded = (applicationId: string, guildId = world.guild.id): string => {
    if (applicationId !== world.bot.id || !world.guilds.has(guildId)) throw missingAccess()
    return guildId
  }

  const global = (application: string): string => {
    guarded(application)
    return GLOBAL
  }
  return {
    'GET /applications/:app/commands': (call, app) => list(call, global(app)),
    'PUT /applications/:app/commands': (call, app) => overwrite(call, global(app)),
    'POST /applications/:app/commands': (call, app) => create(call, global(app)),
    'GET /applications/:app/commands/:id': (_call, app, id) => ({ status: 200, body: one(global(app), id) }),
    'PATCH /applications/:app/commands/:id': (call, app, id) => patch(call, global(app), id),
    'DELETE /applications/:app/commands/:id': (_call, app, id) => drop(global(app), id),
    'GET /applications/:app/guilds/:guild/commands': (call, app, guild) => list(call, guarded(app, guild)),
    'PUT /applications/:app/guilds/:guild/commands': (call, app, guild) => overwrite(call, guarded(app, guild)),
    'POST /applications/:app/guilds/:guild/commands': (call, app, guild) => create(call, guarded(app, guild)),
    'GET /applications/:app/guilds/:guild/commands/permissions': (_call, app, guild) => ({
      status: 200,
      body: world.commandPermissions.filter(({ guild_id: id }) => id === guarded(app, guild)),
    }),
    'GET /applications/:app/guilds/:guild/commands/:id': (_call, app, guild, id) => ({
      status: 200,
      body: one(guarded(app, guild), id),
    }),
    'PATCH /applications/:app/guilds/:guild/commands/:id': (call, app, guild, id) =>
      patch(call, guarded(app, guild), id),
    'DELETE /applications/:app/guilds/:guild/commands/:id': (_call, app, guild, id) => drop(guarded(app, guild), id),
  }
}

function untranslated(command: APIApplicationCommand): object {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command
  return rest
}
