// The command line: its commands, options and exit statuses.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import * as v from 'valibot'
import { findArticle } from './answer/find-article.ts'
import type { Use } from './config.ts'
import { messageOf, Outage, UserError } from './errors.ts'
import { counted, problemLine } from './indexing/index-version.ts'
import type { CorpusPaths } from './indexing/refresh-index.ts'
import { LiveAnswerer, openOnce } from './live-answerer.ts'
import { openPages } from './open-pages.ts'
import { formatAnswer, formatExplanation } from './terminal/format.ts'
import { answerLines } from './terminal/json-lines.ts'
import { showProgress } from './terminal/progress.ts'
import { screenOf, visible, wrap } from './terminal/screen.ts'
import { updateRequestOf } from './update-request.ts'

/** Exit statuses. */
const status = {
  failure: 1,
  usage: 2,
  silent: 3,
  /** Misconfigured: restarting will not help (EX_CONFIG of sysexits.h). */
  mistake: 78,
} as const

/** Passages of an answer by default. */
const PASSAGES = 5

interface CorpusOption {
  readonly corpus?: readonly string[]
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
    .description('Answers questions about folders of articles in their own words: on Discord, or here in the terminal.')
    .version(version)
    .option('--corpus <folder>', 'a folder of articles; may be repeated (default: CORPUS, or "corpus")', collect)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .argument('[question...]', 'what `ask` would answer; without one, serve Discord, or chat here if there is no token')
    .action((words: string[], _, command: Command) => {
      const [word = '', ...others] = words
      if (words.length === 0) return serving(start(command.optsWithGlobals()))
      // A single word is rather a misspelt command than a question.
      if (others.length === 0 && /^[^\s?]+$/u.test(word))
        program.error(`error: unknown command '${word}': verbatim --help`)
      return ask(words.join(' '), { ...command.optsWithGlobals(), limit: PASSAGES }, command)
    })
  program
    .command('ask')
    .description('answer one question; exit status 0 when answered or related, 3 when silent')
    .argument('[question...]')
    .option('--json', 'answer each line of standard input with a line of JSON; exit status 0 whatever the verdicts')
    .option('--explain', 'show the ranking of the first three passages')
    .option('--article <name>', 'ask one article only, named by its path, file name or title')
    .option('--limit <n>', 'maximum number of passages, 1 to 100', parseLimit, PASSAGES)
    .action((words: string[], _, command: Command) => ask(words.join(' '), command.optsWithGlobals(), command))
  program
    .command('check')
    .description('list the articles and every problem; exit status 1 if a file was refused')
    .action((_, command: Command) => check(command.optsWithGlobals()))
  program
    .command('add')
    .description('add documents (HTML, PDF, DOCX, EPUB, RSS, Atom), web pages or folders; exit status 1 if any failed')
    .argument('<file-or-address...>')
    .option('--to <folder>', 'folder for new articles, within the folder of articles')
    .option('--title <title>', 'title, instead of the document’s own')
    .action((sources: string[], _, command: Command) => add(sources, command.optsWithGlobals()))
  program
    .command('refresh')
    .description('read all feeds, and fetch again the web pages that have changed; exit status 1 if any failed')
    .action((_, command: Command) => refresh(command.optsWithGlobals()))
  program
    .command('remove')
    .description('move an article to .trash in its folder')
    .argument('<article>')
    .action((article: string, _, command: Command) => remove(article, command.optsWithGlobals()))
  program
    .command('gaps')
    .description('list the questions asked on Discord that the articles do not answer')
    .option('--json', 'a line of JSON for each')
    .option('--server <id>', 'of one server only')
    .action((_, command: Command) => gaps(command.optsWithGlobals()))
  program
    .command('forget')
    .description('delete everything kept about the questions asked on Discord')
    .option('--server <id>', 'of one server only')
    .action((_, command: Command) => forget(command.optsWithGlobals()))
  program
    .command('sharded')
    .description('serve Discord with a process for each shard, for large bots')
    .action((_, command: Command) => serving(sharded(command.optsWithGlobals())))
  program.command('shard', { hidden: true }).action((_, command: Command) => serving(shard(command.optsWithGlobals())))
  return program
}

async function start(option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(option)
  if (settings.token !== undefined) return (await import('./serve.ts')).serve(settings, paths)
  const { answerEachLine, openChat } = await import('./terminal/chat.ts')
  let report = onWarning
  const { onProgress } = listener()
  const live = await LiveAnswerer.open(
    paths,
    {
      onUpdate: async (_, { problems }) => {
        for (const problem of problems) report(problemLine(problem))
      },
      onError: (error) => report(messageOf(error)),
      onWarning: (line) => report(line),
      // Later readings are not worth an interruption of the chat.
      onProgress: (done, total) => report === onWarning && onProgress?.(done, total),
    },
    settings.pages,
  )
  onWarning('To connect Discord, set DISCORD_TOKEN in .env (README, “Add it to Discord”). Until then, ask here.')
  const { scheduleUpdates } = await import('./importers/background/schedule-updates.ts')
  const endUpdates = scheduleUpdates(updateRequestOf(settings, paths), (line) => report(line))
  const pages = await openPages(settings, live, (line) => report(line))
  const { stdin, stdout } = process
  if (stdin.isTTY && stdout.isTTY) {
    const { openHistory } = await import('./terminal/history.ts')
    const history = settings.keepsHistory ? openHistory(join(settings.cacheDir, 'chat-history')) : undefined
    const chat = openChat(() => live.current, stdin, stdout, history)
    report = chat.report
    await chat.ended
  } else await answerEachLine(() => live.current, stdin, stdout)
  pages?.close()
  endUpdates()
  live.close()
}

