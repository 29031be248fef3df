/** `/reload`, and switching to other articles. */
import type { APIUser } from 'discord.js'
import { expect, test } from 'vitest'
import { createAnswerer } from '../../../src/answer/answer.ts'
import { UserError } from '../../../src/errors.ts'
import type { Changes } from '../../../src/indexing/index-version.ts'
import { articleOf } from '../../corpus/reading.ts'
import { nothingNew } from '../../nothing-new.ts'
import { withBot } from '../with-bot.ts'

const none = { articles: 0, sentences: 0 }
let read: () => Promise<Changes> = nothingNew
let reads = 0
const room = withBot({
  reload: () => {
    reads++
    return read()
  },
})

/** The private reply to `/reload`. */
async function reload(by: 'owner' | 'alice'): Promise<string> {
  const { discord } = room
  const use = discord.slash(discord[by], discord.general, 'reload', {})
  expect((await use.response).ephemeral).toBe(true)
  return (await use.answer()).content
}

test('reads the articles again for the owner and reports the changes privately', async () => {
  read = async () => ({
    added: { articles: 2, sentences: 40 },
    changed: none,
    removed: { articles: 1, sentences: 1 },
    problems: [{ level: 'refused', file: 'notes.pdf', message: 'its format is not supported' }],
  })
  expect(await reload('owner')).toBe(
    'Added: 2 articles, 40 sentences\nRemoved: 1 article, 1 sentence\n- notes.pdf: its format is not supported',
  )
})

test('reports that nothing changed, or that the folder cannot be read', async () => {
  read = nothingNew
  expect(await reload('owner')).toBe('Nothing has changed.')
  read = () => Promise.reject(new UserError('cannot read the folder corpus (EACCES)', 'let it be read'))
  expect(await reload('owner')).toBe(
    'The articles could not be read: cannot read the folder corpus (EACCES): let it be read',
  )
})

test('refuses everybody but the owner', async () => {
  reads = 0
  expect(await reload('alice')).toBe('Only the owner of this bot can use this command.')
  expect(reads).toBe(0)
})

test('refuses members of a team who may only read, and makes no request for strangers', async () => {
  const { discord } = room
  const member = (user: APIUser, role: string) => ({ user, role, membership_state: 2, team_id: '1', permissions: [] })
  const members = [member(discord.alice, 'read_only'), member(discord.owner, 'developer')]
  const team = { id: '100000000000000001', name: 'team', icon: null, owner_user_id: discord.owner.id, members }
  const body = { id: discord.bot.id, name: 'Verbatim', description: '', flags: 0, team, owner: discord.owner }
  discord.fail({ method: 'GET', path: '/applications/@me', how: 200, body })
  read = nothingNew
  await room.restart()
  await reload('owner')
  const before = discord.requests.length
  expect(await reload('alice')).toBe('Only the owner of this bot can use this command.')
  expect(await reload('alice')).toBe('Only the owner of this bot can use this command.')
  const made = discord.requests.slice(before).map(({ path }) => path.split('/').at(-1))
  expect(made).toEqual(['callback', 'callback'])
  expect(await reload('owner')).toBe('Nothing has changed.')
})

test('answers the next question from the updated articles', async () => {
  const { discord, bot, mention } = room
  discord.say(discord.alice, discord.general, `${mention} Where do the owls live?`)
  const before = await discord.nextMessage(discord.general)
  const { renewed } = await import('../connection/renewed.ts')
  await bot.update(renewed)
  discord.say(discord.alice, discord.general, `${mention} Where do the owls live?`)
  const after = await discord.nextMessage(discord.general)
  expect([before, after].map(({ content }) => /attic|barn/u.exec(content)?.[0])).toEqual(['attic', 'barn'])
})

test('keeps the previous articles when an update fails, and accepts the next update', async () => {
  const { discord, bot, mention } = room
  const owls = await articleOf('# Owls\n\nThe owls live in the tower of the old mill since June.\n', 'owls.md')
  const next = await createAnswerer([owls])
  const unreadable = {
    ...next,
    get articles(): never {
      throw new Error('no articles')
    },
  }
  await expect(bot.update(unreadable)).rejects.toThrow('no articles')
  await bot.update(next)
  discord.say(discord.alice, discord.general, `${mention} Where do the owls live?`)
  expect((await discord.nextMessage(discord.general)).content).toContain('tower')
})
