// Title, date and section of an article, from its text.
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/corpus/read-article.ts'
import { articleOf, faultsOf, plainOf, sentencesOf } from './reading.ts'

describe('the title', () => {
  test('is a short first paragraph', async () => {
    expect((await articleOf('The sea rose\n\nIt fell again.')).title).toBe('The sea rose')
  })

  test('is the name of the file when there is but one paragraph, or the first is long', async () => {
    expect((await articleOf('The sea rose. It fell.', 'my-first_article.txt')).title).toBe('My first article')
    const long = `${'The sea rose and fell. '.repeat(5)}`
    expect((await articleOf(`${long}\n\nWe left.`, 'the-sea.txt')).title).toBe('The sea')
  })

  test('is the level-1 heading of Markdown, even after a paragraph', async () => {
    expect((await articleOf('By Ann.\n\n# The sea\n\nIt fell.', 'a.md')).title).toBe('The sea')
  })

  test('is the name of the file in Markdown without a level-1 heading, or with several', async () => {
    expect((await articleOf('It fell.\n\n## The sea\n\nIt rose.', 'tide-times.md')).title).toBe('Tide times')
    expect((await articleOf('# Sea\n\nIt fell.\n\n# River\n\nIt rose.', 'waters.md')).title).toBe('Waters')
    expect((await articleOf('It fell.', '2023-09-27-the-sea.md')).title).toBe('The sea')
  })

  test.each(['index.md', '_index.md', 'README.md', 'readme.txt'])('of %s is the name of its folder', async (file) => {
    const read = async (text: string) =>
      (await readArticle(`tides/${file}`, text, { folderName: 'high-tides' })).article.title
    expect(await read('It rose.')).toBe('High tides')
    expect(await read('---\ntitle: The sea\n---\nIt rose.')).toBe('The sea')
  })

  test('is without the byline below it', async () => {
    const article = await articleOf('Pond meeting\nBy Mara Lind\n27 September 2023\n\nThe pond is to be cleaned.')
    expect([article.title, article.date]).toEqual(['Pond meeting', '2023-09-27'])
  })

  test('is what the front matter says before all', async () => {
    expect((await articleOf('---\ntitle: Mine\n---\n# The sea\n\nIt fell.', 'a.md')).title).toBe('Mine')
  })

  test('comes after the line of the day', async () => {
    const article = await articleOf('27 September 2023\n\nThe sea rose\n\nIt fell again.')
    expect(article.title).toBe('The sea rose')
    expect(article.date).toBe('2023-09-27')
  })
})

describe('the date', () => {
  test('may be in a byline or a file name, and those stay as they are', async () => {
    const article = await articleOf('Pond meeting\n\nBy Mara Lind | 27 September 2023\n\nThe pond is to be cleaned.')
    expect(article.date).toBe('2023-09-27')
    expect(plainOf(article)[1]).toEqual(['By Mara Lind | 27 September 2023'])
    expect((await articleOf('It fell.', '2023-09-27-the-sea.md')).date).toBe('2023-09-27')
  })

  test('is a first line that has no blank line after it', async () => {
    const article = await articleOf('27 September 2023\nThe sea rose.\nIt fell.')
    expect(article.date).toBe('2023-09-27')
    expect(plainOf(article)).toEqual([['The sea rose.', 'It fell.']])
    expect(faultsOf(article)).toEqual([])
  })

  test('may follow the headline, after a blank line or none, and in Markdown', async () => {
    for (const [text, file] of [
      ['The sea rose\n\n27 September 2023\n\nIt fell.', 'a.txt'],
      ['The sea rose\n27 September 2023\n\nIt fell.', 'a.txt'],
      ['# The sea rose\n\n*27 September 2023*\n\nIt fell.', 'a.md'],
    ] as const) {
      const article = await articleOf(text, file)
      expect([article.date, article.title]).toEqual(['2023-09-27', 'The sea rose'])
      expect(plainOf(article)).toEqual([['The sea rose'], ['It fell.']])
    }
  })

  test('in a sentence, or further down, is not the article’s', async () => {
    const article = await articleOf('The sea rose on 27 September 2023.\n\nIt fell.\n\n1 May 2024\n\nWe left.')
    expect(article.date).toBeUndefined()
    expect(plainOf(article)).toEqual([
      ['The sea rose on 27 September 2023.'],
      ['It fell.'],
      ['1 May 2024'],
      ['We left.'],
    ])
  })

  test('in the marks of a sentence is not taken out of it', async () => {
    const article = await articleOf('**27 September 2023** The sea rose. It fell.', 'a.md')
    expect(article.date).toBeUndefined()
    expect(plainOf(article)).toEqual([['27 September 2023 The sea rose.', 'It fell.']])
  })

  test('of the front matter wins, and the line of the day is still no sentence', async () => {
    const article = await articleOf('---\ndate: 2024-01-02\n---\n27 September 2023\n\nThe sea rose.')
    expect(article.date).toBe('2024-01-02')
    expect(plainOf(article)).toEqual([['The sea rose.']])
  })
})

describe('the section', () => {
  const sectionOf = async (text: string, file = 'a.txt') => {
    const article = await articleOf(text, file)
    expect(faultsOf(article)).toEqual([])
    return [article.section, sentencesOf(article).at(-1)?.plain]
  }

  test('is in capitals and brackets after the last sentence, or in the last paragraph', async () => {
    expect(await sectionOf('The sea rose. It fell. (FOREIGN NEWS) \n')).toEqual(['FOREIGN NEWS', 'It fell.'])
    expect(await sectionOf('The sea rose.\n\n(SPORTS)\n')).toEqual(['SPORTS', 'The sea rose.'])
    expect(await sectionOf('“The sea rose.” (ДОМ)')).toEqual(['ДОМ', '“The sea rose.”'])
    expect(await sectionOf('# Sea\n\nIt *rose*. (SPORTS)', 'a.md')).toEqual(['SPORTS', 'It rose.'])
    expect(await sectionOf('# Sea\n\nIt rose.\n\n**(SPORTS)**', 'a.md')).toEqual(['SPORTS', 'It rose.'])
  })

  test('is not what brackets explain, count or say in small letters', async () => {
    for (const text of ['It joined the World Health Organization (WHO)', 'The sea rose. (2023)', 'It rose. (Reuters)'])
      expect((await sectionOf(text))[0]).toBeUndefined()
  })

  test('is not in code, in an address or in a definition', async () => {
    for (const text of ['It rose.\n\n```\nf. (BAR)\n```', 'It rose. [x](FOO)', 'It rose.\n\n[a]: x (TITLE)'])
      expect((await sectionOf(text, 'a.md'))[0]).toBeUndefined()
  })
})

test('a title that shows nothing gives way to the file name', async () => {
  const { article } = await readArticle(
    'ferry.md',
    '---\ntitle: "\\u200b\\u3164"\n---\n# \u2800\n\nThe ferry leaves at nine.\n',
  )
  expect(article.title).toBe('Ferry')
})
