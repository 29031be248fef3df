// `verbatim check`: lists the articles, and what is wrong with the files.
import type { Problem } from '../corpus/article.ts'
import { importedFolder } from '../corpus/files/conversions.ts'
import { listFiles } from '../corpus/files/list-files.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { counted, problemLine } from '../indexing/index-version.ts'
import type { CorpusPaths } from '../indexing/refresh-index.ts'
import { type CorpusListener, importPending, noArticle } from '../live-answerer.ts'
import { formatArticles } from '../terminal/format-articles.ts'
import type { Output } from './output.ts'

/**
 * Lists every article and every problem; documents are converted first.
 * @returns how many files were refused
 * @throws UserError when a folder cannot be read, or there is no article
 */
export async function check(
  paths: CorpusPaths,
  listener: Pick<CorpusListener, 'onWarning' | 'onProgress'>,
  { screen, write, warn }: Output,
): Promise<number> {
  const imported = importedFolder(paths.cache)
  const { files } = await listFiles(paths.corpus, imported)
  const pending = files.filter(({ document }) => document?.isPending)
  if (pending.length > 0) await importPending(paths, pending, listener)
  const { articles, problems, conversions } = await readCorpus(paths.corpus, imported)
  write(`${formatArticles(screen, articles, conversions)}\n`)
  const byFile = groupByFile(problems)
  for (const problem of byFile) warn(problemLine(problem))
  if (articles.length === 0) throw noArticle(paths)
  const refused = byFile.filter(({ level }) => level === 'refused').length
  const sentences = articles.reduce((sum, { sentenceCount }) => sum + sentenceCount, 0)
  const counts = [
    counted(articles.length, 'article'),
    counted(sentences, 'sentence'),
    `${counted(refused, 'file')} refused`,
    `${counted(byFile.length - refused, 'file')} with warnings`,
  ]
  write(`\n${counts.join(', ')}\n`)
  return refused
}

/** The problems of each file as one, so that each file is one line. */
function groupByFile(problems: readonly Problem[]): Problem[] {
  const byFile = new Map<string, Problem>()
  for (const problem of problems) {
    const { level, message } = byFile.get(problem.file) ?? { level: problem.level, message: '' }
    const joined = message === '' ? problem.message : `${message}; ${problem.message}`
    byFile.set(problem.file, { level, file: problem.file, message: joined })
  }
  return [...byFile.values()]
}
