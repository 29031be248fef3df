import { randomBytes } from 'node:crypto'
import { DiscordAPIError, HTTPError, type Interaction, type Message, RESTJSONErrorCodes } from 'discord.js'
import type { Limiter } from './counts.ts'
import type { Log } from './log.ts'
import { localeOf, notice, privateNotice } from './notice.ts'
import type { Observer } from './observer.ts'
import { catalogueFor } from './text/catalogues.ts'

/** Where whatever goes wrong is caught, answered and logged. */
export interface Boundary {
  /** Answers an interaction; the asker is told when that fails. */
  interaction(interaction: Interaction, answer: () => Promise<unknown>): void
  /** Answers a message; the asker is told when that fails. */
  message(message: Message, answer: () => Promise<unknown>): void
  /** Does what nobody waits for: a failure is only logged. */
  unasked(act: () => Promise<unknown>): void
  /** Resolves once everything begun so far is done. */
  settled(): Promise<void>
}

/** What a refusal of Discord's comes to. */
type Trouble = 'late' | 'gone' | 'forbidden' | 'closed' | 'failure'

const troubles = new Map<number | string, Trouble>([
  // Three seconds or fifteen minutes are over, or another process with the same token was faster.
  [RESTJSONErrorCodes.UnknownInteraction, 'late'],
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 'late'],
  [RESTJSONErrorCodes.UnknownWebhook, 'late'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'late'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
  [RESTJSONErrorCodes.ThreadLocked, 'forbidden'],
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, 'forbidden'],
  // Somebody takes no direct messages from the bot.
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'closed'],
])

function troubleOf(error: unknown): Trouble {
  return (error instanceof DiscordAPIError ? troubles.get(error.code) : undefined) ?? 'failure'
}

/**
 * @param told lets through whom and of which channel nobody was told yet that the bot may not speak there
 */
export function openBoundary(log: Log, observer: Observer, told: Limiter): Boundary {
  const running = new Set<Promise<void>>()

  const guard = (
    act: () => Promise<unknown>,
    onTrouble: (error: unknown, trouble: Trouble) => Promise<unknown>,
  ): void => {
    const run = async (): Promise<void> => {
      try {
        await act()
      } catch (error) {
        const trouble = troubleOf(error)
        try {
          await onTrouble(error, trouble)
        } catch (again) {
          log.warn({ err: again }, 'could not tell of a failure')
        }
      }
    }
    const done = run().finally(() => running.delete(done))
    running.add(done)
  }

  /** Logs a failure of ours under a reference that the asker is given too. */
  const fail = (error: unknown): string => {
    const reference = randomBytes(3).toString('hex')
    observer.failed()
    log.error({ err: error, reference }, error instanceof HTTPError ? 'Discord failed' : 'failed')
    return reference
  }

  return {
    interaction: (interaction, answer) =>
      guard(answer, async (error, trouble) => {
        if (trouble === 'late') return log.warn({ err: error }, 'too late for an interaction')
        const text = catalogueFor(interaction.locale)
        if (trouble !== 'failure') log.info({ err: error }, 'could not do what an interaction asks')
        const words = trouble === 'failure' ? text.failure(fail(error)) : text.lostQuestion
        if (interaction.isAutocomplete()) await interaction.respond([])
        else if (interaction.replied || interaction.deferred) await interaction.followUp(privateNotice(words))
        else await interaction.reply(privateNotice(words))
      }),

    message: (message, answer) =>
      guard(answer, async (error, trouble) => {
        const text = catalogueFor(localeOf(message))
        if (trouble === 'failure') {
          await message.reply(notice(text.failure(fail(error))))
        } else if (trouble === 'forbidden') {
          log.info({ channel: message.channelId }, 'may not speak in a channel')
          if ((await told.take(`${message.author.id}:${message.channelId}`)) !== undefined) return
          await message.author.send(notice(text.mayNotSpeak(`<#${message.channelId}>`)))
        } else {
          log.info({ err: error }, 'could not answer a message')
        }
      }),

    unasked: (act) =>
      guard(act, async (error, trouble) => {
        if (trouble === 'failure') {
          observer.failed()
          log.error({ err: error }, 'failed')
        } else log.debug({ err: error }, 'could not follow a change')
      }),

    settled: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
