/** The interactive terminal, in a pseudo-terminal. */
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { command, folderOf } from '../run-verbatim.ts'
import { openTerminal } from './pty.ts'

const open = (options: Parameters<typeof openTerminal>[2] & { readonly corpus?: string } = {}) =>
  openTerminal(process.execPath, [...command, ...(options.corpus ? ['--corpus', options.corpus] : [])], options)
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`
const ctrl = { c: '\u0003', d: '\u0004' }
const up = '\u001b[A'
const asking = 'When did Kim last meet Putin?\r'

describe('the terminal chat', { timeout: 30_000 }, () => {
  test('shows the answer in bold, its neighbours dimmed, and the source below', async () => {
    const terminal = open()
    expect(await terminal.greeting).toContain('To connect Discord, set DISCORD_TOKEN')
    const shown = await terminal.type(asking)
    expect(shown).toContain(`Kim last met with Putin in Vladivostok in ${bold('2019')}.`)
    expect(shown).toContain('\u001b[2mThe meeting in question')
    expect(stripVTControlCharacters(shown).replace(/\s+/gu, ' ')).toContain(
      'trip. · 27 September 2023 · paragraph 5 · match 1 of 5',
    )
  })

  test('turns to the next passage and back, within the passages there are', async () => {
    const terminal = open()
    await terminal.greeting
    expect(await terminal.type('n\r')).toContain('Ask a question first.')
    await terminal.type(asking)
    expect(await terminal.type('p\r')).toContain('This is the first passage.')
    expect(await terminal.type('n\r')).toContain('match 2 of 5')
    expect(await terminal.type('p\r')).toContain('match 1 of 5')
    for (let match = 2; match <= 5; match++) await terminal.type('n\r')
    expect(await terminal.type('n\r')).toContain('This is the last passage.')
  })

  test('shows more of the article with each m', async () => {
    const terminal = open({ columns: 1_000 })
    await terminal.greeting
    await terminal.type(asking)
    const more = stripVTControlCharacters(await terminal.type('m\r'))
    expect(more).toContain('In a statement he made last week')
    expect(more).not.toContain('The USA stated')
    expect(stripVTControlCharacters(await terminal.type('m\r'))).toContain('The USA stated')
  })

  test('lists the articles, shows help, and reports an unknown command', async () => {
    const terminal = open({ columns: 200 })
    await terminal.greeting
    expect(await terminal.type('/articles\r')).toContain('kim-jong-un-train-to-putin.txt')
    expect(await terminal.type('/help\r')).toContain('next passage')
    expect(await terminal.type('/quit\r')).toContain('Unknown command /quit.')
  })

  test('keeps a history of questions', async () => {
    const terminal = open()
    await terminal.greeting
    await terminal.type(asking)
    expect(await terminal.type(`${up}\r`)).toContain('match 1 of 5')
  })

  test.each([
    ['Ctrl-D', ctrl.d],
    ['Ctrl-C', ctrl.c],
  ])('exits with status 0 on %s', async (_, key) => {
    const terminal = open()
    await terminal.greeting
    void terminal.type(key)
    expect(await terminal.ended).toBe(0)
  })

  test('wraps to a narrow window, with wide characters as two columns', async () => {
    const corpus = folderOf({
      'a.txt': `标题在这里。\n\n${'灯塔建于一九一一年，由一位年轻的工程师设计，至今仍在海边为渔船指引方向。'.repeat(3)}`,
    })
    const terminal = open({ columns: 32, corpus })
    await terminal.greeting
    const shown = stripVTControlCharacters(await terminal.type('灯塔是谁设计的\r'))
    expect(shown).toContain('年轻的工程师')
    const lines = shown.split(/\r?\n/u).slice(1)
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(32)
  })

  test('shows no colours under NO_COLOR', async () => {
    const terminal = open({ env: { NO_COLOR: '1' } })
    await terminal.greeting
    const shown = await terminal.type(asking)
    expect(shown).toContain('Kim last met with Putin in Vladivostok in 2019.')
    expect(shown).not.toContain('\u001b[1m')
    expect(shown).not.toContain('\u001b[2m')
  })

  test('replaces the control characters of an article', async () => {
    const corpus = folderOf({ 'a.txt': 'The ferry \u001b[2J\u0007leaves at nine.' })
    const terminal = open({ corpus })
    await terminal.greeting
    const shown = await terminal.type('When does the ferry leave?\r')
    expect(shown).toContain('\ufffd[2J\ufffd')
  })
})

test('npm start builds the program and reaches the prompt', { timeout: 120_000 }, async () => {
  const terminal = openTerminal('npm', ['start'], { cwd: '.', env: { PATH: process.env.PATH ?? '' } })
  expect(await terminal.greeting).toContain('To connect Discord, set DISCORD_TOKEN')
  void terminal.type(ctrl.d)
  expect(await terminal.ended).toBe(0)
})
