// Which files of a folder are read, refused and ignored, and under which ids.
import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LARGEST_FILE, readCorpus } from '../../src/corpus/read-corpus.ts'
import { UserError } from '../../src/errors.ts'
import { faultsOf, folderOf, plainOf } from './reading.ts'

const GOOD = 'The bridge opened in 1932. It spans the harbour.\n'
const isRoot = process.getuid?.() === 0

/** Reads a file beside a good one, which must be read whatever the other is. */
async function besideGood(file: string, content: string | Uint8Array) {
  const folder = folderOf({ 'good.txt': GOOD, [file]: content })
  const { articles, problems } = await readCorpus(folder)
  expect(articles.map(({ id }) => id)).toContain('good')
  return { articles: articles.filter(({ id }) => id !== 'good'), problems }
}

async function refusalOf(content: string | Uint8Array, file = 'bad.txt') {
  const { articles, problems } = await besideGood(file, content)
  expect(articles).toEqual([])
  expect(problems.map(({ level, file }) => [level, file])).toEqual([['refused', file]])
  const message = problems[0]?.message ?? ''
  expect(message).not.toMatch(/[\r\n]/u)
  return message
}

async function onlyArticle(content: string | Uint8Array, file = 'other.txt') {
  const { articles, problems } = await besideGood(file, content)
  expect(problems).toEqual([])
  const [article] = articles
  if (!article || articles.length > 1) throw new Error(`${articles.length} articles`)
  expect(faultsOf(article)).toEqual([])
  return article
}

describe('a folder', () => {
  test('that is missing is an error that names it', async () => {
    const folder = join(folderOf({}), 'nowhere')
    await expect(readCorpus(folder)).rejects.toThrow(UserError)
    await expect(readCorpus(folder)).rejects.toThrow(`cannot read the folder ${folder} (ENOENT): create it`)
  })

  test('that is a file is an error', async () => {
    const file = join(folderOf({ 'good.txt': GOOD }), 'good.txt')
    await expect(readCorpus(file)).rejects.toThrow(/cannot read the folder .*good\.txt \(ENOTDIR\)/u)
  })

  test.skipIf(isRoot)('that may not be read is an error', async () => {
    const folder = folderOf({ 'good.txt': GOOD })
    chmodSync(folder, 0o000)
    await expect(readCorpus(folder)).rejects.toThrow(/\(EACCES\)/u)
    chmodSync(folder, 0o700)
  })

  test('holds the articles of a server below servers/ and its id, which nobody else may read', async () => {
    const folders = [{ 'servers/123456789012345678/deep/a.txt': GOOD, 'Servers/12345678901234567890/b.txt': GOOD }]
    const shared = {
      'servers/readme.txt': GOOD,
      'servers/1234/c.txt': GOOD,
      'x/servers/123456789012345678/d.txt': GOOD,
    }
    const { articles, problems } = await readCorpus([...folders, shared].map((files) => folderOf(files)))
    expect(articles.map(({ id, server }) => [id.split('/').at(-1), server]).sort()).toEqual([
      ['a', '123456789012345678'],
      ['b', '12345678901234567890'],
      ['c', undefined],
      ['d', undefined],
      ['readme', undefined],
    ])
    const warned = problems.filter(({ message }) => message.startsWith('every server may read it'))
    expect(warned.map(({ file }) => file.split('/').at(-1))).toEqual(['c.txt', 'readme.txt'])
  })

  test('that is empty holds no article and no problem', async () => {
    expect(await readCorpus(folderOf({}))).toEqual({ articles: [], problems: [], conversions: [] })
  })

  test('of unsupported files refuses each of them', async () => {
    const { articles, problems } = await readCorpus(folderOf({ 'a.pdf': '%PDF', 'b.docx': 'PK', noextension: 'Text.' }))
    expect(articles).toEqual([])
    expect(problems.map(({ level, file }) => [level, file])).toEqual([
      ['refused', 'a.pdf'],
      ['refused', 'b.docx'],
      ['refused', 'noextension'],
    ])
  })

  test('is read with the folders in it, in the order of the paths', async () => {
    const folder = folderOf({ 'z.txt': GOOD, 'deep/er/b.md': GOOD, 'deep/a.markdown': GOOD, 'C.TXT': GOOD })
    const { articles, problems } = await readCorpus(folder)
    expect(problems).toEqual([])
    expect(articles.map(({ id, format }) => [id, format])).toEqual([
      ['C', 'text'],
      ['deep/a', 'markdown'],
      ['deep/er/b', 'markdown'],
      ['z', 'text'],
    ])
  })

  test('is read without files and folders with a leading dot', async () => {
    const folder = folderOf({ 'good.txt': GOOD, '.hidden.txt': GOOD, '.git/x.txt': GOOD, 'sub/.DS_Store': 'x' })
    const { articles, problems } = await readCorpus(folder)
    expect(articles.map(({ id }) => id)).toEqual(['good'])
    expect(problems).toEqual([])
  })

  test('whose own name has a leading dot is read', async () => {
    const folder = folderOf({ '.notes/good.txt': GOOD })
    expect((await readCorpus(join(folder, '.notes'))).articles).toHaveLength(1)
  })

  test('that is a link is read', async () => {
    const folder = folderOf({ 'real/good.txt': GOOD })
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    const { articles, problems } = await readCorpus(join(folder, 'link'))
    expect(articles.map(({ id }) => id)).toEqual(['good'])
    expect(problems).toEqual([])
  })
})

