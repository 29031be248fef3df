import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  ApplicationCommandType,
  InteractionType,
  MessageType,
} from 'discord.js'
import {
  ANSWER_WITHIN,
  type Interaction,
  type Interactions,
  installedBy,
  originalOf,
  type Response,
  responseWith,
  TOKEN_LASTS,
} from '../interactions.ts'
import { checkMessage, checkNotEmpty } from '../limits.ts'
import { EPHEMERAL, LOADING, post, referenceTo, remove, revise } from '../posting.ts'
import {
  alreadyAcknowledged,
  invalidForm,
  invalidWebhookToken,
  Refusal,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from '../refusal.ts'
import type { Answer, Call, Routes } from '../rest.ts'
import { type MessageBody, schemas } from '../schema.ts'
import { findMessage, type World } from '../world.ts'

/** Which first answers each kind of interaction takes. */
const TAKES: Record<number, readonly number[]> = {
  [InteractionType.ApplicationCommand]: [4, 5, 9],
  [InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
  [InteractionType.ModalSubmit]: [4, 5, 6, 7],
}

/**
 * The first answer to an interaction, and the webhook that changes it and follows it up.
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding
 */
export function interactionRoutes(world: World, interactions: Interactions): Routes {
  const callback = ({ body, query }: Call, id: string, token: string): Answer => {
    const interaction = interactions.get(token)
    if (interaction === undefined || interaction.id !== id) throw unknownInteraction()
    if (interaction.response !== undefined) throw alreadyAcknowledged()
    try {
      if (world.now() - interaction.createdAt > ANSWER_WITHIN) throw unknownInteraction()
      interaction.response = respond(world, interaction, body)
    } catch (thrown) {
      if (thrown instanceof Refusal) interaction.refused = thrown
      throw thrown
    }
    return query.get('with_response') === 'true' ? { status: 200, body: resource(interaction) } : { status: 204 }
  }

  const answered = (applicationId: string, token: string): Interaction => {
    const interaction = interactions.get(token)
    if (applicationId !== world.bot.id || interaction?.response === undefined) throw unknownWebhook()
    if (world.now() - interaction.createdAt > TOKEN_LASTS) throw invalidWebhookToken()
    return interaction
  }
  const messageOf = (interaction: Interaction, id: string): APIMessage => {
    const isOriginal = id === '@original' || id === interaction.originalId
    const message = isOriginal
      ? originalOf(world, interaction)
      : interaction.made.includes(id)
        ? findMessage(world, interaction.channel.id, id)
        : undefined
    if (message === undefined) throw unknownMessage()
    return message
  }
  const edit = (interaction: Interaction, message: APIMessage, body: MessageBody): APIMessage => {
    checkNotEmpty({ ...message, ...body })
    if (message.id === interaction.originalId) interaction.isFinished = true
    return revise(world, message, { ...body, flags: (body.flags ?? 0) & ~EPHEMERAL })
  }

  return {
    'POST /interactions/:id/:token/callback': callback,
    'GET /webhooks/:app/:token/messages/:message': (_call, app, token, id) => ({
      status: 200,
      body: messageOf(answered(app, token), id),
    }),
    'PATCH /webhooks/:app/:token/messages/:message': ({ body: given }, app, token, id) => {
      const interaction = answered(app, token)
      const body = schemas.followUpEdit.read(given)
      checkMessage(body)
      return { status: 200, body: edit(interaction, messageOf(interaction, id), body) }
    },
    'DELETE /webhooks/:app/:token/messages/:message': (_call, app, token, id) => {
      remove(world, messageOf(answered(app, token), id))
      return { status: 204 }
    },
    'POST /webhooks/:app/:token': ({ body: given }, app, token) => {
      const interaction = answered(app, token)
      const body = schemas.followUp.read(given)
      checkMessage(body)
      checkNotEmpty(body)
      interaction.isFinished = true
      const original = originalOf(world, interaction)
      // While the bot is thinking, the first follow-up takes the place of the original and its flags.
      const isAwaited = original !== undefined && ((original.flags ?? 0) & LOADING) !== 0
      return { status: 200, body: isAwaited ? edit(interaction, original, body) : write(world, interaction, body) }
    },
  }
}

/** Does what the first answer says, once it is found sound. */
function respond(world: World, interaction: Interaction, given: unknown): Response {
  const { type } = schemas.callback.read(given)
  const takes = TAKES[interaction.type] ?? []
  const updates = type === 6 || type === 7
  if (!takes.includes(type) || (updates && interaction.sourceId === undefined)) {
    const message = `An interaction of type ${interaction.type} takes no answer of type ${type}.`
    throw invalidForm([{ path: ['type'], code: 'INTERACTION_RESPONSE_TYPE', message }])
  }
  if (type === 8) return completed(interaction, given)
  if (type === 9) {
    const { data: modal } = schemas.modalCallback.read(given)
    interaction.isFinished = true
    return { type, ephemeral: true, loading: false, modal }
  }
  const { data } = (updates ? schemas.updateCallback : schemas.messageCallback).read(given)
  const body = data ?? {}
  checkMessage(body, ['data'])
  if (updates) return updated(world, interaction, type, body)
  if (type === 4) checkNotEmpty(body)
  const flags = (body.flags ?? 0) & EPHEMERAL
  const message = write(world, interaction, type === 5 ? { flags: flags | LOADING } : body)
  interaction.originalId = message.id
  interaction.isFinished = type === 4
  return responseWith(type, message)
}

function updated(world: World, interaction: Interaction, type: number, body: MessageBody): Response {
  const source = findMessage(world, interaction.channel.id, interaction.sourceId ?? '')
  if (source === undefined) throw unknownMessage()
  interaction.originalId = source.id
  if (type === 6) return responseWith(type, source)
  checkNotEmpty({ ...source, ...body })
  interaction.isFinished = true
  return responseWith(type, revise(world, source, { ...body, flags: (body.flags ?? 0) & ~EPHEMERAL }))
}

function completed(interaction: Interaction, given: unknown): Response {
  const { data = {} } = schemas.choicesCallback.read(given)
  // The union of the document lets any kind of choice through; the option being completed takes one.
  const kinds: Record<number, 'integerChoices' | 'numberChoices'> = { 4: 'integerChoices', 10: 'numberChoices' }
  schemas[kinds[interaction.focused ?? 3] ?? 'stringChoices'].read(data, ['data'])
  const choices = data.choices ?? []
  for (const [index, { value }] of choices.entries()) {
    const length = typeof value === 'string' ? [...value].length : 1
    if (length >= 1 && length <= 100) continue
    const path = ['data', 'choices', index, 'value']
    throw invalidForm([{ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 100 in length.' }])
  }
  interaction.isFinished = true
  return { type: 8, ephemeral: true, loading: false, choices }
}

/** Writes one message in answer to the interaction. */
function write(world: World, interaction: Interaction, body: MessageBody): APIMessage {
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

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback */
function resource({ id, type, response }: Interaction): object {
  const message = response?.message
  return {
    interaction: {
      id,
      type,
      ...(message !== undefined && {
        response_message_id: message.id,
        response_message_loading: response?.loading,
        response_message_ephemeral: response?.ephemeral,
      }),
    },
    resource: { type: response?.type, ...(message !== undefined && { message }) },
  }
}
