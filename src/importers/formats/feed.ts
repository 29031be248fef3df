// RSS, Atom and RDF feeds: a document of each entry.
import { parseFeed } from 'feedsmith'
import * as v from 'valibot'
import { shortHash } from '../../short-hash.ts'
import type { ImportedDocument } from '../document.ts'
import { LONGEST_ADDRESS, MOST_ENTRIES } from '../limits.ts'
import { refused } from '../refused-import.ts'
import { dayOf } from './day.ts'
import { parseDom, visibleText } from './dom.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { checkNesting } from './nesting.ts'

const text = v.optional(v.fallback(v.optional(v.string()), undefined))
/** Atom's texts come as objects with their type. */
const Value = v.optional(
  v.union([
    v.string(),
    v.pipe(
      v.looseObject({ value: v.optional(v.string(), '') }),
      v.transform(({ value }) => value),
    ),
  ]),
)
const Entry = v.looseObject({
  title: Value,
  link: text,
  links: v.optional(v.array(v.looseObject({ href: text, rel: text }))),
  guid: Value,
  id: text,
  pubDate: text,
  published: text,
  updated: text,
  description: Value,
  summary: Value,
  content: v.optional(v.union([v.string(), v.looseObject({ encoded: text, value: text })])),
  authors: v.optional(v.array(v.union([v.string(), v.looseObject({ name: text })]))),
  dc: v.optional(
    v.looseObject({
      creators: v.optional(v.array(v.string())),
      creator: text,
      dates: v.optional(v.array(v.string())),
      date: text,
    }),
  ),
})
const Parsed = v.object({
  feed: v.looseObject({
    language: text,
    items: v.optional(v.array(Entry), []),
    entries: v.optional(v.array(Entry), []),
  }),
})

/**
 * @param url where the feed was fetched
 * @throws RefusedImport saying why it cannot be read
 */
export function importFeed(xml: string, url?: string): ImportedDocument[] {
  checkNesting(xml, { xml: true })
  const { parsed, isCutOff } = parse(xml)
  const { language, items, entries } = parsed.feed
  const all = [...items, ...entries]
  const read = all.slice(0, MOST_ENTRIES).flatMap((entry) => documentOf(entry, language, url))
  const isFirst = ({ url: address }: ImportedDocument, i: number) =>
    address === undefined || read.findIndex((other) => other.url === address) === i
  const documents = read.filter(isFirst)
  if (documents.length === 0) throw refused('noEntries', {})
  const warnings = [
    ...(isCutOff ? ['the feed is cut off; its last entry is missing'] : []),
    ...(all.length > MOST_ENTRIES ? [`only the first ${MOST_ENTRIES} of ${all.length} entries were read`] : []),
  ]
  return documents.map((document, i) =>
    i === 0 ? { ...document, warnings: [...document.warnings, ...warnings] } : document,
  )
}

function parse(xml: string): { parsed: v.InferOutput<typeof Parsed>; isCutOff: boolean } {
  const source = xml.replace(/^[\ufeff\s]+/u, '').replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z]\w{1,31};)/giu, '&amp;')
  try {
    return { parsed: v.parse(Parsed, parseFeed(source)), isCutOff: false }
  } catch {
    try {
      return { parsed: v.parse(Parsed, parseFeed(closed(source))), isCutOff: true }
    } catch {
      throw refused('brokenFeed', {})
    }
  }
}

/** A feed that broke off, as far as its last whole entry. */
function closed(xml: string): string {
  const end = Math.max(xml.lastIndexOf('</item>') + 7, xml.lastIndexOf('</entry>') + 8)
  const root = /<(rss|rdf:RDF|feed)\b/iu.exec(xml)?.[1] ?? 'rss'
  return `${xml.slice(0, end)}${root === 'rss' ? '</channel>' : ''}</${root}>`
}

function documentOf(
  entry: v.InferOutput<typeof Entry>,
  feedLanguage: string | undefined,
  url?: string,
): ImportedDocument[] {
  const content = typeof entry.content === 'string' ? entry.content : (entry.content?.encoded ?? entry.content?.value)
  const html = longer(content, entry.description ?? entry.summary)
  const markdown = htmlToMarkdown(html ?? '')
  if (markdown.trim() === '') return []
  const title =
    entry.title === undefined ? undefined : visibleText(parseDom(`<p>${entry.title}</p>`).body).replace(/&amp;/gu, '&')
  const date = [entry.published, entry.pubDate, entry.dc?.dates?.[0], entry.dc?.date, entry.updated]
    .map((said) => said && dayOf(said))
    .find((day) => day)
  const people = entry.authors?.map((author) => (typeof author === 'string' ? author : (author.name ?? ''))) ??
    entry.dc?.creators ?? [entry.dc?.creator ?? '']
  const author = people.filter((name) => name !== '').join(', ')
  const link = entry.link ?? entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
  const isAddress = link !== undefined && link.length <= LONGEST_ADDRESS && URL.canParse(link, url)
  const id = entry.guid ?? entry.id ?? [title, date].join('\n')
  // An entry without an address is known again by its id.
  const address = isAddress ? new URL(link, url).href : url && `${url}#${shortHash(id, 12, 'hex')}`
  return [
    {
      ...(title && { title }),
      ...(date !== undefined && date !== '' && { date }),
      ...(author !== '' && { author }),
      ...(address !== undefined && { url: address }),
      ...(feedLanguage !== undefined && { language: feedLanguage }),
      markdown,
      warnings: [],
    },
  ]
}

function longer(a: string | undefined, b: string | undefined): string | undefined {
  return (a?.length ?? 0) >= (b?.length ?? 0) ? a : b
}
