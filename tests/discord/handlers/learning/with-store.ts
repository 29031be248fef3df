/** A bot with a store, shared by the tests of a file. */
import { type APIUser, PermissionFlagsBits } from 'discord.js'
import { beforeAll, beforeEach } from 'vitest'
import { openStore } from '../../../../src/store/open-store.ts'
import type { Store } from '../../../../src/store/store.ts'
import type { StandIn } from '../../../stand-in/stand-in.ts'
import type { RunOptions, TestBot } from '../../running.ts'
import { withSharedBot } from '../../with-bot.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface WithStore {
  readonly discord: StandIn
  readonly bot: TestBot
  readonly store: Store
  /** Of the store, and of the articles that the bot writes. */
  readonly folder: string
  /** A member who may manage the server. */
  readonly manager: APIUser
  /** Resolves once the bot has kept what it has seen. */
  kept(): Promise<void>
}

/** Starts them before the tests of a file; each test begins with an empty store. */
export function withStore(options: RunOptions = {}): WithStore {
  const folder = temporaryFolder()
  let kept: { readonly store: Store; readonly manager: APIUser } | undefined
  const now = () => {
    if (!kept) throw new Error('The bot only runs during a test')
    return kept
  }
  let store: Store | undefined
  const room = withSharedBot(async () => {
    store = await openStore({ dataDir: folder })
    return { learning: { store, keepQuestions: 30, corpus: folder }, ...options }
  })
  beforeAll(() => {
    const { discord } = room
    const role = discord.addRole('managers', PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageMessages)
    if (store) kept = { store, manager: discord.addUser('manager', { roles: [role] }) }
  })
  beforeEach(async () => {
    await now().store.forget()
  })
  return {
    folder,
    get discord() {
      return room.discord
    },
    get bot() {
      return room.bot
    },
    get store() {
      return now().store
    },
    get manager() {
      return now().manager
    },
    // `/gaps` waits for the queue of writes.
    kept: async () => {
      const { manager } = now()
      await room.discord.slash(manager, room.discord.general, 'gaps').answer()
    },
  }
}
