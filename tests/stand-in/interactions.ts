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
import { isBotDm } from './channels.ts'
import { isKept, LOADING } from './posting.ts'
import type { Refusal } from './refusal.ts'
import { type Channel, findMessage, guildOf, newId, type World } from './world.ts'

/** Within how many milliseconds an interaction wants its first answer. */
export const ANSWER_WITHIN = 3_000
/** For how many milliseconds its token is good. */
export const TOKEN_LASTS = 15 * 60_000

/** The first answer to an interaction, as the person sees it. */
export interface FirstAnswer {
  /** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
  type: number
  /** The new message, or the message that was updated. */
  message?: APIMessage
  /** Whether only this person sees the message. */
  ephemeral: boolean
  /** Whether the bot is still "thinking". */
  loading: boolean
  choices?: readonly APIApplicationCommandOptionChoice[]
  modal?: APIModalInteractionResponseCallbackData
}

/** One interaction from the moment a person began it. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly user: APIUser
  readonly locale: Locale
  readonly channel: Channel
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Whether a slash command or one of a menu began it, for commands. */
  readonly command: ApplicationCommandType | undefined
  /** The type of the option that is being completed. */
  readonly focused: number | undefined
  /** The message that the component belongs to. */
  readonly sourceId: string | undefined
  /** The messages made in answer, the original first. */
  readonly made: string[]
  response: FirstAnswer | undefined
  refused: Refusal | undefined
  originalId: string | undefined
  /** Whether what the person waits for is there: not so while the bot is thinking. */
  isFinished: boolean
}

/** Every interaction ever begun, by its token. */
export type Interactions = Map<string, Interaction>

export type Beginning = Pick<Interaction, 'type' | 'user' | 'locale' | 'channel'> &
  Partial<Pick<Interaction, 'command' | 'focused' | 'sourceId'>>

/** Begins an interaction; the bot hears of it by what the caller announces. */
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

/** Forgets interactions and messages that are older than some milliseconds. */
export function forget(world: World, interactions: Interactions, age: number): void {
  const before = world.now() - age
  for (const [token, { createdAt }] of interactions) if (createdAt < before) interactions.delete(token)
  for (const messages of world.messages.values()) {
    for (const [id, { timestamp }] of messages) if (Date.parse(timestamp) < before) messages.delete(id)
  }
}

/** What the person sees of a message. */
export function responseWith(type: number, message: APIMessage): FirstAnswer {
  return { type, message, ephemeral: !isKept(message), loading: ((message.flags ?? 0) & LOADING) !== 0 }
}

/** The original answer as it stands now. */
export function originalOf(world: World, interaction: Interaction): APIMessage | undefined {
  return interaction.originalId === undefined
    ? undefined
    : findMessage(world, interaction.channel.id, interaction.originalId)
}

/**
 * For whom the app was installed, as far as it lets this interaction happen.
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function installedBy(world: World, channel: Channel, user: APIUser): Record<string, string> {
  if ('guild_id' in channel) return { [ApplicationIntegrationType.GuildInstall]: guildOf(world, channel).id }
  if (isBotDm(world, channel)) return { [ApplicationIntegrationType.GuildInstall]: '0' }
  return { [ApplicationIntegrationType.UserInstall]: user.id }
}
