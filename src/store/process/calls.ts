// What the process of the store and the one that uses it send each other.
import type { Store } from '../store.ts'

/** The arguments of each method of the store. */
export type Arguments = { readonly [Method in keyof Store]: Parameters<Store[Method]> }

/** What each method of the store resolves with. */
export type Results = { readonly [Method in keyof Store]: Awaited<ReturnType<Store[Method]>> }

/** A call of a method; its outcome has the same id. */
export type StoreCall = {
  readonly [Method in keyof Store]: { readonly id: number; readonly method: Method; readonly args: Arguments[Method] }
}[keyof Store]

export type StoreOutcome =
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  /** `remedy` is that of a UserError. */
  | { readonly kind: 'failure'; readonly id: number; readonly message: string; readonly remedy?: string }
