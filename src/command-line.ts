// The command line: its commands, options and exit statuses.
import { createRequire } from 'node:module'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import * as v from 'valibot'
import { findArticle } from './answer/find-article.ts'
import type { Use, Variables } from './config.ts'
import { messageOf, Outage, UserError } from './errors.ts'
import { counted } from './indexing/index-version.ts'
import type { CorpusPaths } from './indexing/refresh-index.ts'
import { openOnce } from './live-answerer.ts'
import { formatAnswer, formatExplanation } from './terminal/format.ts'
import { answerLines } from './terminal/json-lines.ts'
import { showProgress } from './terminal/progress.ts'
import { type Output, screenOf, visible, wrap } from './terminal/screen.ts'
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

/** What a run of the program reads and writes. */
export interface Shell {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: Output
  readonly stderr: Output
  /** The environment; by default that of the process. */
  readonly env?: Variables
  /** The file that runs this program, as the processes of shards do. */
  readonly program: string
}

interface Run extends Shell {
  /** The exit status, where it is not 0. */
  status?: number
}

interface CorpusOption {
  readonly corpus?: readonly string[]
}

interface AskOption extends CorpusOption {
  readonly json?: true
  readonly explain?: true
  readonly article?: string
  readonly limit: number
}

/**
 * Runs a command to its end.
 * @param args what follows the name of the program
 * @returns the exit status
 */
export async function runCommand(args: readonly string[], shell: Shell): Promise<number> {
  const run: Run = { ...shell }
  try {
    await verbatim(run).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : status.usage
    const shown = error instanceof UserError ? messageOf(error) : error instanceof Error ? error.stack : error
    run.stderr.write(`verbatim: ${visible(String(shown))}\n`)
    return run.status ?? status.failure
  }
  return run.status ?? 0
}

function verbatim(run: Run): Command {
  const { version } = v.parse(v.object({ version: v.string() }), createRequire(import.meta.url)('../package.json'))
  const program = new Command('verbatim')
    .description('Answers questions about folders of articles in their own words: on Discord, or here in the terminal.')
    .version(version)
    .option('--corpus <folder>', 'a folder of articles; may be repeated (default: CORPUS, or "corpus")', collect)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void run.stdout.write(text),
      writeErr: (text) => void run.stderr.write(text),
    })
    .argument('[question...]', 'what `ask` would answer; without one, serve Discord, or chat here if there is no token')
    .action((words: string[], _, command: Command) => {
      const [word = '', ...others] = words
      if (words.length === 0) return serving(run, start(run, command.optsWithGlobals()))
      // A single word is rather a misspelt command than a question.
      if (others.length === 0 && /^[^\s?]+$/u.test(word))
        program.error(`error: unknown command '${word}': verbatim --help`)
      return ask(run, words.join(' '), { ...command.optsWithGlobals(), limit: PASSAGES }, command)
    })
  program
    .command('ask')
    .description('answer one question; exit status 0 when answered or related, 3 when silent')
    .argument('[question...]')
    .option('--json', 'answer each line of standard input with a line of JSON; exit status 0 whatever the verdicts')
    .option('--explain', 'show the ranking of the first three passages')
    .option('--article <name>', 'ask one article only, named by its path, file name or title')
    .option('--limit <n>', 'maximum number of passages, 1 to 100', parseLimit, PASSAGES)
    .action((words: string[], _, command: Command) => ask(run, words.join(' '), command.optsWithGlobals(), command))
  program
    .command('check')
    .description('list the articles and every problem; exit status 1 if a file was refused')
    .action((_, command: Command) => check(run, command.optsWithGlobals()))
  program
    .command('add')
    .description('add documents (HTML, PDF, DOCX, EPUB, RSS, Atom), web pages or folders; exit status 1 if any failed')
    .argument('<file-or-address...>')
    .option('--to <folder>', 'folder for new articles, within the folder of articles')
    .option('--title <title>', 'title, instead of the document’s own')
    .action((sources: string[], _, command: Command) => add(run, sources, command.optsWithGlobals()))
  program
    .command('refresh')
    .description('read all feeds, and fetch again the web pages that have changed; exit status 1 if any failed')
    .action((_, command: Command) => refresh(run, command.optsWithGlobals()))
  program
    .command('remove')
    .description('move an article to .trash in its folder')
    .argument('<article>')
    .action((article: string, _, command: Command) => remove(run, article, command.optsWithGlobals()))
  program
    .command('gaps')
    .description('list the questions asked on Discord that the articles do not answer')
    .option('--json', 'a line of JSON for each')
    .option('--server <id>', 'of one server only')
    .action((_, command: Command) => gaps(run, command.optsWithGlobals()))
  program
    .command('forget')
    .description('delete everything kept about the questions asked on Discord')
    .option('--server <id>', 'of one server only')
    .action((_, command: Command) => forget(run, command.optsWithGlobals()))
  program
    .command('sharded')
    .description('serve Discord with a process for each shard, for large bots')
    .action((_, command: Command) => serving(run, sharded(run, command.optsWithGlobals())))
  program
    .command('shard', { hidden: true })
    .action((_, command: Command) => serving(run, shard(run, command.optsWithGlobals())))
  return program
}

