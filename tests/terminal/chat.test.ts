// The chat in a pseudo-terminal, with one start of the program for many keys.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { command, folderOf } from '../run-verbatim.ts'
import { openTerminal } from './pty.ts'

const ctrl = { c: '\u0003', d: '\u0004', z: '\u001a' }
const up = '\u001b[A'
const ferry = 'When does the ferry leave?'
const pier = 'Who painted the pier?'

test('a person chats, suspends the chat, and finds the history in the next one', { timeout: 60_000 }, async () => {
  const corpus = folderOf({
    'ferry.txt': 'The ferry of Anamur\n\nThe ferry leaves at nine. It carries forty passengers and their bicycles.',
    'pier.md': '# The long pier\n\nAda painted the pier.\n',
  })
  // A shell, because only it can continue what Ctrl-Z suspends. Its prompt looks like that of the chat.
  const env = { PATH: process.env.PATH ?? '', PS1: '❯ ', CACHE_DIR: join(corpus, '.cache') }
  const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], { columns: 60, env })
  const start = `'${process.execPath}' ${command.join(' ')} --corpus ${corpus}\r`
  await terminal.greeting

  const greeting = await terminal.type(start, /Ask about.*❯ $/su)
  expect(greeting).toContain('Ask about “The ferry of Anamur” and “The long pier”.')
  expect(greeting).toContain('/help')

  // Pasted lines: each answer follows its question.
  const pasted = await terminal.type(`${ferry}\r${pier}\r`, /Ada painted.*❯ $/su)
  expect(stripVTControlCharacters(pasted).replace(/\s+/gu, ' ')).toMatch(
    /^When does the ferry leave\? The ferry leaves at nine\..*❯ Who painted the pier\?.* Ada painted the pier\./u,
  )
  expect(pasted).toContain('\u001b[1mnine\u001b[22m')
  expect(pasted).toContain('\u001b[2mIt carries forty passengers')

  await terminal.type('half a line', /half a line$/u)
  await terminal.type(ctrl.c)
  expect(stripVTControlCharacters(await terminal.type(`${ferry}\r`))).toMatch(/^When does/u)

  await terminal.type('When does', /When does$/u)
  await terminal.type(ctrl.z, /Stopped.*❯ $/su)
  await terminal.type('fg\r', /❯ When does$/u)
  expect(stripVTControlCharacters(await terminal.type(' the ferry leave?\r'))).toContain('leaves at nine')

  await terminal.type('/article the lo', /the lo$/u)
  await terminal.type('\t', /The long pier$/u)
  expect(await terminal.type('\r')).toContain('Asking only “The long pier”.')

  await terminal.type('half a', /half a$/u)
  writeFileSync(join(corpus, 'ferry.txt'), Buffer.from([0x41, 0xff]))
  expect(await terminal.type(' li', /stays in use.*❯ half a li$/su)).toContain(
    'warning: ferry.txt: byte 1 is not UTF-8',
  )
  await terminal.type(ctrl.c)
  await terminal.type(ctrl.c)

  expect(await terminal.type(`NO_COLOR=1 ${start}`, /Ask about.*❯ $/su)).not.toContain('\u001b[1m')
  expect(stripVTControlCharacters(await terminal.type(`${up}\r`, /never mention.*❯ $/su))).toContain(ferry)
  const list = stripVTControlCharacters(await terminal.type('/articles\r')).split(/\r?\n/u)
  expect(list.length).toBeGreaterThan(2)
  for (const line of list) expect(stringWidth(line)).toBeLessThanOrEqual(60)
  await terminal.type('exit\r')
  void terminal.type(ctrl.d)
  expect(await terminal.ended).toBe(0)
})

test('npm start builds the program and reaches the prompt', { timeout: 120_000 }, async () => {
  const terminal = openTerminal('npm', ['start'], { cwd: '.', env: { PATH: process.env.PATH ?? '' } })
  expect(await terminal.greeting).toContain('To connect Discord, set DISCORD_TOKEN')
  void terminal.type(ctrl.d)
  expect(await terminal.ended).toBe(0)
})
