/** Tells a token that Discord refuses from a single 401, of which there are some by mistake. */
import { DefaultRestOptions, type RESTOptions, Routes } from 'discord.js'

type Send = RESTOptions['makeRequest']

/** Requests with the token of an interaction in place of the bot's. */
const OTHER_TOKEN = /\/(?:interactions|webhooks)\/\d+\/./u

export interface TokenChecks {
  /** Called with true at a 401, and with false once Discord has accepted the token. */
  readonly onTokenDoubt: (isInDoubt: boolean) => void
  /** Called when Discord refuses the token itself. */
  readonly onTokenRefused: () => void
}

/**
 * Wraps `send` so that a 401 makes it ask for the bot's own user with the same token. If Discord accepts that, the
 * request is sent again: @discordjs/rest would drop the token, after which every request fails.
 * @param api root of Discord's REST API
 * @see https://github.com/discordjs/discord.js/issues/9196
 */
export function verifyToken(send: Send, api: string, { onTokenDoubt, onTokenRefused }: TokenChecks): Send {
  const ownUser = `${api}/v${DefaultRestOptions.version}${Routes.user()}`
  let isInDoubt = false
  const setDoubt = (doubt: boolean): void => {
    if (doubt !== isInDoubt) onTokenDoubt(doubt)
    isInDoubt = doubt
  }
  const sendAndJudge: Send = async (url, init) => {
    const response = await send(url, init)
    if (response.status < 500 && response.status !== 401) setDoubt(false)
    return response
  }

  /** Whether Discord accepts the token. */
  const verify = async ({ body: _, ...init }: Parameters<Send>[1]): Promise<boolean> => {
    setDoubt(true)
    const response = await sendAndJudge(ownUser, { ...init, method: 'GET' })
    await response.arrayBuffer()
    if (response.status >= 500) throw new Error(`Discord cannot verify the token: status ${response.status}`)
    if (response.status === 401) onTokenRefused()
    return response.status !== 401
  }
  /** One for all requests that meet a 401 at the same time. */
  let verification: Promise<boolean> | undefined

  return async (url, init) => {
    if (OTHER_TOKEN.test(url)) return send(url, init)
    const response = await sendAndJudge(url, init)
    if (response.status !== 401) return response
    verification ??= verify(init).finally(() => {
      verification = undefined
    })
    if (!(await verification)) return response
    await response.arrayBuffer()
    return sendAndJudge(url, init)
  }
}
