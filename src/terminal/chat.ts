// Questions and answers in a terminal, or line by line in a pipe.
import { createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'
import type { Answerer } from '../answer/answer.ts'
import { complete } from './complete.ts'
import { createConversation } from './conversation.ts'
import { formatAnswer } from './format.ts'
import type { History } from './history.ts'
import { type Output, paint, screenOf, visible, wrap, write } from './screen.ts'

/** A chat that goes on until the person leaves, or the input ends. */
export interface Chat {
  readonly ended: Promise<void>
  /** Shows a line that nobody asked for, and then again what was being typed. */
  report(line: string): void
}

/** Answers each line of a pipe or a file, without prompt or colours, followed by an empty line. */
export async function answerEachLine(
  answererNow: () => Answerer,
  input: NodeJS.ReadableStream,
  output: Output,
  staleAfter?: number,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const answer = answererNow().ask(line.trim(), { audience: 'all' })
    await write(output, `${formatAnswer(screenOf(output, staleAfter), answer)}\n\n`)
  }
}

/**
 * Opens a chat on a terminal.
 * @param answererNow returns the current version of the articles
 * @param options.history of earlier runs; without it, only this run's is kept
 * @param options.staleAfter days after which the age of a dated source is stated
 */
export function openChat(
  answererNow: () => Answerer,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  { history, staleAfter }: { readonly history?: History | undefined; readonly staleAfter?: number } = {},
): Chat {
  const conversation = createConversation(answererNow, () => screenOf(output, staleAfter))
  const lines = createInterface({
    input,
    output,
    prompt: paint(screenOf(output), 'bold', '❯ '),
    history: [...(history?.questions ?? [])],
    historySize: 1_000,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, answererNow().articles),
  })
  // Answered at once, before the next of several pasted lines is shown.
  lines.on('line', (line) => {
    const reply = conversation.respond(line)
    if (reply.kind === 'ended') {
      lines.setPrompt('')
      return lines.close()
    }
    if (reply.kind === 'answer' && reply.text !== '') history?.add(line.trim())
    if (reply.text !== '') output.write(`${reply.text}\n\n`)
    lines.prompt()
  })
  lines.on('SIGINT', () => {
    if (lines.line === '') lines.close()
    else clearLine(lines)
  })
  const endSuspension = suspendOnCtrlZ(lines, input)
  output.write(`${conversation.greeting}\n\n`)
  lines.prompt()
  return {
    ended: new Promise((resolve) => {
      lines.once('close', () => {
        endSuspension()
        // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
        if (lines.getPrompt() !== '') output.write('\n')
        resolve()
      })
    }),
    report(line) {
      moveCursor(output, 0, -lines.getCursorPos().rows)
      cursorTo(output, 0)
      output.write(`\u001b[J${wrap(screenOf(output), visible(line))}\n`)
      lines.prompt(true)
    },
  }
}

function clearLine(lines: Interface): void {
  lines.write(null, { ctrl: true, name: 'e' })
  lines.write(null, { ctrl: true, name: 'u' })
}

/** Lets Ctrl-Z stop the whole job, of which npm may be a part, and `fg` continue it; returns what undoes that. */
function suspendOnCtrlZ(lines: Interface, input: NodeJS.ReadStream): () => void {
  const resume = () => {
    input.setRawMode(true)
    lines.prompt(true)
  }
  lines.on('SIGTSTP', () => {
    input.setRawMode(false)
    process.kill(0, 'SIGTSTP')
    // The system ignores the signal where no shell could continue the job.
    setImmediate(resume)
  })
  process.on('SIGCONT', resume)
  return () => process.off('SIGCONT', resume)
}
