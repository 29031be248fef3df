// Title, date, author, address and language of a web page.
import * as v from 'valibot'
import type { ImportedDocument } from '../document.ts'
import { dayOf } from './day.ts'
import type { DomDocument, DomElement } from './dom.ts'

type Metadata = Omit<ImportedDocument, 'markdown' | 'warnings'>

/** What surrounds the article: whatever stands there says nothing of it. */
const AROUND =
  'aside, nav, footer, form, [class*="related" i], [class*="recommend" i], [class*="comment" i], [id*="comment" i], [class*="sidebar" i], [class*="widget" i], [class*="teaser" i], [class*="promo" i], [class*="menu" i], [id*="menu" i]'

/**
 * Reads what the page declares (JSON-LD, meta elements) and what it shows (headings, `<time>`), before anything is
 * removed from it.
 * @param url where it was fetched; its canonical address is preferred if it has one
 */
export function readMetadata(document: DomDocument, url?: string): Metadata {
  const declared = readJsonLd(document)
  const language =
    document.documentElement.getAttribute('lang') ??
    metaOf(document, 'content-language', 'dc.language') ??
    localeOf(document)
  const title = titleOf(document, declared)
  const date = dateOf(document, declared, language)
  const author = authorOf(document, declared)
  const address = addressOf(document, url)
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(author !== undefined && { author }),
    ...(address !== undefined && { url: address }),
    ...(language !== undefined && { language }),
  }
}

const text = v.pipe(v.string(), v.transform(foldSpace), v.minLength(1))
const Person = v.union([
  text,
  v.pipe(
    v.object({ name: text }),
    v.transform(({ name }) => name),
  ),
])
const optional = <T extends v.GenericSchema>(schema: T) => v.optional(v.fallback(v.optional(schema), undefined))
const JsonLdArticle = v.object({
  '@type': v.union([
    v.pipe(
      v.string(),
      v.transform((type) => [type]),
    ),
    v.array(v.string()),
  ]),
  headline: optional(text),
  datePublished: optional(text),
  dateModified: optional(text),
  author: optional(
    v.union([
      Person,
      v.pipe(
        v.array(Person),
        v.transform((names) => names.join(', ')),
      ),
    ]),
  ),
})
type JsonLdArticle = v.InferOutput<typeof JsonLdArticle>

/** The page's own article among its JSON-LD; lists of other articles stand deeper and are not looked at. */
function readJsonLd(document: DomDocument): Partial<JsonLdArticle> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const node of nodesOf(script.textContent ?? '')) {
      const parsed = v.safeParse(JsonLdArticle, node)
      if (
        parsed.success &&
        parsed.output['@type'].some((type) => /Article|Posting|Report|WebPage$/u.test(type)) &&
        parsed.output.headline
      )
        return parsed.output
    }
  }
  return {}
}

function nodesOf(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json)
    const nodes = Array.isArray(value) ? value : [value]
    return nodes.flatMap((node: unknown) => {
      const graph = v.safeParse(v.object({ '@graph': v.array(v.unknown()) }), node)
      return graph.success ? graph.output['@graph'] : [node]
    })
  } catch {
    return []
  }
}

function titleOf(document: DomDocument, declared: Partial<JsonLdArticle>): string | undefined {
  const headings = shown(document, 'h1')
  const whole = foldSpace(document.querySelector('title')?.textContent ?? '')
  // The page's own heading is part of its <title>, which adds the site's name; a logo's heading is the site's name.
  const heading = headings.find((each) => whole.toLowerCase().startsWith(each.toLowerCase()))
  const social = metaOf(document, 'og:title', 'twitter:title', 'dc.title')
  return (
    heading ??
    declared.headline ??
    (headings.length === 1 ? headings[0] : undefined) ??
    withoutSite(social, document) ??
    withoutSite(whole, document) ??
    headings[0]
  )
}

/** Drops the site's name after (or before) a separator. */
function withoutSite(title: string | undefined, document: DomDocument): string | undefined {
  if (!title) return undefined
  const site = metaOf(document, 'og:site_name', 'application-name')
  const parts = title.split(/ [|–—·»:-] /u)
  if (parts.length < 2) return title
  const named = parts.filter((part) => part !== site)
  if (site !== undefined && named.length < parts.length)
    return title.startsWith(site)
      ? title.slice(title.indexOf(named[0] ?? ''))
      : title.slice(0, title.lastIndexOf(site)).replace(/ [|–—·»:-] $/u, '')
  return title.replace(/ [|»·] [^|»·]{1,40}$/u, '')
}

