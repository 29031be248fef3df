import { createAnswerer } from '../../../src/answer/answer.ts'
import { articleOf } from '../../corpus/reading.ts'

/** Articles that have changed since the bot was started. */
export const renewed = await createAnswerer([
  await articleOf('# Owls\n\nThe owls live in the barn of the old mill since March.\n', 'owls.md'),
])
