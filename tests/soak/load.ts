// Asks questions at a rate, as many users in many channels.
import { setTimeout } from 'node:timers/promises'
import type { APITextChannel, APIUser } from 'discord.js'
import type { StandIn } from '../stand-in/stand-in.ts'
import type { Articles } from './articles.ts'
import type { Expected, Ledger, Timing } from './ledger.ts'

/** Share of mentions; the rest are commands. Discord accepts 50 messages a second from a bot. */
const MENTIONS = 0.15

/** Enough users and channels to stay below the cooldowns. */
export class Crowd {
  readonly discord: StandIn
  /** Set while the bot is unreachable: Discord could not deliver commands. */
  onlyMentions = false
  /** Set while nothing is to be asked. */
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

  /** A user who has not asked for a while, and a channel. */
  next(): { person: APIUser; channel: APITextChannel } {
    this.#turn++
    const person = this.#people[this.#turn % this.#people.length]
    const channel = this.#channels[Math.floor(this.#random() * this.#channels.length)]
    if (!person || !channel) throw new Error('no users or channels')
    return { person, channel }
  }

  /** Asks a question by command or mention. */
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

  /** @returns the message */
  mention(
    { person, channel }: ReturnType<Crowd['next']>,
    { question = this.#articles.question(), expected, timing }: Asked,
  ): ReturnType<StandIn['say']> {
    const message = this.discord.say(person, channel, `<@${this.discord.bot.id}> ${question}`)
    this.#ledger.ask(message.id, question, expected, timing)
    return message
  }

  /**
   * Asks at a mean rate (questions a second) as a Poisson process, without waiting for answers.
   * @param until checked before each question; true ends
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

/** A question, random when absent, and its expected outcome. */
export interface Asked {
  readonly question?: string
  readonly expected?: Expected
  readonly timing?: Timing
}
