import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { DiscordAPIError, HTTPError, type Interaction, type Message, RESTJSONErrorCodes } from 'discord.js'
import { messagesFor } from '../../text/messages.ts'
import type { Log } from '../log.ts'
import type { Observer } from '../observer.ts'
import { notice, privateNotice } from '../replies/notice.ts'
import { localeOf, withNonce } from './message.ts'
import type { Limiter } from './rate-limits.ts'

/** Where whatever goes wrong is caught, answered and logged. */
export interface ErrorBoundary {
  /** Answers an interaction; the asker is told when that fails. */
  interaction(interaction: Interaction, answer: () => Promise<unknown>): void
  /** Answers a message; the asker is told when that fails. */
  message(message: Message, answer: () => Promise<unknown>): void
  /** Does what nobody waits for: a failure is only logged. */
  background(act: () => Promise<unknown>): void
  /** Takes a rejection that nothing awaited; whoever waits for what it came of is told. */
  onUnhandledRejection(error: unknown): void
  /** Takes nothing more. Resolves once everything begun is done. */
  close(): Promise<void>
}

/** The answering of one thing; while that goes on, how to tell of a failure. */
interface Run {
  tell?: (error: unknown) => Promise<void>
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
export function openErrorBoundary(log: Log, observer: Observer, told: Limiter): ErrorBoundary {
  const running = new Set<Promise<unknown>>()
  const current = new AsyncLocalStorage<Run>()
  let isOpen = true

  const guard = (
    act: () => Promise<unknown>,
    onTrouble: (error: unknown, trouble: Trouble) => Promise<unknown>,
  ): void => {
    if (!isOpen) return
    const tell = async (error: unknown): Promise<void> => {
      try {
        await onTrouble(error, troubleOf(error))
      } catch (again) {
        log.warn({ err: again }, 'could not tell of a failure')
      }
    }
    // Promises and timers of its time hold a run for as long as they live: it has to let go of what it answers.
    const run: Run = { tell }
    const done = current.run(run, async () => act()).catch(tell)
    follow(done.finally(() => delete run.tell))
  }
  const follow = (work: Promise<unknown>): void => {
    const done = work.finally(() => running.delete(done))
    running.add(done)
  }

  /** Logs a failure of ours under a reference that the asker is given too. */
  const fail = (error: unknown): string => {
    const reference = randomBytes(3).toString('hex')
    observer.onFailure()
    log.error({ err: error, reference }, error instanceof HTTPError ? 'Discord failed' : 'failed')
    return reference
  }

  return {
    interaction: (interaction, answer) =>
      guard(answer, async (error, trouble) => {
        if (trouble === 'late') return log.warn({ err: error }, 'too late for an interaction')
        const text = messagesFor(interaction.locale)
        if (trouble !== 'failure') log.info({ err: error }, 'could not do what an interaction asks')
        const words = trouble === 'failure' ? text.failure(fail(error)) : text.lostQuestion
        if (interaction.isAutocomplete()) await interaction.respond([])
        else if (interaction.replied || interaction.deferred) await interaction.followUp(privateNotice(words))
        else await interaction.reply(privateNotice(words))
      }),

    message: (message, answer) =>
      guard(answer, async (error, trouble) => {
        const text = messagesFor(localeOf(message))
        if (trouble === 'failure') {
          // Where the answer got there after all, the same nonce keeps this from being posted too.
          await message.reply(withNonce(message, notice(text.failure(fail(error)))))
        } else if (trouble === 'forbidden') {
          log.info({ channel: message.channelId }, 'may not speak in a channel')
          if ((await told.take(`${message.author.id}:${message.channelId}`)) !== undefined) return
          await message.author.send(withNonce(message, notice(text.mayNotSpeak(`<#${message.channelId}>`))))
        } else {
          log.info({ err: error }, 'could not answer a message')
        }
      }),

    background: (act) =>
      guard(act, async (error, trouble) => {
        if (trouble === 'failure') {
          observer.onFailure()
          log.error({ err: error }, 'failed')
        } else log.debug({ err: error }, 'could not follow a change')
      }),

    onUnhandledRejection: (error) => {
      const run = current.getStore()
      if (run?.tell) {
        follow(run.tell(error))
        delete run.tell
      } else {
        observer.onFailure()
        log.error({ err: error }, 'failed')
      }
    },

    close: async () => {
      isOpen = false
      while (running.size > 0) await Promise.all(running)
    },
  }
}
