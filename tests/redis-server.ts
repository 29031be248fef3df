/** A Redis server for tests. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** Whether this machine has a Redis server. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

export interface RedisServer {
  readonly url: string
  /** Kills it without a shutdown. */
  kill(): Promise<void>
  /** Makes it hang: it accepts connections but does not answer. */
  freeze(): void
  /** Lets it go on. */
  thaw(): void
}

/** Starts a Redis server without persistence, and kills it when the test has finished. */
export async function startRedis(port: number): Promise<RedisServer> {
  const server = await spawnRedis(port)
  onTestFinished(server.kill)
  return server
}

/** Starts a Redis server without persistence, which the caller has to kill. */
export async function spawnRedis(port: number): Promise<RedisServer> {
  const server = spawn('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ])
  const exited = once(server, 'exit')
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL')
    await exited
  }
  for await (const line of createInterface(server.stdout)) if (/ready to accept connections/iu.test(line)) break
  server.stdout.resume()
  const signal = (name: NodeJS.Signals) => () => void server.kill(name)
  return { url: `redis://127.0.0.1:${port}/0`, kill, freeze: signal('SIGSTOP'), thaw: signal('SIGCONT') }
}
