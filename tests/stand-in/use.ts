import type { APIMessage } from 'discord.js'
import { type FirstAnswer, type Interaction, originalOf } from './interactions.ts'
import type { WaitOptions } from './waiting.ts'
import { findMessage, type World } from './world.ts'

/** An interaction as the person who began it sees it. */
export interface Use {
  readonly interaction: Readonly<Interaction>
  /** The first answer. Rejects when the stand-in refused it, and when none comes in time. */
  readonly response: Promise<FirstAnswer>
  /** The message once the bot no longer thinks: the same as in the first answer, or what took its place. */
  answer(options?: WaitOptions): Promise<APIMessage>
  /** The messages made in answer as they stand now, the original first and ephemeral ones included. */
  messages(): APIMessage[]
}

export type Wait = <T>(look: () => T | undefined | false, options: WaitOptions) => Promise<T>

/** Gives the person who began an interaction a view of what becomes of it. */
export function useOf(world: World, interaction: Interaction, wait: Wait): Use {
  const settled = (): Interaction | undefined => {
    if (interaction.response !== undefined) return interaction
    if (interaction.refused !== undefined) throw interaction.refused
    return undefined
  }
  const response = wait(() => settled()?.response, { what: `the first answer to interaction ${interaction.id}` })
  // Whoever never looks at the answer must not be stopped by it.
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
