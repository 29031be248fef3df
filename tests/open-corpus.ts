import { type Answerer, createAnswerer } from '../src/answer/answer.ts'
import { readCorpus } from '../src/corpus/read-corpus.ts'
import { folderOf } from './run-verbatim.ts'

/** A corpus of files by name, ready to be asked. */
export async function openCorpus(files: Readonly<Record<string, string>>): Promise<Answerer> {
  return createAnswerer((await readCorpus(folderOf(files))).articles)
}

/** The sentences that answer a question, best first. */
export function plains(answerer: Answerer, question: string, article?: string): string[] {
  const options = { limit: 100, ...(article !== undefined && { article }) }
  return answerer.ask(question, options).passages.map(({ sentence }) => sentence.plain)
}
