// The command line as a person or a script uses it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCommand } from './run-command.ts'
import { command, elsewhere, folderOf, runVerbatim } from './run-verbatim.ts'

const answer = 'Kim last met with Putin in Vladivostok in 2019.'
const asking = 'When did Kim last meet Putin?'

/** The contract of `ask --json`: these fields and no others. */
const Line = v.strictObject({
  question: v.string(),
  verdict: v.picklist(['answered', 'related', 'silent']),
  passages: v.array(
    v.strictObject({
      article: v.string(),
      title: v.string(),
      section: v.array(v.string()),
      kind: v.picklist(['prose', 'list', 'row', 'code']),
      paragraph: v.pipe(v.number(), v.minValue(1)),
      sentence: v.pipe(v.number(), v.minValue(1)),
      start: v.number(),
      end: v.number(),
      pieces: v.optional(v.array(v.strictObject({ start: v.number(), end: v.number() }))),
      text: v.string(),
      plain: v.string(),
      score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      answer: v.optional(v.tuple([v.number(), v.number()])),
      highlights: v.array(v.tuple([v.number(), v.number()])),
      alsoIn: v.optional(v.array(v.string())),
    }),
  ),
  unknown: v.array(v.string()),
  ms: v.number(),
})
const Manifest = v.object({ version: v.string(), engines: v.object({ node: v.string() }) })
const readLines = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
const readLine = (stdout: string) => v.parse(Line, JSON.parse(stdout))

