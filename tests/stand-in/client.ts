import { Client, type ClientOptions, GatewayIntentBits, Partials } from 'discord.js'
import type { StandIn } from './stand-in.ts'

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits

/** An unmodified discord.js client, logged in to the stand-in and ready; destroying it is the caller's part. */
export async function connect(
  discord: StandIn,
  intents: readonly GatewayIntentBits[] = [Guilds, GuildMessages, DirectMessages],
  options: Pick<ClientOptions, 'shards' | 'shardCount'> = {},
): Promise<Client<true>> {
  const client: Client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: discord.url, retries: 1 },
    ...options,
  })
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve))
  await client.login(discord.token)
  return ready
}
