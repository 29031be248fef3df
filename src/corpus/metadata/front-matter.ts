// Finds the front matter of a file, and reads what it says of the article. It never costs the article.
import { canonicalLanguage } from '../../language/language-names.ts'
import type { Article } from '../article.ts'
import type { FolderSettings } from '../files/folder-settings.ts'
import { readDate } from './date-line.ts'
import { parseToml, parseYaml, type Value } from './front-matter-values.ts'

/** What front matter may say of its article. */
export type FrontMatter = Partial<Pick<Article, 'title' | 'date' | 'section' | 'author' | 'url' | 'language'>>

export interface ReadFrontMatter {
  readonly known: FrontMatter
  /** Where the text after it begins, as a UTF-16 offset. */
  readonly end: number
  /** `draft: true`, or `published: false`. */
  readonly isDraft: boolean
  /** A line for each value that was left out. */
  readonly warnings: readonly string[]
}

/** Longest front matter that is read, in UTF-16 units. */
const LONGEST = 10_000

const LINE_END = '(?:\\r\\n|\\n|\\r(?!\\n))'
/** YAML between `---` and `---` or `...`. With a blank line after it, `---` is a rule across the page, as in Pandoc. */
const YAML = new RegExp(
  `^---[ \\t]*${LINE_END}(?![ \\t]*[\\r\\n])([\\s\\S]*?)(?<=[\\r\\n])(?:---|\\.\\.\\.)[ \\t]*(?:${LINE_END}|$)`,
  'u',
)
const TOML = new RegExp(`^\\+\\+\\+[ \\t]*${LINE_END}([\\s\\S]*?)(?<=[\\r\\n])\\+\\+\\+[ \\t]*(?:${LINE_END}|$)`, 'u')
const KEY_LINE = '[\\p{L}_][\\p{L}\\p{N}_-]*[ \\t]*:(?:[ \\t][^\\r\\n]*)?'
/** Opened with `---` but never closed: its lines up to the first blank one. */
const UNCLOSED = new RegExp(`^---[ \\t]*${LINE_END}((?:${KEY_LINE}${LINE_END})+)(?=[ \\t]*(?:[\\r\\n]|$))`, 'u')
/** The header lines of MultiMarkdown, without a fence; only after a title, as other texts have lines with colons too. */
const UNFENCED = new RegExp(
  `^((?:title|Title|TITLE):(?:[ \\t][^\\r\\n]*)?${LINE_END}(?:${KEY_LINE}${LINE_END})+)${LINE_END}`,
  'u',
)

/** The keys that are read, most telling first. */
const KEYS = {
  title: ['title'],
  date: ['date', 'published', 'publishdate', 'pubdate', 'created'],
  section: ['section'],
  author: ['author', 'authors'],
  url: ['url', 'canonical_url', 'permalink', 'slug'],
  language: ['language', 'lang', 'locale'],
  draft: ['draft', 'published'],
} as const

const read: ReadonlySet<string> = new Set(Object.values(KEYS).flat())

/** What relative addresses are completed with. */
export interface Place {
  /** The article's id. */
  readonly id: string
  readonly settings: FolderSettings
}

