// Articles that would take a naive parser forever are read in little time, or refused.
import { beforeAll, describe, expect, test } from 'vitest'
import { readArticle } from '../../src/corpus/read-article.ts'
import { faultsOf } from '../corpus/reading.ts'
import { cpuOf } from './cpu.ts'

const LENGTH = 10_000
/** Milliseconds of processor time; most inputs take a tenth of that. */
const BOUND = 400

/** Repeats a piece up to 10 kB: enough for quadratic behaviour to take seconds. */
const over = (piece: string, length = LENGTH) => piece.repeat(Math.ceil(length / piece.length))
/** Paragraphs that repeat a piece. */
const paragraphs = (piece: string, length: number) => over(`${over(piece, length)}\n\n`)
const indented = (mark: string) => Array.from({ length: 440 }, (_, i) => `${'  '.repeat(i / 2)}${mark}x\n`).join('')
const numbered = (write: (i: number) => string) =>
  Array.from({ length: LENGTH / 16 }, (_, i) => write(i))
    .join('')
    .slice(0, LENGTH)
const frontMatter = (yaml: string) => `---\n${yaml}\n---\nThe sea rose.`

const markdown: Readonly<Record<string, string>> = {
  'quotes in quotes': over('>'),
  'quotes in quotes, spaced': over('> '),
  'lists in lists': over('- '),
  'numbered lists in lists': over('1. '),
  'lists in quotes in lists': over('> - '),
  'indented lists in lists': over(indented('- ')),
  'footnotes in footnotes': over('[^a]: '),
  'deep quotes whose lines go on without their marks': `${'> '.repeat(31)}a\n${over('b\n')}`,
  'lists that begin and end': over('- a\n  - b\n'),
  'lists far apart': over('- a\n\n'),
  'quotes far apart': over('> a\n\n'),
  'lists of several levels far apart': over('- - - - a\n\n'),
  'a list of short items': over('- a\n'),
  'list items of many paragraphs': `- a\n\n${over('  b\n\n')}`,
  'underlined headings': over('a\n=\n'),
  'underlined headings far apart': over('a\n---\n\n'),
  stars: over('*'),
  'open emphasis': over('*a **b '),
  'emphasis that opens and closes': over('*a**b'),
  'marks of two kinds that never close': over('*a_ '),
  'emphasis in emphasis': over('*a ', LENGTH / 2) + over('b* ', LENGTH / 2),
  'emphasis in emphasis, by the paragraph': over(`${over('*a ', 2_000)}${over('b* ', 2_000)}\n\n`),
  underscores: over('a_ '),
  tildes: over('~a'),
  'tildes, by the paragraph': paragraphs('~a', 1_500),
  'marks of all kinds, by the paragraph': paragraphs('*_a**__', 400),
  'opening brackets': over('['),
  'closing brackets': over(']'),
  'brackets in brackets': '['.repeat(LENGTH / 2) + ']'.repeat(LENGTH / 2),
  'links that do not end': over('[a]('),
  'links whose titles do not end': over('[a](b "'),
  'images that do not end': over('!['),
  'references to nothing': over('[a][b]'),
  'footnote marks': over('[^1]'),
  definitions: numbered((i) => `[r${i}]: /u\n`),
  'definitions and references': numbered((i) => `[r${i}]: /u\n\n[r${i}]\n\n`),
  footnotes: numbered((i) => `[^${i}]: n\n\n`),
  backticks: over('`'),
  'backticks in growing runs': numbered((i) => `a${'`'.repeat(i % 500)}`),
  'backticks that close and open': over('`a``b'),
  'table cells': `${over('|a', LENGTH / 2)}\n${over('|-', LENGTH / 2)}`,
  'table rows': `|a|\n|-|\n${over('|x\n')}`,
  tables: over('|a|\n|-|\n|b|\n\n'),
  'wide tables': `${over('|a', 600)}\n${over('|-', 600)}\n${over('|\n')}`,
  'angle brackets': over('<'),
  'comments that do not end': `a ${over('<!--')}`,
  'comments that do not end, by the paragraph': paragraphs('a <!-- ', 6_000),
  'tags that do not end': over('<a b="'),
  'tags with many attributes': `<a ${over('b ')}`,
  'scripts and styles that do not end': `<div>\n${over('<style><script>')}`,
  'blocks of HTML': over('<div>\n\n'),
  'character references': over('&amp;'),
  'ampersands that refer to nothing': over('&a'),
  backslashes: over('\\'),
  addresses: over('http://a.b/?!.,:*_~'),
  'an address that ends in brackets': `http://a.b/${over(')')}`,
  'mail addresses': over('a@b.c '),
  fences: over('```\n'),
  'code of two lines': over('    a\n\n'),
  'blank lines': `a${over('\n')}b`,
  'blank lines in lists in lists': `${'- '.repeat(31)}a\n${over('\n')}`,
  'white space': `a${over(' ')}b`,
  tabs: over('\ta'),
  hashes: over('# '),
  rules: over('***\n\n'),
  'lines of a letter': over('a\n'),
  'directives that do not end': over(':::tip a\n'),
  'colons in growing runs': numbered((i) => `${':'.repeat(3 + (i % 50))}tip a\n`),
  'callouts in one quote': over('> [!tip] a\n'),
  'indented blocks that do not end': over('!!! tip "a"\n    b\n'),
  'components that do not end': over('<Tab title="a">\n'),
  'components on a line': over('<Tab a="b" />'),
  'components that are never closed': over('<A b="'),
  'components with many attributes': `<Tab ${over('b=c ')}>`,
  'components in components': `${over('<Tab>\n    a\n', LENGTH / 4)}${over('</Tab>\n', LENGTH / 4)}`,
  summaries: over('<details><summary>a</summary>'),
  'summaries that do not end': over('<summary>\n'),
  shortcodes: over('{{< a >}} b '),
  'template tags': over('{% a %}b'),
  'braces that never close': over('{{< a '),
  'attributes that never close': over('{: a '),
  'wiki links': over('[[a|b]] '),
  'wiki links that never close': over('[[a|'),
  embeds: over('![[a]]'),
  highlights: over('==a== '),
  'equals signs': over('=='),
  'percent signs': over('%%a'),
  'questions and answers': over('Q: a?\nA: b.\n\n', LENGTH / 2),
  speakers: over('Ada: a.\n\nBen: b.\n\n', LENGTH / 2),
  'bold questions': over('**a?**\n\n', LENGTH / 2),
  'lists with lead-ins': over('a:\n\n- b\n\n', LENGTH / 2),
  'one list of many levels': over('- a:\n  - b\n'),
  'headings of all levels': over('# a\n\n## b\n\n### c\n\n', LENGTH / 2),
  'headings ever deeper': over(':::tip a\n\n', LENGTH / 2),
  'imports and exports': over("import a from 'b'\nexport const c = 1\n"),
}

const anyText: Readonly<Record<string, string>> = {
  'one long word': over('a'),
  'ten thousand words on a line': over('word ', 50_000),
  'full stops': over('. '),
  initials: over('A. '),
  'Cyrillic initials': over('А. '),
  brackets: over('(A'),
  'quotation marks': over('“a” '),
  'letters with many accents': `a${over('\u0301')}`,
  'joined emoji': over('👩\u200d👩\u200d👧'),
  'days of the calendar': over('27 September 2023\n'),
  'days of the calendar, far apart': over('27 September 2023\n\n'),
  'a day that is none in many languages':
    '12 april maart august xxxxx 2023\n\n12 mai juni juli yyyyy 2024\n\nThe sea rose.',
  'a day that never ends': over('27 '),
  'section brackets': `The sea rose. (${over('A')})`,
  'lone surrogates': over('\ud800a'),
  'carriage returns': over('a\r\r'),
  'labelled questions': over('Q: a?\nA: b.\n'),
  'names before colons': over('Ada: a.\nBen: b.\n'),
  'numbered headings': over('1. A\n\nb.\n\n'),
  'lists with lead-ins': over('a:\n- b\n- c\n\n'),
  NULs: over('\0 a'),
  'front matter that is never closed': `---\ntitle: a\n${over('a\n')}`,
  'rules like the end of front matter': `---\na\n${over('--- x\n')}`,
  'front matter that repeats a key': frontMatter(over('title: a\n')),
  'keys of front matter': frontMatter(over('k: v\n', 9_000).replace(/k/gu, (_, at: number) => `k${at}`)),
  'lists in lists in front matter': frontMatter(over('- ', 9_000)),
  'flow lists in flow lists': frontMatter(`title: ${over('[', 9_000)}`),
  'flow maps in flow maps': frontMatter(`title: ${over('{a: ', 9_000)}`),
  'keys in keys': frontMatter(over('? ', 9_000)),
  'maps in maps': frontMatter(Array.from({ length: 130 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')),
  'aliases of aliases': frontMatter(
    [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...[...'bcdefgh'].map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
    ].join('\n'),
  ),
  'the same key again': frontMatter(over('title: a\n', 9_000)),
  'the same alias merged again': frontMatter(`a: &a\n  x: 1\n${over('<<: *a\n', 9_000)}`),
  'flow keys': frontMatter(`{${over('a,', 9_000)}}`),
  'a huge key': frontMatter(`${over('k', 9_000)}: a`),
  'a quoted title of many lines': frontMatter(`title: "${over('a\n', 9_000)}"`),
  'tags and anchors': frontMatter(`title: ${over('!a &a ', 9_000)}`),
  'a language of many parts': frontMatter(`language: en-x-${over('a-', 9_000)}a`),
}

/** Faults of the article that was read; none if the text is refused with one line. */
async function read(file: string, text: string): Promise<string[]> {
  try {
    return faultsOf((await readArticle(file, text)).article)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return /^[^\r\n]{1,200}$/u.test(message) ? [] : [message]
  }
}

beforeAll(async () => {
  await read('a.md', over('The *sea* rose, and [the land](https://example.org) fell.\n\n'))
})

describe.each([
  ['Markdown', 'a.md', { ...markdown, ...anyText }],
  ['plain text', 'a.txt', anyText],
])('%s is read in little time and quoted exactly, or refused with one line:', (_, file, texts) => {
  test.each(Object.entries(texts))('%s', { retry: 2 }, async (_name, text) => {
    let faults: string[] = []
    const ms = await cpuOf(async () => {
      faults = await read(file, text)
    }, BOUND)
    expect(faults).toEqual([])
    expect(ms).toBeLessThan(BOUND)
  })
})
