// Opens a corpus of made-up files for asking.
import { type Answerer, createAnswerer } from '../src/answer/answer.ts'
import { readCorpus } from '../src/corpus/read-corpus.ts'
import { folderOf } from './run-verbatim.ts'

/** Reads and indexes files, given by name. */
export async function openCorpus(files: Readonly<Record<string, string>>): Promise<Answerer> {
  return createAnswerer((await readCorpus(folderOf(files))).articles)
}

/** The passages for a question, best first, as a reader sees them. */
export function plains(answerer: Answerer, question: string, article?: string): string[] {
  const options = { limit: 100, ...(article !== undefined && { article }) }
  return answerer.ask(question, options).passages.map(({ sentence }) => sentence.plain)
}
