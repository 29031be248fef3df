// Front matter of many tools: what is read of it, and that it never costs the article.
import { expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/corpus/metadata/front-matter.ts'

const fenced = (...lines: string[]) => ['---', ...lines, '---', 'The sea rose.'].join('\n')
const known = async (...lines: string[]) => (await readFrontMatter(fenced(...lines))).known

test('reads every key, and the text begins after the closing line', async () => {
  const text = fenced(
    'title: "The sea: a *story*"',
    'date: 2023-09-27',
    'section: Foreign  news',
    "author: 'Ann O''Hara'",
    'url: https://example.org/a b',
    'language: pt-br',
  )
  expect(await readFrontMatter(text)).toEqual({
    known: {
      title: 'The sea: a *story*',
      date: '2023-09-27',
      section: 'Foreign news',
      author: "Ann O'Hara",
      url: 'https://example.org/a%20b',
      language: 'pt-BR',
    },
    end: text.indexOf('The sea rose'),
    isDraft: false,
    warnings: [],
  })
})

test.each([
  'The sea rose.',
  'Title\n---\nThe sea.\n---\n',
  '---\n\nThe sea.\n\n---\n',
  '----\na: b\n----\n',
  '--- x',
  'ADA: The sea rose.\nOVE: It fell.\n\nThey left.',
])('finds no front matter in %j', async (text) => {
  expect(await readFrontMatter(text)).toEqual({ known: {}, end: 0, isDraft: false, warnings: [] })
})

test('may be empty, or hold only a comment', async () => {
  expect(await readFrontMatter('---\n---\nText')).toMatchObject({ known: {}, end: 8, warnings: [] })
  expect(await known('# nothing yet')).toEqual({})
})

test.each([
  ['CRLF', '\r\n'],
  ['lone CR', '\r'],
])('may have %s line ends', async (_, end) => {
  const text = ['---', 'title: The sea', 'date: soon', 'author: Ann', '---  ', 'It rose.'].join(end)
  const read = await readFrontMatter(text)
  expect(read.known).toEqual({ title: 'The sea', author: 'Ann' })
  expect(read.warnings).toEqual([expect.stringMatching(/^line 3: “date”/u)])
  expect(text.slice(read.end)).toBe('It rose.')
})

test('may end with three full stops, as Pandoc has it', async () => {
  const text = '---\ntitle: The sea\n...\n\nIt rose.'
  expect(await readFrontMatter(text)).toMatchObject({ known: { title: 'The sea' }, end: 23 })
})

test('may be TOML', async () => {
  const lines = [
    'title = "The sea"',
    'Date = 2023-09-27T10:00:00Z',
    'authors = [',
    '  "Ann",',
    '  "Ben"',
    ']',
    'tags = []',
    'draft = false',
    '[params]',
    'title = "x"',
  ]
  const text = ['+++', ...lines, '+++', 'It rose.'].join('\n')
  const read = await readFrontMatter(text)
  expect(read).toMatchObject({ known: { title: 'The sea', date: '2023-09-27', author: 'Ann, Ben' }, warnings: [] })
  expect(text.slice(read.end)).toBe('It rose.')
})

test('in faulty TOML, every line that is valid is read', async () => {
  expect((await readFrontMatter('+++\nmood = = calm\ntitle = "The sea"\nauthor = Ann\n+++\nIt rose.')).known).toEqual({
    title: 'The sea',
    author: 'Ann',
  })
})

test('may be the header of MultiMarkdown, which begins with a title', async () => {
  const text = 'Title: The sea\nDate: 2023-09-27\nMood: calm\n\nIt rose.'
  const read = await readFrontMatter(text)
  expect(read.known).toEqual({ title: 'The sea', date: '2023-09-27' })
  expect(text.slice(read.end)).toBe('It rose.')
})

test('a value is text as it is written', async () => {
  expect(await known('title: 1984')).toEqual({ title: '1984' })
  expect(await known('title: 1.50')).toEqual({ title: '1.50' })
  expect(await known('title: true')).toEqual({ title: 'true' })
  expect(await known('author: 007')).toEqual({ author: '007' })
  expect(await known('title: [Old] sea')).toEqual({ title: '[Old] sea' })
  expect(await known('title: The sea: a story')).toEqual({ title: 'The sea: a story' })
  expect(await known('title: "The sea')).toEqual({ title: 'The sea' })
  expect(await known('title: >', '  The sea', '  rose', 'author: Ann')).toEqual({
    title: 'The sea rose',
    author: 'Ann',
  })
})

test('an empty value is ignored', async () => {
  expect(await known('title:', 'date: ""', 'author: ~', 'url: null', "section: '  '", 'language:')).toEqual({})
})

test('keys are compared without case', async () => {
  expect(await known('Title: The sea', 'DATE: 2023-09-27')).toEqual({ title: 'The sea', date: '2023-09-27' })
})

test.each([
  ['2023-09-27', '2023-09-27'],
  ['27 September 2023', '2023-09-27'],
  ['"27.09.2023"', '2023-09-27'],
  ['2023-09-27T10:00:00Z', '2023-09-27'],
  ['2023-09-27 09:30:00 +0100', '2023-09-27'],
  ['27 Eylül 2023', '2023-09-27'],
  ['2023', '2023'],
  ['2023-09', '2023-09'],
  ['September 2023', '2023-09'],
  ['1695772800', '2023-09-27'],
])('the date %s is %s', async (written, date) => {
  expect(await known(`date: ${written}`)).toEqual({ date })
})

test.each([
  [['author: [Ann Lee, Ben Roe]'], 'Ann Lee, Ben Roe'],
  [['authors:', '- Ann Lee', '- Ben Roe'], 'Ann Lee, Ben Roe'],
  [['author:', '  name: Ann Lee', '  email: a@example.org'], 'Ann Lee'],
  [['authors:', '  - name: Ann Lee', '  - name: Ben Roe'], 'Ann Lee, Ben Roe'],
])('authors %j are read', async (lines, author) => {
  expect(await known(...lines)).toEqual({ author })
})

test.each([
  ['en_US', 'en-US'],
  ['English', 'en'],
  ['Deutsch', 'de'],
  ['türkçe', 'tr'],
  ['pt-br', 'pt-BR'],
])('the language %s is %s', async (written, language) => {
  expect(await known(`lang: ${written}`)).toEqual({ language })
})

test('a relative address is completed where the folder has a base URL, and ignored elsewhere', async () => {
  const settings = { baseUrl: 'https://example.org/docs', basePath: 'guide' }
  const urlOf = async (line: string) => {
    const { known, warnings } = await readFrontMatter(fenced(line), { id: 'guide/walks/pier', settings })
    expect(warnings).toEqual([])
    return known.url
  }
  expect(await urlOf('url: /walks/pier/')).toBe('https://example.org/docs/walks/pier/')
  expect(await urlOf('permalink: walks/pier.html')).toBe('https://example.org/docs/walks/pier.html')
  expect(await urlOf('slug: the-pier')).toBe('https://example.org/docs/walks/the-pier')
  expect(await urlOf('permalink: /:year/:title/')).toBeUndefined()
  expect(await readFrontMatter(fenced('url: /walks/pier/'))).toMatchObject({ known: {}, warnings: [] })
})

test.each(['draft: true', 'published: false'])('%s is a draft', async (line) => {
  expect((await readFrontMatter(fenced(line))).isDraft).toBe(true)
})

test('unknown keys are ignored, whatever is wrong with them', async () => {
  const lines = ['title: The sea', 'tags: [a, b', 'description: Do not miss: this', 'constructor: x', '? [a]', ': b']
  expect(await readFrontMatter(fenced(...lines))).toMatchObject({ known: { title: 'The sea' }, warnings: [] })
})

test.each([
  ['title: {a: b}', '“title” should be a line of text'],
  ['title: {{ title }}', '“title” should be a line of text'],
  ['date: soon', '“date” should be a date, such as 2023-09-27'],
  ['date: 2023-02-30', '“date” should be a date, such as 2023-09-27'],
  ['date: 03/04/2021', '“date” should be a date, such as 2023-09-27'],
  ['date: {{ date }}', '“date” should be a date, such as 2023-09-27'],
  ['date: "{{date}}"', '“date” should be a date, such as 2023-09-27'],
  ['url: javascript:alert(1)', '“url” should be an http or https address'],
  ['language: English language', '“language” should be a language'],
])('%s is left out with a warning that names the line', async (line, message) => {
  const { known, warnings } = await readFrontMatter(fenced('section: Sports', line))
  expect(known).toEqual({ section: 'Sports' })
  expect(warnings).toEqual([expect.stringContaining(`line 3: ${message}`)])
})

test('of a key that occurs twice, the first value is read', async () => {
  expect(await known('title: A', 'author: B', 'title: C')).toEqual({ title: 'A', author: 'B' })
})

test('lines below a key that cannot be read are left out with a warning', async () => {
  const { known, warnings } = await readFrontMatter(fenced('title: The sea', '\tdate: 2023-09-27', 'author: Ann'))
  expect(known).toEqual({ title: 'The sea', author: 'Ann' })
  expect(warnings).toEqual([expect.stringMatching(/^line 2: the lines below “title” cannot be read/u)])
})

test('a list or a sentence in place of keys is a warning', async () => {
  for (const line of ['- a', 'The sea rose'])
    expect((await readFrontMatter(fenced(line))).warnings).toEqual([
      'line 2: the front matter should be lines of “key: value”',
    ])
})

test('front matter that is not closed ends at the first blank line', async () => {
  const text = '---\ntitle: The sea\n\nIt rose.'
  const read = await readFrontMatter(text)
  expect(read).toMatchObject({ known: { title: 'The sea' }, warnings: [expect.stringContaining('is not closed')] })
  expect(text.slice(read.end).trim()).toBe('It rose.')
})

test('an alias bomb is not expanded', async () => {
  const lines = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefgh'].map((each, i) => {
      const alias = `*${'abcdefgh'.charAt(i)}`
      return `${each}: &${each} [${Array(9).fill(alias).join(',')}]`
    }),
  ]
  expect(await known(...lines, 'title: The sea')).toEqual({ title: 'The sea' })
})

test('front matter of more than 10,000 characters is ignored with a warning', async () => {
  const read = await readFrontMatter(fenced('title: The sea', `x: ${'y'.repeat(10_000)}`))
  expect(read).toMatchObject({ known: {}, warnings: [expect.stringContaining('longer than 10,000')] })
})