describe('verbatim ask', { timeout: 30_000 }, () => {
  test('prints the sentence and its source, and exits with 0', async () => {
    const { status, stdout, stderr } = await runVerbatim(['ask', asking])
    expect(stdout).toContain(`  ${answer}\n`)
    expect(stdout).toMatch(/September 27, 2023 · \d+ years ago · paragraph 5 · match 1 of 5/u)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('links to the sentence on the web pages where READER_URL is set', async () => {
    const { stdout } = await runCommand(['ask', asking], { env: { READER_URL: 'https://pages.example/docs/' } })
    expect(stdout).toMatch(/^ {2}https:\/\/pages\.example\/docs\/a\/[^?]+\?s=p5s\d+-[\w-]{8}(?:&a=\d+-\d+)?#p5s\d+$/mu)
  })

  test('--explain shows the probability and the ranking of the first passages', async () => {
    const { stdout } = await runCommand(['ask', '--explain', asking])
    expect(stdout).toMatch(/^The articles cover this: \d+ %$/mu)
    expect(stdout).toMatch(new RegExp(`^1\\. chance of being right: [7-9]\\d % — ${answer}$`, 'mu'))
    expect(stdout).toMatch(/^ +own +\d+\.\d\d$/mu)
    expect(stdout).toContain('\n3. chance of being right: ')
    expect(stdout).not.toContain('\n4. chance of being right: ')
  })

  test('names the unknown words and exits with 3 when silent', async () => {
    const { status, stdout } = await runVerbatim(['ask', 'Who painted Guernica?'])
    expect(stdout).toBe('The articles never mention “painted” or “Guernica”.\n')
    expect(status).toBe(3)
  })

  test.skipIf(!existsSync('/dev/full'))('fails when standard output cannot be written', async () => {
    const full = openSync('/dev/full', 'w')
    onTestFinished(() => closeSync(full))
    const child = spawn(process.execPath, [...command, 'ask', asking], {
      cwd: elsewhere,
      stdio: ['ignore', full, 'ignore'],
    })
    expect(await once(child, 'close')).toEqual([1, null])
  })

  test.each([
    [['ask'], 'no question'],
    [['ask', asking, '--article', 'nothing-of-the-kind'], "is called 'nothing-of-the-kind'"],
    [['ask', asking, '--limit', '0'], 'whole number from 1 to 100'],
    [['ask', '--json', asking], 'standard input'],
    [['ask', '--frobnicate'], "unknown option '--frobnicate'"],
    [['sing'], "unknown command 'sing'"],
  ])('%j is wrong usage: one line on standard error, exit status 2', async (args, why) => {
    const { status, stdout, stderr } = await runCommand(args)
    expect(stderr).toContain(why)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test.each([
    ['a folder that is not there', () => ['--corpus', 'no/such/folder'], 'no/such/folder'],
    ['a folder with nothing in it', () => ['--corpus', folderOf({})], 'there is no article in'],
    ['a folder with no article in it', () => ['--corpus', folderOf({ 'a.pdf': 'x' })], 'a.pdf'],
    ['a file instead of a folder', () => ['--corpus', resolve('package.json')], 'package.json'],
  ])('fails for %s, without a stack trace, exit status 1', async (_, args, why) => {
    const { status, stdout, stderr } = await runCommand(['ask', asking, ...args()])
    expect(stderr).toContain(why)
    expect(stderr).not.toMatch(/^\s+at /mu)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  })

  test('answers from valid files and reports an invalid one', async () => {
    const corpus = folderOf({
      'good.txt': 'The lighthouse at Anamur was built in 1911.',
      'bad.txt': Buffer.from([0x41, 0xff]),
    })
    const { status, stdout, stderr } = await runCommand(['ask', 'When was the lighthouse built?', '--corpus', corpus])
    expect(stdout).toContain('The lighthouse at Anamur was built in 1911.')
    expect(stderr).toMatch(/^refused: bad\.txt: byte 1 is not UTF-8/u)
    expect(status).toBe(0)
  })

  test('reports the warnings of many files in one line', async () => {
    const odd = Array.from({ length: 200 }, (_, i) => [
      `odd-${i}.md`,
      `---\nmood: x\ndate: soon\n---\nBoat ${i} is green.\n`,
    ])
    const { stdout, stderr } = await runCommand([
      'ask',
      'Which boat is green?',
      '--corpus',
      folderOf(Object.fromEntries(odd)),
    ])
    expect(stdout).toContain('is green.')
    expect(stderr).toBe('200 warnings in 200 files; run verbatim check\n')
  })

  test.each(['walks/pier', 'the LONG pier'])('asks only the article called %j', async (name) => {
    const corpus = folderOf({ 'ferry.txt': 'Ferries\n\nOve painted the ferry.' })
    mkdirSync(join(corpus, 'walks'))
    writeFileSync(join(corpus, 'walks', 'pier.md'), '# The long pier\n\nAda painted the pier.\n')
    const { stdout } = await runCommand(['ask', 'Who painted it?', '--article', name, '--corpus', corpus])
    expect(stdout).toContain('Ada painted the pier.')
  })

  test('asks several folders', async () => {
    const corpora = [folderOf({ 'ferry.txt': 'The ferry is blue.' }), folderOf({ 'boat.txt': 'The boat is green.' })]
    const { stdout } = await runCommand([
      'ask',
      'Which boat is green?',
      ...corpora.flatMap((each) => ['--corpus', each]),
    ])
    expect(stdout).toContain('The boat is green.')
    const env = { CORPUS: corpora.join(',') }
    expect((await runCommand(['ask', 'Which ferry is blue?'], { env })).stdout).toContain('The ferry is blue.')
  })
})

describe('verbatim ask --json', { timeout: 30_000 }, () => {
  test('answers each line with a line, in order, whatever the verdict', async () => {
    const input = `${asking}\n{"question": "Who painted Guernica?"}\n\n${JSON.stringify({ question: asking, article: 'kim-jong-un-train-to-putin' })}\n`
    const { status, stdout, stderr } = await runVerbatim(['ask', '--json'], { input })
    const lines = readLines(stdout).map((line) => v.parse(Line, line))
    expect(lines.map(({ question, verdict }) => [question, verdict])).toEqual([
      [asking, 'answered'],
      ['Who painted Guernica?', 'silent'],
      ['', 'silent'],
      [asking, 'answered'],
    ])
    expect(lines[1]?.unknown).toEqual(['painted', 'Guernica'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('gives offsets that reproduce the quote and the highlighted words', async () => {
    const { stdout } = await runCommand(['ask', '--json'], { input: asking })
    const file = readFileSync('corpus/kim-jong-un-train-to-putin.txt', 'utf8')
    const { passages } = readLine(stdout)
    expect(passages).toHaveLength(5)
    for (const { text, start, end } of passages) expect(file.slice(start, end)).toBe(text)
    const [first] = passages
    expect(first).toMatchObject({ paragraph: 5, sentence: 1, plain: answer, article: 'kim-jong-un-train-to-putin' })
    expect(first?.highlights.map(([start, end]) => answer.slice(start, end))).toEqual(['Kim', 'last', 'met', 'Putin'])
  })

  test('answers an invalid line with an error, and continues', async () => {
    const bad = ['{"question": ', '{"question": 7}', '{"question": "x", "article": "none"}', '{"article": "none"}']
    const { status, stdout } = await runCommand(['ask', '--json'], { input: [...bad, asking].join('\n') })
    const lines = readLines(stdout)
    expect(lines).toHaveLength(5)
    for (const line of lines.slice(0, 4)) expect(line).toEqual({ error: expect.stringMatching(/\S/u) })
    expect(v.parse(Line, lines[4]).verdict).toBe('answered')
    expect(status).toBe(0)
  })

  test('is silent on questions that hold no word to look for', async () => {
    const questions = {
      blanks: '   ',
      'only punctuation': '?!… —',
      'only emoji': '🎉🎉 👩‍👩‍👧',
      'only question words': 'what who when how',
      'control characters': 'who\u0000\u0007\u001b[31m',
      'a lone surrogate': '"\\ud800"',
    }
    const input = Object.values(questions)
      .map((question) => `${question}\n`)
      .join('')
    const { status, stdout } = await runCommand(['ask', '--json'], { input })
    const lines = readLines(stdout).map((line) => v.parse(Line, line))
    const verdicts = Object.keys(questions).map((name, i) => [name, lines[i]?.verdict])
    expect(verdicts).toEqual(Object.keys(questions).map((name) => [name, 'silent']))
    expect(lines).toHaveLength(verdicts.length)
    expect(status).toBe(0)
  })

  test('reads a question of 100,000 characters', async () => {
    const { stdout } = await runCommand(['ask', '--json'], { input: 'Where did Kim go? '.repeat(5_556) })
    expect(readLine(stdout).question).toHaveLength(100_007)
  })

  test('respects --article and --limit', async () => {
    const corpus = folderOf({
      'a.txt': 'The ferry leaves at nine. The ferry is blue.',
      'b.txt': 'The ferry leaves at ten. The ferry is red. The ferry is old.',
    })
    const args = ['ask', '--json', '--corpus', corpus, '--article', 'b', '--limit', '2']
    const { stdout } = await runCommand(args, { input: 'When does the ferry leave?' })
    const { passages } = readLine(stdout)
    expect(passages.map(({ article }) => article)).toEqual(['b', 'b'])
    expect(passages[0]?.plain).toBe('The ferry leaves at ten.')
  })

  test('ends quietly when its output is closed', async () => {
    const child = spawn(process.execPath, [...command, 'ask', '--json'], { cwd: elsewhere })
    const ended = once(child, 'close')
    const complaints = text(child.stderr)
    child.stdin.on('error', () => {}).write(`${asking}\n`.repeat(2_000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    child.stdin.end(`${asking}\n`.repeat(2_000))
    expect(await ended).toEqual([0, null])
    expect(await complaints).toBe('')
  })
})

describe('verbatim check', { timeout: 30_000 }, () => {
  test('lists every article', async () => {
    const { status, stdout } = await runCommand(['check'])
    expect(stdout).toMatch(/^file +title +date +language +paragraphs +sentences$/mu)
    expect(stdout).toMatch(/^kim-jong-un-train-to-putin\.txt +South Korean media .* 2023-09-27 +en +7 +18$/mu)
    expect(status).toBe(0)
  })

  test('reports each file with problems on one line, and fails when a file was refused', async () => {
    const corpus = folderOf({
      'good.md': '---\nmood: calm\ndate: soon\nurl: ftp://x\n---\n# Ferries\n\nThe ferry leaves at nine.',
      'empty.txt': '',
      'photo.jpg': 'x',
    })
    const { status, stdout, stderr } = await runVerbatim(['check', '--corpus', corpus])
    expect(stdout).toContain('good.md')
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^refused: empty\.txt: /u),
      expect.stringMatching(/^warning: good\.md: line 3: “date”.*; line 4: “url”/u),
      expect.stringMatching(/^refused: photo\.jpg: .*\.txt, \.md, \.markdown/u),
    ])
    expect(stdout).toMatch(/\n1 article, \d sentences?, 2 files refused, 1 file with warnings\n$/u)
    expect(status).toBe(1)
  })
})

describe('verbatim', { timeout: 30_000 }, () => {
  test.each([[['--help']], [['ask', '--help']], [['check', '--help']]])('%j prints help', async (args) => {
    const { status, stdout } = await runCommand(args)
    expect(stdout).toMatch(/^Usage: verbatim/u)
    expect(stdout).toContain('--corpus <folder>')
    expect(status).toBe(0)
  })

  test('--version prints the version of package.json', async () => {
    const { version } = v.parse(Manifest, JSON.parse(readFileSync('package.json', 'utf8')))
    expect((await runCommand(['--version'])).stdout.trim()).toBe(version)
  })

  test('without a token prints one line about Discord, then answers its input line by line', async () => {
    const { status, stdout, stderr } = await runVerbatim([], { input: `${asking}\nWho painted Guernica?\n` })
    expect(stderr).toMatch(/^To connect Discord, set DISCORD_TOKEN .*\n$/u)
    expect(stdout.split('\n\n')).toEqual([expect.stringContaining(answer), expect.stringContaining('Guernica'), ''])
    expect(stdout).not.toContain('\u001b')
    expect(status).toBe(0)
  })

  test('asks a question without a command, and does not check settings in .env that it does not need', async () => {
    const corpus = folderOf({ 'ferry.txt': 'The ferry is blue.' })
    const cwd = folderOf({ '.env': `CORPUS=${corpus}\nDISCORD_TOKEN=x\nHTTP_PORT=auto\nSHARDS=all\nUNKNOWN=1\n` })
    // An empty variable overrides nothing.
    const { status, stdout, stderr } = await runVerbatim(['Which ferry is blue?'], { cwd, env: { CORPUS: '' } })
    expect(stdout).toContain('The ferry is blue.')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('names its requirement in one line on an older Node, before it loads anything', async () => {
    const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })"
    const node = ['--import', `data:text/javascript,${encodeURIComponent(older)}`]
    const { status, stdout, stderr } = await runVerbatim(['ask', asking], { node })
    const { engines } = v.parse(Manifest, JSON.parse(readFileSync('package.json', 'utf8')))
    const least = engines.node.replace('>=', '')
    expect(stderr).toBe(`verbatim: Node 18.20.8 is too old: install ${least} or newer from https://nodejs.org\n`)
    expect({ status, stdout }).toEqual({ status: 78, stdout: '' })
    const loaded = [...readFileSync(command.join(), 'utf8').matchAll(/^import\b.* from "?'?([^"';]+)/gmu)]
    expect(loaded.map(([, name]) => name)).toEqual(['node:module'])
  })

  test('reports every invalid setting at once and starts nothing', async () => {
    const { status, stdout, stderr } = await runVerbatim([], {
      env: { DISCORD_TOKEN: 'secret', LOG_QUESTIONS: 'maybe' },
    })
    expect(stderr).toMatch(/^verbatim: DISCORD_TOKEN should be .*; LOG_QUESTIONS should be 0 or 1: .*\n$/u)
    expect(stderr).not.toContain('secret')
    // 78 tells a supervisor that restarting will not help.
    expect({ status, stdout }).toEqual({ status: 78, stdout: '' })
  })
})