/** Starts and supervises a process for each shard. */
async function sharded(option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(option, 'serve')
  const { serveShards } = await import('./serve.ts')
  const folders = paths.corpus.flatMap((folder) => ['--corpus', folder])
  const program = { file: fileURLToPath(import.meta.url), args: [...folders, 'shard'] }
  return serveShards(settings, program, status.mistake)
}

/** Runs as one of the processes that `sharded` starts. */
async function shard(option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(option, 'serve')
  return (await import('./serve.ts')).serveShard(settings, paths)
}

async function configure({ corpus }: CorpusOption, use?: Use) {
  const { readSettings } = await import('./config.ts')
  const settings = readSettings(use)
  const paths: CorpusPaths = { corpus: corpus ?? settings.corpus, cache: settings.cacheDir }
  return { settings, paths }
}

/** Sets the exit status that tells a supervisor whether to restart. */
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
  const { settings, paths } = await configure(option, 'ask')
  const answerer = await openOnce(paths, listener(), settings.pages)
  const { article: name, limit } = option
  const article = name === undefined ? undefined : findArticle(answerer.articles, name)?.id
  if (name !== undefined && article === undefined)
    command.error(`error: no article, or more than one, is called '${name}': verbatim check lists their paths`)
  const asking = { limit, audience: 'all' as const, ...(article !== undefined && { article }) }
  if (option.json) return answerLines(answerer, asking, process.stdin, process.stdout)
  const answer = answerer.ask(question, asking)
  const screen = screenOf(process.stdout)
  process.stdout.write(`${formatAnswer(screen, answer)}\n`)
  if (option.explain) process.stdout.write(`\n${formatExplanation(screen, answer)}\n`)
  if (answer.verdict === 'silent') process.exitCode = status.silent
  // Exits as soon as the output is written: V8 would otherwise first finish compiling hot code.
  process.stdout.write('', (error) => {
    if (!error) process.exit()
  })
}

async function check(option: CorpusOption): Promise<void> {
  const { paths } = await configure(option, 'ask')
  const { check } = await import('./commands/check.ts')
  const write = (text: string) => void process.stdout.write(text)
  const refused = await check(paths, listener(), { screen: screenOf(process.stdout), write, warn: onWarning })
  if (refused > 0) process.exitCode = status.failure
}

async function add(sources: readonly string[], option: CorpusOption & { to?: string; title?: string }): Promise<void> {
  const { settings, paths } = await configure(option, 'import')
  const { add } = await import('./commands/documents.ts')
  const { to, title } = option
  const request = {
    sources,
    corpus: paths.corpus,
    allowLoopback: settings.fetchLoopback,
    ...(to !== undefined && { to }),
    ...(title !== undefined && { title }),
  }
  const write = (text: string) => void process.stdout.write(text)
  const failed = await add(request, { screen: screenOf(process.stdout), write, warn: onWarning })
  if (failed > 0) process.exitCode = status.failure
}

async function refresh(option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(option, 'import')
  const { refresh } = await import('./commands/documents.ts')
  const write = (text: string) => void process.stdout.write(text)
  const request = updateRequestOf(settings, paths)
  const failed = await refresh(request, { screen: screenOf(process.stdout), write, warn: onWarning })
  if (failed > 0) process.exitCode = status.failure
}

async function remove(article: string, option: CorpusOption): Promise<void> {
  const { paths } = await configure(option, 'import')
  const kept = await (await import('./commands/documents.ts')).remove(article, paths.corpus)
  process.stdout.write(`${article} was removed; its file is now ${kept}\n`)
}

interface ServerOption extends CorpusOption {
  readonly server?: string
  readonly json?: true
}

async function gaps(option: ServerOption): Promise<void> {
  const { settings, paths } = await configure(option, 'gaps')
  const { formatAllGaps, gapsAsJson } = await import('./commands/questions.ts')
  const answerer = await openOnce(paths, listener())
  const lines = option.json
    ? await gapsAsJson(answerer, settings, option.server)
    : [await formatAllGaps(answerer, settings, option.server, screenOf(process.stdout))]
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

async function forget(option: ServerOption): Promise<void> {
  const { settings } = await configure(option, 'gaps')
  const records = await (await import('./commands/questions.ts')).forget(settings, option.server)
  process.stdout.write(`${counted(records, 'record')} deleted\n`)
}

function listener() {
  const onProgress = showProgress(process.stderr)
  return { onWarning, ...(onProgress && { onProgress }) }
}

function onWarning(line: string): void {
  process.stderr.write(`${wrap(screenOf(process.stderr), visible(line))}\n`)
}

function collect(folder: string, folders: readonly string[] = []): readonly string[] {
  return [...folders, folder]
}

function parseLimit(value: string): number {
  const limit = Number(value)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit
  throw new InvalidArgumentError('It should be a whole number from 1 to 100.')
}

/** A closed pipe (`| head -1`) is no failure. */
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
      `verbatim: ${visible(error instanceof UserError ? messageOf(error) : String(error instanceof Error ? error.stack : error))}\n`,
    )
    process.exitCode ??= status.failure
    // Open handles must not keep the process alive, or a supervisor would not restart it.
    setTimeout(() => process.exit(), 500).unref()
  }
}
