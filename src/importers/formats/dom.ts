// A DOM without a browser: nothing of a page is executed or fetched.
import { parseHTML } from 'linkedom'

/** The part of the DOM that importers use. */
export interface DomElement {
  readonly localName: string
  readonly textContent: string | null
  innerHTML: string
  readonly parentElement: DomElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  closest(selector: string): DomElement | null
  remove(): void
  replaceWith(element: DomElement): void
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly body: DomElement
  readonly head: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  createElement(name: string): DomElement
}

export function parseDom(html: string, url?: string): DomDocument {
  // Without the tag, linkedom takes the first element for the root.
  const page = /<html\b/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const { document } = parseHTML(page)
  // Extractors ask for style sheets and for the address, which linkedom leaves out.
  return Object.assign(document, { styleSheets: [] }, url !== undefined && { URL: url })
}

/** The words that a person reads in an element, separated by single spaces. */
export function visibleText(element: DomElement): string {
  return textOf(element.innerHTML)
}

const UNSEEN = /<!--[\s\S]*?-->|<(script|style|noscript|template|svg|head|textarea|select)\b[\s\S]*?<\/\1\s*>/giu

function textOf(html: string): string {
  const text = html.replace(UNSEEN, ' ').replace(/<[^<>]*>/gu, ' ')
  return text.replace(/\s+/gu, ' ').trim()
}
