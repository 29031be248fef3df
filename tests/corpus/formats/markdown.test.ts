// Reading Markdown: CommonMark and GitHub's additions.
import { expect, test } from 'vitest'
import type { ParsedArticle } from '../../../src/corpus/article.ts'
import { articleOf, faultsOf, plainOf, sentencesOf } from '../reading.ts'

/** Reads Markdown as an article that keeps its promises. */
async function read(text: string): Promise<ParsedArticle> {
  const article = await articleOf(text, 'article.md')
  expect(faultsOf(article)).toEqual([])
  return article
}

/** Each sentence as a reader sees it, and as the file holds it. */
async function pairs(text: string): Promise<[plain: string, text: string][]> {
  return sentencesOf(await read(text)).map(({ plain, text }) => [plain, text])
}

async function plain(text: string): Promise<string[][]> {
  return plainOf(await read(text))
}

async function kinds(text: string): Promise<[kind: string, ...plain: string[]][]> {
  return (await read(text)).paragraphs.map(({ kind, sentences }) => [kind, ...sentences.map((each) => each.plain)])
}

test('a heading is a paragraph of its own, and the level-1 heading is the title', async () => {
  const text = 'Before.\n\n# The *sea* rose #\n\nIt fell.\n\nLater on\n---\n\nIt rose.'
  expect((await read(text)).title).toBe('The sea rose')
  expect(await kinds(text)).toEqual([
    ['prose', 'Before.'],
    ['heading', 'The sea rose'],
    ['prose', 'It fell.'],
    ['heading', 'Later on'],
    ['prose', 'It rose.'],
  ])
})

test('emphasis stays whole in the sentence that holds all of it', async () => {
  expect(await pairs('**The sea rose.** We *left*. _It ~~fell~~ sank._ The end.')).toEqual([
    ['The sea rose.', '**The sea rose.**'],
    ['We left.', 'We *left*.'],
    ['It fell sank.', '_It ~~fell~~ sank._'],
    ['The end.', 'The end.'],
  ])
})

test('emphasis across sentences is in none of them more than it must be', async () => {
  expect(await pairs('We saw *the sea. It rose* high. ***All* fell. It was over.**')).toEqual([
    ['We saw the sea.', 'We saw *the sea.'],
    ['It rose high.', 'It rose* high.'],
    ['All fell.', '*All* fell.'],
    ['It was over.', 'It was over.'],
  ])
})

test('of a link a reader sees the text, whatever its form', async () => {
  const text = [
    '[The sea](https://example.org/a_(b) "A title. Of it") rose. We saw [it][sea]. And [the sea][]. Also [the sea].',
    'Then <https://example.org/sea>. Then https://example.org/y?a=1&amp;b=2 came. Mail me@example.org now.',
    '',
    '[sea]: https://example.org',
    '[the sea]: <https://example.org> "A definition"',
  ].join('\n')
  expect(await pairs(text)).toEqual([
    ['The sea rose.', '[The sea](https://example.org/a_(b) "A title. Of it") rose.'],
    ['We saw it.', 'We saw [it][sea].'],
    ['And the sea.', 'And [the sea][].'],
    ['Also the sea.', 'Also [the sea].'],
    ['Then https://example.org/sea.', 'Then <https://example.org/sea>.'],
    ['Then https://example.org/y?a=1&amp;b=2 came.', 'Then https://example.org/y?a=1&amp;b=2 came.'],
    ['Mail me@example.org now.', 'Mail me@example.org now.'],
  ])
})

test('a link that is a whole sentence is taken whole', async () => {
  expect(await pairs('We left. [The sea rose.](https://example.org) [It fell.][r] The end.\n\n[r]: /x')).toEqual([
    ['We left.', 'We left.'],
    ['The sea rose.', '[The sea rose.](https://example.org)'],
    ['It fell.', '[It fell.][r]'],
    ['The end.', 'The end.'],
  ])
})

test('of an image a reader sees what it shows', async () => {
  expect(await pairs('![A cat.](cat.png "T") It sat. ![A *fat* dog][d]\n\n![](x.png)\n\n[d]: dog.png')).toEqual([
    ['A cat.', '![A cat.](cat.png "T")'],
    ['It sat.', 'It sat.'],
    ['A fat dog', '![A *fat* dog][d]'],
  ])
})

test('inline code is shown as it is written', async () => {
  expect(await pairs('Run `npm ci`. See ``a ` b`` and `&amp; \\* *x*` there. `All of it`')).toEqual([
    ['Run npm ci.', 'Run `npm ci`.'],
    ['See a ` b and &amp; \\* *x* there.', 'See ``a ` b`` and `&amp; \\* *x*` there.'],
    ['All of it', '`All of it`'],
  ])
})

