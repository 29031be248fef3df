import { createInterface } from 'node:readline'
import type { Answer, Answerer } from '../answer/answer.ts'
import { formatAnswer, formatArticles, formatContext } from './format.ts'
import { paint, screenOf, write } from './screen.ts'

const help = `Ask about the articles in your own words. You get a passage in theirs.
  n, p        the next passage, the previous one
  m           more of the article around it; again for more still
  /articles   what there is to ask about
  /help       this
  Ctrl-D      leave`

/**
 * Talks with a person: a prompt with history, until Ctrl-D or Ctrl-C. Without a terminal on both sides: one plain answer
 * a line of input, an empty line after each, no prompt, no colours. `answererNow` gives what answers at the time.
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
  let shown: { readonly answer: Answer; readonly match: number; readonly around: number } | undefined

  const turn = (by: number) => {
    const answer = shown?.answer
    const match = (shown?.match ?? 0) + by
    if (!answer || answer.verdict === 'silent') return say('There is no passage to turn from: ask something first.')
    if (match < 0) return say('That was the first passage.')
    if (match >= answer.passages.length) return say('That was the last passage.')
    shown = { answer, match, around: 0 }
    return say(formatAnswer(screenOf(output), answer, match))
  }
  const widen = () => {
    const passage = shown?.answer.passages[shown.match]
    if (!shown || !passage) return say('There is no passage to show more of: ask something first.')
    shown = { ...shown, around: shown.around + 1 }
    return say(formatContext(screenOf(output), passage, shown.around))
  }
  const ask = (question: string) => {
    shown = { answer: answererNow().ask(question), match: 0, around: 0 }
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
    else if (interactive && typed.startsWith('/')) await say(`There is no ${typed}. ${help}`)
    else if (!interactive || typed !== '') await ask(typed)
    if (interactive) lines.prompt()
  }
  if (interactive) output.write('\n')
}
