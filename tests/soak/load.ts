import { setTimeout } from 'node:timers/promises'
import type { APITextChannel, APIUser } from 'discord.js'
import type { StandIn } from '../stand-in/stand-in.ts'
import type { Articles } from './articles.ts'
import type { Expected, Ledger, Timing } from './ledger.ts'

/** How many of the questions are mentions; the rest are commands. Discord takes 50 messages a second from a bot. */
const MENTIONS = 0.15

/** People and channels enough that nobody is in the way of a cooldown, and how they ask. */
export class Crowd {
  readonly discord: StandIn
  /** While set, nobody uses commands: Discord itself would find nobody to hand them to. */
  onlyMentions = false
  /** While set, nobody asks anything. */
  isSilent = false
  readonly #articles: Articles
  readonly #ledger: Ledger
  readonly #random: () => number
  readonly #people: readonly APIUser[]
  readonly #channels: readonly APITextChannel[]
  #turn = 0

  /** @param rate questions a second */
  constructor(discord: StandIn, articles: Articles, ledger: Ledger, random: () => number, rate: number) {
    this.discord = discord
    this.#articles = articles
    this.#ledger = ledger
    this.#random = random
    this.#people = Array.from({ length: Math.ceil(rate * 8) + 50 }, (_, i) => discord.addUser(`reader-${i}`))
    this.#channels = Array.from({ length: Math.ceil(rate * 2) + 10 }, (_, i) => discord.addChannel(`room-${i}`))
  }

  /** Somebody who has not asked for long, and a channel. */
  next(): { person: APIUser; channel: APITextChannel } {
    this.#turn++
    const person = this.#people[this.#turn % this.#people.length]
    const channel = this.#channels[Math.floor(this.#random() * this.#channels.length)]
    if (!person || !channel) throw new Error('There is nobody')
    return { person, channel }
  }

  /** Asks something, by a command or a mention. */
  ask(timing: Timing): void {
    if (this.#random() < MENTIONS) this.mention(this.next(), { timing })
    else if (!this.onlyMentions) this.command(this.next(), { timing })
  }

  command(
    { person, channel }: ReturnType<Crowd['next']>,
    { question = this.#articles.question(), expected, timing }: Asked,
  ): void {
    const { interaction } = this.discord.slash(person, channel, 'ask', { question })
    this.#ledger.ask(interaction.id, question, expected, timing)
  }

  /** Gives the message. */
  mention(
    { person, channel }: ReturnType<Crowd['next']>,
    { question = this.#articles.question(), expected, timing }: Asked,
  ): ReturnType<StandIn['say']> {
    const message = this.discord.say(person, channel, `<@${this.discord.bot.id}> ${question}`)
    this.#ledger.ask(message.id, question, expected, timing)
    return message
  }

  /**
   * Asks so many questions a second at random moments (a Poisson process), whether or not the answers come.
   * @param until when to end: asked before every question
   */
  async askAtRate(rate: number, until: () => boolean, timing: () => Timing): Promise<void> {
    let due = performance.now()
    while (!until()) {
      due -= (Math.log(1 - this.#random()) / rate) * 1_000
      const wait = due - performance.now()
      if (wait > 0) await setTimeout(wait)
      if (this.discord.gateway.sessions.length > 0 && !this.isSilent) this.ask(timing())
    }
  }
}

/** What is asked, if not something of the articles, and what has to come of it. */
export interface Asked {
  readonly question?: string
  readonly expected?: Expected
  readonly timing?: Timing
}
