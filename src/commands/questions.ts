// The commands `gaps` and `forget`: the questions that the articles do not answer, and their deletion.
import type { Answerer } from '../answer/answer.ts'
import { findGaps, type Gap } from '../gaps/gaps.ts'
import { openStore, type StoreOptions } from '../store/open-store.ts'
import { dayOf } from '../store/store.ts'
import { type Screen, visible, wrap } from '../terminal/screen.ts'

/** The open gaps of every server, or of one, as text. */
export async function formatAllGaps(
  answerer: Answerer,
  options: StoreOptions,
  server: string | undefined,
  screen: Screen,
): Promise<string> {
  const lines: string[] = []
  for (const { server: id, open } of await gapsOf(answerer, options, server)) {
    if (open.length === 0) continue
    lines.push(`Server ${id}`, ...open.map((gap) => wrap(screen, formatGap(gap))))
  }
  return lines.length === 0 ? 'No question is waiting for an answer.' : lines.join('\n')
}

function formatGap({ question, count, lastAsked, unknown }: Gap): string {
  const never = unknown.length === 0 ? '' : ` (never mentioned: ${unknown.map(visible).join(', ')})`
  return `  ${count} × ${dayOf(lastAsked)}  ${visible(question)}${never}`
}

/** The open gaps of every server, or of one: a line of JSON each. */
export async function gapsAsJson(
  answerer: Answerer,
  options: StoreOptions,
  server: string | undefined,
): Promise<string[]> {
  const all = await gapsOf(answerer, options, server)
  return all.flatMap(({ server: id, open }) =>
    open.map(({ question, verdict, unknown, count, lastAsked }) =>
      JSON.stringify({ server: id, question, verdict, unknown, count, lastAsked: new Date(lastAsked).toISOString() }),
    ),
  )
}

async function gapsOf(answerer: Answerer, options: StoreOptions, server: string | undefined) {
  const store = await openStore(options)
  try {
    const all: { readonly server: string; readonly open: readonly Gap[] }[] = []
    for (const id of server === undefined ? await store.servers() : [server])
      all.push({ server: id, open: (await findGaps(id, await store.questions(id), answerer)).open })
    return all
  } finally {
    await store.close()
  }
}

/** Deletes everything kept about questions, of all servers or of one; how many records there were. */
export async function forget(options: StoreOptions, server: string | undefined): Promise<number> {
  const store = await openStore(options)
  try {
    return await store.forget(server)
  } finally {
    await store.close()
  }
}
