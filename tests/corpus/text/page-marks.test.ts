// The page on which a stretch of an imported PDF stands.
import { expect, test } from 'vitest'
import { pageAt, pageMark } from '../../../src/corpus/text/page-marks.ts'

const filler = 'A sentence that fills the page. '.repeat(900)
const text = `---\ntitle: T\n---\n\n${pageMark(1)}\n\nThe first page.\n\n${pageMark(2)}\n\n${filler}\n\nThe second page goes ${pageMark(3)} on.\n`

test('is that of the last mark before it', () => {
  expect(pageAt({ text }, text.indexOf('The first'))).toBe(1)
  expect(pageAt({ text }, text.indexOf('The second'))).toBe(2)
  expect(pageAt({ text }, text.indexOf('on.'))).toBe(3)
})

test('is unknown in an article without marks', () => {
  expect(pageAt({ text: 'No PDF. Its comment <!-- page 7 --> means something else.' }, 40)).toBeUndefined()
})
