// The replies of the chat, without a terminal.
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'fast-string-width'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Answerer } from '../../src/answer/answer.ts'
import { complete } from '../../src/terminal/complete.ts'
import { createConversation } from '../../src/terminal/conversation.ts'
import type { Screen } from '../../src/terminal/screen.ts'
import { openCorpus } from '../open-corpus.ts'

const inPipe: Screen = { width: undefined, colours: false }
const narrow: Screen = { width: 60, colours: false }
let answerer: Answerer
beforeEach(async () => {
  // Once, but within a test: its folder is removed after it.
  answerer ??= await openCorpus({
    'ferry.md':
      '# The ferry of Anamur\n\nThe ferry was built in Finike.\n\nThe ferry leaves at nine. It carries forty passengers.\n\nThe ferry is blue.\n\nIts captain is Ove.\n',
    'a-description-of-the-lighthouse-and-of-its-keepers.md':
      '# A description of the lighthouse and of everybody who has kept it since it was built\n\nThe lighthouse was built in 1911.\n\n```sh\nlamp --brightness high --rotation slow --colour white --interval 12\n```\n',
    'light.txt': `标题在这里。\n\n${'灯塔建于一九一一年，由一位年轻的工程师设计，至今仍在海边为渔船指引方向。'.repeat(3)}`,
    'dated.md': '---\ntitle: The kiosk\ndate: 2020-05-04\n---\nThe kiosk sells stamps.\n',
    'odd.txt': 'The tram \u001b[2J\u0007stops at ten.',
  })
})
const open = (screen = inPipe) => {
  const conversation = createConversation(
    () => answerer,
    () => screen,
  )
  return (line: string) => {
    const reply = conversation.respond(line)
    return reply.kind === 'ended' ? 'ended' : reply.text
  }
}

describe('the chat', () => {
  test('turns to the next passage and back, within the passages there are', () => {
    const type = open()
    expect(type('n')).toContain('Ask a question first.')
    const [, count] = /match 1 of (\d)/u.exec(type('When does the ferry leave?')) ?? []
    expect(type('p')).toBe('This is the first passage.')
    expect(type('n')).toContain(`match 2 of ${count}`)
    expect(type('P')).toContain(`match 1 of ${count}`)
    for (let match = 2; match <= Number(count); match++) type('n')
    expect(type('n')).toBe('This is the last passage.')
  })

  test('states the age of a source that is older than the screen’s limit', () => {
    const question = 'What does the kiosk sell?'
    expect(open({ ...inPipe, staleAfter: 365 })(question)).toMatch(/The kiosk · May 4, 2020 · \d+ years ago · /u)
    expect(open()(question)).toContain('The kiosk · May 4, 2020 · paragraph 1')
  })

  test('shows more of the article with each m, and says when there is no more', () => {
    const type = open()
    expect(type('m')).toContain('Ask a question first.')
    type('When does the ferry leave?')
    const more = type('m')
    expect(more).toContain('The ferry was built in Finike.')
    expect(more).not.toContain('Its captain is Ove.')
    expect(type('m')).toContain('Its captain is Ove.')
    while (type('m') !== 'There is no more of this article.') expect(type('p')).toBe('This is the first passage.')
  })

  test('understands help, ?, exit and quit with and without a slash, and reports other commands', () => {
    const type = open()
    for (const help of ['help', 'HELP', '?', '/help']) expect(type(help)).toContain('next passage')
    for (const leave of ['exit', 'quit', '/exit', '/quit']) expect(type(leave)).toBe('ended')
    expect(type('/frobnicate')).toMatch(/^Unknown command \/frobnicate\./u)
    expect(type('')).toBe('')
    expect(type('help for the ferry')).not.toContain('next passage')
  })

  test('asks one article only, until it is told otherwise', () => {
    const type = open()
    expect(type('/article ferry')).toContain('Asking only “The ferry of Anamur”.')
    expect(type('When was the lighthouse built?')).toContain('never mentions “lighthouse”')
    expect(type('/article no such')).toContain('No article, or more than one, is called no such.')
    expect(type('/article')).toBe('Asking all articles.')
    expect(type('When was the lighthouse built?')).toContain('in 1911.')
  })

  test.each([
    '/help',
    '/articles',
    '/frobnicate',
    '/article a-description-of-the-lighthouse-and-of-its-keepers',
    'When was the lighthouse built?',
    'Which brightness has the lamp?',
    'Who?',
  ])('fits a reply to %j into 60 columns without breaking a word', (line) => {
    const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '')
    const [wide, reply] = [open()(line), open(narrow)(line)]
    for (const each of reply.split('\n')) expect(stringWidth(each)).toBeLessThanOrEqual(60)
    // The narrow list of articles has words of its own.
    expect([...words(wide), '·', 'sentence', 'sentences']).toEqual(expect.arrayContaining(words(reply)))
  })

  test('greets with what can be asked in 60 columns', () => {
    const { greeting } = createConversation(
      () => answerer,
      () => narrow,
    )
    expect(greeting.replace(/\s+/gu, ' ')).toMatch(/^Ask about “A description.*”, .* and 2 more articles\. \/help /u)
    for (const line of greeting.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60)
  })

  test('counts wide characters as two columns', () => {
    const shown = open({ width: 32, colours: false })('灯塔是谁设计的')
    expect(shown).toContain('由一位年轻\n')
    for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(32)
  })

  test('replaces the control characters of an article', () => {
    const shown = open({ width: 80, colours: true })('When does the tram stop?')
    expect(stripVTControlCharacters(shown)).toContain('\ufffd[2J\ufffd')
  })
})

describe('Tab', () => {
  test('completes commands, and the names of articles at the end of a line', () => {
    const of = (line: string) => complete(line, answerer.articles)
    expect(of('/art')).toEqual([['/article', '/articles'], '/art'])
    expect(of('/article FER')).toEqual([['ferry'], 'FER'])
    expect(of('What is in The ferry o')).toEqual([['The ferry of Anamur'], 'The ferry o'])
    expect(of('Who painted it')).toEqual([[], 'Who painted it'])
  })
})
