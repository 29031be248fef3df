/** Starts the bot inside the test process. */
import { Writable } from 'node:stream'
import { type Answerer, createAnswerer } from '../../src/answer/answer.ts'
import { parseSettings } from '../../src/config.ts'
import type { ParsedArticle } from '../../src/corpus/article.ts'
import { type BotOptions, type RunningBot, startBot } from '../../src/discord/bot.ts'
import { nothingNew } from '../nothing-new.ts'
import type { StandIn } from '../stand-in/stand-in.ts'
import { library, train } from './articles.ts'
import { noDocuments } from './no-documents.ts'

export interface TestBot extends RunningBot {
  /** The lines printed for the owner. */
  readonly printed: readonly string[]
  /** The log so far: one JSON object per line. */
  log(): string
}

const answerers = new Map<readonly ParsedArticle[], Promise<Answerer>>()
const both: readonly ParsedArticle[] = [train, library]

/** Overrides of the defaults below. */
export type RunOptions = Partial<BotOptions> & { readonly articles?: readonly ParsedArticle[] }

/** Starts a bot on the stand-in, with the articles `train` and `library` by default. */
export async function run(discord: StandIn, { articles = both, ...options }: RunOptions = {}): Promise<TestBot> {
  const answerer = answerers.get(articles) ?? createAnswerer(articles)
  answerers.set(articles, answerer)
  const printed: string[] = []
  const logged: string[] = []
  const log = new Writable({
    write: (line, _encoding, done) => {
      logged.push(String(line))
      done()
    },
  })
  const bot = await startBot({
    token: discord.token,
    apiUrl: discord.url,
    logQuestions: false,
    access: { ...parseSettings({}).access, userInstall: true },
    answerer: await answerer,
    reload: nothingNew,
    documents: noDocuments(),
    writeLine: (line) => printed.push(line),
    log,
    ...options,
  })
  return { ...bot, printed, log: () => logged.join('') }
}
