/**
 * What Discord cuts or refuses, in code points unless said otherwise.
 * @see https://discord.com/developers/docs/resources/message#create-message
 * @see https://discord.com/developers/docs/components/reference
 * @see https://discord.com/developers/docs/interactions/application-commands#application-command-object
 */
export const limits = {
  content: 2_000,
  customId: 100,
  buttonLabel: 80,
  selectOptions: 25,
  selectText: 100,
  choices: 25,
  choiceText: 100,
} as const

/** Ours: a question is read this far, so that it always fits above its answer. */
export const LONGEST_QUESTION = 300
