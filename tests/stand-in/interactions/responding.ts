/** First responses to interactions. */
import {
  InteractionResponseType as Answer,
  type APIMessage,
  type APIMessageInteractionMetadata,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  MessageType,
} from 'discord.js'
import { EPHEMERAL, LOADING, post, referenceTo, revise } from '../messages/posting.ts'
import { invalidForm, unknownMessage } from '../refusal.ts'
import { checkMessage, checkNotEmpty } from '../rest/limits.ts'
import { type MessageBody, schemas } from '../rest/schema.ts'
import { findMessage, type World } from '../world/world.ts'
import { type FirstAnswer, type Interaction, installedBy, responseWith } from './interactions.ts'

const REPLIES: readonly number[] = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource]
const UPDATES: readonly number[] = [Answer.DeferredMessageUpdate, Answer.UpdateMessage]

/** The response types that each interaction type accepts. */
const TAKES: Record<number, readonly number[]> = {
  [InteractionType.ApplicationCommand]: [...REPLIES, Answer.Modal],
  [InteractionType.MessageComponent]: [...REPLIES, ...UPDATES, Answer.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [Answer.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [...REPLIES, ...UPDATES],
}

/**
 * Validates the first response and carries it out.
 * @throws {Refusal} 50035 or 50006 if it is invalid
 */
export function respond(world: World, interaction: Interaction, given: unknown): FirstAnswer {
  const { type } = schemas.callback.read(given)
  const takes = TAKES[interaction.type] ?? []
  const updates = UPDATES.includes(type)
  if (!takes.includes(type) || (updates && interaction.sourceId === undefined)) {
    const message = `An interaction of type ${interaction.type} takes no answer of type ${type}.`
    throw invalidForm([{ path: ['type'], code: 'INTERACTION_RESPONSE_TYPE', message }])
  }
  if (type === Answer.ApplicationCommandAutocompleteResult) return completed(interaction, given)
  if (type === Answer.Modal) {
    const { data: modal } = schemas.modalCallback.read(given)
    interaction.isFinished = true
    return { type, ephemeral: true, loading: false, modal }
  }
  const { data } = (updates ? schemas.updateCallback : schemas.messageCallback).read(given)
  const body = data ?? {}
  if (updates) return updated(world, interaction, type, body)
  checkMessage(body, ['data'])
  const flags = (body.flags ?? 0) & EPHEMERAL
  const isReady = type === Answer.ChannelMessageWithSource
  if (isReady) checkNotEmpty(body)
  const message = write(world, interaction, isReady ? body : { flags: flags | LOADING })
  interaction.originalId = message.id
  interaction.isFinished = isReady
  return responseWith(type, message)
}

function updated(world: World, interaction: Interaction, type: number, body: MessageBody): FirstAnswer {
  const source = findMessage(world, interaction.channel.id, interaction.sourceId ?? '')
  if (source === undefined) throw unknownMessage()
  checkMessage(body, ['data'], source.flags)
  interaction.originalId = source.id
  if (type === Answer.DeferredMessageUpdate) return responseWith(type, source)
  checkNotEmpty({ ...source, ...body })
  interaction.isFinished = true
  return responseWith(type, revise(world, source, { ...body, flags: (body.flags ?? 0) & ~EPHEMERAL }))
}

function completed(interaction: Interaction, given: unknown): FirstAnswer {
  const { data = {} } = schemas.choicesCallback.read(given)
  // The schema accepts choices of any type; the option being completed has one.
  const { Integer, Number: Decimal } = ApplicationCommandOptionType
  const { focused } = interaction
  if (focused === Integer) schemas.integerChoices.read(data, ['data'])
  else if (focused === Decimal) schemas.numberChoices.read(data, ['data'])
  else schemas.stringChoices.read(data, ['data'])
  const choices = data.choices ?? []
  for (const [index, { value }] of choices.entries()) {
    const length = typeof value === 'string' ? [...value].length : 1
    if (length >= 1 && length <= 100) continue
    const path = ['data', 'choices', index, 'value']
    throw invalidForm([{ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 100 in length.' }])
  }
  interaction.isFinished = true
  return { type: Answer.ApplicationCommandAutocompleteResult, ephemeral: true, loading: false, choices }
}

/** Posts a message in response to an interaction. */
export function write(world: World, interaction: Interaction, body: MessageBody): APIMessage {
  const { channel, command, originalId, sourceId } = interaction
  const answers = findMessage(world, channel.id, originalId ?? sourceId ?? '')
  const opening =
    command === ApplicationCommandType.Message ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand
  const message = post(world, {
    author: world.bot,
    channel,
    body,
    extra: {
      application_id: world.bot.id,
      webhook_id: world.bot.id,
      interaction_metadata: metadataOf(world, interaction),
      ...(command !== undefined && { type: opening }),
      ...(answers !== undefined && { type: MessageType.Reply, message_reference: referenceTo(world, answers) }),
    },
  })
  interaction.made.push(message.id)
  return message
}

/** @see https://discord.com/developers/docs/resources/message#message-interaction-metadata-object */
function metadataOf(world: World, interaction: Interaction): APIMessageInteractionMetadata {
  const { id, user, channel, originalId, sourceId } = interaction
  const common = {
    id,
    user,
    authorizing_integration_owners: installedBy(world, channel, user),
    ...(originalId !== undefined && { original_response_message_id: originalId }),
  }
  if (interaction.type === InteractionType.MessageComponent) {
    return { ...common, type: InteractionType.MessageComponent, interacted_message_id: sourceId ?? '' }
  }
  const command = { ...common, type: InteractionType.ApplicationCommand } as const
  if (interaction.type !== InteractionType.ModalSubmit) return command
  return { ...common, type: InteractionType.ModalSubmit, triggering_interaction_metadata: command }
}
