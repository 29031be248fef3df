// Properties that hold for any text: quotes are the file's own words, and no word is lost.
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import type { ParsedArticle } from '../../src/corpus/article.ts'
import { readMarkdown } from '../../src/corpus/formats/markdown.ts'
import { readPlainText } from '../../src/corpus/formats/plain-text.ts'
import { readDateLine } from '../../src/corpus/metadata/date-line.ts'
import { readFrontMatter } from '../../src/corpus/metadata/front-matter.ts'
import { toParagraphs } from '../../src/corpus/text/paragraphs.ts'
import { splitSentences } from '../../src/corpus/text/sentences.ts'
import { type Block, seeRuns } from '../../src/corpus/text/visible.ts'
import { anyCharacter } from '../any-character.ts'
import { faultsOf, ownWordsOf, plainOf, wordsOf } from './reading.ts'

/** Text as hostile as a file can hold it, and lone surrogates, which none can. */
const piece = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\r\n\r\n',
    '\t',
    '\u2028',
    '\u00a0',
    '\u3000',
    '. ',
    '! ',
    '? ',
    '… ',
    '。',
    '؟ ',
    '। ',
    'Kim left',
    'Dr. No',
    'U.S.',
    'לום',
    'مرحبا',
    '中文',
    'ไทย',
    'हिन्दी',
    'e\u0301',
    '\u200b',
    '\u200f',
    '\u202e',
    '🙂',
    '👩‍👩‍👧',
    '3.5',
    '27.09.2023',
    '“',
    '”',
    '"',
    '(',
    ')',
    '- ',
    '1. ',
    '\ud800',
    '\udc00',
    '\0',
    '\ufeff',
    '\ufffd',
    'A'.repeat(130),
  ),
)
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))

/** What Markdown is made of, whole and broken. */
const mark = fc.constantFrom(
  '*',
  '**',
  '_',
  '~~',
  '`',
  '``',
  '[',
  '](',
  ')',
  '](https://e.org)',
  '[a. B](u)',
  '![c. D](v "t")',
  '[r]',
  '\n\n[r]: /u\n\n',
  '[^1]',
  '\n\n[^1]: note. Two\n\n',
  '<b>',
  '</b>',
  '<br>',
  '<!-- x -->',
  '<!--',
  '\n\n<div>\n',
  '</div>\n\n',
  '<https://e.org/a&amp;b>',
  'https://e.org/?a&amp;b. ',
  '&amp;',
  '&copy;',
  '&#8217;',
  '&#0;',
  '&bogus;',
  '&',
  '\\',
  '\\*',
  '\\\\',
  '\\&amp;',
  '\n> ',
  '> ',
  '>\t',
  '\n- ',
  '\n  - ',
  '\n1. ',
  '\n- [x] ',
  '\n# ',
  '\n===\n',
  '\n---\n',
  '\n```\n',
  '\n~~~js\n',
  '\n\n    ',
  '\n\n\t',
  '|',
  '\n| a | b |\n|---|---|\n| ',
  '  \n',
)
const markdown = fc
  .array(fc.oneof({ weight: 3, arbitrary: mark }, { weight: 2, arbitrary: piece }), { maxLength: 25 })
  .map((pieces) => pieces.join(''))

const options = { numRuns: 100 }

/** The text of a parsed node, marks apart; `undefined` when HTML is in it. */
function parsedText(node: Nodes): string | undefined {
  if (node.type === 'html') return undefined
  // Beside text, an image is seen only where a word or two describe it.
  if (node.type === 'image' || node.type === 'imageReference')
    return (node.alt ?? '').split(/\s+/u).length > 3 ? undefined : (node.alt ?? '')
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const texts = node.children.map(parsedText)
  return texts.includes(undefined) ? undefined : texts.join(' ')
}

function articleOf(source: string, blocks: readonly Block[], splitText = splitSentences): ParsedArticle {
  const paragraphs = toParagraphs('a', source, blocks, (visible) => splitText(visible, 'en'))
  return {
    id: 'a',
    file: 'a.txt',
    title: 'A',
    language: 'en',
    text: source,
    format: 'text',
    sentenceCount: 0,
    paragraphCount: 0,
    paragraphs,
  }
}

/** The words that a reader sees of each block that holds any. */
function visibleWords(blocks: readonly Block[]): string[][] {
  return blocks.map(({ runs }) => wordsOf(seeRuns(runs).text)).filter((words) => words.length > 0)
}

const letters = (words: readonly string[]) => words.join('')

