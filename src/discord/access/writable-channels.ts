/** Knows where the bot may not post, so that a question there costs no request: Discord bans who is refused too often. */
import { LimitedCollection, type Message, PermissionFlagsBits } from 'discord.js'

/** The bot may not post in the channel of a message. */
export class CannotPost extends Error {
  override readonly name = 'CannotPost'
}

export interface WritableChannels {
  /** @throws CannotPost where permissions or a recent refusal say so; makes no request */
  demand(message: Message): void
  /** Remembers that Discord refused a post. */
  refuse(channelId: string): void
}

/** Milliseconds for which a refusal is remembered that the cached permissions do not explain. */
const REMEMBERED = 60_000
const MAX_REMEMBERED = 1_000

export function openWritableChannels(): WritableChannels {
  const refusedAt = new LimitedCollection<string, number>({ maxSize: MAX_REMEMBERED })
  return {
    demand(message) {
      const refused = refusedAt.get(message.channelId)
      const isRemembered = refused !== undefined && performance.now() - refused < REMEMBERED
      if (isRemembered || !mayPost(message)) throw new CannotPost(`cannot post in channel ${message.channelId}`)
    },
    refuse: (channelId) => void refusedAt.set(channelId, performance.now()),
  }
}

const { ViewChannel, ReadMessageHistory, SendMessages, SendMessagesInThreads, ManageThreads } = PermissionFlagsBits

/** Whether the cached permissions let the bot reply; true where they are not known. */
function mayPost({ channel, client }: Message): boolean {
  if (channel.isDMBased()) return true
  const held = channel.permissionsFor(client.user)
  if (!held) return true
  if (channel.isThread() && channel.locked && !held.has(ManageThreads)) return false
  return held.has([ViewChannel, ReadMessageHistory, channel.isThread() ? SendMessagesInThreads : SendMessages])
}
