// The faults that the bot has to survive.
import { setTimeout } from 'node:timers/promises'
import { type APIMessage, type APITextChannel, PermissionFlagsBits } from 'discord.js'
import type { Failure } from '../stand-in/stand-in.ts'
import type { Articles } from './articles.ts'
import type { BotProcess } from './bot-process.ts'
import type { EventLog } from './event-log.ts'
import type { Expected } from './ledger.ts'
import type { Crowd } from './load.ts'

/** What faults act on. */
export interface Scene {
  readonly crowd: Crowd
  readonly bot: BotProcess
  readonly articles: Articles
  readonly events: EventLog
  readonly random: () => number
}

/** discord.js identifies at most once in this many milliseconds. */
const IDENTIFY_EVERY = 5_100
/**
 * Milliseconds between disconnections. A command that is delivered late, after a backlog, still has time for one failed
 * request within its three seconds, but not for a second disconnection.
 */
const APART = 2_000
/** Milliseconds after which Discord rejects the answer to a command. */
const COMMAND_LASTS = 3_000
/** Milliseconds to wait for what a busy machine does late. */
const PATIENCE = 30_000
/** Duration of a fault, in milliseconds. */
const WHILE = 300
/**
 * Unreadable channels of which the bot tells somebody, and as many of which somebody refuses to be told: it tells one person
 * of each channel, and opens at most ten direct messages in ten minutes.
 */
const MAX_NOTICES = 4
/** Milliseconds within which a change of the articles is indexed. */
const REREAD = 1_000

const callback = { method: 'POST', path: '/interactions/*/*/callback' } as const
const posting = { method: 'POST', path: '/channels/*/messages' } as const

let identified = performance.now()
let cameBack = performance.now()

const pick = <T>({ random }: Scene, choices: readonly T[]): T => {
  const choice = choices[Math.floor(random() * choices.length)]
  if (choice === undefined) throw new Error('There is no choice')
  return choice
}

const connected = ({ crowd }: Scene): Promise<unknown> =>
  crowd.discord.waitFor(() => crowd.discord.gateway.sessions.some((session) => session.connected), {
    timeout: PATIENCE,
    what: 'the bot to come back',
  })

/** Waits until the bot has had time for the backlog of the last disconnection. */
const apart = (): Promise<unknown> => setTimeout(Math.max(0, cameBack + APART - performance.now()))

/** Breaks the connection. */
const disconnect = async (scene: Scene, act: () => void): Promise<void> => {
  await apart()
  act()
  await setTimeout(50)
  await connected(scene)
  cameBack = performance.now()
}

/** Makes a request fail, and asks a question that causes it. */
const failing = (scene: Scene, failure: Omit<Failure, 'path' | 'method'>): void => {
  const where = pick(scene, [callback, posting])
  scene.crowd.discord.fail({ ...where, ...failure })
  if (where === posting) scene.crowd.mention(scene.crowd.next(), {})
  else scene.crowd.command(scene.crowd.next(), {})
}

/** Channels that become unreadable. */
const refusing: APITextChannel[] = []
const telling: APITextChannel[] = []

/** A new channel, or the last one again when there are enough. */
const darkChannel = ({ discord }: Crowd, channels: APITextChannel[]): { channel: APITextChannel; isNew: boolean } => {
  const last = channels.at(-1)
  if (last && channels.length === MAX_NOTICES) return { channel: last, isNew: false }
  const channel = discord.addChannel('dark')
  channels.push(channel)
  return { channel, isNew: true }
}

/** Asks in a channel that the bot cannot read any more when it answers. */
const askInTheDark = (crowd: Crowd, place: ReturnType<Crowd['next']>, expected: Expected): APIMessage => {
  const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits
  crowd.discord.setPermissions(place.channel, ViewChannel | SendMessages | ReadMessageHistory)
  const asked = crowd.mention(place, { expected })
  crowd.discord.setPermissions(place.channel, SendMessages)
  return asked
}

