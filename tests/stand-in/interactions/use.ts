/** An interaction as its user sees it. */
import type { APIMessage } from 'discord.js'
import type { WaitOptions } from '../waiting.ts'
import { findMessage, type World } from '../world/world.ts'
import { type FirstAnswer, type Interaction, originalOf } from './interactions.ts'

/** An interaction as its user sees it. */
export interface Use {
  readonly interaction: Readonly<Interaction>
  /** The first response. Rejects if the stand-in refused it, or if none comes in time. */
  readonly response: Promise<FirstAnswer>
  /** The message once the bot has stopped “thinking”. */
  answer(options?: WaitOptions): Promise<APIMessage>
  /** The current versions of all responses, the original first, ephemeral ones included. */
  messages(): APIMessage[]
}

export type Wait = <T>(look: () => T | undefined | false, options: WaitOptions) => Promise<T>

/** Follows an interaction. */
export function useOf(world: World, interaction: Interaction, wait: Wait): Use {
  const settled = (): Interaction | undefined => {
    if (interaction.response !== undefined) return interaction
    if (interaction.refused !== undefined) throw interaction.refused
    return undefined
  }
  const response = wait(() => settled()?.response, { what: `the first answer to interaction ${interaction.id}` })
  // Avoids an unhandled rejection if the test ignores the response.
  response.catch(() => undefined)
  return {
    interaction,
    response,
    answer: (options = {}) =>
      wait(() => settled()?.isFinished && originalOf(world, interaction), {
        what: `the finished answer to interaction ${interaction.id}`,
        ...options,
      }),
    messages: () =>
      [...new Set([interaction.originalId, ...interaction.made])].flatMap(
        (id) => (id === undefined ? undefined : findMessage(world, interaction.channel.id, id)) ?? [],
      ),
  }
}
