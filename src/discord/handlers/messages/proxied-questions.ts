/** Recognises questions that a bot such as PluralKit deletes and repeats through a webhook. */
import { LimitedCollection, type Message, SnowflakeUtil } from 'discord.js'

const MAX_REMEMBERED = 200
/** Milliseconds after a question in which it may be repeated. */
const REPEATED_WITHIN = 10_000
/** Milliseconds after the deletion of a question in which its repetition may still arrive. */
const ARRIVES_WITHIN = 1_000

interface Question {
  readonly channelId: string
  readonly content: string
  readonly repetition: Promise<string>
  /** Resolves `repetition` with the id of the webhook's message. */
  readonly onRepeated: (messageId: string) => void
}

export class ProxiedQuestions {
  readonly #questions = new LimitedCollection<string, Question>({ maxSize: MAX_REMEMBERED })

  /** Remembers the text of a question in a server. */
  add({ id, channelId, content }: Message): void {
    let onRepeated = (_: string): void => undefined
    const repetition = new Promise<string>((resolve) => {
      onRepeated = resolve
    })
    this.#questions.set(id, { channelId, content, repetition, onRepeated })
  }

  /** Compares a webhook's message with the latest questions. Proxies drop the letters that chose them. */
  onWebhookMessage({ id, channelId, content }: Message): void {
    const copy = content.trim()
    if (copy === '') return
    for (const [questionId, question] of this.#questions) {
      if (question.channelId === channelId && isRecent(questionId) && question.content.includes(copy)) {
        question.onRepeated(id)
      }
    }
  }

  /** The id of the message that repeats a deleted question; waits shortly for it if the question is recent. */
  async repetitionOf(questionId: string): Promise<string | undefined> {
    const question = this.#questions.get(questionId)
    if (!question || !isRecent(questionId)) return undefined
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, ARRIVES_WITHIN, undefined)
    })
    const repetition = await Promise.race([question.repetition, tooLate])
    clearTimeout(timer)
    return repetition
  }
}

function isRecent(id: string): boolean {
  return Date.now() - SnowflakeUtil.timestampFrom(id) < REPEATED_WITHIN
}
