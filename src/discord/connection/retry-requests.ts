import type { RESTOptions } from 'discord.js'

type Send = RESTOptions['makeRequest']
type Answer = Awaited<ReturnType<Send>>

/** Milliseconds before a request is sent again, and by what each further pause is longer. */
const FIRST_PAUSE = 100
const GROWTH = 1.5
const LONGEST_PAUSE = 5_000
/** The first answer to an interaction: Discord takes it for so many milliseconds, and an outage may leave few of them. */
const URGENT = /\/interactions\/\d+\/[^/]+\/callback/u
const URGENT_FOR = 3_000
const URGENT_PAUSE = 250
/** Milliseconds that an answer may take; undici's own limit is five minutes. */
const ANSWER_WITHIN = 15_000

/**
 * Sends requests again that Discord could not take: no connection, one that broke, or a status from 500 on. discord.js
 * does so at once and up to three times, and for some broken connections only.
 * @param send sends a request once
 * @param persistence for how many milliseconds of running time a request is sent again; asked for each anew
 */
export function retryRequests(send: Send, persistence: () => number): Send {
  return async (url, init) => {
    const options = { ...init, headersTimeout: ANSWER_WITHIN }
    const began = performance.now()
    const until = began + persistence()
    const urgentUntil = began + (URGENT.test(url) ? URGENT_FOR : 0)
    const longest = (): number => (performance.now() < urgentUntil ? URGENT_PAUSE : LONGEST_PAUSE)
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * GROWTH, longest())) {
      const isLast = performance.now() + pause > until
      try {
        const answer = await whole(send(url, options))
        if (answer.status < 500 || isLast) return answer
      } catch (error) {
        if (isLast || init.signal?.aborted) throw error
      }
      await sleep(pause * (0.75 + Math.random() / 2))
    }
  }
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** An answer that has come to its end, so that a connection that breaks in the midst of it counts as broken. */
async function whole(answering: Promise<Answer>): Promise<Answer> {
  const answer = await answering
  const { status, statusText, headers } = answer
  const bytes = await answer.arrayBuffer()
  return new Response(bytes.byteLength > 0 ? bytes : null, { status, statusText, headers: [...headers] })
}
