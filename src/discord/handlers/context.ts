/** What handlers share: the articles, limits and log, and the shape of a command. */
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js'
import type { Answerer } from '../../answer/answer.ts'
import type { Changes } from '../../indexing/index-version.ts'
import type { Observer } from '../../observer.ts'
import type { Messages } from '../../text/messages.ts'
import type { Log } from '../log.ts'
import type { ArticleDirectory } from './article-directory.ts'
import type { Cooldown } from './cooldown.ts'

/** Replaced as a whole when the articles change. */
export interface Context {
  readonly answerer: Answerer
  readonly directory: ArticleDirectory
  /** Reads the articles again; the next context has them. */
  readonly reload: () => Promise<Changes>
  readonly cooldown: Cooldown
  readonly log: Log
  readonly observer: Observer
  /** Whether questions may appear in the log. */
  readonly logQuestions: boolean
  readonly commands: readonly (SlashCommand | MessageCommand)[]
}

interface Command {
  /** Its name and description in one language, for `/help`. */
  labels(text: Messages): { readonly name: string; readonly description: string }
}

export interface SlashCommand extends Command {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody
  answer(interaction: ChatInputCommandInteraction, context: Context): Promise<unknown>
  /** Suggests values for the option being typed. */
  complete?(interaction: AutocompleteInteraction, context: Context): Promise<unknown>
}

/** A command in the Apps menu of a message. */
export interface MessageCommand extends Command {
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody
  answer(interaction: MessageContextMenuCommandInteraction, context: Context): Promise<unknown>
}

/** A user pressed a button or chose from a menu. */
export type ComponentUse = ButtonInteraction | StringSelectMenuInteraction
