/** Types of the untyped package discord-api-spec. */

/**
 * The package ships its schemas as JavaScript without types; `schema.ts` adds them.
 * @see https://github.com/RiskyMH/discord-api-spec-ts
 */
declare module 'discord-api-spec/zod' {
  import type { ZodMiniType } from 'zod/mini'

  export const MessageCreateRequestSchema: ZodMiniType
  export const MessageEditRequestPartialSchema: ZodMiniType
  export const IncomingWebhookInteractionRequestSchema: ZodMiniType
  export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType
  export const CreateMessageInteractionCallbackRequestSchema: ZodMiniType
  export const UpdateMessageInteractionCallbackRequestSchema: ZodMiniType
  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodMiniType
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: ZodMiniType
  export const InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema: ZodMiniType
  export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: ZodMiniType
  export const ModalInteractionCallbackRequestSchema: ZodMiniType
  export const ApplicationCommandCreateRequestSchema: ZodMiniType
  export const ApplicationCommandUpdateRequestSchema: ZodMiniType
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType
  export const CreatePrivateChannelRequestSchema: ZodMiniType
}