function dateOf(document: DomDocument, declared: Partial<JsonLdArticle>, language?: string): string | undefined {
  const said = [
    declared.datePublished,
    metaOf(
      document,
      'article:published_time',
      'datepublished',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'citation_publication_date',
      'publication_date',
      'pubdate',
      'parsely-pub-date',
      'sailthru.date',
    ),
    ...attributesOf(document, '[itemprop="datePublished"]', ['datetime', 'content']),
    ...attributesOf(document, 'time[pubdate], .dt-published, time.published, time.entry-date', ['datetime']),
    ...attributesOf(document, 'time[datetime]', ['datetime']),
    ...shown(
      document,
      'time, [class~="date" i], [class*="published" i], [class*="post-date" i], [class*="entry-date" i], [itemprop="datePublished"]',
    ),
    ...shown(document, '[class*="byline" i], [class*="meta" i], [class*="dateline" i]'),
    ...nearTop(document),
    declared.dateModified,
    ...shownAnywhere(
      document,
      '[id*="lastmod" i], [class*="lastmod" i], [class*="last-modified" i], [class*="updated" i]',
    ),
    metaOf(document, 'article:modified_time', 'dcterms.modified', 'last-modified', 'og:updated_time'),
  ]
  for (const each of said) {
    const day = each === undefined ? undefined : dayOf(each, language)
    if (day !== undefined) return day
  }
  return undefined
}

/** A byline without a name of its own stands just below the heading, or at the top of a page without one. */
const BYLINE = { elements: 12, characters: 120 }

function nearTop(document: DomDocument): string[] {
  const elements = ownElements(document, 'body *')
  const heading = elements.findIndex(({ localName }) => localName === 'h1')
  const texts = elements.slice(heading + 1).map(({ textContent }) => foldSpace(textContent ?? ''))
  const short = texts
    .filter((said) => said !== '' && said.length <= BYLINE.characters)
    .slice(0, heading < 0 ? 3 * BYLINE.elements : BYLINE.elements)
  return short.filter((said) => /\d{4}/u.test(said))
}

function authorOf(document: DomDocument, declared: Partial<JsonLdArticle>): string | undefined {
  const said =
    declared.author ??
    metaOf(document, 'author', 'article:author', 'dc.creator', 'parsely-author') ??
    shown(document, '[rel~="author"], [itemprop="author"], .byline, .p-author, [class*="author-name" i]')[0]
  // article:author is often the address of a profile.
  if (said === undefined || /^https?:/u.test(said) || said.length > 120) return undefined
  return said.replace(/^(?:by|von|par|por)\s+/iu, '')
}

function addressOf(document: DomDocument, url?: string): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? metaOf(document, 'og:url')
  if (url === undefined)
    return canonical !== undefined && canonical !== null && URL.canParse(canonical) ? canonical : undefined
  if (!canonical || !URL.canParse(canonical, url)) return url
  const address = new URL(canonical, url)
  // Pages copied from a template name the front page, or somebody else's site.
  const isSame = address.host === new URL(url).host && (address.pathname !== '/' || new URL(url).pathname === '/')
  return isSame ? address.href : url
}

function localeOf(document: DomDocument): string | undefined {
  return metaOf(document, 'og:locale')?.replace('_', '-')
}

/** The first of some meta elements that says something; `names` are lower case. */
function metaOf(document: DomDocument, ...names: readonly string[]): string | undefined {
  const values = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('http-equiv') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase()
    const content = foldSpace(meta.getAttribute('content') ?? '')
    if (content !== '' && !values.has(name)) values.set(name, content)
  }
  return names.map((name) => values.get(name)).find((value) => value !== undefined)
}

/** What elements of the article itself show, in the order of the page. */
function shown(document: DomDocument, selector: string): string[] {
  return ownElements(document, selector).flatMap((element) => foldSpace(element.textContent ?? '') || [])
}

function shownAnywhere(document: DomDocument, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => foldSpace(textContent ?? ''))
}

function attributesOf(document: DomDocument, selector: string, names: readonly string[]): string[] {
  return ownElements(document, selector).flatMap(
    (element) => names.map((name) => element.getAttribute(name) ?? '').find((value) => value !== '') ?? [],
  )
}

function ownElements(document: DomDocument, selector: string): DomElement[] {
  return [...document.querySelectorAll(selector)].filter((element) => {
    const around = element.closest(AROUND)
    // A class such as has-related-posts on the page itself surrounds everything.
    return around === null || ['body', 'html', 'main', 'article'].includes(around.localName)
  })
}

function foldSpace(value: string): string {
  return value.replace(/\s+/gu, ' ').trim()
}
