/** Messages rendered for a terminal. */
import type { APIMessageTopLevelComponent } from 'discord.js'
import { expect, test } from 'vitest'
import { render } from './render.ts'

const shown = (content: string, components: APIMessageTopLevelComponent[] = [], flags = 0): string[] =>
  render({ content, components, embeds: [], flags, edited_timestamp: null }, { styled: false })

test.each([
  ['a quote has a bar', '> a\n> b\nc', ['│ a', '│ b', 'c']],
  ['three marks quote the rest', '>>> a\nb', ['│ a', '│ b']],
  ['bold and italic lose their marks', '**a** and *b* and _c_, snake_case_name', ['a and b and c, snake_case_name']],
  ['a small line loses its mark', '-# from **here**', ['from here']],
  ['a heading loses its mark', '## a', ['a']],
  ['what is escaped stands as it is', '\\*a\\* \\> b', ['*a* > b']],
  ['code is left alone', '`**a**`', ['**a**']],
  ['a fence is indented', '```\n**a**\n```\nb', ['    **a**', 'b']],
  ['a link shows where it goes', '[a](https://example.org)', ['a (https://example.org)']],
  ['a timestamp is shown as a date', '<t:1695816000:D>', ['September 27, 2023']],
  ['a command mention shows the command', '</ask:1>', ['/ask']],
])('%s', (_name, source, lines) => {
  expect(shown(source)).toEqual(lines)
})

test('bold text is bold and small text is dim', () => {
  const lines = render({ content: '**a**\n-# b', embeds: [], edited_timestamp: null })
  expect(lines).toEqual(['\u001b[1ma\u001b[22m', '\u001b[2mb\u001b[22m'])
})

test('mentions are shown by name', () => {
  const nameOf = (mention: string): string | undefined => (mention === '<@1>' ? '@alice' : undefined)
  const message = { content: '<@1> <@2>', embeds: [], edited_timestamp: null }
  expect(render(message, { styled: false, nameOf })).toEqual(['@alice <@2>'])
})

test('buttons and menus are drawn, disabled ones in parentheses', () => {
  const row: APIMessageTopLevelComponent = {
    type: 1,
    components: [
      { type: 2, style: 1, label: 'Next', custom_id: 'n' },
      { type: 2, style: 1, label: 'Back', custom_id: 'b', disabled: true },
      { type: 2, style: 5, label: 'Source', url: 'https://example.org' },
    ],
  }
  const select: APIMessageTopLevelComponent = {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 's',
        placeholder: 'Which',
        options: [
          { label: 'One', value: '1', description: 'the first' },
          { label: 'Two', value: '2', default: true },
        ],
      },
    ],
  }
  expect(shown('', [row, select])).toEqual([
    '[ Next ]  ( Back )  [ Source ↗ https://example.org ]',
    '[ Which ▾ ]',
    '  ○ One — the first',
    '  ● Two',
  ])
})

test('ephemeral messages are marked', () => {
  expect(shown('psst', [], 64)).toEqual(['psst', 'Only you can see this'])
})
