// Reading and asking in a browser: with a keyboard, without JavaScript, and from a link on Discord.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sentencePath } from '../../../src/reader/links.ts'
import { hasChromium } from '../../chromium.ts'
import { run } from '../../discord/running.ts'
import { startStandIn } from '../../stand-in/stand-in.ts'
import { DESKTOP, isInView, PHONE, styleOf, withBrowser } from './with-browser.ts'

const QUESTION = 'Who counts the masts every morning?'
const QUOTE = 'The lighthouse keeper Ada Lindqvist counts the masts every morning at six.'
const ANSWER = 'Ada Lindqvist'

describe.skipIf(!hasChromium)('in a browser', () => {
  const pages = withBrowser()

  async function expectQuoteInView(page: Page): Promise<void> {
    await page.waitForURL(/\/a\/handbook/u)
    const mark = page.locator('mark')
    expect(await mark.innerText()).toBe(QUOTE)
    expect(await mark.locator('strong').innerText()).toBe(ANSWER)
    await expect.poll(() => isInView(mark)).toBe(true)
  }

  test('the link of a reply on Discord opens at the sentence, which is marked, on a phone and on a desktop', async () => {
    const discord = await startStandIn()
    const bot = await run(discord, { answerer: pages.answerer })
    const { content } = await discord.slash(discord.alice, discord.general, 'ask', { question: QUESTION }).answer()
    await bot.stop()
    await discord.stop()
    const link = /\]\(<(http:\/\/127[^>]+)>\)/u.exec(content)?.[1] ?? ''
    expect(link).toContain('/a/handbook?s=')
    for (const viewport of [PHONE, DESKTOP]) {
      const page = await pages.show(link, { viewport })
      await expectQuoteInView(page)
      expect(await page.evaluate('scrollY')).toBeGreaterThan(500)
    }
  })

  test('a question is asked and its source opened by keyboard alone', async () => {
    const page = await pages.show('/a/storm')
    await page.keyboard.press('/')
    await page.keyboard.type('Who counts masts/poles every morning?')
    expect(await page.locator('input').inputValue()).toBe('Who counts masts/poles every morning?')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(QUESTION)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/ask\?q=Who/u)
    expect(await page.locator('blockquote mark').innerText()).toBe(QUOTE)
    const focused = page.locator('main a:focus')
    for (let i = 0; i < 6 && (await focused.count()) === 0; i++) await page.keyboard.press('Tab')
    expect(await styleOf(page, ':focus', 'outlineWidth')).toBe('3px')
    await page.keyboard.press('Enter')
    await expectQuoteInView(page)
  })

  test('the first link skips the form', async () => {
    const page = await pages.show('/a/storm')
    await page.keyboard.press('Tab')
    expect(await isInView(page.locator('a:focus'))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.locator('main:focus').count()).toBe(1)
  })

  test('without JavaScript, questions are answered, and sources and contents opened', async () => {
    const page = await pages.open('/', { javaScriptEnabled: false, viewport: PHONE })
    await page.locator('header input').fill(QUESTION)
    await page.locator('header button').click()
    await page.locator('blockquote + .facts a').click()
    await expectQuoteInView(page)
    await page.locator('summary').click()
    await page.locator('.contents a', { hasText: 'Waste' }).click()
    expect(await isInView(page.locator('h2', { hasText: 'Waste' }))).toBe(true)
  })

  test('where the sentence has gone, the page says so in view and marks nothing', async () => {
    const article = pages.answerer.articles.find(({ id }) => id === 'handbook')
    const sentence = [...(article?.paragraphs ?? [])]
      .flatMap(({ sentences }) => sentences)
      .find(({ plain }) => plain === QUOTE)
    const path = sentence ? sentencePath({ ...sentence, plain: 'What it said before.' }) : ''
    const page = await pages.show(path, { viewport: PHONE })
    expect(await page.evaluate('scrollY')).toBeGreaterThan(500)
    expect(await isInView(page.locator('.notice'))).toBe(true)
    expect(await page.locator('mark').count()).toBe(0)
    expect(await styleOf(page, ':target', 'backgroundColor')).toBe('rgba(0, 0, 0, 0)')
  })

  test('the page of the shipped article takes at most 3 requests and 25 kB', async () => {
    const page = await pages.open('/a/kim-jong-un-train-to-putin')
    const sizes = await page.evaluate<number[]>(
      "['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type).map((each) => each.transferSize))",
    )
    expect(sizes).toHaveLength(3)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(25_000)
  })
})
