// Single features of the ranking, read from the hits of the production path.
import { expect, test } from 'vitest'
import { buildIndex } from '../../src/indexing/build-index.ts'
import { featureNames } from '../../src/search/model/feature.ts'
import { weights } from '../../src/search/model/weights.ts'
import { outlinedFeatures } from '../../src/search/ranking/features.ts'
import { type Hit, openSearchIndex } from '../../src/search/search-index.ts'
import { folderOf } from '../run-verbatim.ts'

/** The features of every hit of a question, by the sentence's text. */
async function featuresOf(files: Readonly<Record<string, string>>, question: string) {
  const { version } = await buildIndex([folderOf(files)])
  const { search } = await openSearchIndex(version.packed, version.index)
  const features = new Map(search(question, 100).hits.map((hit) => [hit.sentence.plain, hit.features]))
  return (plain: string): Hit['features'] => {
    const found = features.get(plain)
    if (!found) throw new Error(`no hit: ${plain}`)
    return found
  }
}

test('each sentence knows the best BM25 of the others in its paragraph, not its own', async () => {
  const best = 'The ferry fare is two crowns.'
  const second = 'The ferry leaves at nine from the northern quay.'
  const of = await featuresOf({ 'a.txt': `${best} ${second}` }, 'ferry fare')
  expect(of(best).bm25).toBeGreaterThan(of(second).bm25)
  expect(of(best).bestOtherBm25).toBe(of(second).bm25)
  expect(of(second).bestOtherBm25).toBe(of(best).bm25)
})

test('a name of the question that an article never mentions counts in that article alone', async () => {
  const named = 'Marlow keeps bees on the roof of the mill.'
  const unnamed = 'The neighbours keep bees in the orchard.'
  const of = await featuresOf({ 'a.txt': named, 'b.txt': unnamed }, 'Where does Marlow keep bees?')
  expect(of(named).namesAbsentFromArticle).toBe(0)
  expect(of(unnamed).namesAbsentFromArticle).toBeGreaterThan(0)
})

test('features that are left out of the sum of an outline are 0 until a sentence is read', async () => {
  const hives = Array.from({ length: 40 }, (_, i) => `Bees left hive ${i + 1} in June.`)
  const { version } = await buildIndex([folderOf({ 'a.md': `# Hives\n\n${hives.join('\n\n')}` })])
  const { search } = await openSearchIndex(version.packed, version.index)
  const unread = search('How many bees did not leave the hive?', 100).hits.slice(weights.read)
  const left = featureNames.filter((name) => !outlinedFeatures.includes(name))
  expect(unread.length).toBeGreaterThan(0)
  for (const { features } of unread) expect(left.filter((name) => features[name] !== 0)).toEqual([])
})
