/** Routes for responses to interactions. */
import type { APIMessage } from 'discord.js'
import {
  ANSWER_WITHIN,
  type Interaction,
  type Interactions,
  originalOf,
  TOKEN_LASTS,
} from '../../interactions/interactions.ts'
import { respond, write } from '../../interactions/responding.ts'
import { EPHEMERAL, LOADING, remove, revise } from '../../messages/posting.ts'
import {
  alreadyAcknowledged,
  invalidWebhookToken,
  Refusal,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from '../../refusal.ts'
import { findMessage, type World } from '../../world/world.ts'
import { checkMessage, checkNotEmpty } from '../limits.ts'
import type { Answer, Call, Routes } from '../rest.ts'
import { type MessageBody, schemas } from '../schema.ts'

/**
 * The first response to an interaction, and its webhook for edits and follow-ups.
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
    checkMessage(body, [], message.flags)
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
      // While the bot is “thinking”, the first follow-up replaces the original, with its flags.
      const isAwaited = original !== undefined && ((original.flags ?? 0) & LOADING) !== 0
      return { status: 200, body: isAwaited ? edit(interaction, original, body) : write(world, interaction, body) }
    },
  }
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
