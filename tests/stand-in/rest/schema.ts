/** Validates requests with Discord’s OpenAPI document. */
import type {
  APIAllowedMentions,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  APIEmbed,
  APIMessageReference,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  LocalizationMap,
} from 'discord.js'
import * as spec from 'discord-api-spec/zod'
import * as z from 'zod/mini'
import { invalidForm, type Problem } from '../refusal.ts'

/** The fields of any request that writes a message. */
export interface MessageBody {
  content?: string | null
  embeds?: APIEmbed[] | null
  components?: APIMessageTopLevelComponent[] | null
  allowed_mentions?: APIAllowedMentions | null
  attachments?: { id: string; filename?: string }[] | null
  flags?: number | null
  nonce?: string | number | null
  enforce_nonce?: boolean | null
  message_reference?:
    | (Partial<APIMessageReference> & { message_id: string; fail_if_not_exists?: boolean | null })
    | null
  poll?: object | null
  sticker_ids?: string[] | null
}

/** A command as a bot registers it. */
export interface CommandBody {
  name: string
  name_localizations?: LocalizationMap | null
  description?: string | null
  description_localizations?: LocalizationMap | null
  options?: APIApplicationCommandOption[] | null
  default_member_permissions?: string | null
  contexts?: InteractionContextType[] | null
  integration_types?: ApplicationIntegrationType[] | null
  type?: ApplicationCommandType | null
  nsfw?: boolean
}

export interface MessageCallback {
  type: 4 | 5 | 6 | 7
  data?: MessageBody | null
}

export interface ChoicesCallback {
  type: 8
  data?: { choices?: APIApplicationCommandOptionChoice[] | null }
}

export interface ModalCallback {
  type: 9
  data: APIModalInteractionResponseCallbackData
}

/** A schema of Discord's OpenAPI document, for bodies of one kind. */
export interface Schema<Body> {
  /**
   * @param where path of this body in the request, for error messages
   * @throws {Refusal} 50035 with every problem found
   */
  read(body: unknown, where?: readonly PropertyKey[]): Body
}

/** The schema of each request, with the type of a valid body. */
export const schemas = {
  messageCreate: schema<MessageBody>(spec.MessageCreateRequestSchema),
  messageEdit: schema<MessageBody>(spec.MessageEditRequestPartialSchema),
  followUp: schema<MessageBody>(spec.IncomingWebhookInteractionRequestSchema),
  followUpEdit: schema<MessageBody>(spec.IncomingWebhookUpdateRequestPartialSchema),
  callback: schema<{ type: number }>(z.looseObject({ type: z.number() })),
  messageCallback: schema<MessageCallback>(spec.CreateMessageInteractionCallbackRequestSchema),
  updateCallback: schema<MessageCallback>(spec.UpdateMessageInteractionCallbackRequestSchema),
  choicesCallback: schema<ChoicesCallback>(spec.ApplicationCommandAutocompleteCallbackRequestSchema),
  stringChoices: schema<object>(spec.InteractionApplicationCommandAutocompleteCallbackStringDataSchema),
  integerChoices: schema<object>(spec.InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema),
  numberChoices: schema<object>(spec.InteractionApplicationCommandAutocompleteCallbackNumberDataSchema),
  modalCallback: schema<ModalCallback>(spec.ModalInteractionCallbackRequestSchema),
  commandCreate: schema<CommandBody>(spec.ApplicationCommandCreateRequestSchema),
  commandPatch: schema<Partial<CommandBody>>(spec.ApplicationCommandPatchRequestPartialSchema),
  commandOverwrite: schema<CommandBody[]>(z.array(spec.ApplicationCommandUpdateRequestSchema)),
  directChannel: schema<{ recipient_id?: string | null }>(spec.CreatePrivateChannelRequestSchema),
} as const

/** zod/mini has only the message "Invalid input" by default. */
const { localeError: inWords } = z.locales.en()

function schema<Body>(zod: z.core.$ZodType): Schema<Body> {
  return {
    read(body, where = []) {
      const problems: Problem[] = []
      // The body itself, not zod's copy, which lacks the fields that the document does not know.
      const passes = (candidate: unknown): candidate is Body => {
        const { success, error } = z.safeParse(zod, measured(candidate), { error: inWords })
        if (!success) problems.push(...error.issues.flatMap((issue) => problemsIn(issue, where)))
        return success
      }
      if (passes(body)) return body
      throw invalidForm(problems)
    },
  }
}

/**
 * Adapts a body to the schema. Discord counts code points, zod UTF-16 units, so surrogate pairs become one unit.
 * Permissions are strings, which the OpenAPI document calls numbers.
 */
function measured(value: unknown, key?: string): unknown {
  if (typeof value === 'string') {
    if (key === 'default_member_permissions') return Number(value)
    return value.replace(/[\u{10000}-\u{10ffff}]/gu, 'x')
  }
  if (Array.isArray(value)) return value.map((item) => measured(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, measured(held, name)]))
}

/** Reduces zod's errors for a union to those of the intended branch: the one with that `type`, or the closest. */
function problemsIn(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ path, code: issue.code.toUpperCase(), message: issue.message }]
  const meant = issue.errors.filter((branch) => !branch.some(({ path: [field] }) => field === 'type'))
  const [closest] = meant.toSorted((one, other) => one.length - other.length)
  if (closest === undefined) {
    return [{ path, code: 'UNION_TYPE_CHOICES', message: 'has a type that is not allowed here' }]
  }
  return closest.flatMap((inner) => problemsIn(inner, path))
}
