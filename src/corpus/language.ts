import { franc } from 'franc-min'

/** Fewer letters than this tell too little, in a script that many languages share. */
const ENOUGH_LETTERS = 150

/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 4_000

/** Scripts of languages that franc-min does not know; `Intl` knows which language each is most written in. */
const OTHER_SCRIPTS = ['Hebr', 'Armn', 'Geor', 'Laoo', 'Tibt', 'Thaa', 'Mong', 'Ethi', 'Khmr', 'Mymr', 'Sinh']

/** The language of a text as a BCP 47 tag, by its letters and their sequences; `en` where they do not tell. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const letters = count(sample, /\p{L}/gu)
  if (count(sample, /\p{Script=Latin}/gu) > letters / 2 && letters < ENOUGH_LETTERS) return 'en'
  const detected = franc(sample, { minLength: 1 })
  if (detected === 'und') {
    const script = OTHER_SCRIPTS.find((code) => count(sample, new RegExp(`\\p{Script=${code}}`, 'gu')) > letters / 2)
    return script === undefined ? 'en' : new Intl.Locale(`und-${script}`).maximize().language
  }
  // Short Russian texts pass for Bulgarian, which has neither letter.
  if (detected === 'bul' && count(sample, /[ыэ]/giu) > letters / 200) return 'ru'
  return Intl.getCanonicalLocales(detected)[0] ?? 'en'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
