/** A changed version of the articles. */
import { createAnswerer } from '../../../src/answer/answer.ts'
import { articleOf } from '../../corpus/reading.ts'

/** Differs from what the bot was started with. */
export const renewed = await createAnswerer([
  await articleOf('# Owls\n\nThe owls live in the barn of the old mill since March.\n', 'owls.md'),
])
