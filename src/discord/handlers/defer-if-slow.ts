/** Tells Discord that an answer to a component will come, when reading the question takes long. */
import { type InteractionReplyOptions, MessageFlags } from 'discord.js'
import type { ComponentUse } from './context.ts'

/** Milliseconds; Discord expects a response within three seconds. */
const DEFER_AFTER = 2_000

/**
 * Waits for some work, and defers the answer if that takes long.
 * @param isUpdate whether the answer changes the message of the component; otherwise only its user sees the answer
 */
export async function deferIfSlow<T>(interaction: ComponentUse, isUpdate: boolean, work: Promise<T>): Promise<T> {
  let deferring: Promise<unknown> | undefined
  const timer = setTimeout(() => {
    deferring = isUpdate ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral })
    // Awaited below, once the work is done.
    deferring.catch(() => undefined)
  }, DEFER_AFTER)
  try {
    return await work
  } finally {
    clearTimeout(timer)
    await deferring
  }
}

/** Answers only the user of a component, deferred or not. */
export async function answerPrivately(interaction: ComponentUse, payload: InteractionReplyOptions): Promise<unknown> {
  if (!interaction.deferred) return interaction.reply(payload)
  // After a deferred update, the message of the component stays as it is.
  return interaction.followUp(payload)
}
