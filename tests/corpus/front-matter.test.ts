import { expect, test } from 'vitest'
import { readFrontMatter } from '../../src/corpus/front-matter.ts'

const fenced = (...lines: string[]) => ['---', ...lines, '---', 'The sea rose.'].join('\n')
const known = async (...lines: string[]) => (await readFrontMatter(fenced(...lines))).known

test('every key is read, and the text begins after the last line of it', async () => {
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
    warnings: [],
  })
})

test('a text without front matter is text from its first letter on', async () => {
  for (const text of [
    'The sea rose.',
    'Title\n---\nThe sea.\n---\n',
    '---\n\nThe sea.\n\n---\n',
    '----\na: b\n----\n',
    '--- x',
  ])
    expect(await readFrontMatter(text)).toEqual({ known: {}, end: 0, warnings: [] })
})

test('a front matter may be empty, or hold only a remark', async () => {
  expect(await readFrontMatter('---\n---\nText')).toEqual({ known: {}, end: 8, warnings: [] })
  expect(await known('# nothing yet')).toEqual({})
})

test.each([
  ['CRLF', '\r\n'],
  ['lone CR', '\r'],
])('front matter with %s for line ends is read', async (_, end) => {
  const text = ['---', 'title: The sea', 'mood: calm', 'author: Ann', '---  ', 'It rose.'].join(end)
  const read = await readFrontMatter(text)
  expect(read.known).toEqual({ title: 'The sea', author: 'Ann' })
  expect(read.warnings).toEqual([expect.stringMatching(/^line 3: “mood”/u)])
  expect(text.slice(read.end)).toBe('It rose.')
})

test('a number is a title as it is written', async () => {
  expect(await known('title: 1984')).toEqual({ title: '1984' })
  expect(await known('title: 1.50')).toEqual({ title: '1.50' })
  expect(await known('author: 007')).toEqual({ author: '007' })
})

test('an empty value says nothing', async () => {
  expect(await known('title:', 'date: ""', 'author: ~', 'url: null', "section: '  '", 'language:')).toEqual({})
})

test('a long value on several lines is one line', async () => {
  expect(await known('title: >', '  The sea', '  rose', 'author: Ann')).toEqual({
    title: 'The sea rose',
    author: 'Ann',
  })
})

test('a day may be written as people write it', async () => {
  for (const day of ['2023-09-27', '27 September 2023', '"27.09.2023"', '2023-09-27T10:00:00Z', '27 Eylül 2023'])
    expect(await known(`date: ${day}`)).toEqual({ date: '2023-09-27' })
})

test('an unknown key is left out with a warning that names its line and the keys that there are', async () => {
  const read = await readFrontMatter(fenced('title: The sea', 'tags: [a, b]', 'Title: Other', '? [a]', ': b'))
  expect(read.known).toEqual({ title: 'The sea' })
  expect(read.warnings).toEqual([
    'line 3: “tags” is no key of the front matter (title, date, section, author, url, language); it was left out',
    expect.stringMatching(/^line 4: “Title”/u),
    expect.stringMatching(/^line \d: “a list or a map”/u),
  ])
})

test('a key that every object has is unknown too', async () => {
  expect((await readFrontMatter(fenced('constructor: x', '__proto__: y'))).warnings).toHaveLength(2)
})

test.each([
  ['title: [a, b]', '“title” should be a line of text'],
  ['title: {a: b}', '“title” should be a line of text'],
  ['author: true', '“author” should be a line of text'],
  ['date: soon', '“date” should be a day, such as 2023-09-27'],
  ['date: 2023-02-30', '“date” should be a day, such as 2023-09-27'],
  ['date: 2023', '“date” should be a day, such as 2023-09-27'],
  ['url: example.org', '“url” should be an http or https address'],
  ['url: javascript:alert(1)', '“url” should be an http or https address'],
  ['language: English language', '“language” should be a language tag, such as en or pt-BR'],
])('%s is refused, naming the line', async (line, message) => {
  await expect(readFrontMatter(fenced('section: Sports', line))).rejects.toThrow(`line 3: ${message}`)
})

test.each([
  ['an open quote', ['section: Sports', 'title: "The sea'], 4],
  ['a key twice', ['title: A', 'author: B', 'title: C'], 4],
  ['a colon too many', ['title: The sea: a story'], 2],
])('YAML that does not parse, with %s, is refused in one line that names where', async (_, lines, line) => {
  const error = await readFrontMatter(fenced(...lines)).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(Error)
  expect(String(error)).toMatch(new RegExp(`line ${line}: the YAML does not parse: \\S`, 'u'))
  expect(String(error)).not.toMatch(/\n/u)
})

test('a front matter that is a list or a sentence is refused', async () => {
  await expect(readFrontMatter(fenced('- a', '- b'))).rejects.toThrow('line 2: the front matter should be lines of')
  await expect(readFrontMatter(fenced('The sea rose'))).rejects.toThrow('line 2: the front matter should be lines of')
})

test('a front matter that is never closed is refused', async () => {
  await expect(readFrontMatter('---\ntitle: The sea\n\nIt rose.')).rejects.toThrow(
    'line 1: the front matter is not closed; end it with a line of ---',
  )
})

test('an alias bomb is refused, not read', async () => {
  const lines = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefgh'].map(
      (each, i) =>
        `${each}: &${each} [${Array(9)
          .fill(`*${'abcdefgh'.charAt(i)}`)
          .join(',')}]`,
    ),
  ]
  const read = await readFrontMatter(fenced(...lines, 'title: The sea'))
  expect(read.known).toEqual({ title: 'The sea' })
})
