/** The state of interactions and their responses. */
import { randomBytes } from 'node:crypto'
import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  type ApplicationCommandType,
  ApplicationIntegrationType,
  type InteractionType,
  type Locale,
} from 'discord.js'
import { isKept, LOADING } from '../messages/posting.ts'
import type { Refusal } from '../refusal.ts'
import { isBotDm } from '../world/channels.ts'
import { guildOf } from '../world/guilds.ts'
import { newId, timeOf } from '../world/ids.ts'
import { type Channel, findMessage, type World } from '../world/world.ts'

/** Milliseconds for the first response to an interaction. */
export const ANSWER_WITHIN = 3_000
/** Milliseconds for which its token is valid. */
export const TOKEN_LASTS = 15 * 60_000

/** The first response to an interaction, as its user sees it. */
export interface FirstAnswer {
  /** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
  type: number
  /** The new or updated message. */
  message?: APIMessage
  /** Whether only this user sees the message. */
  ephemeral: boolean
  /** Whether the bot is still "thinking". */
  loading: boolean
  choices?: readonly APIApplicationCommandOptionChoice[]
  modal?: APIModalInteractionResponseCallbackData
}

/** An interaction and its state. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly user: APIUser
  readonly locale: Locale
  readonly channel: Channel
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** The type of its command, for commands. */
  readonly command: ApplicationCommandType | undefined
  /** The type of the option being completed. */
  readonly focused: number | undefined
  /** The message that the component belongs to. */
  readonly sourceId: string | undefined
  /** The messages sent in response, the original first. */
  readonly made: string[]
  response: FirstAnswer | undefined
  refused: Refusal | undefined
  originalId: string | undefined
  /** Whether the response is complete, which it is not while the bot is “thinking”. */
  isFinished: boolean
}

/** All interactions, by token. */
export type Interactions = Map<string, Interaction>

export type Beginning = Pick<Interaction, 'type' | 'user' | 'locale' | 'channel'> &
  Partial<Pick<Interaction, 'command' | 'focused' | 'sourceId'>>

/** Creates an interaction; the caller announces it. */
export function begin(world: World, interactions: Interactions, beginning: Beginning): Interaction {
  const { type, user, locale, channel, command, focused, sourceId } = beginning
  const interaction: Interaction = {
    id: newId(world.now),
    token: randomBytes(24).toString('base64url'),
    type,
    user,
    locale,
    channel,
    createdAt: world.now(),
    command,
    focused,
    sourceId,
    made: [],
    response: undefined,
    refused: undefined,
    originalId: undefined,
    isFinished: false,
  }
  interactions.set(interaction.token, interaction)
  return interaction
}

/** Drops interactions and messages older than some milliseconds. */
export function forget(world: World, interactions: Interactions, age: number): void {
  const before = world.now() - age
  for (const [token, { createdAt }] of interactions) if (createdAt < before) interactions.delete(token)
  for (const messages of world.messages.values()) {
    for (const [id, { timestamp }] of messages) if (Date.parse(timestamp) < before) messages.delete(id)
  }
  for (const [nonce, id] of world.nonces) if (timeOf(id) < before) world.nonces.delete(nonce)
}

/** A message as the user sees it. */
export function responseWith(type: number, message: APIMessage): FirstAnswer {
  return { type, message, ephemeral: !isKept(message), loading: ((message.flags ?? 0) & LOADING) !== 0 }
}

/** The current version of the original response. */
export function originalOf(world: World, interaction: Interaction): APIMessage | undefined {
  return interaction.originalId === undefined
    ? undefined
    : findMessage(world, interaction.channel.id, interaction.originalId)
}

/**
 * The installation that allows this interaction: of the server or of the user.
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function installedBy(world: World, channel: Channel, user: APIUser): Record<string, string> {
  const guild = 'guild_id' in channel ? guildOf(world, channel) : undefined
  if (guild?.hasBot) return { [ApplicationIntegrationType.GuildInstall]: guild.id }
  if (isBotDm(world, channel)) return { [ApplicationIntegrationType.GuildInstall]: '0' }
  return { [ApplicationIntegrationType.UserInstall]: user.id }
}
