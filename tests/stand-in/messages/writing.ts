/** What people write: messages, edits and deletions. */
import { AllowedMentionsTypes, type APIAttachment, type APIMessage, type APIUser, type MessageType } from 'discord.js'
import type { MessageBody } from '../rest/schema.ts'
import { newId } from '../world/ids.ts'
import { type Channel, findMessage, type World } from '../world/world.ts'
import { isKept, post, preview, remove, removeAll, revise } from './posting.ts'
import { forward, type PollText, poll } from './shared-content.ts'

export interface SayOptions {
  /** The message it replies to. */
  replyTo?: APIMessage
  /** Whether the reply pings that message's author; true by default, as in Discord's client. */
  pingReply?: boolean
  /** Posts through a webhook with the name of `user`. */
  webhook?: boolean
  readonly attachments?: readonly APIAttachment[]
  /** Embeds of a webhook, or what an app posts; `say` takes the flag of the latter's components. */
  readonly parts?: Pick<MessageBody, 'embeds' | 'components' | 'flags'>
  /** The message that it forwards, without a text of its own. */
  readonly forwards?: APIMessage
  readonly poll?: PollText
  /** Whether it is the first message of a forum post, which has the id of its thread. */
  readonly opensPost?: boolean
  /** The type of a system message, such as 7 for a new member. */
  type?: MessageType
}

export interface Writing {
  /** Uploads a file, which is kept at an address; its id is what an option for attachments takes. */
  upload(name: string, url: string, size: number): APIAttachment
  /** Posts a message of a user. `<@id>`, `<@&id>` and `@everyone` ping. */
  say(user: APIUser, channel: Channel, text: string, options?: SayOptions): APIMessage
  /** Edits a message and returns the new version. */
  edit(message: APIMessage, text: string): APIMessage
  /** Adds a link preview to a message, as Discord does. */
  preview(message: APIMessage): void
  remove(message: APIMessage): void
  /** Deletes messages of one channel at once. */
  removeAll(channel: Channel, messages: readonly APIMessage[]): void

  /** The messages of a channel, oldest first, including ephemeral ones of `seenBy`. */
  messages(channel: Channel, seenBy?: APIUser): APIMessage[]
  /** The current version of a message, if it still exists. */
  current(message: APIMessage): APIMessage | undefined
}

export function createWriting(world: World): Writing {
  return {
    upload: (filename, url, size) => {
      const attachment = { id: newId(world.now), filename, url, proxy_url: url, size }
      world.attachments.set(attachment.id, attachment)
      return attachment
    },
    say: (
      user,
      channel,
      text,
      { replyTo, pingReply = true, webhook, type, attachments, parts, forwards, poll: asked, opensPost } = {},
    ) =>
      post(world, {
        author: user,
        channel,
        body: {
          ...parts,
          content: text,
          allowed_mentions: { parse: Object.values(AllowedMentionsTypes), replied_user: pingReply },
        },
        replyTo,
        extra: {
          ...(webhook && { webhook_id: newId(world.now) }),
          ...(type !== undefined && { type }),
          ...(attachments && { attachments: [...attachments] }),
          ...(forwards && forward(world, forwards)),
          ...(asked && { poll: poll(world, asked) }),
          ...(opensPost && { id: channel.id }),
        },
      }),
    edit: (message, text) => {
      const now = findMessage(world, message.channel_id, message.id)
      if (now === undefined) throw new Error('That message is gone')
      return revise(world, now, { content: text })
    },
    preview: (message) => preview(world, message),
    remove: (message) => remove(world, message),
    removeAll: (channel, removed) => removeAll(world, channel, removed),

    messages: (channel, seenBy) =>
      [...(world.messages.get(channel.id)?.values() ?? [])].filter(
        (message) => isKept(message) || (seenBy !== undefined && message.interaction_metadata?.user.id === seenBy.id),
      ),
    current: (message) => findMessage(world, message.channel_id, message.id),
  }
}
