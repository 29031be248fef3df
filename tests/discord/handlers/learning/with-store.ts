/** A bot with a store, shared by the tests of a file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIUser, PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { openStore } from '../../../../src/store/open-store.ts'
import type { Store } from '../../../../src/store/store.ts'
import { type StandIn, startStandIn } from '../../../stand-in/stand-in.ts'
import { type RunOptions, run, type TestBot } from '../../running.ts'

export interface WithStore {
  readonly discord: StandIn
  readonly bot: TestBot
  readonly store: Store
  /** A member who may manage the server. */
  readonly manager: APIUser
  /** Resolves once the bot has kept what it has seen. */
  kept(): Promise<void>
}

/** Starts them before the tests of a file; each test begins with an empty store. */
export function withStore(options: RunOptions = {}): WithStore {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'))
  let started: Omit<WithStore, 'kept'> | undefined
  const now = () => {
    if (!started) throw new Error('The bot only runs during a test')
    return started
  }
  beforeAll(async () => {
    const discord = await startStandIn()
    const store = await openStore({ dataDir: folder })
    const role = discord.addRole('managers', PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageMessages)
    const manager = discord.addUser('manager', { roles: [role] })
    const bot = await run(discord, { learning: { store, keepQuestions: 30, corpus: folder }, ...options })
    started = { discord, store, manager, bot }
  })
  beforeEach(async () => {
    await now().store.forget()
  })
  afterAll(async () => {
    const { bot, discord } = now()
    await bot.stop()
    await discord.stop()
    rmSync(folder, { recursive: true })
    expect(discord.violations).toEqual([])
  })
  return {
    get discord() {
      return now().discord
    },
    get bot() {
      return now().bot
    },
    get store() {
      return now().store
    },
    get manager() {
      return now().manager
    },
    // `/gaps` waits for the queue of writes.
    kept: async () => {
      const { discord, manager } = now()
      await discord.slash(manager, discord.general, 'gaps').answer()
    },
  }
}
