/** Interactive questions and answers in a terminal, or line by line in a pipe. */
import { createInterface } from 'node:readline'
import type { Answer, Answerer } from '../answer/answer.ts'
import { formatAnswer, formatArticles, formatContext } from './format.ts'
import { paint, screenOf, write } from './screen.ts'

const help = `Ask a question about the articles; the answer is a quotation from them.
  n, p        next passage, previous passage
  m           more of the article around the passage; repeat for more
  /articles   list the articles
  /help       show this help
  Ctrl-D      quit`

/**
 * Answers questions until Ctrl-D or Ctrl-C. Unless both streams are terminals, each line of input is a question, and
 * its answer is printed without prompt or colours, followed by an empty line.
 * @param answererNow returns the current version of the articles
 */
export async function chat(
  answererNow: () => Answerer,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<void> {
  const interactive = Boolean(input.isTTY && output.isTTY)
  const prompt = interactive ? paint(screenOf(output), 'bold', '❯ ') : ''
  const lines = createInterface({ input, output: interactive ? output : undefined, terminal: interactive, prompt })
  const say = (text: string) => write(output, `${text}\n\n`)
  /** The questions that the next one may refer to, latest first. */
  let earlier: readonly string[] = []
  let shown: { readonly answer: Answer; readonly match: number; readonly paragraphs: number } | undefined

  const turn = (by: number) => {
    const answer = shown?.answer
    const match = (shown?.match ?? 0) + by
    if (!answer || answer.verdict === 'silent') return say('There is no passage yet. Ask a question first.')
    if (match < 0) return say('This is the first passage.')
    if (match >= answer.passages.length) return say('This is the last passage.')
    shown = { answer, match, paragraphs: 0 }
    return say(formatAnswer(screenOf(output), answer, match))
  }
  const widen = () => {
    const passage = shown?.answer.passages[shown.match]
    if (!shown || !passage) return say('There is no passage yet. Ask a question first.')
    shown = { ...shown, paragraphs: shown.paragraphs + 1 }
    return say(formatContext(screenOf(output), passage, shown.paragraphs))
  }
  const ask = (question: string) => {
    const { question: last, readWith } = shown?.answer ?? {}
    // A chain of follow-ups keeps the question that it began with.
    earlier = last === undefined ? [] : readWith ? [last, ...earlier] : [last]
    shown = {
      answer: answererNow().ask(question, { audience: 'all', ...(interactive && { previous: earlier }) }),
      match: 0,
      paragraphs: 0,
    }
    return say(formatAnswer(screenOf(output), shown.answer))
  }
  const commands: Readonly<Record<string, () => Promise<void>>> = {
    n: () => turn(1),
    p: () => turn(-1),
    m: widen,
    '/articles': () => say(formatArticles(screenOf(output), answererNow().articles)),
    '/help': () => say(help),
  }

  lines.on('SIGINT', () => lines.close())
  lines.prompt()
  for await (const line of lines) {
    const typed = line.trim()
    const command = interactive ? commands[typed] : undefined
    if (command) await command()
    else if (interactive && typed.startsWith('/')) await say(`Unknown command ${typed}. ${help}`)
    else if (!interactive || typed !== '') await ask(typed)
    if (interactive) lines.prompt()
  }
  if (interactive) output.write('\n')
}
