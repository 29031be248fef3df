// What `verbatim add` and `verbatim refresh` print of an article.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCandidate, sentencesIn } from '../corpus/article.ts'
import { readArticle } from '../corpus/read-article.ts'
import { messageOf } from '../errors.ts'
import type { AddedArticle } from '../importers/save-article.ts'
import { counted } from '../indexing/index-version.ts'
import { type Screen, visible, wrap } from '../terminal/screen.ts'

/** Code points of the first sentence. */
const MAX_SENTENCE = 200

/** @param corpus the folder of articles that its path is relative to */
export async function formatAdded(
  screen: Screen,
  corpus: string,
  { outcome, path, differences, warnings }: AddedArticle,
): Promise<string> {
  const heading = `${path}: ${outcome}${differences.length > 0 ? ` (${differences.join(', ')})` : ''}`
  const { facts, firstSentence, problems } = await describe(corpus, path)
  const lines = [
    ...facts,
    ...(outcome === 'unchanged' ? [] : firstSentence),
    ...[...warnings, ...problems].map((warning) => `warning: ${warning}`),
  ]
  return [wrap(screen, visible(heading)), ...lines.map((line) => wrap(screen, visible(line), '  '))].join('\n')
}

interface Description {
  /** A line, or none where the file is no article. */
  readonly facts: readonly string[]
  readonly firstSentence: readonly string[]
  readonly problems: readonly string[]
}

/** As the reader finds it. */
async function describe(corpus: string, path: string): Promise<Description> {
  try {
    const { article, warnings } = await readArticle(path, readFileSync(join(corpus, path), 'utf8'))
    const { title, date = 'no date', language, paragraphs, sentenceCount } = article
    const sentences = sentencesIn(paragraphs.filter(({ kind }) => isCandidate(kind)))
    return {
      facts: [[title, date, language, counted(sentenceCount, 'sentence')].join(' · ')],
      firstSentence: sentences.slice(0, 1).map(({ plain }) => shortened(plain)),
      problems: warnings,
    }
  } catch (error) {
    return { facts: [], firstSentence: [], problems: [messageOf(error)] }
  }
}

function shortened(sentence: string): string {
  const letters = [...sentence]
  return letters.length > MAX_SENTENCE ? `${letters.slice(0, MAX_SENTENCE).join('').trimEnd()}…` : sentence
}
