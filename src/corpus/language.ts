import { franc } from 'franc-min'

/** Fewer letters than this tell too little, in a script that many languages share. */
const ENOUGH_LETTERS = 150

/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 4_000

/** The language of a text as a BCP 47 tag, by its letters and their sequences; `en` where they do not tell. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin > letters / 2 && letters < ENOUGH_LETTERS) return 'en'
  const detected = franc(sample)
  return detected === 'und' ? 'en' : (Intl.getCanonicalLocales(detected)[0] ?? 'en')
}
