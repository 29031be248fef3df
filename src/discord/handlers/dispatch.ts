import type { Interaction } from 'discord.js'
import { press } from './buttons.ts'
import { articles } from './commands/articles.ts'
import { ask } from './commands/ask.ts'
import { askTheArticles } from './commands/ask-the-articles.ts'
import { help } from './commands/help.ts'
import { reload } from './commands/reload.ts'
import type { Context, MessageCommand, SlashCommand } from './context.ts'

const slash: readonly SlashCommand[] = [ask, articles, help, reload]
const ofMessages: readonly MessageCommand[] = [askTheArticles]

/** Every command there is. */
export const commands = [...slash, ...ofMessages]

/**
 * Hands an interaction to the command or the component that it belongs to.
 * @throws Error when there is none, as when another version of the bot registered it
 */
export async function answerInteraction(interaction: Interaction, context: Context): Promise<unknown> {
  if (interaction.isChatInputCommand()) return find(slash, interaction.commandName).answer(interaction, context)
  if (interaction.isMessageContextMenuCommand()) {
    return find(ofMessages, interaction.commandName).answer(interaction, context)
  }
  if (interaction.isAutocomplete()) return find(slash, interaction.commandName).complete?.(interaction, context)
  if (interaction.isButton() || interaction.isStringSelectMenu()) return press(interaction, context)
  throw new Error(`There is no answer to an interaction of type ${interaction.type}`)
}

function find<T extends SlashCommand | MessageCommand>(commands: readonly T[], name: string): T {
  const found = commands.find(({ definition }) => definition.name === name)
  if (found === undefined) throw new Error(`There is no command ${name}`)
  return found
}