describe('a file that holds no article is refused', () => {
  test('when it is empty', async () => {
    expect(await refusalOf('')).toBe('it is empty; write some text')
  })

  test('when it holds a byte order mark alone', async () => {
    expect(await refusalOf('\ufeff')).toBe('it is empty; write some text')
  })

  test('when it holds white space alone', async () => {
    expect(await refusalOf(' \n\t\r\n\u00a0\u3000')).toBe('it is empty; write some text')
  })

  test('when it holds front matter alone', async () => {
    expect(await refusalOf('---\ntitle: A\n---\n\n', 'bad.md')).toBe(
      'there is no text after its front matter; write some',
    )
  })

  test('when it has no letters', async () => {
    expect(await refusalOf('...\n\n***\n\n!!!')).toBe('there is no sentence in it; write some text')
    expect(await refusalOf('# \n\n---\n\n<!-- nothing -->\n', 'bad.md')).toBe(
      'there is no sentence in it; write some text',
    )
  })

  test('when it holds only a date', async () => {
    expect(await refusalOf('27 September 2023')).toMatch(/no sentence/u)
  })
})

describe('a file that is no UTF-8 text is refused', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

  test.each([
    ['at its start', bytes([0xe9], 'tat'), 0],
    ['after ASCII', bytes('caf', [0xe9], ' noir'), 3],
    ['after letters of several bytes', bytes('日本🙂', [0xff], 'x'), 10],
    ['after a genuine replacement character', bytes('a\ufffdb\ufffd', [0xc3], 'x'), 8],
    ['after a byte order mark', bytes('\ufeffab', [0x80]), 5],
    ['at its end, a letter cut short', bytes('abc', [0xe6, 0x97]), 3],
    ['where a surrogate is written', bytes('ab', [0xed, 0xa0, 0x80]), 2],
    ['where a letter is written too long', bytes('ab', [0xc0, 0xaf]), 2],
  ])('naming the byte %s', async (_, content, offset) => {
    expect(await refusalOf(content)).toContain(`byte ${offset} is not UTF-8; it is probably `)
  })

  test.each([
    [
      'WINDOWS-1252',
      'Le port est ferm\xe9 \xe0 midi. O\xf9 \xeates-vous all\xe9 hier ? Le gar\xe7on a mang\xe9 sa p\xeache.',
    ],
    [
      'WINDOWS-1254',
      'K\xf6pr\xfc d\xfcn a\xe7\xfdld\xfd ve \xe7ok g\xfczel. \xdeehir b\xfcy\xfck, \xddzmir a\xf0a\xe7lar\xfd ye\xfeil.',
    ],
    [
      'WINDOWS-1251',
      '\xcf\xf0\xe8\xe2\xe5\xf2, \xfd\xf2\xee \xf1\xf2\xe0\xf0\xfb\xe9 \xf4\xe0\xe9\xeb. \xce\xed \xed\xe0\xef\xe8\xf1\xe0\xed \xe4\xe0\xe2\xed\xee.',
    ],
  ])('naming %s and the command that converts it', async (encoding, latin1) => {
    const command = `iconv -f ${encoding} -t UTF-8 'bad.txt' > utf8.txt && mv utf8.txt 'bad.txt'`
    expect(await refusalOf(Buffer.from(latin1, 'latin1'))).toContain(
      `it is probably ${encoding}; convert it: ${command}`,
    )
  })

  test('when it is binary', async () => {
    const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 0x0d], 'IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])
    expect(await refusalOf(png)).toBe('it looks like a binary file, not text; remove it from the folder')
  })

  test('when it is UTF-16, with its mark or without', async () => {
    expect(await refusalOf(Buffer.from('\ufeffHello there.', 'utf16le'))).toBe(
      "it is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 'bad.txt' > utf8.txt && mv utf8.txt 'bad.txt'",
    )
    expect(await refusalOf(Buffer.from('\ufeffHello there.', 'utf16le').swap16())).toMatch(/UTF-16/u)
    expect(await refusalOf(Buffer.from('Hello there.', 'utf16le'))).toMatch(/UTF-16/u)
  })
})

