// Web pages and saved HTML: finds the article in the page and turns it into Markdown.
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import type { ImportedDocument } from '../document.ts'
import { refused } from '../refused-import.ts'
import { type DomDocument, type DomElement, parseDom, visibleText } from './dom.ts'
import { readMetadata } from './html-metadata.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { checkNesting } from './nesting.ts'

/**
 * @param url where the page was fetched
 * @throws RefusedImport saying why there is no article in the page
 */
export async function importHtml(html: string, url?: string): Promise<ImportedDocument> {
  checkNesting(html, { xml: false })
  const document = parseDom(html, url)
  const metadata = readMetadata(document, url)
  const seen = countWords(visibleText(document.body))
  unwrapLayoutTables(document)
  removeBoilerplate(document)
  const page = document.documentElement.innerHTML
  const content = await extract(page, url)
  const markdown = htmlToMarkdown(content)
  if (markdown.trim() === '') throw refused('onlyScripts', {})
  const kept = countWords(visibleText(parseDom(content).body))
  return { ...metadata, markdown, warnings: keptWarnings(kept, seen) }
}

/** Below this share of the page's visible words, somebody should look at what was dropped. */
const ENOUGH_KEPT = 0.6

function keptWarnings(kept: number, seen: number): string[] {
  const share = seen === 0 ? 1 : kept / seen
  return share < ENOUGH_KEPT
    ? [`${Math.round(100 * share)} % of the page’s visible words were kept; see whether the article is whole`]
    : []
}

/** Where the two extractors differ more than this, the first has most likely dropped a part of the article. */
const MUCH_LESS = 0.6

/** The HTML of the article: Defuddle's reading, unless it dropped much of what Readability kept. */
async function extract(page: string, url?: string): Promise<string> {
  const first = await defuddle(page, url)
  const second = readability(page, url)
  const [words, others] = [first, second].map((html) => countWords(html.replace(/<[^<>]*>/gu, ' '))) as [number, number]
  if (words >= MUCH_LESS * others && words > 0) return first
  return second
}

async function defuddle(page: string, url?: string): Promise<string> {
  const options = {
    // Its extractors for some sites would fetch more.
    useAsync: false,
    // It takes lists of short items for lists of cards.
    removeContentPatterns: false,
    removeImages: true,
    includeReplies: false,
  }
  const { content } = await Defuddle(parseDom(`<html>${page}</html>`, url), url, options)
  return content
}

function readability(page: string, url?: string): string {
  return new Readability(parseDom(`<html>${page}</html>`, url), { charThreshold: 100 }).parse()?.content ?? ''
}

const BOILERPLATE =
  'nav, aside, form, dialog, script, style, noscript, template, iframe, button, [role="navigation"], [role="complementary"], [role="search"], [role="dialog"], [aria-hidden="true"], [hidden]'
/** Class names and ids of what surrounds articles, as whole words: `newsletter-box`, `post__related`. */
const BOILERPLATE_NAME =
  /(?:^|[\s_-])(?:newsletter|subscribe|subscription|signup|related|recommended|recommendations|read-?more|more-?stories|comments?|comment-?list|disqus|respond|share|sharing|social|cookies?|consent|breadcrumbs?|sidebar|promo|advert|advertisement|ads?|sponsored|popup|modal|pagination|skip-link|site-footer|site-header|masthead|tags|post-navigation|author-bio|toolbar|editsection|mw-editsection|noprint)(?:$|[\s_-])/iu
/** An element with more of the page's words than this holds the article, whatever it is called. */
const TOO_MUCH = 0.4

function removeBoilerplate(document: DomDocument): void {
  const all = visibleText(document.body).length
  const removeUnlessLarge = (element: DomElement) => {
    if (visibleText(element).length <= TOO_MUCH * all) element.remove()
  }
  for (const element of document.querySelectorAll(BOILERPLATE)) removeUnlessLarge(element)
  for (const element of document.querySelectorAll('body [class], body [id]')) {
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    if (BOILERPLATE_NAME.test(name) && !['article', 'main', 'code', 'pre', 'table'].includes(element.localName))
      removeUnlessLarge(element)
  }
  for (const element of document.querySelectorAll(
    'body > footer, body > header, body > div > footer, body > div > header',
  ))
    removeUnlessLarge(element)
}

/** Whole pages were once laid out in tables; as tables they would be one row. */
function unwrapLayoutTables(document: DomDocument): void {
  for (const table of document.querySelectorAll('table')) {
    const cells = [...table.querySelectorAll('td')].filter((cell) => cell.closest('table') === table)
    const isLayout = cells.some((cell) => [...cell.querySelectorAll('h1, h2, p + p, table')].length > 0)
    if (!isLayout) continue
    const content = document.createElement('div')
    content.innerHTML = cells
      .filter((cell) => !isMenu(cell))
      .map((cell) => `<div>${cell.innerHTML}</div>`)
      .join('')
    table.replaceWith(content)
  }
}

/** Most of its text being links. */
function isMenu(element: DomElement): boolean {
  const links = [...element.querySelectorAll('a')]
  const linked = links.reduce((sum, link) => sum + visibleText(link).length, 0)
  return links.length > 2 && linked > 0.7 * visibleText(element).length
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
