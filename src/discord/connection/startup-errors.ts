import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, HTTPError } from 'discord.js'
import { messageOf, Outage, UserError } from '../../errors.ts'

const refusedToken = (): UserError =>
  new UserError(
    'Discord refuses the token',
    'copy it anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN',
  )

/** Why the bot could not start, from whatever was thrown. */
export function startFailure(thrown: unknown): UserError {
  if (thrown instanceof UserError) return thrown
  if (thrown instanceof DiscordjsError && thrown.code === DiscordjsErrorCodes.TokenInvalid) return refusedToken()
  if (thrown instanceof DiscordAPIError || thrown instanceof HTTPError) {
    if (thrown.status === 401) return refusedToken()
    return new Outage(
      `Discord answers ${thrown.status} (${messageOf(thrown)})`,
      'see whether discordstatus.com tells of an outage, and try again later',
    )
  }
  // discord.js asks before it begins any: beyond these Discord would reset the token.
  if (thrown instanceof Error && thrown.message.startsWith('Not enough sessions remaining')) {
    return new Outage(
      `Discord lets the bot begin no more sessions today (${messageOf(thrown)})`,
      'wait until then, and see in the log why it was started so often',
    )
  }
  const reason = thrown instanceof Error && 'code' in thrown ? thrown.code : messageOf(thrown)
  return new Outage(
    `Discord is out of reach (${String(reason)})`,
    'check the network, and DISCORD_API_URL if it is set',
  )
}

/** Why the bot could not register its commands. */
export function registrationFailure(thrown: unknown, guildId: string | undefined): UserError {
  if (guildId === undefined || !(thrown instanceof DiscordAPIError) || thrown.status === 401)
    return startFailure(thrown)
  return new UserError(
    `Discord refuses the bot’s commands in the server ${guildId} (${messageOf(thrown)})`,
    'add the bot to that server by its invite link, or correct DISCORD_GUILD_ID',
  )
}

/** Why Discord closed the connection for good, from the code it closed with. */
export function closeFailure(code: number): UserError {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return refusedToken()
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return new UserError(
        `Discord refuses the bot’s intents (close code ${code}), though none is privileged`,
        'check in the developer portal that the application is not restricted, and update discord.js',
      )
    case GatewayCloseCodes.ShardingRequired:
      return new UserError(
        `Discord wants more shards of the bot than it has (close code ${code})`,
        'leave SHARD_COUNT unset, for as many as Discord recommends, or raise it',
      )
    case GatewayCloseCodes.InvalidShard:
      return new UserError(
        `Discord knows no such shard (close code ${code})`,
        'SHARDS should name shards below SHARD_COUNT, which is the same for all machines',
      )
    default:
      return new UserError(
        `Discord closed the connection for good (close code ${code})`,
        'look the code up among Discord’s gateway close codes, and update discord.js',
      )
  }
}

/** Why nothing came of a start that took too long. */
export function startTimeout(seconds: number): UserError {
  return new Outage(
    `Discord did not let the bot in within ${seconds} seconds`,
    'check the network and any proxy between, and see discordstatus.com',
  )
}
