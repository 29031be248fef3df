// What a route answers.
import type { Content } from '../respond.ts'

export type Outcome =
  | { readonly content: Content }
  /** Another address of this site. */
  | { readonly redirect: string }
  | { readonly missing: true }

export const HTML = { type: 'text/html' } as const
