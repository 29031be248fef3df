// The postings budget: common words are not read once rare words find enough candidates.
import { expect, test } from 'vitest'
import { buildIndex } from '../../../src/indexing/build-index.ts'
import { openSearchIndex } from '../../../src/search/search-index.ts'
import { folderOf } from '../../run-verbatim.ts'

const english = (paragraphs: readonly string[]) => `---\nlanguage: en\n---\n${paragraphs.join('\n\n')}\n`

test('does not read the postings of common words beyond the budget once rare words find enough', async () => {
  const common = 'alder birch cedar dogwood elm fir gorse hazel'
  const repeat = (count: number, text: string) => english(Array.from({ length: count }, (_, i) => `${text} ${i}.`))
  const { version } = await buildIndex([
    folderOf({
      'a.txt': repeat(250, 'Yew'),
      'b.txt': repeat(5_000, common),
      'c.txt': repeat(6_750, 'Moss'),
    }),
  ])
  const { search } = await openSearchIndex(version.packed, version.index)
  // All eight common words together outweigh the rare one, but four of them already exceed the budget.
  const found = search(`yew ${common}`, 300).hits
  expect(new Set(found.map(({ sentence }) => sentence.article))).toEqual(new Set(['a']))
})
