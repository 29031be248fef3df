/** Signs the custom ids of what only some people may do, for the person who was shown them. */
import { createHmac } from 'node:crypto'
import type { ModalSubmitInteraction, RepliableInteraction } from 'discord.js'
import type { Reply } from '../replies/answer-reply.ts'
import { type Action, readId } from '../replies/custom-id.ts'
import type { ComponentUse } from './context.ts'

/** Discord checks who may use the commands that lead to them, but not these actions themselves. */
const signedActions: ReadonlySet<string> = new Set<Action>([
  'gap-page',
  'gap-open',
  'gap-document',
  'gap-dismiss',
  'gap-answer',
  'gap-save',
  'answer-save',
  'answer-forget',
  'remove',
])

type Shown = Pick<RepliableInteraction, 'client' | 'user' | 'guildId'>

/** Signs the ids of the components that the user of an interaction is shown. */
export function signComponents<T extends Pick<Reply, 'components'>>(reply: T, interaction: Shown): T {
  const components = reply.components.map((row) => ({
    ...row,
    components: row.components.map((component) =>
      'custom_id' in component ? signId(component, interaction) : component,
    ),
  }))
  return { ...reply, components }
}

/** Signs the id of a component or a form. */
export function signId<T extends { readonly custom_id: string }>(signed: T, interaction: Shown): T {
  const { custom_id: id } = signed
  return signedActions.has(readId(id).action)
    ? { ...signed, custom_id: `${id}:${signatureOf(id, interaction)}` }
    : signed
}

/** The action and the fields of a component or a form; undefined if they were signed for somebody else, or by nobody. */
export function readSignedId(
  interaction: ComponentUse | ModalSubmitInteraction,
): ReturnType<typeof readId> | undefined {
  const { customId } = interaction
  const { action, fields } = readId(customId)
  if (!signedActions.has(action)) return { action, fields }
  const signature = fields.at(-1) ?? ''
  const isValid = signature === signatureOf(customId.slice(0, -signature.length - 1), interaction)
  return isValid ? { action, fields: fields.slice(0, -1) } : undefined
}

/** 48 bits, for one person in one server. */
function signatureOf(id: string, { client, user, guildId }: Shown): string {
  const text = JSON.stringify([id, user.id, guildId])
  return createHmac('sha256', client.token ?? '')
    .update(text)
    .digest('base64url')
    .slice(0, 8)
}
