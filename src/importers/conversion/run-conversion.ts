// Converts a document in a process of its own, within limits of time and memory.
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import PQueue from 'p-queue'
import * as v from 'valibot'
import type { ImportedDocument, SourceDocument } from '../document.ts'
import { conversionLimits } from '../limits.ts'
import { RefusedImport, refused } from '../refused-import.ts'
import { ConversionReply, type ConversionRequest } from './conversion-messages.ts'

const isSource = import.meta.url.endsWith('.ts')
const PROGRAM = new URL(isSource ? './conversion-process.ts' : './conversion-process.js', import.meta.url)

/** Megabytes of V8's heap, below the limit of the process: V8 says when it has run out, and the process ends. */
const HEAP_SHARE = 0.75
/** A busy machine may take so many times the processor time of a conversion. */
const MOST_WAITING = 10
/** The bot's own answers come first. */
const NICE = 5
/** Conversions that run at the same time; each may take all of its memory. */
export const conversionsAtOnce = 2

const queue = new PQueue({ concurrency: conversionsAtOnce })

/**
 * Waits for its turn: few documents are converted at the same time.
 * @param program the built or source file of conversion-process.ts
 * @returns at least one document
 * @throws RefusedImport saying why it cannot be imported
 */
export async function runConversion(
  source: SourceDocument,
  {
    limits = conversionLimits,
    program = PROGRAM,
  }: { readonly limits?: ConversionRequest['limits']; readonly program?: URL } = {},
): Promise<ImportedDocument[]> {
  const reply = await queue.add(() => replyOf(startProcess(program, limits), { source: { ...source }, limits }))
  if (reply.kind === 'refused') throw new RefusedImport(reply.refusal)
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
    // A process that waits uses no processor time.
    const timer = setTimeout(() => child.kill('SIGTERM'), MOST_WAITING * milliseconds)
    const finish = (reply: ConversionReply) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(reply)
    }
    const refuse = ({ refusal }: RefusedImport) => finish({ kind: 'refused', refusal })
    child.once('message', (message) => {
      const parsed = v.safeParse(ConversionReply, message)
      if (parsed.success) finish(parsed.output)
      else refuse(refused('notAnswered', {}))
    })
    child.once('error', () => refuse(refused('notStarted', {})))
    child.once('exit', (_, signal) =>
      refuse(
        signal === 'SIGTERM'
          ? refused('tooSlow', { seconds: milliseconds / 1_000 })
          : refused('tooMuchMemory', { megabytes: Math.round(memoryBytes / 1e6) }),
      ),
    )
    child.send(request, (error) => {
      if (error) refuse(refused('notStarted', {}))
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