test('a code block keeps its lines and its language, and is introduced by the line above it', async () => {
  const article = await read(
    'Run:\n\n```sh title\ntitle\n\nnpm ci. npm start\n  indented\n```\n\nSo be it.\n\n    four spaces\n\tone tab',
  )
  expect(article.paragraphs.map(({ kind, sentences }) => [kind, ...sentences.map((each) => each.plain)])).toEqual([
    ['lead-in', 'Run:'],
    ['code', 'Run:\ntitle\n\nnpm ci. npm start\n  indented'],
    ['prose', 'So be it.'],
    ['code', 'four spaces\none tab'],
  ])
  expect(sentencesOf(article)[1]).toMatchObject({ codeLanguage: 'sh', pieces: [{ isContext: true }, {}] })
})

test('long code is split at blank lines', async () => {
  const stanza = `${'let a = 1\n'.repeat(40)}`
  const sentences = sentencesOf(await read(`\`\`\`\n${stanza}\n${stanza}\n${stanza}\`\`\``))
  expect(sentences.map(({ plain }) => plain.split('\n').length)).toEqual([81, 40])
})

test('code is found where it stands, not where the same letters stood before', async () => {
  const text = 'So.\n\n```sh\nsh\nsh\n```\n'
  expect(sentencesOf(await read(text)).map(({ start }) => start)).toEqual([0, 11])
})

test.each([
  ['CRLF', '\r\n'],
  ['lone CR', '\r'],
])('code with %s for line ends keeps its lines', async (_, end) => {
  const lines = ['So.', '', '```', 'one', 'two', '```', '', '    three', '', '    four']
  expect(await kinds(lines.join(end))).toEqual([
    ['prose', 'So.'],
    ['code', 'one\ntwo'],
    ['code', 'three\n\nfour'],
  ])
})

test('code in quotes, in lists and after tabs keeps its lines', async () => {
  expect(
    await kinds('> ```\n> one\n>   two\n> ```\n\n- item\n\n  ~~~\n  three\n  ~~~\n\n>\t\tfour\tx\n>\t\tfive'),
  ).toEqual([
    ['code', 'one\n  two'],
    ['list', 'item'],
    ['code', 'three'],
    ['code', 'four\tx\n  five'],
  ])
})

test('a table row is shown with its column headers, empty cells left out', async () => {
  const table = '| Name | Age |\n|:--|--:|\n| **Ann** B. | 3 |\n| Jo \\| Al | `x` |\n| Kim | |\n'
  expect(await pairs(table)).toEqual([
    ['Name Age', 'Name | Age'],
    ['Name Ann B. · Age 3', '**Ann** B. | 3'],
    ['Name Jo | Al · Age x', 'Jo \\| Al | `x`'],
    ['Name Kim', 'Kim'],
  ])
  expect((await kinds(table)).map(([kind]) => kind)).toEqual(['lead-in', 'row', 'row', 'row'])
})

test('a footnote is a paragraph where it stands, and its mark is not seen', async () => {
  expect(
    await plain('Water boils.[^1] It is hot[^n].\n\n[^1]: At 100 degrees. At sea level.\n[^n]: Very *hot*.'),
  ).toEqual([['Water boils.', 'It is hot.'], ['At 100 degrees.', 'At sea level.'], ['Very hot.']])
})

test('an item is shown without its bullet or box, and with its number', async () => {
  const text =
    '- [ ] Buy milk. Now.\n- [x] Done\n  - nested\n    1. deep\n\n7. seventh\n8. eighth\n   wrapped\n\n   and more'
  expect(await plain(text)).toEqual([
    ['Buy milk.', 'Now.'],
    ['Done'],
    ['nested'],
    ['1. deep'],
    ['7. seventh'],
    ['8. eighth wrapped'],
    ['and more'],
  ])
})

test('a quote with hard-wrapped lines reads as one paragraph', async () => {
  expect(await pairs('> The sea\n> rose. *We\n> left* it. It\nfell.\n>> So it\n> > was.')).toEqual([
    ['The sea rose.', 'The sea\n> rose.'],
    ['We left it.', '*We\n> left* it.'],
    ['It fell.', 'It\nfell.'],
    ['So it was.', 'So it\n> > was.'],
  ])
})

test('of HTML a reader sees what stands between the tags, a paragraph a block', async () => {
  const text = [
    '<div class="a">',
    '<h1>The sea</h1><p>It <b>rose</b>. We<br>left &amp; fell &copy; &#8217;s.</p>',
    '<!-- A secret. -->',
    '<script>alert("no")</script>',
    '</div>',
    '',
    'Then <span title="a > b">all</span> was<!-- not --> over.<br />It <kbd>ended</kbd>.',
  ].join('\n')
  expect(await plain(text)).toEqual([
    ['The sea'],
    ['It rose.', 'We left & fell © ’s.'],
    ['Then all was over.', 'It ended.'],
  ])
})

test('an unclosed comment or tag hides nothing that was before it', async () => {
  expect(await plain('The sea rose.\n\n<!-- never closed\n\nhidden')).toEqual([['The sea rose.']])
})

