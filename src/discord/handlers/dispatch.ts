/** Routes each interaction to its command or component. */
import type { Interaction } from 'discord.js'
import { admitInteraction } from './admission.ts'
import { handleComponent, handleModal } from './buttons.ts'
import { articles } from './commands/articles.ts'
import { ask } from './commands/ask.ts'
import { askTheArticles } from './commands/ask-the-articles.ts'
import { help } from './commands/help.ts'
import { reload } from './commands/reload.ts'
import { contextFor, type MessageCommand, type SharedContext, type SlashCommand } from './context.ts'
import { add } from './documents/add.ts'
import { addMessage } from './documents/add-message.ts'
import { remove } from './documents/remove.ts'
import { gaps } from './learning/gaps.ts'
import { forget, privacy } from './learning/privacy.ts'
import { remember } from './learning/remember.ts'
import { stats } from './learning/stats.ts'

const slashCommands: readonly SlashCommand[] = [ask, articles, help, add, remove, reload, gaps, stats, privacy, forget]
const messageCommands: readonly MessageCommand[] = [askTheArticles, addMessage, remember]

/** All commands: the one list that registration, dispatch and `/help` read. */
export const commands = [...slashCommands, ...messageCommands]

/** @throws Error for a command that does not exist, such as one that another version of the bot registered */
export async function answerInteraction(interaction: Interaction, shared: SharedContext): Promise<unknown> {
  if (!(await admitInteraction(interaction, shared))) return undefined
  const context = await contextFor(shared, interaction)
  if (interaction.isChatInputCommand()) return find(slashCommands, interaction.commandName).answer(interaction, context)
  if (interaction.isMessageContextMenuCommand()) {
    return find(messageCommands, interaction.commandName).answer(interaction, context)
  }
  if (interaction.isAutocomplete()) return find(slashCommands, interaction.commandName).complete?.(interaction, context)
  if (interaction.isButton() || interaction.isStringSelectMenu()) return handleComponent(interaction, context)
  if (interaction.isModalSubmit()) return handleModal(interaction, context)
  throw new Error(`No handler for interactions of type ${interaction.type}`)
}

function find<T extends SlashCommand | MessageCommand>(commands: readonly T[], name: string): T {
  const found = commands.find(({ definition }) => definition.name === name)
  if (found === undefined) throw new Error(`No command named ${name}`)
  return found
}
