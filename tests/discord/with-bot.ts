/** A stand-in Discord and a bot for every test of a file. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type StandIn, type StandInOptions, startStandIn } from '../stand-in/stand-in.ts'
import { type RunOptions, run, type TestBot } from './running.ts'

/** A Discord and a bot; when they stop, Discord must not have recorded a violation. */
export interface WithBot {
  readonly discord: StandIn
  readonly bot: TestBot
  /** The text that mentions the bot. */
  readonly mention: string
  /** Stops the bot and starts a new one. */
  restart(options?: RunOptions): Promise<void>
}

/** A Discord and a bot, new for every test. */
export function withBot(options: RunOptions = {}, discordOptions: StandInOptions = {}): WithBot {
  return createRoom(options, discordOptions, { before: beforeEach, after: afterEach })
}

/**
 * A Discord and a bot that the tests of a file share; each test takes users and channels of its own.
 * @param options a function is called once Discord has started
 */
export function withSharedBot(options: Options = {}, discordOptions: StandInOptions = {}): WithBot {
  return createRoom(options, discordOptions, { before: beforeAll, after: afterAll })
}

type Options = RunOptions | (() => Promise<RunOptions>)

function createRoom(
  options: Options,
  discordOptions: StandInOptions,
  { before, after }: { before: typeof beforeAll; after: typeof afterAll },
): WithBot {
  let started: { discord: StandIn; bot: TestBot } | undefined
  const now = (): { discord: StandIn; bot: TestBot } => {
    if (started === undefined) throw new Error('The bot only runs during a test')
    return started
  }
  const optionsNow = async () => (typeof options === 'function' ? options() : options)
  before(async () => {
    const discord = await startStandIn(discordOptions)
    started = { discord, bot: await run(discord, await optionsNow()) }
  })
  after(async () => {
    const { discord, bot } = now()
    await bot.stop()
    await discord.stop()
    expect(discord.violations).toEqual([])
  })
  return {
    get discord() {
      return now().discord
    },
    get bot() {
      return now().bot
    },
    get mention() {
      return `<@${now().discord.bot.id}>`
    },
    restart: async (again) => {
      const { discord, bot } = now()
      await bot.stop()
      started = { discord, bot: await run(discord, again ?? (await optionsNow())) }
    },
  }
}