test('a file of another format is refused, naming the supported ones', async () => {
  expect(await refusalOf('Text.', 'paper.pdf')).toBe(
    'its format is not supported; supported: .txt, .md, .markdown, .mdx',
  )
})

test('a file larger than 50 MB is refused', async () => {
  const folder = folderOf({ 'good.txt': GOOD, 'large.txt': 'x' })
  truncateSync(join(folder, 'large.txt'), LARGEST_FILE + 1)
  const { articles, problems } = await readCorpus(folder)
  expect(articles.map(({ id }) => id)).toEqual(['good'])
  expect(problems).toEqual([{ level: 'refused', file: 'large.txt', message: 'it is larger than 50 MB; split it' }])
})

test.skipIf(isRoot)('a file that may not be read is refused', async () => {
  const folder = folderOf({ 'good.txt': GOOD, 'secret.txt': GOOD })
  chmodSync(join(folder, 'secret.txt'), 0o000)
  const { articles, problems } = await readCorpus(folder)
  expect(articles).toHaveLength(1)
  expect(problems).toEqual([
    { level: 'refused', file: 'secret.txt', message: 'it cannot be read; check its permissions (EACCES)' },
  ])
})

test.skipIf(isRoot)('a folder in the folder that may not be read is refused', async () => {
  const folder = folderOf({ 'good.txt': GOOD, 'locked/secret.txt': GOOD })
  chmodSync(join(folder, 'locked'), 0o000)
  const { articles, problems } = await readCorpus(folder)
  chmodSync(join(folder, 'locked'), 0o700)
  expect(articles).toHaveLength(1)
  expect(problems).toMatchObject([{ level: 'refused', file: 'locked' }])
})

test.skipIf(process.platform === 'win32')('a pipe is refused without waiting for it', async () => {
  const folder = folderOf({ 'good.txt': GOOD })
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  const { articles, problems } = await readCorpus(folder)
  expect(articles).toHaveLength(1)
  expect(problems).toMatchObject([{ level: 'refused', file: 'pipe.txt', message: expect.stringContaining('pipe') }])
})

describe('a link', () => {
  async function linked(target: (folder: string) => string, name = 'link.txt') {
    const folder = folderOf({ 'corpus/good.txt': GOOD, 'outside/secret.txt': 'A secret is told.' })
    symlinkSync(target(folder), join(folder, 'corpus', name))
    const { articles, problems } = await readCorpus(join(folder, 'corpus'))
    return { ids: articles.map(({ id }) => id), problems }
  }

  test('that leads nowhere is refused', async () => {
    const { ids, problems } = await linked(() => 'nowhere.txt')
    expect(ids).toEqual(['good'])
    expect(problems).toEqual([
      { level: 'refused', file: 'link.txt', message: 'it is a broken link; fix or remove it (ENOENT)' },
    ])
  })

  test('that leads to itself is refused', async () => {
    const { ids, problems } = await linked(() => 'link.txt')
    expect(ids).toEqual(['good'])
    expect(problems).toMatchObject([{ level: 'refused', message: expect.stringContaining('ELOOP') }])
  })

  test('that leaves the folder is refused without naming its target', async () => {
    const { ids, problems } = await linked((folder) => join(folder, 'outside/secret.txt'))
    expect(ids).toEqual(['good'])
    expect(problems).toEqual([
      {
        level: 'refused',
        file: 'link.txt',
        message: 'it links to a file outside the folder; copy the file here instead',
      },
    ])
  })

  test('to another file of the folder is read', async () => {
    expect(await linked(() => 'good.txt')).toEqual({ ids: ['good', 'link'], problems: [] })
  })

  test('to a folder is refused, and its files are not read', async () => {
    const { ids, problems } = await linked((folder) => join(folder, 'outside'), 'folder')
    expect(ids).toEqual(['good'])
    expect(problems).toMatchObject([
      { level: 'refused', file: 'folder', message: expect.stringMatching(/link to a folder/u) },
    ])
  })

  test('to a folder is refused even when its name is that of a text', async () => {
    const { ids, problems } = await linked(() => '.', 'folder.txt')
    expect(ids).toEqual(['good'])
    expect(problems).toMatchObject([{ level: 'refused', file: 'folder.txt' }])
  })
})

