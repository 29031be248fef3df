import { de } from './de.ts'
import { en, type Messages } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { tr } from './tr.ts'

export type { Messages } from './en.ts'

/** By Discord's own names of languages; Spanish has two. */
export const translations = { tr, de, 'es-ES': es, 'es-419': es, fr } satisfies Readonly<Record<string, Messages>>

const byLanguage = new Map<string, Messages>([en, tr, de, es, fr].map((catalogue) => [catalogue.tag, catalogue]))

/** The words for readers of a language, English where it is none of ours. */
export function messagesFor(tag: string | null): Messages {
  return byLanguage.get(tag?.split('-')[0] ?? '') ?? en
}
