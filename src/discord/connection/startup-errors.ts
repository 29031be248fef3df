/** Turns what Discord refuses at startup into errors that tell the owner what to do. */
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, HTTPError } from 'discord.js'
import { messageOf, Outage, UserError } from '../../errors.ts'

export const tokenRefused = (): UserError =>
  new UserError(
    'Discord refuses the token',
    'create a new one in the developer portal (Bot, Reset Token) and set it as DISCORD_TOKEN',
  )

/** The bot has no commands, but can answer mentions. */
export class RegistrationRefused extends UserError {}

/** Why the bot could not start. */
export function startFailure(thrown: unknown): UserError {
  if (thrown instanceof UserError) return thrown
  if (thrown instanceof DiscordjsError && thrown.code === DiscordjsErrorCodes.TokenInvalid) return tokenRefused()
  if (thrown instanceof DiscordAPIError || thrown instanceof HTTPError) {
    if (thrown.status === 401) return tokenRefused()
    if (thrown instanceof DiscordAPIError && thrown.status !== 429) {
      return new UserError(`Discord refuses a request at the start (${messageOf(thrown)})`, 'update the bot')
    }
    return new Outage(
      `Discord answers with status ${thrown.status} (${messageOf(thrown)})`,
      'check discordstatus.com for an outage and try again later',
    )
  }
  // Thrown by @discordjs/ws before it connects: Discord resets the token of a bot that exceeds this limit.
  if (thrown instanceof Error && thrown.message.startsWith('Not enough sessions remaining')) {
    return new Outage(
      `Discord’s daily limit of sessions is used up (${messageOf(thrown)})`,
      'wait until then, and find out from the log why the bot was started so often',
    )
  }
  const reason = thrown instanceof Error && 'code' in thrown ? thrown.code : messageOf(thrown)
  return new Outage(
    `Discord cannot be reached (${String(reason)})`,
    'check the network, and DISCORD_API_URL if it is set',
  )
}

/** Why the bot could not register its commands; a `RegistrationRefused` need not end it. */
export function registrationFailure(thrown: unknown, guildId: string | undefined): UserError {
  const isRefused = thrown instanceof DiscordAPIError && thrown.status !== 401 && thrown.status !== 429
  if (!isRefused) return startFailure(thrown)
  const remedy = 'add the bot to that server with its invite link, or correct DISCORD_GUILD_ID'
  return guildId === undefined
    ? new RegistrationRefused(`Discord refuses the bot’s commands (${messageOf(thrown)})`, 'update the bot')
    : new RegistrationRefused(
        `Discord refuses the bot’s commands in the server ${guildId} (${messageOf(thrown)})`,
        remedy,
      )
}

/** Why Discord closed the connection for good, by its close code. */
export function closeFailure(code: number): UserError {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return tokenRefused()
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return new UserError(
        `Discord refuses the bot’s intents (close code ${code}), though none is privileged`,
        'check in the developer portal that the application is not restricted, and update discord.js',
      )
    case GatewayCloseCodes.ShardingRequired:
      return new UserError(
        `the bot needs more shards (close code ${code})`,
        'remove SHARD_COUNT to use as many as Discord recommends, or raise it',
      )
    case GatewayCloseCodes.InvalidShard:
      return new UserError(
        `Discord refuses the shard number (close code ${code})`,
        'list only shards below SHARD_COUNT in SHARDS, and use the same SHARD_COUNT on every machine',
      )
    default:
      return new UserError(
        `Discord closed the connection for good (close code ${code})`,
        'look the code up in Discord’s list of gateway close codes, and update discord.js',
      )
  }
}

/** Discord did not let the bot in in time. */
export function startTimeout(seconds: number): UserError {
  return new Outage(
    `Discord did not let the bot in within ${seconds} seconds`,
    'check the network and any proxy, and discordstatus.com for an outage',
  )
}
