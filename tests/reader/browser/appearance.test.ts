// What the pages look like: accessible in all forms, light, dark and printed, narrow, in both directions and five languages.
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../../chromium.ts'
import { PHONE, styleOf, withBrowser } from './with-browser.ts'

const pages = {
  'the list': '/',
  'the last page of the list': '/?page=2',
  'a part of the list': '/?find=storm',
  'a search for an article that there is not': '/?find=Zweigelt',
  'an article': '/a/handbook',
  'an article of plain text': '/a/storm',
  'an article in Arabic': '/a/orchard',
  'an article with a marked sentence': '/a/handbook?q=Who+counts+the+masts%3F',
  'an article whose sentence has gone': '/a/storm?s=p1s1-AAAAAAAA#p1s1',
  'an article that does not answer a question': '/a/storm?q=Zweigelt+submarines',
  'an answer': '/ask?q=Who+counts+the+masts+every+morning%3F',
  'a related passage': '/ask?q=Who+paid+for+the+crane+in+Skarholm%3F',
  'a question that nothing answers': '/ask?q=Zweigelt+submarines%3F',
  'a question about the articles': '/ask?q=What+can+I+ask%3F',
  'no question': '/ask',
  'a missing page': '/a/nothing',
}

/** As narrow as WCAG 2.2 (1.4.10) asks a page to be readable without scrolling sideways. */
const NARROW = { width: 320, height: 568 } as const

/** Minified: the browser reads it on each page. */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const AXE_OPTIONS = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(AXE_OPTIONS)})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** How far an element can be scrolled sideways, in CSS pixels. */
async function hiddenWidth(page: Page, selector: string): Promise<number> {
  const element = `document.querySelector(${JSON.stringify(selector)})`
  return page.evaluate<number>(`${element}.scrollWidth - ${element}.clientWidth`)
}

describe.skipIf(!hasChromium)('in a browser', () => {
  const browser = withBrowser()

  test.each(Object.entries(pages))('axe-core finds no violation on %s, which fits narrow screens', async (_, path) => {
    const page = await browser.show(path)
    await page.evaluate(`${AXE}; document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    expect(await violationsOn(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize(NARROW)
    expect(await violationsOn(page)).toEqual([])
    expect(await hiddenWidth(page, 'html')).toBe(0)
  })

  test('wide tables and code scroll inside of themselves on a phone', async () => {
    const page = await browser.show('/a/handbook')
    await page.setViewportSize(PHONE)
    expect(await hiddenWidth(page, 'table')).toBeGreaterThan(0)
    expect(await hiddenWidth(page, 'pre')).toBeGreaterThan(0)
  })

  test('the colours follow the system', async () => {
    const page = await browser.show('/a/handbook?q=Who+counts+the+masts%3F')
    const colours = () =>
      Promise.all(
        ['body', 'mark', 'mark strong', 'button'].flatMap((each) => [
          styleOf(page, each, 'color'),
          styleOf(page, each, 'backgroundColor'),
        ]),
      )
    const light = await colours()
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await colours()
    expect(light[1]).toBe('rgb(255, 255, 255)')
    expect(dark.filter((colour, i) => colour === light[i] && colour !== 'rgba(0, 0, 0, 0)')).toEqual([])
  })

  test('in print, the text is black on white and whole, the quote marked, and the form left out', async () => {
    const page = await browser.show('/a/handbook?q=Who+counts+the+masts%3F')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.setViewportSize(PHONE)
    expect(await styleOf(page, 'body', 'color')).toBe('rgb(0, 0, 0)')
    expect(await styleOf(page, 'body', 'backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await styleOf(page, 'mark', 'printColorAdjust')).toBe('exact')
    expect(await hiddenWidth(page, 'pre')).toBe(0)
    expect(await page.locator('header').isVisible()).toBe(false)
    expect(await page.locator('.contents').isVisible()).toBe(false)
  })

  test('an Arabic article runs from right to left, but its code and the page do not', async () => {
    const page = await browser.show('/a/orchard')
    expect(await styleOf(page, 'body', 'direction')).toBe('ltr')
    for (const element of ['h1', 'article', 'article li', 'article td'])
      expect(await styleOf(page, element, 'direction')).toBe('rtl')
    expect(await styleOf(page, 'article pre', 'direction')).toBe('ltr')
    expect(await styleOf(page, 'article blockquote', 'borderRightWidth')).toBe('4px')
    expect(await page.locator('article').getAttribute('lang')).toBe('ar')
  })

  test.each([
    ['en-GB', 'en', 'Ask'],
    ['de-AT', 'de', 'Fragen'],
    ['es-MX', 'es', 'Preguntar'],
    ['fr', 'fr', 'Demander'],
    ['tr', 'tr', 'Sor'],
    ['ar', 'en', 'Ask'],
  ])('a browser in %s gets the page in %s, but the article in its own language', async (locale, language, ask) => {
    const page = await browser.show('/a/storm', { language: locale })
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('button').innerText()).toBe(ask)
    expect(await page.locator('article').getAttribute('lang')).toBe('en')
  })
})
