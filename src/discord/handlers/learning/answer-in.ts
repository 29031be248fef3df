/** Reads an answer out of a message. */
import type { Message } from 'discord.js'
import type { RememberedAnswer } from '../../../importers/server/remembered-answers.ts'

/** What a message says, word for word, with names in place of ids and without a mention of the bot before it. */
export function textOf({ cleanContent, client, guild }: Message): string {
  const name = guild?.members.me?.displayName ?? client.user.displayName
  const start = `@${name}`
  return (cleanContent.startsWith(start) ? cleanContent.slice(start.length) : cleanContent).trim()
}

/** A message as the answer to a question. */
export function answerIn(message: Message, question: string): RememberedAnswer {
  return {
    question,
    answer: textOf(message),
    author: message.member?.displayName ?? message.author.displayName,
    writtenAt: message.createdTimestamp,
    url: message.url,
  }
}
