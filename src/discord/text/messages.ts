import { de } from './de.ts'
import { type Catalogue, en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { tr } from './tr.ts'

export type { Catalogue } from './en.ts'

/** By Discord's own names of languages; Spanish has two. */
export const translations = { tr, de, 'es-ES': es, 'es-419': es, fr } satisfies Readonly<Record<string, Catalogue>>

const byLanguage = new Map<string, Catalogue>([en, tr, de, es, fr].map((catalogue) => [catalogue.tag, catalogue]))

/** The words for readers of a language, English where it is none of ours. */
export function catalogueFor(tag: string | null): Catalogue {
  return byLanguage.get(tag?.split('-')[0] ?? '') ?? en
}
