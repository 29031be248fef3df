/** Questions in threads that are locked or archived. */
import { expect, test } from 'vitest'
import { withSharedBot } from '../with-bot.ts'

const room = withSharedBot()

const OWLS = 'Who feeds the owls?'
const isError = (line: string): boolean => /"level":(?:40|50)/u.test(line)

test('makes no request for a question in a locked thread, and tells the asker once', async () => {
  const { discord, mention } = room
  const thread = discord.addThread(discord.general, 'closed by moderators')
  discord.setThread(thread, { locked: true, archived: true })
  const asker = discord.addUser('reader')
  for (let i = 0; i < 3; i++) discord.say(asker, thread, `${mention} ${OWLS}`)
  expect((await discord.nextMessage(discord.dm(asker))).content).toContain(`<#${thread.id}>`)
  expect(discord.requests.filter(({ path }) => path.includes(thread.id))).toEqual([])
})

test('a thread that was archived meanwhile keeps its answer as it is, and is opened by the next question', async () => {
  const { discord, bot, mention } = room
  const thread = discord.addThread(discord.general, 'resting')
  const asked = discord.say(discord.alice, thread, `${mention} ${OWLS}`)
  const reply = await discord.nextMessage(thread)
  discord.setThread(thread, { archived: true })
  const refused = () => discord.requests.filter(({ path, status }) => path.includes(thread.id) && status === 400)
  discord.edit(asked, `${mention} When will the roof be repaired?`)
  await discord.waitFor(() => refused().length === 1)
  discord.remove(asked)
  await discord.waitFor(() => refused().length === 2)
  expect(discord.current(reply)?.content).toBe(reply.content)
  discord.say(discord.alice, thread, `${mention} ${OWLS}`)
  expect((await discord.nextMessage(thread)).content).toContain('Karen Holm')
  expect(bot.log().split('\n').filter(isError)).toEqual([])
})
