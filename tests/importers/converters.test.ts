// The converters on documents of many producers: what of each comes through, and what does not.
import { expect, test } from 'vitest'
import { fixturesIn, score } from './score.ts'

const known = new Map<string, ReturnType<typeof score>>()
const scores = (folder: string) =>
  Promise.all(
    fixturesIn(folder).map((fixture) => {
      const scored = known.get(fixture.file) ?? score(fixture)
      known.set(fixture.file, scored)
      return scored
    }),
  )
const share = (part: number, of: number) => part / of

for (const { folder, files } of [
  { folder: 'pages', files: 10 },
  { folder: 'pdf', files: 12 },
  { folder: 'docx', files: 5 },
  { folder: 'epub', files: 3 },
  { folder: 'feeds', files: 10 },
]) {
  test(`documents in ${folder} keep their titles, dates and words, and nothing around them`, async () => {
    const all = await scores(folder)
    const sum = (of: (each: (typeof all)[number]) => number) => all.reduce((total, each) => total + of(each), 0)
    expect(all).toHaveLength(files)
    expect(all.filter(({ areTitlesRight }) => !areTitlesRight).map(({ file }) => file)).toEqual([])
    expect(all.filter(({ areDatesRight }) => !areDatesRight).map(({ file }) => file)).toEqual([])
    const kept = share(
      sum((each) => each.kept),
      sum((each) => each.words),
    )
    const extra = share(
      sum((each) => each.extra),
      sum((each) => each.written),
    )
    expect(kept).toBeGreaterThanOrEqual(0.98)
    expect(extra).toBeLessThanOrEqual(0.02)
  })
}

test('paragraphs, headings and items of PDFs come out whole, their divided words joined', async () => {
  const all = await scores('pdf')
  const parts = all.flatMap(({ proseParts }) => proseParts)
  expect(parts.length).toBeGreaterThanOrEqual(200)
  const broken = parts.filter(({ isWhole }) => !isWhole)
  expect(share(parts.length - broken.length, parts.length)).toBeGreaterThanOrEqual(0.95)
})

test('a PDF marks where each page begins, within a paragraph too', async () => {
  const [chromium] = (await scores('pdf')).filter(({ file }) => file.endsWith('chromium.pdf'))
  const markdown = chromium?.documents[0]?.markdown ?? ''
  expect(markdown).toMatch(/^<!-- page 2 -->$/mu)
  expect(markdown).toMatch(/\S <!-- page 3 --> \S/u)
})
