// Converts a document in a process of its own, within limits of time and memory.
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import PQueue from 'p-queue'
import * as v from 'valibot'
import { type ImportedDocument, type SourceDocument, UnreadableDocument } from '../document.ts'
import { conversionLimits } from '../limits.ts'
import { ConversionReply, type ConversionRequest } from './conversion-messages.ts'

const isSource = import.meta.url.endsWith('.ts')
const PROGRAM = new URL(isSource ? './conversion-process.ts' : './conversion-process.js', import.meta.url)

/** Megabytes of V8's heap, below the limit of the process: V8 says when it has run out, and the process ends. */
const HEAP_SHARE = 0.75
/** The bot's own answers come first. */
const NICE = 5
/** Conversions that run at the same time; each may take all of its memory. */
export const conversionsAtOnce = 2

const queue = new PQueue({ concurrency: conversionsAtOnce })

/**
 * Waits for its turn: few documents are converted at the same time.
 * @param program the built or source file of conversion-process.ts
 * @returns at least one document
 * @throws UnreadableDocument saying, in one line, why it cannot be imported
 */
export async function runConversion(
  source: SourceDocument,
  {
    limits = conversionLimits,
    program = PROGRAM,
  }: { readonly limits?: ConversionRequest['limits']; readonly program?: URL } = {},
): Promise<ImportedDocument[]> {
  const reply = await queue.add(() => replyOf(startProcess(program, limits), { source: { ...source }, limits }))
  if (reply.kind === 'refused') throw new UnreadableDocument(reply.message)
  return reply.documents
}

function startProcess(program: URL, limits: ConversionRequest['limits']): ChildProcess {
  const heap = Math.floor((HEAP_SHARE * limits.memoryBytes) / 2 ** 20)
  return fork(fileURLToPath(program), {
    execArgv: [`--max-old-space-size=${heap}`, ...(program.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Neither tokens nor NODE_OPTIONS.
    env: {},
  })
}

function replyOf(child: ChildProcess, request: ConversionRequest): Promise<ConversionReply> {
  const { milliseconds, memoryBytes } = request.limits
  return new Promise((resolve) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, milliseconds)
    const refuse = (message: string) => finish({ kind: 'refused', message })
    const finish = (reply: ConversionReply) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(reply)
    }
    child.once('message', (message) => {
      const parsed = v.safeParse(ConversionReply, message)
      if (parsed.success) finish(parsed.output)
      else refuse('its conversion gave no answer that is understood')
    })
    child.once('error', () => refuse('its conversion could not be started; try again later'))
    child.once('exit', () =>
      refuse(
        isLate
          ? `its conversion took longer than ${milliseconds / 1000} seconds; split it, or save it in another format`
          : `its conversion took more than ${Math.round(memoryBytes / 1e6)} MB of memory; split it, or save it in another format`,
      ),
    )
    child.send(request, (error) => {
      if (error) refuse('its conversion could not be started; try again later')
    })
    lowerPriority(child)
  })
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE)
  } catch {
    // It has ended already, or this system does not allow it: it then competes as an equal.
  }
}
