// Reads a language as people write it: a tag, a locale of another system, or a name.

/** Longest tag that RFC 5646 (4.4.1) asks a buffer to hold. */
const LONGEST_TAG = 35

let codesByName: ReadonlyMap<string, string> | undefined

/** `en_US`, `en-us`, `English`, `Deutsch` → a canonical BCP 47 tag; `undefined` when it is none. */
export function canonicalLanguage(written: string): string | undefined {
  const text = written.normalize('NFC').trim()
  const known = text.length > LONGEST_TAG ? undefined : tagOf(text)
  // A name of five to eight letters is a well-formed tag too, though of no language.
  return known !== undefined && !/^\p{L}{4,}$/u.test(text) ? known : nameToCode(text)
}

function tagOf(text: string): string | undefined {
  try {
    // POSIX locales carry an encoding: `en_US.UTF-8`.
    return Intl.getCanonicalLocales(text.split('.', 1).join('').replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function nameToCode(name: string): string | undefined {
  codesByName ??= readNames()
  return codesByName.get(name.toLocaleLowerCase('en')) ?? codesByName.get(name.toLowerCase())
}

/** The English and the own name of each language that `Intl` has data for. */
function readNames(): Map<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  const codes = Intl.DisplayNames.supportedLocalesOf(pairs)
  const english = new Intl.DisplayNames('en', { type: 'language' })
  const names = new Map<string, string>()
  for (const code of codes) {
    const own = new Intl.DisplayNames(code, { type: 'language' })
    for (const name of [own.of(code), english.of(code)])
      if (name !== undefined) names.set(name.toLocaleLowerCase('en'), code)
  }
  return names
}
