import dotenv from 'dotenv'
import * as v from 'valibot'
import { UserError } from './errors.ts'

/** What the environment says, parsed once. */
export interface Settings {
  readonly token?: string
  /** The server in which commands appear at once. */
  readonly guildId?: string
  /** Root of Discord's REST interface, without its version and a slash at the end. */
  readonly apiUrl?: string
  readonly logQuestions: boolean
}

/** Each variable, and what it should be: the message says so where it is not. */
const Environment = v.object({
  DISCORD_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u, 'the bot token of the Discord developer portal, three parts joined by dots'),
    ),
  ),
  DISCORD_GUILD_ID: v.optional(v.pipe(v.string(), v.regex(/^\d{17,20}$/u, 'a server id, 17 to 20 digits'))),
  DISCORD_API_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[^\s/]+\S*$/u, 'an http or https address without a version, like https://discord.com/api'),
      v.transform((address) => address.replace(/\/+$/u, '')),
    ),
  ),
  LOG_QUESTIONS: v.optional(v.picklist(['0', '1'], '0 or 1')),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Environment.entries)

/**
 * Reads `.env` in the working directory and the environment, which goes before it.
 * @throws UserError naming every wrong setting at once, never a value
 */
export function readSettings(): Settings {
  dotenv.config({ quiet: true })
  return parseSettings(process.env)
}

/**
 * Parses the settings among some variables; an empty one counts as absent.
 * @throws UserError naming every wrong setting at once, never a value
 */
export function parseSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))
  const parsed = v.safeParse(Environment, Object.fromEntries(set))
  if (!parsed.success) {
    const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue)} should be ${issue.message}`)
    throw new UserError(wrong.join('; '), 'mend it in .env or in the environment')
  }
  const { DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, LOG_QUESTIONS } = parsed.output
  return Object.freeze({
    ...(DISCORD_TOKEN !== undefined && { token: DISCORD_TOKEN }),
    ...(DISCORD_GUILD_ID !== undefined && { guildId: DISCORD_GUILD_ID }),
    ...(DISCORD_API_URL !== undefined && { apiUrl: DISCORD_API_URL }),
    logQuestions: LOG_QUESTIONS === '1',
  })
}
