// `.verbatimignore` and `verbatim.yaml` of a folder.
import { expect, test } from 'vitest'
import { readCorpus } from '../../../src/corpus/read-corpus.ts'
import { folderOf } from '../reading.ts'

const TEXT = 'The pier is long.\n'

async function idsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { articles, problems } = await readCorpus(folderOf(files))
  expect(problems).toEqual([])
  return articles.map(({ id }) => id)
}

test('patterns of .verbatimignore leave files and folders out, as in .gitignore', async () => {
  const files = {
    '.verbatimignore': '# drafts\n/drafts/\n*.log.txt\n!keep.log.txt\n**/old/*.md\n',
    'pier.md': TEXT,
    'a.log.txt': TEXT,
    'keep.log.txt': TEXT,
    'drafts/plan.md': TEXT,
    'walks/drafts/plan.md': TEXT,
    'walks/old/pier.md': TEXT,
    'photo.jpg': 'x',
  }
  const { articles, problems } = await readCorpus(folderOf(files))
  expect(articles.map(({ id }) => id)).toEqual(['keep.log', 'pier', 'walks/drafts/plan'])
  expect(problems.map(({ file }) => file)).toEqual(['photo.jpg'])
})

test('a .verbatimignore further down concerns its own folder, and overrides those above', async () => {
  const files = {
    '.verbatimignore': 'secret*\n',
    'secret.md': TEXT,
    'walks/.verbatimignore': '!secret.md\n/pier.md\n',
    'walks/secret.md': TEXT,
    'walks/pier.md': TEXT,
    'walks/far/pier.md': TEXT,
  }
  expect(await idsOf(files)).toEqual(['walks/far/pier', 'walks/secret'])
})

test('verbatim.yaml sets language, base URL, ignored files and the title of the folder', async () => {
  const files = {
    'walks/verbatim.yaml':
      'base_url: https://example.org/walks/\nlanguage: Deutsch\ntitle: All walks\nignore:\n  - "*.bak.md"\nother: x\n',
    'walks/README.md': TEXT,
    'walks/north/index.md': TEXT,
    'walks/north/pier.md': `---\nslug: the-pier\nlang: en\n---\n${TEXT}`,
    'walks/old.bak.md': TEXT,
    'ferry.md': TEXT,
  }
  const { articles, problems } = await readCorpus(folderOf(files))
  expect(problems).toEqual([])
  expect(articles.map(({ id, title, language, url }) => [id, title, language, url])).toEqual([
    ['ferry', 'Ferry', 'en', undefined],
    ['walks/README', 'All walks', 'de', undefined],
    ['walks/north/index', 'North', 'de', undefined],
    ['walks/north/pier', 'Pier', 'en', 'https://example.org/walks/north/the-pier'],
  ])
})

test.each([
  ['title: [a', 'it is not valid YAML, and is ignored'],
  ['- a', 'it should hold lines of “key: value”, and is ignored'],
  [
    'base_url: example.org\nlanguage: Klingon\ntitle: Walks',
    '“base_url” should be an http or https address; “language” should be a language',
  ],
])('settings that are not valid are a warning and cost no article: %j', async (yaml, message) => {
  const { articles, problems } = await readCorpus(folderOf({ 'walks/verbatim.yaml': yaml, 'walks/pier.md': TEXT }))
  expect(articles.map(({ id }) => id)).toEqual(['walks/pier'])
  expect(problems).toEqual([
    { level: 'warning', file: 'walks/verbatim.yaml', message: expect.stringContaining(message) },
  ])
})