describe('odd characters are read', () => {
  test('after a byte order mark, which is no part of it', async () => {
    const article = await onlyArticle('\ufeffThe sea rose. We left.')
    expect(article.text).toBe('The sea rose. We left.')
    expect(plainOf(article)).toEqual([['The sea rose.', 'We left.']])
  })

  test.each([
    ['CRLF', '\r\n'],
    ['lone CR', '\r'],
    ['the line separator of Unicode', '\u2028'],
  ])('with %s for line ends', async (_, end) => {
    const article = await onlyArticle(['A headline', '', 'The sea', 'rose. We left.', '', 'It fell.'].join(end))
    expect(plainOf(article)).toEqual([['A headline'], ['The sea rose.', 'We left.'], ['It fell.']])
    expect(article.title).toBe('A headline')
  })

  test('with a stray NUL', async () => {
    expect(plainOf(await onlyArticle('The sea\0 rose. We left.'))).toEqual([['The sea\0 rose.', 'We left.']])
    const markdown = await onlyArticle('The sea\0 *rose*. We left.', 'nul.md')
    expect(plainOf(markdown)).toEqual([['The sea\0 rose.', 'We left.']])
  })

  test('with right-to-left marks and zero-width characters, which are kept', async () => {
    const text = '\u200fהים עלה.\u200e We\u200b left\u2060. The \u202bsea\u202c rose.\u200d'
    const article = await onlyArticle(text)
    expect(plainOf(article).flat().join(' ').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  })

  test('with a genuine replacement character', async () => {
    expect(plainOf(await onlyArticle('The caf\ufffd opened. We left.'))).toEqual([
      ['The caf\ufffd opened.', 'We left.'],
    ])
  })
})

describe('the id of an article', () => {
  const idsOf = async (...paths: string[]) => {
    const { articles, problems } = await readCorpus(folderOf(Object.fromEntries(paths.map((path) => [path, GOOD]))))
    expect(problems).toEqual([])
    return articles.map(({ id }) => id)
  }

  test('is its path without extension, so that files of one name in two folders are two articles', async () => {
    expect(await idsOf('a/bridge.txt', 'b/c/bridge.md')).toEqual(['a/bridge', 'b/c/bridge'])
  })

  test('keeps its extension where another file would have the same id, in case and accents too', async () => {
    expect(await idsOf('bridge.md', 'bridge.txt')).toEqual(['bridge', 'bridge.txt'])
    expect(await idsOf('Bridge.md', 'bridge.txt')).toEqual(['Bridge', 'bridge.txt'])
    expect(await idsOf('caf\u00e9.md', 'cafe\u0301.txt')).toHaveLength(2)
  })

  test('begins with the folder’s name where there are several folders', async () => {
    const root = folderOf({ 'guides/bridge.txt': GOOD, 'laws/bridge.txt': GOOD })
    const read = async (...folders: string[]) =>
      (await readCorpus(folders.map((folder) => join(root, folder)))).articles.map(({ id }) => id)
    expect(await read('guides', 'laws')).toEqual(['guides/bridge', 'laws/bridge'])
    expect(await read('guides', 'guides')).toEqual(['bridge'])
    expect(await read('guides', '.')).toEqual(['guides/bridge', 'laws/bridge'])
  })

  test('tells folders of one name apart by the folders above them', async () => {
    const root = folderOf({ 'old/docs/bridge.txt': GOOD, 'new/docs/bridge.txt': GOOD })
    const { articles } = await readCorpus([join(root, 'old/docs'), join(root, 'new/docs')])
    expect(articles.map(({ id }) => id)).toEqual(['old/docs/bridge', 'new/docs/bridge'])
  })
})

test('an unknown key of front matter is ignored; an invalid value is a warning that names the file', async () => {
  const { articles, problems } = await besideGood('sub/odd.md', '---\nmood: calm\ndate: soon\n---\nThe sea fell.')
  expect(articles).toHaveLength(1)
  expect(problems).toEqual([
    { level: 'warning', file: 'sub/odd.md', message: expect.stringMatching(/^line 3: “date” should be a date/u) },
  ])
})

test('a draft is left out, and reported', async () => {
  const { articles, problems } = await besideGood('plan.md', '---\ndraft: true\n---\nThe sea fell.')
  expect(articles).toEqual([])
  expect(problems).toEqual([
    { level: 'warning', file: 'plan.md', message: 'it is a draft (draft: true), and left out' },
  ])
})

test('reading a folder twice gives the same', async () => {
  const folder = folderOf({ 'a.txt': GOOD, 'b.md': '# B\n\nThe *sea* fell.', 'c.pdf': '' })
  const first = await readCorpus(folder)
  writeFileSync(join(folder, 'd.txt'), '')
  const second = await readCorpus(folder)
  expect(second.articles).toEqual(first.articles)
})
