// What the chat replies to each line that is typed: answers, and the chat's own commands.
import type { Answer, Answerer } from '../answer/answer.ts'
import { differentTextFirst } from '../answer/different-text.ts'
import { findArticle } from '../answer/find-article.ts'
import { formatAnswer, formatContext, neighboursOn } from './format.ts'
import { formatArticles, formatGreeting } from './format-articles.ts'
import { type Screen, visible, wrap } from './screen.ts'

/** The reply to a line; `ended` when the line asks to leave. */
export type Reply = { readonly kind: 'ended' } | { readonly kind: 'command' | 'answer'; readonly text: string }

export interface Conversation {
  /** What can be asked, and how to get help. */
  readonly greeting: string
  respond(line: string): Reply
}

const HELP = `Ask a question about the articles; the answer is a quotation.
  n, p             next passage, previous passage
  m                more of the article around the passage
  /article <name>  ask one article only; without a name, all
  /articles        list the articles
  help, ?          show this help
  exit, quit       leave; so does Ctrl-D
Tab completes the names of articles and commands.`

/** The commands that start with a slash, for completion. */
export const slashCommands = ['/article', '/articles', '/exit', '/help', '/quit']

const NO_PASSAGE = 'There is no passage yet. Ask a question first.'

/**
 * A conversation in which short questions may refer to the ones before.
 * @param answererNow returns the current version of the articles
 * @param screenNow returns what replies are laid out for, which changes with the window
 */
export function createConversation(answererNow: () => Answerer, screenNow: () => Screen): Conversation {
  /** The questions that the next one may refer to, latest first. */
  let earlier: readonly string[] = []
  let shown: { readonly answer: Answer; readonly match: number; readonly paragraphs: number } | undefined
  /** The id of the only article to ask. */
  let article: string | undefined

  const say = (text: string) => wrap(screenNow(), text)
  const turn = (by: number): string => {
    const answer = shown?.answer
    const match = (shown?.match ?? 0) + by
    if (!answer || answer.verdict === 'silent') return say(NO_PASSAGE)
    if (match < 0) return say('This is the first passage.')
    if (match >= answer.passages.length) return say('This is the last passage.')
    shown = { answer, match, paragraphs: 0 }
    return formatAnswer(screenNow(), answer, match)
  }
  const widen = (): string => {
    const passage = shown?.answer.passages[shown.match]
    if (!shown || !passage) return say(NO_PASSAGE)
    const { paragraphs } = shown
    const isShown = ({ number }: { number: number }) => Math.abs(number - passage.sentence.paragraph) <= paragraphs
    if (paragraphs > 0 && [...passage.article.paragraphs].every(isShown))
      return say('There is no more of this article.')
    shown = { ...shown, paragraphs: paragraphs + 1 }
    return formatContext(screenNow(), passage, shown.paragraphs)
  }
  const choose = (name: string): string => {
    const chosen = name === '' ? undefined : findArticle(answererNow().articles, name)
    if (name !== '' && !chosen)
      return say(`No article, or more than one, is called ${visible(name)}. /articles lists them all.`)
    article = chosen?.id
    earlier = []
    return say(chosen ? `Asking only “${visible(chosen.title)}”. /article asks all again.` : 'Asking all articles.')
  }
  const ask = (question: string): string => {
    const { question: last, readWith } = shown?.answer ?? {}
    // A chain of follow-ups keeps the question that it began with.
    earlier = last === undefined ? [] : readWith ? [last, ...earlier] : [last]
    const options = { audience: 'all' as const, previous: earlier, ...(article !== undefined && { article }) }
    const answer = differentTextFirst(answererNow().ask(question, options), (passage) => {
      const { before, after } = neighboursOn(screenNow(), passage)
      return [...before, ...after]
    })
    shown = { answer, match: 0, paragraphs: 0 }
    return formatAnswer(screenNow(), shown.answer)
  }
  const help = () => say(HELP)
  const commands = new Map<string, () => string>([
    ['n', () => turn(1)],
    ['p', () => turn(-1)],
    ['m', widen],
    ['/articles', () => formatArticles(screenNow(), answererNow().articles)],
    ['/help', help],
    ['help', help],
    ['?', help],
  ])

  return {
    get greeting() {
      return formatGreeting(screenNow(), answererNow().articles)
    },
    respond(line) {
      const typed = line.trim()
      if (/^\/?(?:exit|quit)$/iu.test(typed)) return { kind: 'ended' }
      const command = commands.get(typed.toLowerCase())
      if (command) return { kind: 'command', text: command() }
      const [, name] = /^\/article(?:\s+(\S.*))?$/iu.exec(typed) ?? [undefined, undefined]
      if (/^\/article(?:\s|$)/iu.test(typed)) return { kind: 'command', text: choose(name ?? '') }
      if (typed.startsWith('/')) return { kind: 'command', text: say(`Unknown command ${visible(typed)}.\n${HELP}`) }
      return { kind: 'answer', text: typed === '' ? '' : ask(typed) }
    },
  }
}
