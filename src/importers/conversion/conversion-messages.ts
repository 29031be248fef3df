// Messages to the process that converts a document, and its replies.
import * as v from 'valibot'
import { Refusal } from '../../text/refusals/refusal.ts'
import { documentFormats } from '../document.ts'

const optionalText = v.exactOptional(v.string())

/** Sent once: the process converts one document. */
export const ConversionRequest = v.object({
  source: v.object({
    bytes: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    format: v.picklist(documentFormats),
    url: optionalText,
    charset: optionalText,
  }),
  limits: v.object({ milliseconds: v.number(), memoryBytes: v.number(), outputBytes: v.number() }),
})
export type ConversionRequest = v.InferOutput<typeof ConversionRequest>

export const ConversionReply = v.variant('kind', [
  v.object({
    kind: v.literal('converted'),
    documents: v.array(
      v.object({
        title: optionalText,
        date: optionalText,
        author: optionalText,
        url: optionalText,
        language: optionalText,
        markdown: v.string(),
        warnings: v.pipe(v.array(v.string()), v.readonly()),
      }),
    ),
  }),
  v.object({ kind: v.literal('refused'), refusal: Refusal }),
])
export type ConversionReply = v.InferOutput<typeof ConversionReply>
