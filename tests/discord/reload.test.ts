import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Changes } from '../../src/library/edition.ts'
import { nothingNew } from '../nothing-new.ts'
import { withBot } from './with-bot.ts'

const none = { articles: 0, sentences: 0 }
let look: () => Promise<Changes> = nothingNew
const room = withBot({ reload: () => look() })

test('the owner has the articles looked at anew, and is told privately what differs', async () => {
  const { discord } = room
  look = async () => ({
    added: { articles: 2, sentences: 40 },
    changed: none,
    removed: { articles: 1, sentences: 1 },
    problems: [{ level: 'refused', file: 'notes.pdf', message: 'its format is not supported' }],
  })
  const { message, ephemeral } = await discord.slash(discord.owner, discord.general, 'reload', {}).answer()
  expect(ephemeral).toBe(true)
})
