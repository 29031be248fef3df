#!/usr/bin/env node
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import * as v from 'valibot'
import { readCorpus } from './corpus/read-corpus.ts'
import { messageOf, Outage, UserError } from './errors.ts'
import { problemLine } from './indexing/index-version.ts'
import { openLive, openOnce } from './live-answerer.ts'
import { formatAnswer, formatArticles, formatExplanation } from './terminal/format.ts'
import { answerLines } from './terminal/json-lines.ts'
import { screenOf } from './terminal/screen.ts'

/** What the shell is onWarning. */
const status = {
  failure: 1,
  usage: 2,
  silent: 3,
  /** What serves cannot, until a person has mended something: starting it again is no use (EX_CONFIG of sysexits.h). */
  mistake: 78,
} as const

interface CorpusOption {
  readonly corpus: string
}

interface AskOption extends CorpusOption {
  readonly json?: true
  readonly explain?: true
  readonly article?: string
  readonly limit: number
}

function verbatim(): Command {
  const { version } = v.parse(v.object({ version: v.string() }), createRequire(import.meta.url)('../package.json'))
  const program = new Command('verbatim')
    .description(
      'Answers questions about a folder of articles in their own words: on Discord, or here in the terminal.',
    )
    .version(version)
    .option('--corpus <folder>', 'the folder of articles', 'corpus')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .action((_, command: Command) => serving(start(command.optsWithGlobals())))
  program
    .command('ask')
    .description('answer one question; exit status 0 when answered or related, 3 when silent')
    .argument('[question...]')
    .option('--json', 'answer each line of standard input with a line of JSON; exit status 0 whatever the verdicts')
    .option('--explain', 'show what put the first three passages where they are')
    .option('--article <id>', 'ask only this article')
    .option('--limit <n>', 'at most so many passages, 1 to 100', atMost100, 5)
    .action((words: string[], _, command: Command) => ask(words.join(' '), command.optsWithGlobals(), command))
  program
    .command('check')
    .description('list the articles, and what is wrong with any file; exit status 1 if one was refused')
    .action((_, command: Command) => check(command.optsWithGlobals()))
  program
    .command('sharded')
    .description('serve Discord with a process for each shard (README, “Large bots”)')
    .action((_, command: Command) => serving(sharded(command.optsWithGlobals())))
  program.command('shard', { hidden: true }).action((_, command: Command) => serving(shard(command.optsWithGlobals())))
  return program
}

async function start({ corpus }: CorpusOption): Promise<void> {
  const { readSettings } = await import('./config.ts')
  const settings = readSettings()
  const shelves = { corpus, cache: settings.cacheDir }
  if (settings.token !== undefined) return (await import('./serve.ts')).serve(settings, shelves)
  const { chat } = await import('./terminal/chat.ts')
  const live = await openLive(shelves, {
    onUpdate: async () => undefined,
    onError: (error) => onWarning(messageOf(error)),
    onWarning,
  })
  process.stderr.write('To connect Discord, set DISCORD_TOKEN in .env (README, “On Discord”). Until then, ask here.\n')
  await chat(() => live.current, process.stdin, process.stdout)
  live.close()
}

/** Answers on Discord with a process for each shard. */
async function sharded({ corpus }: CorpusOption): Promise<void> {
  const [{ readSettings }, { serveShards }] = await Promise.all([import('./config.ts'), import('./serve.ts')])
  const program = { file: fileURLToPath(import.meta.url), args: ['--corpus', corpus, 'shard'] }
  return serveShards(readSettings(), program, status.mistake)
}

/** Is one of those processes. */
async function shard({ corpus }: CorpusOption): Promise<void> {
  const [{ readSettings }, { serveShard }] = await Promise.all([import('./config.ts'), import('./serve.ts')])
  const settings = readSettings()
  return serveShard(settings, { corpus, cache: settings.cacheDir })
}

/** Tells whoever starts the program again when it ends whether that can help. */
async function serving(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof UserError && !(error instanceof Outage)) process.exitCode = status.mistake
    throw error
  }
}

async function ask(question: string, option: AskOption, command: Command): Promise<void> {
  if (!option.json && question.trim() === '') command.error('error: there is no question: verbatim ask "When …?"')
  if (option.json && question !== '') command.error('error: --json reads its questions from standard input')
  const { readSettings } = await import('./config.ts')
  const answerer = await openOnce({ corpus: option.corpus, cache: readSettings().cacheDir }, onWarning)
  const { article, limit } = option
  if (article !== undefined && !answerer.articles.some(({ id }) => id === article))
    command.error(`error: there is no article '${article}': verbatim check lists them`)
  const asking = { limit, ...(article !== undefined && { article }) }
  if (option.json) {
    return answerLines(answerer, asking, process.stdin, process.stdout)
  }
  const answer = answerer.ask(question, asking)
  const screen = screenOf(process.stdout)
  process.stdout.write(`${formatAnswer(screen, answer)}\n`)
  if (option.explain) process.stdout.write(`\n${formatExplanation(screen, answer)}\n`)
  if (answer.verdict === 'silent') process.exitCode = status.silent
  // Left to itself, the engine first finishes compiling for questions that nobody will ask.
  process.stdout.write('', (error) => {
    if (!error) process.exit()
  })
}

async function check({ corpus }: CorpusOption): Promise<void> {
  const { articles, problems } = await readCorpus(corpus)
  process.stdout.write(`${formatArticles(screenOf(process.stdout), articles)}\n`)
  for (const problem of problems) onWarning(problemLine(problem))
  if (articles.length === 0) throw new UserError(`there is no article in ${corpus}`, 'put a .txt or .md file there')
  if (problems.some(({ level }) => level === 'refused')) process.exitCode = status.failure
}

function onWarning(line: string): void {
  process.stderr.write(`${line}\n`)
}

function atMost100(value: string): number {
  const limit = Number(value)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit
  throw new InvalidArgumentError('It should be a whole number from 1 to 100.')
}

/** A reader that has read enough (`| head -1`) closes the pipe: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await verbatim().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : status.usage
  } else {
    process.stderr.write(
      `verbatim: ${error instanceof UserError ? messageOf(error) : String(error instanceof Error ? error.stack : error)}\n`,
    )
    process.exitCode ??= status.failure
    // Whatever still holds the process must not keep a supervisor from starting it again.
    setTimeout(() => process.exit(), 500).unref()
  }
}
