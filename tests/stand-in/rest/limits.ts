/** Limits on messages that Discord’s OpenAPI document leaves out. */
import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js'
import { type Part, walk } from '../messages/components.ts'
import { emptyMessage, invalidForm, type Problem } from '../refusal.ts'
import type { MessageBody } from './schema.ts'

/** Discord counts code points, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length

const tooLong = (path: readonly PropertyKey[], most: number): Problem => ({
  path,
  code: 'BASE_TYPE_MAX_LENGTH',
  message: `Must be ${most} or fewer in length.`,
})

/**
 * The limits of a message that the OpenAPI document leaves out.
 * @param where path of the message in the request
 * @param earlier flags of the message being edited
 * @throws {Refusal} 50035 with every problem found
 * @see https://discord.com/developers/docs/resources/message#create-message
 * @see https://discord.com/developers/docs/components/reference
 */
export function checkMessage(body: MessageBody, where: readonly PropertyKey[] = [], earlier = 0): void {
  const isV2 = (((body.flags ?? 0) | earlier) & MessageFlags.IsComponentsV2) !== 0
  const problems: Problem[] = []
  if (lengthOf(body.content ?? '') > 2000) problems.push(tooLong([...where, 'content'], 2000))
  problems.push(...checkParts(body.components ?? [], isV2, [...where, 'components']))
  if (isV2 && (body.content || body.embeds?.length)) {
    const message = 'The flag IS_COMPONENTS_V2 excludes content and embeds.'
    problems.push({ path: where, code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message })
  }
  if (problems.length > 0) throw invalidForm(problems)
}

/**
 * @throws {Refusal} 50006 for an empty message
 */
export function checkNotEmpty(
  body: Pick<MessageBody, 'content' | 'embeds' | 'components' | 'attachments' | 'sticker_ids' | 'poll'>,
): void {
  const shown = [body.embeds, body.components, body.attachments, body.sticker_ids]
  if (body.content?.trim() || body.poll || shown.some((list) => (list?.length ?? 0) > 0)) return
  throw emptyMessage()
}

function checkParts(parts: readonly Part[], isV2: boolean, where: readonly PropertyKey[]): Problem[] {
  const problems: Problem[] = []
  const all = [...walk(parts, where)]
  if (isV2) {
    if (all.length > 40) problems.push({ path: where, code: 'BASE_TYPE_MAX_LENGTH', message: 'At most 40 components.' })
    const text = all.reduce(
      (sum, { part }) => sum + (part.type === ComponentType.TextDisplay ? lengthOf(part.content ?? '') : 0),
      0,
    )
    if (text > 4000) problems.push(tooLong(where, 4000))
  } else {
    if (parts.length > 5) problems.push({ path: where, code: 'BASE_TYPE_MAX_LENGTH', message: 'At most 5 rows.' })
    for (const [index, part] of parts.entries()) {
      if (part.type !== ComponentType.ActionRow) {
        const message = 'Only action rows, without the flag IS_COMPONENTS_V2.'
        problems.push({ path: [...where, index, 'type'], code: 'UNION_TYPE_CHOICES', message })
      }
    }
  }
  const customIds = new Set<string>()
  for (const { part, path } of all) {
    problems.push(...checkPart(part, path))
    if (!part.custom_id) continue
    if (customIds.has(part.custom_id)) {
      const message = `Component custom id ${part.custom_id} cannot be duplicated`
      problems.push({ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message })
    }
    customIds.add(part.custom_id)
  }
  return problems
}

function checkPart(part: Part, path: readonly PropertyKey[]): Problem[] {
  const problem = (field: string, message: string): Problem => ({
    path: [...path, field],
    code: 'BASE_TYPE_BAD_VALUE',
    message,
  })
  const problems: Problem[] = []
  if (part.type === ComponentType.ActionRow && part.components !== undefined) {
    const selects = part.components.filter(({ type }) => type !== ComponentType.Button).length
    if (selects > 0 && part.components.length > 1) problems.push(problem('components', 'A select takes the whole row.'))
  }
  if (part.type === ComponentType.Button) {
    const isLink = part.style === ButtonStyle.Link
    const isPremium = part.style === ButtonStyle.Premium
    if (isLink && (!part.url || part.custom_id)) problems.push(problem('url', 'A link has a url and no custom id.'))
    if (!isLink && part.url) problems.push(problem('url', 'Only a link has a url.'))
    if (!isLink && !isPremium && !part.custom_id) problems.push(problem('custom_id', 'A custom id is required.'))
    if (!isPremium && !part.label && !part.emoji) problems.push(problem('label', 'A label or an emoji is required.'))
  }
  if (part.type === ComponentType.StringSelect && part.options !== undefined) {
    const values = part.options.map(({ value }) => value)
    if (new Set(values).size < values.length) problems.push(problem('options', 'The values of options must differ.'))
    const most = part.max_values ?? 1
    if (most > values.length) problems.push(problem('max_values', 'Greater than the number of options.'))
    if ((part.min_values ?? 1) > most) problems.push(problem('min_values', 'Greater than max_values.'))
  }
  return problems
}
