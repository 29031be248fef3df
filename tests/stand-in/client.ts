/** A discord.js client for the stand-in’s own tests. */
import { Client, type ClientOptions, GatewayIntentBits, Partials } from 'discord.js'
import type { StandIn } from './stand-in.ts'

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits

/** Logs an unmodified discord.js client in; the caller destroys it. */
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
