/** `verbatim ask --json`: one line of JSON per line of input. See README.md for the contract. */
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import type { Answer, Answerer, AskOptions } from '../answer/answer.ts'
import { findArticle } from '../answer/find-article.ts'
import { messageOf, UserError } from '../errors.ts'
import { write } from './screen.ts'

const Line = v.object({
  question: v.string('"question" should be a string'),
  article: v.optional(v.string('"article" should be an article id, a string')),
  previous: v.optional(v.array(v.string(), '"previous" should be an array of questions')),
})

/**
 * Reads one question per line, as plain text or `{"question": "…", "article": "id"}`, and writes one line of JSON for
 * each, in order. A line that cannot be parsed yields `{"error": "…"}`.
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
    const { question, article: name, previous } = parseQuestion(line)
    const article = name === undefined ? undefined : findArticle(answerer.articles, name)?.id
    if (name !== undefined && article === undefined)
      throw new UserError(
        `no article, or more than one, is called ${JSON.stringify(name)}`,
        '`verbatim check` lists the articles',
      )
    const asked = { ...options, ...(article !== undefined && { article }), ...(previous && { previous }) }
    return JSON.stringify(toJson(answerer.ask(question, asked)))
  } catch (error) {
    return JSON.stringify({ error: messageOf(error) })
  }
}

function parseQuestion(line: string): v.InferOutput<typeof Line> {
  if (!line.trimStart().startsWith('{')) return { question: line.trim() }
  const parsed = v.safeParse(Line, JSON.parse(line))
  if (parsed.success) return parsed.output
  throw new UserError(parsed.issues[0].message, 'write {"question": "…", "article": "id"}')
}

/** The JSON of an answer: offsets in UTF-16 units, paragraphs and sentences numbered from 1. */
function toJson({ question, verdict, passages, unknown, about, readWith, isElsewhere, ms }: Answer): unknown {
  return {
    question,
    verdict,
    passages: passages.map(({ sentence, citation, score, answer, highlights, alsoIn }) => ({
      article: sentence.article,
      title: citation.title,
      section: citation.trail,
      kind: sentence.kind,
      paragraph: sentence.paragraph,
      ...(citation.page !== undefined && { page: citation.page }),
      sentence: sentence.number,
      start: sentence.start,
      end: sentence.end,
      ...(sentence.pieces && { pieces: sentence.pieces.map(({ start, end }) => ({ start, end })) }),
      text: sentence.text,
      plain: sentence.plain,
      score: Number(score.toFixed(4)),
      ...(answer && { answer }),
      highlights,
      ...(alsoIn.length > 0 && { alsoIn: alsoIn.map(({ id }) => id) }),
    })),
    unknown,
    ...(about && {
      about: {
        topic: about.topic,
        total: about.total,
        articles: about.articles.map(({ id, title, date, author, url }) => ({ article: id, title, date, author, url })),
      },
    }),
    ...(readWith && { readWith }),
    ...(isElsewhere && { isElsewhere }),
    ms: Number(ms.toFixed(3)),
  }
}
