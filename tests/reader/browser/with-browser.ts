// The made-up articles in a browser, for all tests of a file.
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Locator, Page, ViewportSize } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Answerer, createAnswerer } from '../../../src/answer/answer.ts'
import { readArticle } from '../../../src/corpus/read-article.ts'
import { linksTo } from '../../../src/reader/links.ts'
import { openReader } from '../../../src/reader/reader.ts'
import { hasChromium, openChromium } from '../../chromium.ts'
import { ARTICLES } from './articles.ts'

if (!hasChromium) process.stdout.write('There is no Chromium: the tests of the web pages in a browser are skipped\n')

export const PHONE = { width: 360, height: 640 } as const
export const DESKTOP = { width: 1280, height: 800 } as const

const SHIPPED = 'kim-jong-un-train-to-putin.txt'

export interface WithBrowser {
  readonly answerer: Answerer
  /** Opens an address in the tab that the tests of the file share, which saves the time that a new one takes. */
  show(path: string, options?: { readonly viewport?: ViewportSize; readonly language?: string }): Promise<Page>
  /** Opens an address in a tab that shares nothing with others. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
}

interface Started {
  readonly browser: Browser
  readonly url: string
  readonly answerer: Answerer
  readonly close: () => void
}

/** Starts a browser, and a reader of the shipped article and the made-up ones. No page may report an error. */
export function withBrowser(): WithBrowser {
  let started: Started | undefined
  let shared: Page | undefined
  const errors: string[] = []
  const now = (): Started => {
    if (started === undefined) throw new Error('The browser only runs during a test')
    return started
  }
  beforeAll(async () => {
    if (hasChromium) started = await start((error) => errors.push(error))
  }, 30_000)
  afterAll(async () => {
    await started?.browser.close()
    started?.close()
    expect(errors).toEqual([])
  })
  return {
    get answerer() {
      return now().answerer
    },
    async show(path, { viewport = DESKTOP, language = 'en' } = {}) {
      shared ??= await openTab()
      await shared.setExtraHTTPHeaders({ 'accept-language': language })
      await shared.setViewportSize(viewport)
      await shared.emulateMedia({ colorScheme: 'light', media: 'screen' })
      await shared.goto(path)
      return shared
    },
    async open(path, options) {
      const page = await openTab(options)
      await page.goto(path)
      return page
    },
  }

  async function openTab(options: BrowserContextOptions = {}): Promise<Page> {
    const { browser, url } = now()
    const context = await browser.newContext({ viewport: DESKTOP, baseURL: url, ...options })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
    })
    return page
  }
}

async function start(onError: (error: string) => void): Promise<Started> {
  const browser = await openChromium()
  const { port, close } = await openReader({
    address: { host: '127.0.0.1', port: 0 },
    current: () => answerer,
    isIndexed: false,
    isBehindProxy: false,
    onError: (error) => onError(String(error)),
  })
  const url = `http://127.0.0.1:${port}`
  const files = { ...ARTICLES, [SHIPPED]: readFileSync(`corpus/${SHIPPED}`, 'utf8') }
  const read = await Promise.all(Object.entries(files).map(([name, text]) => readArticle(name, text)))
  const answerer = await createAnswerer(
    read.map(({ article }) => article),
    linksTo({ publicUrl: url }),
  )
  return { browser, url, answerer, close }
}

/** Whether the whole of an element can be seen without scrolling. */
export async function isInView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox()
  const viewport = element.page().viewportSize()
  return box !== null && viewport !== null && box.y >= 0 && box.y + box.height <= viewport.height
}

/** The value of a property of the computed style of the first element that a CSS selector finds. */
export async function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const [found, name] = [selector, property].map((text) => JSON.stringify(text))
  return page.evaluate<string>(`getComputedStyle(document.querySelector(${found}))[${name}]`)
}
