/** Routes each interaction to its command or component. */
import { ApplicationIntegrationType, type CommandInteraction, type Interaction } from 'discord.js'
import { messagesFor } from '../../text/messages.ts'
import { isUserInstall } from '../access/rules.ts'
import { privateNotice } from '../replies/notice.ts'
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
  if (interaction.isChatInputCommand()) {
    const command = find(slashCommands, interaction.commandName)
    return worksFor(command, interaction) ? command.answer(interaction, context) : decline(interaction)
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = find(messageCommands, interaction.commandName)
    return worksFor(command, interaction) ? command.answer(interaction, context) : decline(interaction)
  }
  if (interaction.isAutocomplete()) return find(slashCommands, interaction.commandName).complete?.(interaction, context)
  if (interaction.isButton() || interaction.isStringSelectMenu()) return handleComponent(interaction, context)
  if (interaction.isModalSubmit()) return handleModal(interaction, context)
  throw new Error(`No handler for interactions of type ${interaction.type}`)
}

/**
 * Whether a command works where it is used. Discord checks the permissions that a command needs, and those that a server
 * has set, for installations in the server alone; another version of the bot may have offered it to accounts.
 */
function worksFor({ definition }: SlashCommand | MessageCommand, interaction: CommandInteraction): boolean {
  const { UserInstall } = ApplicationIntegrationType
  return !isUserInstall(interaction) || (definition.integration_types?.includes(UserInstall) ?? true)
}

function decline(interaction: CommandInteraction): Promise<unknown> {
  return interaction.reply(privateNotice(messagesFor(interaction.locale).refusals.elsewhere))
}

function find<T extends SlashCommand | MessageCommand>(commands: readonly T[], name: string): T {
  const found = commands.find(({ definition }) => definition.name === name)
  if (found === undefined) throw new Error(`No command named ${name}`)
  return found
}
