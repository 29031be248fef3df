/** What the log must never contain. */
import { Writable } from 'node:stream'
import { DiscordAPIError, HTTPError } from 'discord.js'
import { expect, test } from 'vitest'
import { type LogStream, openLog } from '../../src/discord/log.ts'

const TOKEN = 'bot.secret.token'
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb24_secret-token'

/** The lines of a log after `write`. */
async function logged(write: (log: Awaited<ReturnType<typeof openLog>>) => void, isTTY: boolean): Promise<string> {
  const lines: string[] = []
  const stream: LogStream = Object.assign(
    new Writable({
      write: (line, _encoding, done) => {
        lines.push(String(line))
        done()
      },
    }),
    { isTTY },
  )
  write(await openLog(stream, TOKEN))
  return lines.join('')
}

const body = { method: 'POST', body: { content: 'what somebody asked' } }
const refused = (path: string) =>
  new DiscordAPIError({ code: 10062, message: 'Unknown' }, 10062, 404, 'POST', `https://discord.com/api${path}`, {
    ...body,
    files: undefined,
    body: body.body,
  })

test.each([false, true])(
  'shows control characters and direction overrides as escapes (terminal: %s)',
  async (isTTY) => {
    const name = 'a\u001b[2J\u009b2J\u202egpj.md\r\b'
    const text = await logged((log) => {
      log.warn(`refused: ${name}`)
      log.error({ err: new Error(name) }, 'failed')
    }, isTTY)
    expect(text).toContain('a\\u001b[2J\\u009b2J\\u202egpj.md\\r\\b')
    // The terminal's own colours aside.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(text.replace(/\u001b\[\d+m/gu, '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/u)
  },
)

test.each([
  ['JSON lines', false],
  ['readable lines', true],
])('removes tokens and questions from %s', async (_, isTTY) => {
  const text = await logged((log) => {
    log.info({ token: TOKEN }, `sent with ${TOKEN}`)
    log.error({ err: new Error(`Authorization: Bot ${TOKEN}`) }, 'failed')
    log.warn({ err: refused(`/interactions/123/${INTERACTION_TOKEN}/callback`) }, 'refused')
    log.error(
      { err: new HTTPError(502, 'Bad Gateway', 'POST', 'https://discord.com/api/x', { ...body, files: [] }) },
      'x',
    )
    log.warn({ err: refused(`/webhooks/123/${INTERACTION_TOKEN}/messages/@original`) }, 'refused')
  }, isTTY)
  expect(text).not.toContain(TOKEN)
  expect(text).not.toContain(INTERACTION_TOKEN)
  expect(text).not.toContain('what somebody asked')
  expect(text).toContain('Bot [token]')
  expect(text).toContain('/interactions/123/[token]/callback')
})
