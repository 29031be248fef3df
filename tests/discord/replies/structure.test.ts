/** How lists, table rows, code and headings look in a reply. */
import { describe, expect, test } from 'vitest'
import type { Answer, Passage } from '../../../src/answer/answer.ts'
import { cite } from '../../../src/answer/citation.ts'
import type { Paragraph, ParsedArticle, Piece, Sentence } from '../../../src/corpus/article.ts'
import { answerReply, type View } from '../../../src/discord/replies/answer-reply.ts'
import { contextReply } from '../../../src/discord/replies/context-pages.ts'
import { lengthOf } from '../../../src/discord/replies/markdown/truncate.ts'
import { en } from '../../../src/text/en.ts'

const view: View = { asker: '123456789012345678', match: 0, scope: '', isPrivate: false, showsQuestion: false }
const TEXT = [
  '# Tools',
  '',
  '## Sharpening',
  '',
  'Do this:',
  '',
  '1. Clean the *blade*.',
  '2. Hone it.',
  '',
  '| Item | Price |',
  '| --- | --- |',
  '| Whetstone | 15 gp |',
  '',
  '```sh',
  'hone --angle 20',
  '  # ``` twice',
  '```',
].join('\n')

/** Pieces of the text above, in order; `plain` is joined as the corpus does. */
function sentence(kind: Sentence['kind'], number: number, parts: readonly (readonly [string, string?])[]): Sentence {
  const separator = kind === 'row' ? [' ', ' · '] : ['\n']
  let plain = ''
  const pieces = parts.map(([own, raw = own], i): Piece => {
    if (i > 0) plain += separator[(i - 1) % separator.length]
    const start = TEXT.indexOf(raw)
    const at = plain.length
    plain += own
    const isHeader = kind === 'row' && i % 2 === 0
    return { start, end: start + raw.length, plain: own, at, ...(isHeader && { isContext: true }) }
  })
  const own = pieces.filter(({ isContext }) => !isContext)
  const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0]
  const text = TEXT.slice(start, end)
  return { article: 'tools', paragraph: number, number: 1, kind, start, end, text, plain, pieces }
}
const list = sentence('list', 3, [['Do this:'], ['Clean the blade.', 'Clean the *blade*.'], ['Hone it.']])
const row = sentence('row', 4, [['Item'], ['Whetstone'], ['Price'], ['15 gp']])
const codeText = 'hone --angle 20\n  # ``` twice'
const code: Sentence = {
  article: 'tools',
  paragraph: 5,
  number: 1,
  kind: 'code',
  start: TEXT.indexOf(codeText),
  end: TEXT.indexOf(codeText) + codeText.length,
  text: codeText,
  plain: codeText,
  codeLanguage: 'sh',
}
const trail = ['Sharpening']

const paragraph = (kind: Paragraph['kind'], ...sentences: Sentence[]): Paragraph => ({
  number: sentences[0]?.paragraph ?? 1,
  kind,
  trail: kind === 'heading' ? [] : trail,
  sentences,
})
const { pieces: _, ...plainHeading } = sentence('prose', 2, [['Sharpening']])
const tools: ParsedArticle = {
  id: 'tools',
  file: 'tools.md',
  title: 'Tools',
  language: 'en',
  format: 'markdown',
  url: 'https://tools.example/guide',
  text: TEXT,
  sentenceCount: 4,
  paragraphCount: 4,
  paragraphs: [
    paragraph('heading', plainHeading),
    paragraph('list', list),
    paragraph('row', row),
    paragraph('code', code),
  ],
}

function replyTo(sentence: Sentence, more: Partial<Passage> = {}): string[] {
  const passage: Passage = {
    article: tools,
    sentence,
    before: [],
    after: [],
    highlights: [],
    matches: [],
    score: 1,
    shares: [],
    alsoIn: [],
    citation: cite(tools, { sentence, trail, speaker: more.citation?.speaker }),
    ...more,
  }
  const answer: Answer = {
    question: 'How?',
    verdict: 'answered',
    passages: [passage],
    confidence: 1,
    unknown: [],
    ms: 0,
  }
  return answerReply(answer, en, view).content.split('\n')
}

