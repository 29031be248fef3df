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
import type { Audience } from '../../corpus/audience.ts'
import type { Documents } from '../../importers/server/documents.ts'
import type { Changes } from '../../indexing/index-version.ts'
import type { Observer } from '../../observer.ts'
import type { Messages } from '../../text/messages.ts'
import type { Access } from '../access/access.ts'
import { audienceOf } from '../access/audience-of.ts'
import type { Source } from '../access/source.ts'
import type { Log } from '../log.ts'
import type { ArticleDirectory } from './article-directory.ts'
import type { Learning } from './learning/learning.ts'
import type { Cooldown } from './limits/cooldown.ts'
import type { SendDirectNotice } from './limits/direct-notices.ts'
import type { Limiter } from './limits/rate-limits.ts'

/** What all handlers share; replaced as a whole when the articles change. */
export interface SharedContext {
  readonly answerer: Answerer
  readonly directory: ArticleDirectory
  readonly access: Access
  /** Limits how often one person is told that they are refused. */
  readonly refusalNotices: Limiter
  readonly sendDirectNotice: SendDirectNotice
  /** Reads the articles again; the next context has them. */
  readonly reload: () => Promise<Changes>
  /** What people add and remove. */
  readonly documents: Documents
  /** Counts the additions of a server. */
  readonly additions: Limiter
  /** The newest context, also for a handler that has waited for a reload. */
  readonly latest: () => SharedContext
  readonly cooldown: Cooldown
  readonly log: Log
  readonly observer: Observer
  /** Days after which the age of a dated source is stated; never when absent. */
  readonly staleAfter: number | undefined
  /** Whether questions may appear in the log. */
  readonly logQuestions: boolean
  /** What is kept of questions; nothing when absent. */
  readonly learning: Learning | undefined
  readonly commands: readonly (SlashCommand | MessageCommand)[]
}

/** What the handler of one interaction or message works with: its directory holds what the audience may see. */
export interface Context extends SharedContext {
  /** Whose articles may be seen; every question is asked with it. */
  readonly audience: Audience
}

/** Restricts the shared context to what an interaction or a message may see. */
export async function contextFor(shared: SharedContext, source: Source): Promise<Context> {
  const audience = await audienceOf(source, shared.directory.servers, shared.access.memberships)
  return { ...shared, audience, directory: shared.directory.visibleTo(audience) }
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
