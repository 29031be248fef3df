// The chat at this terminal, or in a pipe: questions are answered from articles that are kept up to date.
import { join } from 'node:path'
import type { Settings } from './config.ts'
import { messageOf } from './errors.ts'
import { scheduleUpdates } from './importers/background/schedule-updates.ts'
import { problemLine } from './indexing/index-version.ts'
import type { CorpusPaths } from './indexing/refresh-index.ts'
import { LiveAnswerer } from './live-answerer.ts'
import { openPages } from './open-pages.ts'
import { answerEachLine, openChat } from './terminal/chat.ts'
import { openHistory } from './terminal/history.ts'
import { updateRequestOf } from './update-request.ts'

/** Answers questions of standard input until it ends, or the person leaves. */
export async function chat(
  settings: Settings,
  paths: CorpusPaths,
  onWarning: (line: string) => void,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  let report = onWarning
  const live = await LiveAnswerer.open(
    paths,
    {
      onUpdate: async (_, { problems }) => {
        for (const problem of problems) report(problemLine(problem))
      },
      onError: (error) => report(messageOf(error)),
      onWarning: (line) => report(line),
      // Later readings are not worth an interruption of the chat.
      onProgress: (done, total) => report === onWarning && onProgress?.(done, total),
    },
    settings.pages,
  )
  onWarning('To connect Discord, set DISCORD_TOKEN in .env (README, “Add it to Discord”). Until then, ask here.')
  const endUpdates = scheduleUpdates(updateRequestOf(settings, paths), (line) => report(line))
  const pages = await openPages(settings, live, (line) => report(line))
  const { stdin, stdout } = process
  if (stdin.isTTY && stdout.isTTY) {
    const history = settings.keepsHistory ? openHistory(join(settings.cacheDir, 'chat-history')) : undefined
    const chat = openChat(() => live.current, stdin, stdout, { history, staleAfter: settings.staleAfter })
    report = chat.report
    await chat.ended
  } else await answerEachLine(() => live.current, stdin, stdout, settings.staleAfter)
  pages?.close()
  endUpdates()
  live.close()
}
