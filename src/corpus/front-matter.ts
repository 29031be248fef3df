import type { Article } from './article.ts'
import { readDateLine } from './date-line.ts'

/** What a front matter may say of its article. */
export type FrontMatter = Partial<Pick<Article, 'title' | 'date' | 'section' | 'author' | 'url' | 'language'>>

/** What was read, where the text after it begins (UTF-16 offset), and what was kept out of it, a line each. */
export interface ReadFrontMatter {
  readonly known: FrontMatter
  readonly end: number
  readonly warnings: readonly string[]
}

/**
 * Where the YAML stands, when a text begins with `---`, some lines, and `---` again. With a blank line after it, `---`
 * is a rule across the page, as Pandoc has it.
 */
const FENCED = /^---[ \t]*(?:\r\n|\n|\r(?!\n))(?![ \t]*[\r\n])([\s\S]*?)(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/u

/** Longer ones are not read, in UTF-16 units. */
const LONGEST = 10_000
/** As many units as BCP 47 (RFC 5646, 4.4.1) would have any buffer for a language tag hold. */
const LONGEST_TAG = 35
/** How many of the keys that are none are named, and as much of each. */
const NAMED = { keys: 5, units: 40 } as const

/** What each key should be, and what is taken from its value: `undefined` where it is not that. */
const keys: Readonly<
  Record<keyof FrontMatter, { readonly expected: string; take(value: string): string | undefined }>
> = {
  title: { expected: 'a line of text', take: asText },
  date: { expected: 'a day, such as 2023-09-27', take: (value) => readDateLine(value) },
  section: { expected: 'a line of text', take: asText },
  author: { expected: 'a line of text', take: asText },
  url: { expected: 'an http or https address', take: asAddress },
  language: { expected: 'a language tag, such as en or pt-BR', take: asLanguage },
}

/**
 * Reads the YAML front matter of a text, if it has one.
 * @throws Error naming the line, when the YAML does not parse or a value is not what it should be
 */
export async function readFrontMatter(text: string): Promise<ReadFrontMatter> {
  const fenced = FENCED.exec(text)
  if (!fenced) {
    if (OPENED.test(text)) throw new Error('line 1: the front matter is not closed; end it with a line of ---')
    return { known: {}, end: 0, warnings: [] }
  }
  if (fenced[0].length > LONGEST)
    throw new Error(`line 1: the front matter is longer than ${LONGEST.toLocaleString('en')} characters; shorten it`)
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const yaml = (fenced[1] ?? '').replaceAll(/\r\n?/gu, (end) => (end === '\r' ? '\n' : end))
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  // The YAML begins on the file's second line.
  const lineOf = (offset = 0) => lines.linePos(offset).line + 1
  const [error] = document.errors
  if (error) throw new Error(`line ${lineOf(error.pos[0])}: the YAML does not parse: ${saidOf(error.message)}`)

  const known: { -readonly [key in keyof FrontMatter]: string } = {}
  const warnings: string[] = []
  if (document.contents !== null && !isMap(document.contents))
    throw new Error('line 2: the front matter should be lines of “key: value”')
  for (const { key, value } of document.contents?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : 'a list or a map'
    const line = lineOf(isScalar(key) ? key.range?.[0] : undefined)
    if (!isKey(name)) {
      const known = Object.keys(keys).join(', ')
      const shown = asText(name).slice(0, NAMED.units)
      warnings.push(`line ${line}: “${shown}” is no key of the front matter (${known}); it was left out`)
      continue
    }
    const written = isScalar(value) && value.value !== null ? (value.source ?? String(value.value)) : ''
    if (isScalar(value) ? written.trim() === '' : value === null) continue
    const taken = isScalar(value) && typeof value.value !== 'boolean' ? keys[name].take(written.trim()) : undefined
    if (taken === undefined) throw new Error(`line ${line}: “${name}” should be ${keys[name].expected}`)
    known[name] = taken
  }
  const more = warnings.splice(NAMED.keys).length
  if (more > 0) warnings.push(`${more} more keys are none of the front matter; they were left out`)
  return { known, end: fenced[0].length, warnings }
}

/** A `---` with one of the keys on the next line; any other is a rule across the page. */
const OPENED = new RegExp(`^---[ \\t]*(?:\\r\\n|\\n|\\r)(?:${Object.keys(keys).join('|')})[ \\t]*:`, 'u')

function isKey(name: string): name is keyof FrontMatter {
  return Object.hasOwn(keys, name)
}

function asText(value: string): string {
  return value.replace(/\s+/gu, ' ').trim()
}

function asAddress(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const { protocol, href } = new URL(value)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}

function asLanguage(value: string): string | undefined {
  if (value.length > LONGEST_TAG) return undefined
  try {
    return Intl.getCanonicalLocales(value)[0]
  } catch {
    return undefined
  }
}

/** What the parser says, on one line; that it ran out of stack means nothing to anybody. */
function saidOf(message: string): string {
  return /call stack/u.test(message)
    ? 'it is nested too deeply'
    : message.replace(/\s+/gu, ' ').replace(/(?<![: ])[: ]+$/u, '')
}
