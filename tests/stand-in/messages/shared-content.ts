/** What people post besides text: forwarded messages and polls. */
import {
  type APIMessage,
  type APIPoll,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PollLayoutType,
} from 'discord.js'
import type { World } from '../world/world.ts'
import { referenceTo } from './posting.ts'

/** Milliseconds for which a poll is open by default. */
const POLL_LASTS = 24 * 60 * 60_000

/**
 * The fields of a message that forwards another; its own content is empty.
 * @see https://discord.com/developers/docs/resources/message#message-snapshot-object
 */
export function forward(world: World, message: APIMessage): Partial<APIMessage> {
  const { content, embeds, attachments, timestamp, edited_timestamp, mentions, mention_roles, components } = message
  const snapshot = { content, embeds, attachments, timestamp, edited_timestamp, mentions, mention_roles }
  return {
    type: MessageType.Default,
    flags: MessageFlags.HasSnapshot,
    message_reference: { ...referenceTo(world, message), type: MessageReferenceType.Forward },
    message_snapshots: [{ message: { ...snapshot, ...(components && { components }), type: message.type } }],
  }
}

export interface PollText {
  readonly question: string
  readonly answers: readonly string[]
}

/** @see https://discord.com/developers/docs/resources/poll#poll-object */
export function poll(world: World, { question, answers }: PollText): APIPoll {
  return {
    question: { text: question },
    answers: answers.map((text, i) => ({ answer_id: i + 1, poll_media: { text } })),
    expiry: new Date(world.now() + POLL_LASTS).toISOString(),
    allow_multiselect: false,
    layout_type: PollLayoutType.Default,
    results: { is_finalized: false, answer_counts: [] },
  }
}
