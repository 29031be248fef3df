/** Escaping shows every text literally. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeInLine, escapeMarkdown, link, unescapeMarkdown } from '../../../src/discord/replies/markdown/escape.ts'
import { parsed, seen } from './discord-markdown.ts'

const nasty = [
  '*stars*, **two** and ***three***, _one_ __two__ snake_case_name',
  '~~struck~~ ||spoiler|| `code` ``more ` code`` ```fence```',
  '# heading',
  '### heading',
  '-# small',
  '- item',
  '* item',
  '+ item',
  '1. first',
  '23) first',
  '> quoted',
  '>>> all quoted',
  '[text](https://a.example) and [x](<https://b.example>)',
  'https://en.wikipedia.org/wiki/Foo_bar_(baz) and <https://a.example>',
  '<@123456789012345678> <@!1> <@&2> <#3> <:smile:4> <a:wave:5> <t:1695816000:D> </ask:6> <id:browse>',
  '@everyone and @here, but kim@example.org',
  ':smile: :+1: at 10:30:45',
  'a backslash \\ and \\* two \\\\',
  '¯\\_(ツ)_/¯ and ¯_(ツ)_/¯',
  'ends with a backslash \\',
  '**',
  '_',
  '-5 degrees',
  'join discord.gg/abcdef or discord.com/invite/abcdef',
]

describe('Discord shows literally', () => {
  test.each(nasty)('%s', (text) => {
    expect(seen(escapeMarkdown(text))).toBe(text)
    expect(seen(`> **${escapeMarkdown(text)}**`)).toBe(text)
    expect(parsed(escapeMarkdown(text))).toBe(text)
    expect(parsed(`> **${escapeMarkdown(text)}**`)).toBe(text)
  })

  test('any combination of markup', () => {
    const mark = fc.constantFrom(...'*_~|`[]()<>@#:/\\-+.!&1a é字🙂\u202e', 'https://', 'everyone', '<@1>', '-# ')
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
        const text = marks.join('')
        expect(seen(escapeMarkdown(text))).toBe(text)
        expect(parsed(escapeMarkdown(text))).toBe(text)
        expect(parsed(`> ${escapeMarkdown(text)}`)).toBe(text)
        expect(parsed(`> a **${escapeMarkdown(`x${text}x`)}** b\n> c`)).toBe(`a x${text}x b\nc`)
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})

test('leaves an ordinary sentence unchanged, for notifications and search', () => {
  const text = 'Kim Jong-un (39) said: “combine efforts” – at 10:30, by e-mail to a@b.example; 50% & more!'
  expect(escapeMarkdown(text)).toBe(text)
})

test('removes line breaks, which would end the quotation', () => {
  expect(escapeMarkdown('one\r\n# two')).toBe('one # two')
})

test('isolates the direction of a text from the text after it', () => {
  expect(escapeInLine('plain')).toBe('plain')
  for (const text of ['\u202eevil', 'שלום', '\u2067open', '\u2067\u2068two open\u2069']) {
    let [depth, isClosed] = [0, false]
    for (const letter of escapeInLine(text)) {
      expect(isClosed).toBe(false)
      if (/[\u2066-\u2068]/u.test(letter)) depth++
      if (letter === '\u2069') depth--
      isClosed = depth === 0
    }
    expect(isClosed).toBe(true)
  }
})

describe('a link', () => {
  test('encodes brackets and spaces of the address', () => {
    expect(link('Title', 'https://a.example/wiki/Kim_(leader) of all>')).toBe(
      '[Title](<https://a.example/wiki/Kim_%28leader%29%20of%20all%3E>)',
    )
  })
  test('keeps its text fragment', () => {
    expect(link('Title', 'https://a.example/#:~:text=a%2Db,c')).toBe('[Title](<https://a.example/#:~:text=a%2Db,c>)')
  })
  test.each(['javascript:alert(1)', 'nonsense', 'ftp://a.example', '', 'https://'])(
    'is omitted for the invalid address %j',
    (address) => {
      expect(link('Title', address)).toBe('Title')
    },
  )
  test('uses the next address if the first is too long', () => {
    expect(link('T', `https://a.example/${'x'.repeat(600)}`, 'https://a.example')).toBe('[T](<https://a.example/>)')
  })
})

test('an invite link in a text is no invitation', () => {
  for (const invite of [
    'discord.gg/abc',
    'Discord.GG/abc',
    'https://discord.com/invite/abc',
    'discordapp.com/invite/abc',
    'discord.gift/abc',
    'https://discord.com/gifts/abc',
    'discord.new/abc',
    'discord.com/template/abc',
  ])
    expect(escapeMarkdown(`see ${invite}!`)).not.toMatch(/discord(?:app)?\.(?:gg|gift|new|com)/iu)
})
