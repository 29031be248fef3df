/** A stand-in Discord and a bot for every test of a file. */
import { afterEach, beforeEach, expect } from 'vitest'
import { type StandIn, type StandInOptions, startStandIn } from '../stand-in/stand-in.ts'
import { type RunOptions, run, type TestBot } from './running.ts'

/** A Discord and a bot, new for every test; after each test, Discord must not have recorded a violation. */
export interface WithBot {
  readonly discord: StandIn
  readonly bot: TestBot
  /** The text that mentions the bot. */
  readonly mention: string
  /** Stops the bot and starts a new one. */
  restart(options?: RunOptions): Promise<void>
}

export function withBot(options: RunOptions = {}, discordOptions: StandInOptions = {}): WithBot {
  let started: { discord: StandIn; bot: TestBot } | undefined
  const now = (): { discord: StandIn; bot: TestBot } => {
    if (started === undefined) throw new Error('The bot only runs during a test')
    return started
  }
  beforeEach(async () => {
    const discord = await startStandIn(discordOptions)
    started = { discord, bot: await run(discord, options) }
  })
  afterEach(async () => {
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
    restart: async (again = options) => {
      const { discord, bot } = now()
      await bot.stop()
      started = { discord, bot: await run(discord, again) }
    },
  }
}
