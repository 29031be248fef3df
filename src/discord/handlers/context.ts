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
import type { Messages } from '../../text/messages.ts'
import type { Log } from '../log.ts'
import type { Observer } from '../observer.ts'
import type { ArticleDirectory } from './article-directory.ts'
import type { Cooldown } from './cooldown.ts'

/** What every handler works with. */
export interface Context {
  readonly answerer: Answerer
  readonly directory: ArticleDirectory
  /** Looks at the articles anew; the next context knows what differs. */
  readonly reload: () => Promise<Changes>
  readonly cooldown: Cooldown
  readonly log: Log
  readonly observer: Observer
  /** Whether the log may hold what people ask. */
  readonly logQuestions: boolean
  readonly commands: readonly (SlashCommand | MessageCommand)[]
}

interface Named {
  /** What it is called, and what it is for. */
  words(text: Messages): { readonly name: string; readonly description: string }
}

/** A command that is typed, after a slash. */
export interface SlashCommand extends Named {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody
  answer(interaction: ChatInputCommandInteraction, context: Context): Promise<unknown>
  /** Offers values for the option that is being typed. */
  complete?(interaction: AutocompleteInteraction, context: Context): Promise<unknown>
}

/** A command that is picked from the menu of a message. */
export interface MessageCommand extends Named {
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody
  answer(interaction: MessageContextMenuCommandInteraction, context: Context): Promise<unknown>
}

/** Somebody pressed a button or picked from a menu. */
export type Press = ButtonInteraction | StringSelectMenuInteraction
