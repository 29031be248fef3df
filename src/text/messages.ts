/** All user-facing texts, by language. */
import { de } from './de.ts'
import { en, type Messages } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { tr } from './tr.ts'

export type { Messages } from './en.ts'

/** Translations by Discord's locale codes; Discord splits Spanish in two. */
export const translations = { tr, de, 'es-ES': es, 'es-419': es, fr } satisfies Readonly<Record<string, Messages>>

const byLanguage = new Map<string, Messages>([en, tr, de, es, fr].map((messages) => [messages.tag, messages]))

/** The languages that have texts. */
export const textLanguages: readonly string[] = [...byLanguage.keys()]

/** The texts for a locale such as `de` or `es-419`; English where there is no translation. */
export function messagesFor(locale: string | null): Messages {
  return byLanguage.get(locale?.split('-')[0] ?? '') ?? en
}
