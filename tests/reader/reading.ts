// Opens a reader for tests, and reads its pages.
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { onTestFinished } from 'vitest'
import type { Answerer } from '../../src/answer/answer.ts'
import type { Sentence } from '../../src/corpus/article.ts'
import { openReader, type ReaderOptions } from '../../src/reader/reader.ts'

/** Opens a reader on a free port until the test has finished; an internal error fails the test. */
export async function openPages(answerer: Answerer, options: Partial<ReaderOptions> = {}) {
  const errors: unknown[] = []
  const reader = await openReader({
    address: { host: '127.0.0.1', port: 0 },
    current: () => answerer,
    isIndexed: false,
    isBehindProxy: false,
    onError: (error) => errors.push(error),
    ...options,
  })
  onTestFinished(() => {
    reader.close()
    if (errors.length > 0) throw errors[0]
  })
  const url = `http://127.0.0.1:${reader.port}`
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
    const response = await fetch(url + path, { headers, method, redirect: 'manual' })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { url, port: reader.port, get }
}

/** All elements of a page that a test holds for, in order. */
export function elementsOf(html: string, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && test(node)) found.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(fromHtml(html))
  return found
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** The text of all elements of a name, without white space at its ends. */
export function textsOf(html: string, tagName: string): string[] {
  return elementsOf(html, (element) => element.tagName === tagName).map((element) => textOf(element).trim())
}

/** The marked text of a page without white space, which pages and quotes fold in different ways. */
export function markedText(html: string): string {
  return textsOf(html, 'mark').join('').replace(/\s/gu, '')
}

/** What a page should mark for a sentence: its words without those that are only shown with it. */
export function quoteOf({ pieces, plain }: Sentence): string {
  const own = pieces?.filter(({ isContext }) => !isContext).map((piece) => piece.plain) ?? [plain]
  return own.join('').replace(/\s/gu, '')
}
