/** Limits on messages and commands. */

/**
 * Discord's limits, in code points unless stated otherwise.
 * @see https://discord.com/developers/docs/resources/message#create-message
 * @see https://discord.com/developers/docs/components/reference
 * @see https://discord.com/developers/docs/interactions/application-commands#application-command-object
 */
export const limits = {
  content: 2_000,
  customId: 100,
  buttonLabel: 80,
  selectText: 100,
  choices: 25,
  choiceText: 100,
} as const

/** Our own limit, in code points: a question always fits above its answer. */
export const MAX_QUESTION_LENGTH = 300
