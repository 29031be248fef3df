/** Routes about the bot itself. */

import { guildBody } from '../../gateway/events.ts'
import { missingAccess, unknownMember, unknownUser } from '../../refusal.ts'
import { channelForBot, directChannel } from '../../world/channels.ts'
import type { World } from '../../world/world.ts'
import type { Routes } from '../rest.ts'
import { schemas } from '../schema.ts'

/**
 * The bot's user and application, its gateway, and its servers and users.
 * @param gatewayAddress the `ws://` address, known once the server listens
 */
export function botRoutes(world: World, gatewayAddress: () => string): Routes {
  const user = { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 }
  const application = (): object => ({
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    summary: '',
    team: null,
    bot: world.bot,
    owner: world.users.get(world.guild.ownerId) ?? world.bot,
  })
  return {
    'GET /gateway/bot': () => ({
      status: 200,
      body: {
        url: gatewayAddress(),
        shards: world.shards.recommended,
        session_start_limit: world.shards.starts,
      },
    }),
    'GET /gateway': () => ({ status: 200, body: { url: gatewayAddress() } }),
    'GET /users/@me': () => ({ status: 200, body: user }),
    'GET /applications/@me': () => ({ status: 200, body: application() }),
    'GET /oauth2/applications/@me': () => ({ status: 200, body: application() }),
    'GET /users/@me/guilds': () => ({
      status: 200,
      body: [...world.guilds.values()].flatMap(({ id, name, hasBot }) => (hasBot ? { id, name } : [])),
    }),
    'GET /users/:user': (_call, id) => {
      const found = world.users.get(id)
      if (found === undefined) throw unknownUser()
      return { status: 200, body: found }
    },
    'GET /guilds/:guild': (_call, id) => {
      const guild = world.guilds.get(id)
      if (!guild?.hasBot) throw missingAccess()
      return { status: 200, body: guildBody(world, guild) }
    },
    'GET /guilds/:guild/members/:user': (_call, id, userId) => {
      const member = world.members.get(userId)
      if (!world.guilds.get(id)?.hasBot) throw missingAccess()
      if (!world.users.has(userId)) throw unknownUser()
      if (member === undefined || world.absences.has(`${id} ${userId}`)) throw unknownMember()
      return { status: 200, body: member }
    },
    'POST /users/@me/channels': ({ body }) => {
      const { recipient_id: id } = schemas.directChannel.read(body)
      const other = world.users.get(id ?? '')
      if (other === undefined) throw unknownUser()
      return { status: 200, body: channelForBot(world, directChannel(world, [other, world.bot])) }
    },
  }
}
