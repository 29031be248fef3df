// Answers of people on Discord as articles: `servers/<id>/answers/<id of the message>.md`, the question as title and heading.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { isCandidate } from '../../corpus/article.ts'
import { readArticle } from '../../corpus/read-article.ts'
import { serverFolder } from '../server-folders.ts'
import { writeWhole } from '../write-file.ts'

export interface RememberedAnswer {
  readonly question: string
  /** Word for word, in Discord's Markdown. */
  readonly answer: string
  /** Display name. */
  readonly author: string
  /** Milliseconds since 1970. */
  readonly writtenAt: number
  /** Of the message. */
  readonly url?: string
}

/** The remembered answers of servers; `id` is that of the message, or of the interaction that wrote it. */
export interface RememberedAnswers {
  /** Writes an answer, or its next version; false, and nothing is written, if no sentence of it can be quoted. */
  save(server: string, id: string, answer: RememberedAnswer): Promise<boolean>
  /** The question of a remembered answer; undefined if it is not remembered. */
  questionOf(server: string, id: string): Promise<string | undefined>
  has(server: string, id: string): boolean
  /** Whether it was there. */
  remove(server: string, id: string): boolean
}

const FrontMatter = v.object({ title: v.string() })

/** @param corpus folder of articles */
export function openRememberedAnswers(corpus: string): RememberedAnswers {
  const pathOf = (server: string, id: string) => join(serverFolder(corpus, server), 'answers', `${id}.md`)
  return {
    save: async (server, id, answer) => {
      const text = await compose(answer)
      const path = pathOf(server, id)
      const { article } = await readArticle(path, text)
      if (!article.paragraphs.some(({ kind }) => isCandidate(kind))) return false
      writeWhole(path, text)
      return true
    },
    questionOf: async (server, id) => {
      const path = pathOf(server, id)
      if (!existsSync(path)) return undefined
      const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n/u.exec(readFileSync(path, 'utf8')) ?? []
      const { parse } = await import('yaml')
      const read = v.safeParse(FrontMatter, parse(yaml))
      return read.success ? read.output.title : undefined
    },
    has: (server, id) => existsSync(pathOf(server, id)),
    remove: (server, id) => {
      const path = pathOf(server, id)
      const isThere = existsSync(path)
      rmSync(path, { force: true })
      return isThere
    },
  }
}

async function compose({ question, answer, author, writtenAt, url }: RememberedAnswer): Promise<string> {
  const { stringify } = await import('yaml')
  const title = question.replace(/\s+/gu, ' ').trim()
  const date = new Date(writtenAt).toISOString().slice(0, 'YYYY-MM-DD'.length)
  const values = { title, date, author, ...(url !== undefined && { url }) }
  return `---\n${stringify(values, { lineWidth: 0 })}---\n\n# ${title}\n\n${withoutUnderlines(answer.trim())}\n`
}

/** Lines of `-` or `=`, which Discord shows as they are and Markdown takes for the underline of a heading. */
const UNDERLINE = /^( {0,3})(?=(?:-+|=+)[ \t]*$)/gmu

function withoutUnderlines(answer: string): string {
  return answer.includes('```') ? answer : answer.replace(UNDERLINE, '$1\\')
}
