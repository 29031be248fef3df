// A reason why something cannot be added, as data: it crosses threads and processes, and is worded for who reads it.
import * as v from 'valibot'
import { refusals as english } from './en.ts'

type English = typeof english
export type RefusalCode = keyof English
/** A text for each reason, with the same values in braces as the English one. */
export type RefusalTexts = Readonly<Record<RefusalCode, string>>

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
/** What the text of a reason mentions. */
export type RefusalValues<Code extends RefusalCode> = Readonly<Record<NamesIn<English[Code]>, string | number>>

export const Refusal = v.object({
  code: v.custom<RefusalCode>((value) => typeof value === 'string' && Object.hasOwn(english, value)),
  values: v.record(v.string(), v.union([v.string(), v.number()])),
})
export type Refusal = v.InferOutput<typeof Refusal>

/** The reason in one line; in English for terminals and logs. */
export function refusalText({ code, values }: Refusal, texts: RefusalTexts = english): string {
  return texts[code].replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''))
}
