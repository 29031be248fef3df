// The client of the built program: the bundler must not rename the classes by which discord.js looks up its limits.
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { noObserver } from '../../../src/observer.ts'
import { startStandIn } from '../../stand-in/stand-in.ts'

type ClientModule = typeof import('../../../src/discord/connection/client.ts')

test('the built client keeps two messages of a channel', async () => {
  const discord = await startStandIn()
  const built: ClientModule = await import(pathToFileURL('dist-test/client.js').href)
  const { client } = built.createClient(discord.url, undefined, noObserver)
  onTestFinished(async () => {
    await client.destroy()
    await discord.stop()
  })
  const ready = once(client, 'clientReady')
  await client.login(discord.token)
  await ready
  const { alice, general } = discord
  for (const text of ['one', 'two', 'three', 'four']) {
    const received = once(client, 'messageCreate')
    discord.say(alice, general, `<@${client.user?.id}> ${text}`)
    await received
  }
  const channel = client.channels.cache.get(general.id)
  const cached = channel?.isTextBased() ? [...channel.messages.cache.values()] : []
  expect(cached.map(({ content }) => content.split(' ')[1])).toEqual(['three', 'four'])
})