/** Reads the front matter of a text, if it has one. Unknown keys are ignored; values that are not valid are left out. */
export async function readFrontMatter(text: string, place?: Place): Promise<ReadFrontMatter> {
  const found = find(text)
  if (!found) return { known: {}, end: 0, isDraft: false, warnings: [] }
  const { end, body, line, parse } = found
  const warnings = found.warning === undefined ? [] : [found.warning]
  if (end > LONGEST) {
    warnings.push(`line 1: the front matter is longer than ${LONGEST.toLocaleString('en')} characters; it was ignored`)
    return { known: {}, end, isDraft: false, warnings }
  }
  const values = await parse(body.replaceAll(/\r\n?/gu, '\n'), line, read, warnings)
  const known: { -readonly [key in keyof FrontMatter]: string } = {}
  const take = (
    key: keyof FrontMatter,
    expected: string,
    valid: (value: Value, key: string) => string | null | undefined,
  ) => {
    for (const name of KEYS[key]) {
      const value = values.get(name)
      if (!value || isEmpty(value) || (name === 'published' && typeof value.data === 'boolean')) continue
      const taken = valid(value, name)
      if (taken === undefined) warnings.push(`line ${value.line}: “${name}” should be ${expected}; it was left out`)
      else if (taken !== null) {
        known[key] = taken
        return
      }
    }
  }
  take('language', 'a language, such as en, pt-BR or English', ({ text: tag }) => tag && canonicalLanguage(tag))
  take('title', 'a line of text', lineOf)
  take('date', 'a date, such as 2023-09-27', ({ text: date }) => date && readDate(date, known.language))
  take('section', 'a line of text', (value) => namesOf(value.data) ?? lineOf(value))
  take('author', 'a name, or a list of names', (value) => namesOf(value.data) ?? lineOf(value))
  take('url', 'an http or https address', (value, key) => addressOf(lineOf(value), key, place))
  const isDraft = values.get('draft')?.data === true || values.get('published')?.data === false
  return { known, end, isDraft, warnings }
}

interface Found {
  readonly end: number
  readonly body: string
  /** Number of the body's first line. */
  readonly line: number
  readonly parse: typeof parseYaml
  readonly warning?: string
}

function find(text: string): Found | undefined {
  const yaml = YAML.exec(text)
  if (yaml) return { end: yaml[0].length, body: yaml[1] ?? '', line: 2, parse: parseYaml }
  const toml = TOML.exec(text)
  if (toml) return { end: toml[0].length, body: toml[1] ?? '', line: 2, parse: parseToml }
  const unclosed = UNCLOSED.exec(text)
  if (unclosed) {
    const warning = 'line 1: the front matter is not closed; end it with a line of ---'
    return { end: unclosed[0].length, body: unclosed[1] ?? '', line: 2, parse: parseYaml, warning }
  }
  const unfenced = UNFENCED.exec(text)
  return unfenced ? { end: unfenced[0].length, body: unfenced[1] ?? '', line: 1, parse: parseYaml } : undefined
}

function isEmpty({ data, text }: Value): boolean {
  return data === null || data === undefined || (typeof data !== 'object' && text.trim() === '')
}

/** A template that the program which publishes the files fills in. */
const TEMPLATE = /\{\{|\{%|<%/u

/** A value as one line of text; lists, maps and templates are none. */
function lineOf({ data, text }: Value): string | undefined {
  const isText = typeof data !== 'object' || data instanceof Date || /^\[[^\n]*\]$/u.test(text)
  return isText && !TEMPLATE.test(text) ? fold(text) : undefined
}

/** The names in a list of names, or of maps with a `name`. */
function namesOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || data instanceof Date) return undefined
  const names = (Array.isArray(data) ? data : [data]).map((each: unknown) =>
    typeof each === 'object' && each !== null && 'name' in each ? each.name : each,
  )
  const isNamed = names.length > 0 && names.every((name) => typeof name === 'string' || typeof name === 'number')
  return isNamed ? fold(names.join(', ')) : undefined
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** An absolute address; `null` for a relative one that cannot be completed, `undefined` for anything else. */
function addressOf(written: string | undefined, key: string, place: Place | undefined): string | null | undefined {
  if (written === undefined) return undefined
  if (/^[a-z][a-z0-9+.-]*:/iu.test(written)) {
    if (!URL.canParse(written)) return undefined
    const { protocol, href } = new URL(written)
    return protocol === 'http:' || protocol === 'https:' ? href : undefined
  }
  const { baseUrl, basePath = '' } = place?.settings ?? {}
  // Jekyll's permalinks may hold placeholders: /:year/:title/
  if (baseUrl === undefined || place === undefined || written.includes(':')) return null
  const folder = place.id.slice(basePath === '' ? 0 : basePath.length + 1, place.id.lastIndexOf('/') + 1)
  const path = key === 'slug' && !written.startsWith('/') ? folder + written : written.replace(/^\/+/u, '')
  const address = `${baseUrl}/${path}`
  return URL.canParse(address) ? new URL(address).href : undefined
}