/** Serves Discord, or answers questions here. */
async function start(run: Run, option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(run, option)
  if (settings.token !== undefined) return (await import('./serve.ts')).serve(settings, paths)
  const { onWarning, onProgress } = listener(run)
  return (await import('./chat.ts')).chat(settings, paths, onWarning, onProgress)
}

/** Starts and supervises a process for each shard. */
async function sharded(run: Run, option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(run, option, 'serve')
  const { serveShards } = await import('./serve.ts')
  const folders = paths.corpus.flatMap((folder) => ['--corpus', folder])
  const program = { file: run.program, args: [...folders, 'shard'] }
  return serveShards(settings, program, status.mistake)
}

/** Runs as one of the processes that `sharded` starts. */
async function shard(run: Run, option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(run, option, 'serve')
  return (await import('./serve.ts')).serveShard(settings, paths)
}

async function configure(run: Run, { corpus }: CorpusOption, use?: Use) {
  const { readSettings } = await import('./config.ts')
  const settings = readSettings(use, run.env)
  const paths: CorpusPaths = { corpus: corpus ?? settings.corpus, cache: settings.cacheDir }
  return { settings, paths }
}

/** Sets the exit status that tells a supervisor whether to restart. */
async function serving(run: Run, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof UserError && !(error instanceof Outage)) run.status = status.mistake
    throw error
  }
}

async function ask(run: Run, question: string, option: AskOption, command: Command): Promise<void> {
  if (!option.json && question.trim() === '') command.error('error: there is no question: verbatim ask "When …?"')
  if (option.json && question !== '') command.error('error: --json reads its questions from standard input')
  const { settings, paths } = await configure(run, option, 'ask')
  const answerer = await openOnce(paths, listener(run), settings.pages)
  const { article: name, limit } = option
  const article = name === undefined ? undefined : findArticle(answerer.articles, name)?.id
  if (name !== undefined && article === undefined)
    command.error(`error: no article, or more than one, is called '${name}': verbatim check lists their paths`)
  const asking = { limit, audience: 'all' as const, ...(article !== undefined && { article }) }
  if (option.json) return answerLines(answerer, asking, run.stdin, run.stdout)
  const answer = answerer.ask(question, asking)
  const screen = screenOf(run.stdout, settings.staleAfter)
  run.stdout.write(`${formatAnswer(screen, answer)}\n`)
  if (option.explain) run.stdout.write(`\n${formatExplanation(screen, answer)}\n`)
  if (answer.verdict === 'silent') run.status = status.silent
}

async function check(run: Run, option: CorpusOption): Promise<void> {
  const { paths } = await configure(run, option, 'ask')
  const { check } = await import('./commands/check.ts')
  const refused = await check(paths, listener(run), printer(run))
  if (refused > 0) run.status = status.failure
}

async function add(
  run: Run,
  sources: readonly string[],
  option: CorpusOption & { to?: string; title?: string },
): Promise<void> {
  const { settings, paths } = await configure(run, option, 'import')
  const { add } = await import('./commands/documents.ts')
  const { to, title } = option
  const request = {
    sources,
    corpus: paths.corpus,
    allowLoopback: settings.fetchLoopback,
    ...(to !== undefined && { to }),
    ...(title !== undefined && { title }),
  }
  const failed = await add(request, printer(run))
  if (failed > 0) run.status = status.failure
}

async function refresh(run: Run, option: CorpusOption): Promise<void> {
  const { settings, paths } = await configure(run, option, 'import')
  const { refresh } = await import('./commands/documents.ts')
  const request = updateRequestOf(settings, paths)
  const failed = await refresh(request, printer(run))
  if (failed > 0) run.status = status.failure
}

async function remove(run: Run, article: string, option: CorpusOption): Promise<void> {
  const { paths } = await configure(run, option, 'import')
  const kept = await (await import('./commands/documents.ts')).remove(article, paths.corpus)
  run.stdout.write(`${article} was removed; its file is now ${kept}\n`)
}

interface ServerOption extends CorpusOption {
  readonly server?: string
  readonly json?: true
}

async function gaps(run: Run, option: ServerOption): Promise<void> {
  const { settings, paths } = await configure(run, option, 'gaps')
  const { formatAllGaps, gapsAsJson } = await import('./commands/questions.ts')
  const answerer = await openOnce(paths, listener(run))
  const lines = option.json
    ? await gapsAsJson(answerer, settings, option.server)
    : [await formatAllGaps(answerer, settings, option.server, screenOf(run.stdout))]
  run.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

async function forget(run: Run, option: ServerOption): Promise<void> {
  const { settings } = await configure(run, option, 'gaps')
  const records = await (await import('./commands/questions.ts')).forget(settings, option.server)
  run.stdout.write(`${counted(records, 'record')} deleted\n`)
}

function listener(run: Run) {
  const onProgress = showProgress(run.stderr)
  const onWarning = (line: string) => void run.stderr.write(`${wrap(screenOf(run.stderr), visible(line))}\n`)
  return { onWarning, ...(onProgress && { onProgress }) }
}

/** What the commands print with. */
function printer(run: Run) {
  const write = (text: string) => void run.stdout.write(text)
  return { screen: screenOf(run.stdout), write, warn: listener(run).onWarning }
}

function collect(folder: string, folders: readonly string[] = []): readonly string[] {
  return [...folders, folder]
}

function parseLimit(value: string): number {
  const limit = Number(value)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit
  throw new InvalidArgumentError('It should be a whole number from 1 to 100.')
}
