import { Writable } from 'node:stream'
import { type Answerer, createAnswerer } from '../../src/answer/answer.ts'
import type { ParsedArticle } from '../../src/corpus/article.ts'
import { type BotOptions, type RunningBot, startBot } from '../../src/discord/bot.ts'
import { nothingNew } from '../nothing-new.ts'
import type { StandIn } from '../stand-in/stand-in.ts'
import { library, train } from './articles.ts'

export interface TestBot extends RunningBot {
  /** What the owner was shown. */
  readonly printed: readonly string[]
  /** The log so far, a JSON object a line. */
  log(): string
}

const answerers = new Map<readonly ParsedArticle[], Promise<Answerer>>()
const both: readonly ParsedArticle[] = [train, library]

/** What differs from an ordinary run. */
export type RunOptions = Partial<BotOptions> & { readonly articles?: readonly ParsedArticle[] }

/** The bot itself, logged in to the stand-in, knowing the train and the library unless told otherwise. */
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
    answerer: await answerer,
    reload: nothingNew,
    writeLine: (line) => printed.push(line),
    log,
    ...options,
  })
  return { ...bot, printed, log: () => logged.join('') }
}
