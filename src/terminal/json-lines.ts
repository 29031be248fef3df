import { createInterface } from 'node:readline'
import * as v from 'valibot'
import type { Answer, Answerer, AskOptions } from '../answer/answer.ts'
import { messageOf, UserError } from '../errors.ts'
import { write } from './screen.ts'

const Line = v.object({
  question: v.string('"question" should be a string'),
  article: v.optional(v.string('"article" should be an article id, a string')),
})

/**
 * Answers one question a line, each plain text or `{"question": "…", "article": "id"}`, with one line of JSON each, in
 * order, as soon as it is answered. A line that cannot be read is answered with `{"error": "…"}`.
 */
export async function answerLines(
  answerer: Answerer,
  options: AskOptions,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    await write(output, `${answerLine(answerer, options, line)}\n`)
}

function answerLine(answerer: Answerer, options: AskOptions, line: string): string {
  try {
    const { question, article } = line.trimStart().startsWith('{') ? parseLine(line) : { question: line.trim() }
    if (article !== undefined && !answerer.articles.some(({ id }) => id === article))
      throw new UserError(`there is no article ${JSON.stringify(article)}`, 'name one that `verbatim check` lists')
    return JSON.stringify(toJson(answerer.ask(question, article === undefined ? options : { ...options, article })))
  } catch (error) {
    return JSON.stringify({ error: messageOf(error) })
  }
}

function parseLine(line: string): v.InferOutput<typeof Line> {
  const parsed = v.safeParse(Line, JSON.parse(line))
  if (parsed.success) return parsed.output
  throw new UserError(parsed.issues[0].message, 'write {"question": "…", "article": "id"}')
}

/** An answer as the contract of `ask --json` has it: offsets in UTF-16 units, paragraphs and sentences from 1. */
export function toJson({ question, verdict, passages, unknown, ms }: Answer): unknown {
  return {
    question,
    verdict,
    passages: passages.map(({ sentence, citation, score, answer, highlights }) => ({
      article: sentence.article,
      title: citation.title,
      paragraph: sentence.paragraph,
      sentence: sentence.number,
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      plain: sentence.plain,
      score: Number(score.toFixed(4)),
      ...(answer && { answer }),
      highlights,
    })),
    unknown,
    ms: Number(ms.toFixed(3)),
  }
}