describe('of any plain text', () => {
  test('the sentences are what the file holds, in its order, and lose no word', () => {
    fc.assert(
      fc.property(text, (source) => {
        const blocks = readPlainText(source, 0)
        const article = articleOf(source, blocks)
        expect(faultsOf(article)).toEqual([])
        expect(plainOf(article).map((sentences) => sentences.flatMap(wordsOf))).toEqual(visibleWords(blocks))
        expect(letters(visibleWords(blocks).flat())).toBe(letters(wordsOf(source)))
      }),
      options,
    )
  })

  test('a sentence reads as the file has it, but for white space', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { sentences } of articleOf(source, readPlainText(source, 0)).paragraphs)
          for (const { plain, text } of sentences) expect(plain.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      }),
      options,
    )
  })
})

test('the sentences of any text are the text again, in every language', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'tr', 'zh', 'ar', 'qaa', 'pt-BR'), (source, language) => {
      expect(splitSentences(source, language).join('')).toBe(source)
    }),
    options,
  )
})

describe('of any Markdown', () => {
  test('the sentences are what the file holds, in its order, and lose no word that a reader sees', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const blocks = readMarkdown(source, 0)
        const article = articleOf(source, blocks)
        expect(faultsOf(article)).toEqual([])
        // A line of code ends its word; elsewhere what is beside a mark is one word with it.
        expect(letters(ownWordsOf(article))).toBe(letters(visibleWords(blocks).flat()))
      }),
      options,
    )
  })

  test('every letter that the parser saw is seen, html aside', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
        const parsed = parsedText(root)
        fc.pre(parsed !== undefined)
        // An ordered list's numbers are not in the parser's text.
        const lettersOf = (words: readonly string[]) => letters(words).replace(/\p{N}/gu, '')
        expect(lettersOf(visibleWords(readMarkdown(source, 0)).flat())).toBe(lettersOf(wordsOf(parsed ?? '')))
      }),
      options,
    )
  })

  test('reading twice gives the same', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        expect(readMarkdown(source, 0)).toEqual(readMarkdown(source, 0))
      }),
      { numRuns: 50 },
    )
  })

  test('words between marks are seen, and the marks are not', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/u)
    const wrapped = fc.oneof(
      word.map((seen) => ({ written: `**${seen}**`, seen })),
      word.map((seen) => ({ written: `*${seen}*`, seen })),
      word.map((seen) => ({ written: `~~${seen}~~`, seen })),
      word.map((seen) => ({ written: `\`${seen}\``, seen })),
      word.map((seen) => ({ written: `[${seen}](https://e.org/x_y)`, seen })),
      word.map((seen) => ({ written: `![${seen}](x.png "title")`, seen })),
      word.map((seen) => ({ written: `\\*${seen}\\*`, seen: `*${seen}*` })),
      word.map((seen) => ({ written: `${seen}<!-- no -->`, seen })),
      word.map((seen) => ({ written: `<i>${seen}</i>`, seen })),
      word.map((seen) => ({ written: `${seen}&amp;&#8217;`, seen: `${seen}&’` })),
      word.map((seen) => ({ written: seen, seen })),
    )
    const space = fc.constantFrom(' ', '\n', '\r\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(wrapped, space), { minLength: 1, maxLength: 12 }), (words) => {
        const source = `So ${words.map(([{ written }, gap]) => written + gap).join('')}it was.`
        const seen = `So ${words.map(([word]) => word.seen).join(' ')} it was.`
        const article = articleOf(source, readMarkdown(source, 0))
        expect(plainOf(article)).toEqual([[seen]])
        expect(faultsOf(article)).toEqual([])
      }),
      options,
    )
  })
})

test('no line makes the reader of dates throw, and what it reads is a day', () => {
  fc.assert(
    fc.property(text, (line) => {
      const day = readDateLine(line)
      if (day !== undefined) expect(new Date(day).toISOString().slice(0, 10)).toBe(day)
    }),
    options,
  )
})

test('no front matter throws, and each warning names its line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('---', '+++'),
      fc.array(
        fc.oneof(
          fc.constantFrom(
            'title: ',
            'date: ',
            'title = ',
            'author:',
            '\n',
            ': ',
            '- ',
            '"',
            '[',
            '{',
            '# ',
            '*a',
            '&a ',
            '|\n ',
          ),
          piece,
        ),
      ),
      async (fence, pieces) => {
        const { warnings } = await readFrontMatter(`${fence}\n${pieces.join('')}\n${fence}\nText.`)
        for (const warning of warnings) expect(warning).toMatch(/^line \d+: [^\n]+$/u)
      },
    ),
    { numRuns: 200 },
  )
})
