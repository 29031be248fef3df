// What a page says of itself, where its markup misleads.
import { expect, test } from 'vitest'
import { parseDom } from '../../src/importers/formats/dom.ts'
import { readMetadata } from '../../src/importers/formats/html-metadata.ts'

const read = (head: string, body: string) =>
  readMetadata(parseDom(`<html><head>${head}</head><body>${body}</body></html>`))

test('takes no heading of a menu bar for the title', () => {
  const bar = '<div id="menu-bar"><h1 class="menu-title">The Handbook</h1></div>'
  expect(read('<title>Comments - The Handbook</title>', `${bar}<main><h1>Comments</h1></main>`).title).toBe('Comments')
  expect(read('<title>Comments - The Handbook</title>', `${bar}<main><h2>Comments</h2></main>`).title).toMatch(
    /^Comments/u,
  )
})

test('takes no date of a related post', () => {
  const related = '<div class="related-posts"><time datetime="2024-01-02">2 January 2024</time></div>'
  expect(read('<title>A</title>', `${related}<h1>A</h1><p>Published on 5 March 2021 by Ida</p>`).date).toBe(
    '2021-03-05',
  )
})