test('an escaped mark is a letter, and stays with its backslash', async () => {
  expect(await pairs('\\*The sea\\* rose. \\[It\\] fell\\. C:\\dir \\\\&amp; \\&amp; so.')).toEqual([
    ['*The sea* rose.', '\\*The sea\\* rose.'],
    ['[It] fell.', '\\[It\\] fell\\.'],
    ['C:\\dir \\& &amp; so.', 'C:\\dir \\\\&amp; \\&amp; so.'],
  ])
})

test('a character reference is the character', async () => {
  expect(await pairs('AT&amp;T &copy; it&#8217;s &#x2019; &lt;b&gt; &bogus; &amp;copy; end. Next&nbsp;one.')).toEqual([
    ['AT&T © it’s ’ <b> &bogus; &copy; end.', 'AT&amp;T &copy; it&#8217;s &#x2019; &lt;b&gt; &bogus; &amp;copy; end.'],
    ['Next\u00a0one.', 'Next&nbsp;one.'],
  ])
})

test('a hard break amid wrapped lines is white space', async () => {
  expect(await plain('The sea  \nrose\nagain. It<br>fell.')).toEqual([['The sea rose again.', 'It fell.']])
})

test('lines that all end in hard breaks are sentences of their own', async () => {
  expect(await plain('No shouting  \nNo running  \nNo selling of keys')).toEqual([
    ['No shouting', 'No running', 'No selling of keys'],
  ])
})

test('marks that are none are letters', async () => {
  expect(await plain('A snake_case_name is 2 * 3 * 4. A * star.')).toEqual([
    ['A snake_case_name is 2 * 3 * 4.', 'A * star.'],
  ])
})

test('a text with CRLF reads as one with LF, at its own offsets', async () => {
  const text =
    '# The *sea*\n\nIt rose\nand *fell\nagain*. We  \nleft.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n'
  const crlf = text.replaceAll('\n', '\r\n')
  expect(await kinds(crlf)).toEqual(await kinds(text))
  expect(sentencesOf(await read(crlf)).map((each) => each.text.replaceAll('\r\n', '\n'))).toEqual(
    sentencesOf(await read(text)).map((each) => each.text),
  )
})

test('offsets count the front matter before the text', async () => {
  const text = '---\ntitle: Not *this*\n---\n# The sea\n\nIt rose.'
  const article = await read(text)
  expect(article.title).toBe('Not *this*')
  expect(sentencesOf(article).map(({ start }) => start)).toEqual([text.indexOf('The sea'), text.indexOf('It rose')])
})

test('what looks like an address after the parser’s marks is text, and stays', async () => {
  expect(await plain('Ask me\\@example.org or &lt;https://example.org/a&gt; or xhttps://example.org now.')).toEqual([
    ['Ask me@example.org or <https://example.org/a> or xhttps://example.org now.'],
  ])
})

test('a second byte order mark shifts nothing', async () => {
  expect(await pairs('\ufeffThe *sea* rose. We left.')).toEqual([
    ['The sea rose.', 'The *sea* rose.'],
    ['We left.', 'We left.'],
  ])
})

test('a rule across the page is no front matter and no sentence', async () => {
  expect(await plain('---\n\nThe sea rose.\n\n---\n\nIt fell.\n\n***')).toEqual([['The sea rose.'], ['It fell.']])
})

test('offsets count the letters of the front matter that are two units long', async () => {
  expect(sentencesOf(await read('---\ntitle: 🙂 🙂\n---\nThe *sea* rose.'))).toMatchObject([
    { text: 'The *sea* rose.' },
  ])
})

test('lines that nest deeper, or hold more marks, than anybody writes are read as plain text, the others as Markdown', async () => {
  for (const intricate of [`${'> '.repeat(100)}It fell.`, `${'*so '.repeat(2_000)}It fell.`])
    expect((await plain(`The *sea* rose.\n\n${intricate}\n\nWe *left*.`)).map((each) => each.at(-1))).toEqual([
      'The sea rose.',
      intricate.length > 1_000 ? expect.stringMatching(/\*so It fell\.$/u) : intricate,
      'We left.',
    ])
})

test('many marks in many paragraphs, a long list, a long table and much code are Markdown', async () => {
  const paragraph = 'The *sea* and [the **land**](https://example.org/a_b) `rose`. '.repeat(30)
  const list = '- [The *sea*](https://example.org) rose\n'.repeat(300)
  const table = `| a | b |\n|---|---|\n${'| *c* | [d](e) |\n'.repeat(300)}`
  const code = `\`\`\`json\n${'{"a_b": ["*c*", `d`, <e>, [[1, 2], [3, 4]]]},\n'.repeat(300)}\`\`\`\n`
  const read = await kinds([paragraph, list, table, code].join('\n\n'))
  expect(read.filter(([, ...sentences]) => sentences.some((each) => /\]\(|^- |^\|/u.test(each)))).toEqual([])
})