/** Every fault, by name. */
export const faults: Readonly<Record<string, (scene: Scene) => unknown>> = {
  'socket dropped': (scene) => disconnect(scene, () => scene.crowd.discord.gateway.drop()),
  'address for resuming dead': async (scene) => {
    const { crowd } = scene
    crowd.onlyMentions = true
    // Commands in progress are delivered first: the main gateway is tried after about two seconds.
    await setTimeout(WHILE)
    crowd.discord.gateway.setResumeAddress(pick(scene, ['refuses', 'closes']))
    await disconnect(scene, () => crowd.discord.gateway.drop())
    crowd.discord.gateway.setResumeAddress('works')
    crowd.onlyMentions = false
  },
  'asked to reconnect': (scene) => disconnect(scene, () => scene.crowd.discord.gateway.reconnect()),
  'session invalidated': async (scene) => {
    await setTimeout(Math.max(0, identified + IDENTIFY_EVERY - performance.now()))
    await connected(scene)
    // Discord never delivers what it had not sent when a session is dropped.
    scene.crowd.isSilent = true
    await setTimeout(WHILE)
    scene.crowd.discord.gateway.invalidate(false)
    await connected(scene)
    // A session cannot be resumed before the bot has read that it began.
    await setTimeout(WHILE)
    scene.crowd.isSilent = false
    cameBack = performance.now()
    identified = cameBack - WHILE
  },
  'out of reach': async (scene) => {
    await apart()
    await outage(scene, 300 + 700 * scene.random())
  },
  '429 with retry_after': (scene) =>
    failing(scene, { how: 429, retryAfter: 0.05 + 0.2 * scene.random(), global: scene.random() < 0.3 }),
  'status 500, 502, 503': (scene) =>
    failing(scene, { how: pick(scene, [500, 502, 503]), times: 1 + Math.floor(3 * scene.random()) }),
  'status 401': ({ crowd }) => {
    crowd.discord.fail({ ...posting, how: 401 })
    crowd.mention(crowd.next(), {})
  },
  'connection reset before the reply': (scene) => failing(scene, { how: 'drop' }),
  'connection reset after the reply': (scene) => failing(scene, { how: 'drop', carriedOut: true }),
  'connection reset amid the reply': (scene) => failing(scene, { how: 'cut' }),
  'clock set': ({ bot, random }) => bot.order({ clock: Math.round((random() - 0.5) * 2 * 3_600_000) }),
  'log disk full or read-only': async (scene) => {
    const { bot } = scene
    bot.order({ log: pick(scene, ['ENOSPC', 'EROFS']) })
    await setTimeout(WHILE)
    bot.order({ log: '' })
  },
  'snapshot disk full or read-only': async (scene) => {
    const { bot, articles } = scene
    bot.order({ cache: pick(scene, ['ENOSPC', 'EROFS']) })
    await articles.change()
    // The snapshot is written last.
    await setTimeout(REREAD)
    bot.order({ cache: '' })
  },
  'log reader gone': async ({ bot }) => {
    bot.order({ log: 'EPIPE' })
    await setTimeout(WHILE)
    bot.order({ log: '' })
  },
  'rejection outside of handlers': ({ bot }) => bot.order({ reject: true }),
  'throw in a handler': (scene) => {
    const broken = { question: 'zzthrow', expected: 'apology' } as const
    if (scene.random() < 0.5) scene.crowd.mention(scene.crowd.next(), broken)
    else scene.crowd.command(scene.crowd.next(), broken)
  },
  'rejection in a handler': (scene) => {
    const broken = { question: 'zzreject', expected: 'answer or apology' } as const
    if (scene.random() < 0.5) scene.crowd.mention(scene.crowd.next(), broken)
    else scene.crowd.command(scene.crowd.next(), broken)
  },
  'reply deleted while edited': async ({ crowd, articles }) => {
    const { discord } = crowd
    const place = crowd.next()
    const asked = crowd.mention(place, { expected: 'at most one' })
    const replies = () => discord.messages(place.channel)
    const reply = await discord.waitFor(() => replies().find(({ nonce }) => nonce === asked.id), { timeout: PATIENCE })
    discord.edit(asked, `<@${discord.bot.id}> ${articles.question()}`)
    discord.remove(reply)
  },
  'question deleted before its answer': ({ crowd }) => {
    crowd.discord.remove(crowd.mention(crowd.next(), { expected: 'nothing left' }))
  },
  'corpus file replaced by a folder': ({ articles, random }) => articles.replaceByFolder(1_000 * random()),
  'direct message refused': async ({ crowd }) => {
    const { discord } = crowd
    const person = discord.addUser('closed')
    discord.closeDms(person)
    const { channel } = darkChannel(crowd, refusing)
    askInTheDark(crowd, { person, channel }, 'nothing left')
    await setTimeout(WHILE)
  },
  'channel made unreadable': async ({ crowd }) => {
    const { discord } = crowd
    const { person } = crowd.next()
    const { channel, isNew } = darkChannel(crowd, telling)
    const asked = askInTheDark(crowd, { person, channel }, isNew ? 'direct message' : 'nothing left')
    const notices = () => discord.messages(discord.dm(person)).filter(({ nonce }) => nonce === asked.id)
    if (isNew) await discord.waitFor(() => notices().length > 0, { timeout: PATIENCE })
    else await setTimeout(WHILE)
  },
}

/** Makes Discord unreachable; mentions during the outage must be answered afterwards. */
export async function outage(scene: Scene, milliseconds: number): Promise<void> {
  const { crowd } = scene
  crowd.onlyMentions = true
  // A command in progress survives a short outage; during a longer one it expires.
  if (milliseconds > COMMAND_LASTS / 2) await setTimeout(COMMAND_LASTS)
  const comeBack = await crowd.discord.vanish()
  await setTimeout(milliseconds)
  await comeBack()
  await connected(scene)
  cameBack = performance.now()
  crowd.onlyMentions = false
}

/** Injects every fault a number of times, in random order. */
export async function injectFaults(scene: Scene, times: number, onInjected: (name: string) => void): Promise<void> {
  const names = Object.keys(faults).flatMap((name) => Array.from({ length: times }, () => name))
  for (const name of shuffled(names, scene.random)) {
    const event = scene.events.note(name)
    await faults[name]?.(scene)
    event.ended = performance.now()
    onInjected(name)
    await setTimeout(400 * scene.random())
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
