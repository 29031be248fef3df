/** Catches every error of a handler, logs it, and tells the asker. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  type Interaction,
  type Message,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { Observer } from '../../observer.ts'
import { messagesFor } from '../../text/messages.ts'
import { CannotPost, type WritableChannels } from '../access/writable-channels.ts'
import type { Log } from '../log.ts'
import { notice, privateNotice } from '../replies/notice.ts'
import type { SendDirectNotice } from './limits/direct-notices.ts'
import type { Limiter } from './limits/rate-limits.ts'
import { localeOf, withNonce } from './message.ts'

/** Milliseconds after which Discord takes no first response to an interaction, less those of the request. */
const EXPIRES_AFTER = 2_800

export interface ErrorBoundary {
  /** Runs the handler of an interaction; tells the asker if it fails. */
  interaction(interaction: Interaction, handle: () => Promise<unknown>): void
  /** Runs the handler of a message; tells the asker if it fails. */
  message(message: Message, handle: () => Promise<unknown>): void
  /** Runs something that nobody waits for; a failure is only logged. */
  background(act: () => Promise<unknown>): void
  /** Logs an unhandled rejection; if a handler caused it, its asker is told. */
  onUnhandledRejection(error: unknown): void
  /** Accepts nothing more. Resolves once every handler has finished. */
  close(): Promise<void>
}

/** A running handler. `report` is removed when it has finished. */
interface Run {
  report?: (error: unknown) => Promise<void>
}

/** What kind of failure an error is; all but `failure` are part of normal operation. */
type FailureKind = 'late' | 'gone' | 'forbidden' | 'closed' | 'failure'

const kinds = new Map<number | string, FailureKind>([
  // Three seconds or fifteen minutes have passed, or another process with the same token was faster.
  [RESTJSONErrorCodes.UnknownInteraction, 'late'],
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 'late'],
  [RESTJSONErrorCodes.UnknownWebhook, 'late'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'late'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.UnknownGuild, 'gone'],
  [RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, 'gone'],
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration, 'gone'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
  [RESTJSONErrorCodes.ThreadLocked, 'forbidden'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'forbidden'],
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, 'forbidden'],
  // The user accepts no direct messages from the bot.
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'closed'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, 'closed'],
  [RESTJSONErrorCodes.OpeningDirectMessagesTooFast, 'closed'],
])

function kindOf(error: unknown): FailureKind {
  if (error instanceof CannotPost) return 'forbidden'
  // The channel was deleted before the answer.
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.ChannelNotCached) return 'gone'
  return (error instanceof DiscordAPIError ? kinds.get(error.code) : undefined) ?? 'failure'
}

interface BoundaryOptions {
  readonly log: Log
  readonly observer: Observer
  readonly writable: WritableChannels
  readonly sendDirectNotice: SendDirectNotice
  /** Limits "I can't post there" notices, by channel. */
  readonly noticeLimiter: Limiter
}

export function openErrorBoundary(options: BoundaryOptions): ErrorBoundary {
  const { log, observer, writable, sendDirectNotice, noticeLimiter } = options
  const running = new Set<Promise<unknown>>()
  const currentRun = new AsyncLocalStorage<Run>()
  let isOpen = true

  const guard = (
    act: () => Promise<unknown>,
    onError: (error: unknown, kind: FailureKind) => Promise<unknown>,
  ): void => {
    if (!isOpen) return
    const report = async (error: unknown): Promise<void> => {
      try {
        await onError(error, kindOf(error))
      } catch (second) {
        log.warn({ err: second }, 'could not report a failure')
      }
    }
    const run: Run = { report }
    const done = currentRun.run(run, async () => act()).catch(report)
    // Timers and promises started by the handler keep `run` alive, so it must not keep the interaction.
    track(done.finally(() => delete run.report))
  }
  const track = (work: Promise<unknown>): void => {
    const done = work.finally(() => running.delete(done))
    running.add(done)
  }

  /** Logs a failure; returns the reference under which the asker can report it. */
  const logFailure = (error: unknown): string => {
    const reference = randomBytes(3).toString('hex')
    observer.onFailure()
    log.error({ err: error, reference }, error instanceof HTTPError ? 'Discord failed' : 'failed')
    return reference
  }

  return {
    interaction: (interaction, handle) => {
      const began = performance.now()
      guard(handle, async (error, kind) => {
        const isAnswered = !interaction.isAutocomplete() && (interaction.replied || interaction.deferred)
        const isExpired = !isAnswered && performance.now() - began > EXPIRES_AFTER
        if (kind === 'late' || isExpired) return log.warn({ err: error }, 'too late for an interaction')
        const text = messagesFor(interaction.locale)
        if (kind !== 'failure') log.info({ err: error }, 'could not do what an interaction asks for')
        const content = kind === 'failure' ? text.failure(logFailure(error)) : text.lostQuestion
        if (interaction.isAutocomplete()) await interaction.respond([])
        else if (isAnswered) await interaction.followUp(privateNotice(content))
        else await interaction.reply(privateNotice(content))
      })
    },

    message: (message, handle) =>
      guard(handle, async (error, kind) => {
        const text = messagesFor(localeOf(message))
        if (kind === 'failure') {
          // If the answer arrived after all, its nonce prevents this second post.
          await message.reply(withNonce(message, notice(text.failure(logFailure(error)))))
        } else if (kind === 'forbidden') {
          if (!(error instanceof CannotPost)) writable.refuse(message.channelId)
          if ((await noticeLimiter.take(message.channelId)) !== undefined) return
          log.info({ channel: message.channelId }, 'not allowed to post in a channel')
          await sendDirectNotice(message, text.mayNotSpeak(`<#${message.channelId}>`))
        } else {
          log.info({ err: error }, 'could not answer a message')
        }
      }),

    background: (act) =>
      guard(act, async (error, kind) => {
        if (kind === 'failure') {
          observer.onFailure()
          log.error({ err: error }, 'failed')
        } else log.debug({ err: error }, 'could not follow a change')
      }),

    onUnhandledRejection: (error) => {
      const run = currentRun.getStore()
      if (run?.report) {
        track(run.report(error))
        delete run.report
      } else {
        observer.onFailure()
        log.error({ err: error }, 'failed')
      }
    },

    close: async () => {
      isOpen = false
      while (running.size > 0) await Promise.all(running)
      // Until then it follows every promise of the process.
      currentRun.disable()
    },
  }
}