describe('a reply', () => {
  test('shows a list with one item per line and the markers of the file', () => {
    expect(replyTo(list).slice(0, 3)).toEqual(['> Do this:', '> 1. Clean the blade.', '> 2. Hone it.'])
  })

  test('sets the phrase that answers in bold inside its item', () => {
    const at = list.plain.indexOf('blade')
    expect(replyTo(list, { answer: [at, at + 5] })[1]).toBe('> 1. Clean the **blade**.')
  })

  test('shows a table row with its column headers in bold', () => {
    expect(replyTo(row)[0]).toBe('> **Item** Whetstone · **Price** 15 gp')
  })

  test('shows code in a fenced block that its own backticks cannot close', () => {
    const lines = replyTo(code)
    expect(lines.slice(0, 4)).toEqual(['```sh', 'hone --angle 20', '  # `\u200b`\u200b` twice', '```'])
  })

  test('shows the line that introduces code above its block', () => {
    const leadIn = { start: TEXT.indexOf('Do this:'), end: TEXT.indexOf('Do this:') + 8, plain: 'Do this:', at: 0 }
    const pieces = [
      { ...leadIn, isContext: true as const },
      { start: code.start, end: code.end, plain: codeText, at: leadIn.plain.length + 1 },
    ]
    const lines = replyTo({ ...code, pieces, plain: `Do this:\n${codeText}` })
    expect(lines.slice(0, 3)).toEqual(['> Do this:', '```sh', 'hone --angle 20'])
  })

  test('cites the headings above the passage and links to the last one', () => {
    expect(replyTo(row).at(-1)).toBe('-# [Tools](<https://tools.example/guide#sharpening>) › Sharpening · paragraph 4')
  })

  test('names other articles with the same sentence', () => {
    const others = ['A *copy*', 'B', 'C', 'D'].map((title) => ({ ...tools, title }))
    expect(replyTo(row, { alsoIn: others }).at(-1)).toContain('also in A \\*copy\\*, B, C (+1)')
  })

  test('says who speaks in a transcript', () => {
    const { pieces: _pieces, ...single } = sentence('prose', 3, [['Hone it.']])
    const citation = { ...cite(tools, { sentence: single, trail }), speaker: 'Ada' }
    expect(replyTo(single, { citation })[0]).toBe('> Ada: **Hone it.**')
    expect(replyTo(single, { citation: { ...citation, speaker: 'Hone' } })[0]).toBe('> **Hone it.**')
  })

  test('says which important word of the question an answer lacks', () => {
    const matches = [
      { word: 'honing', matchType: 'missing', share: 0.4 },
      { word: 'tools', matchType: 'missing', share: 0.3 },
      { word: 'granite', matchType: 'missing', share: 0.3 },
    ] as const
    // “tools” is in the title.
    expect(replyTo(row, { matches }).at(-1)).toMatch(/ · without “honing” and “granite”$/u)
  })

  test.each([
    ['list', list, (piece: Piece) => ({ ...piece, plain: `${piece.plain}!` })],
    ['row', row, (piece: Piece) => ({ ...piece, start: piece.start + 1, end: piece.end + 1 })],
  ])('is never sent when one piece of a %s differs from the file', (_, original, forge) => {
    const pieces = (original.pieces ?? []).map((piece, i) => (i === 1 ? forge(piece) : piece))
    expect(() => replyTo({ ...original, pieces })).toThrow('differs from the file')
  })

  test('cuts long code after a line, within the limit of a message', () => {
    const text = Array.from({ length: 300 }, (_, i) => `line ${i}`).join('\n')
    const long = { ...code, text, plain: text, start: 0, end: text.length }
    const content = replyTo(long, { article: { ...tools, text } }).join('\n')
    expect(lengthOf(content)).toBeLessThanOrEqual(2_000)
    expect(content).toMatch(/\nline \d+\n\[…\]\n```\n-# /u)
  })
})

test('more context shows headings, lists, rows and code as such', () => {
  const { content } = contextReply(tools, en, { start: row.start })
  expect(content.split('\n').slice(0, -1)).toEqual([
    '> ### Sharpening',
    '> ',
    '> Do this:',
    '> 1. Clean the blade.',
    '> 2. Hone it.',
    '> ',
    '> **Item** Whetstone · **Price** 15 gp',
    '```sh',
    'hone --angle 20',
    '  # `\u200b`\u200b` twice',
    '```',
  ])
})
