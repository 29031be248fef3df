/** Renders the statistics of a server. */
import type { Article } from '../../../corpus/article.ts'
import type { VoteCounts } from '../../../feedback/vote-keys.ts'
import { percentFormat } from '../../../text/formatters.ts'
import type { Messages } from '../../../text/messages.ts'
import { listedTitle } from '../citation-line.ts'

export interface ServerStats {
  /** Public questions by verdict. */
  readonly verdicts: Readonly<Record<'answered' | 'related' | 'silent', number>>
  readonly gaps: { readonly open: number; readonly opened: number; readonly closed: number }
  readonly votes: VoteCounts
  /** The most quoted first. */
  readonly cited: readonly { readonly article: Article; readonly count: number }[]
}

/** Articles that are named. */
const MAX_CITED = 5

export function statsText({ verdicts, gaps, votes, cited }: ServerStats, text: Messages): string {
  const { answered, related, silent } = verdicts
  const questions = answered + related + silent
  const format = percentFormat(text.tag)
  const share = (count: number) => format.format(questions === 0 ? 0 : count / questions)
  const shares = [
    text.stats.answered(share(answered)),
    text.stats.related(share(related)),
    text.stats.silent(share(silent)),
  ]
  const list = cited
    .slice(0, MAX_CITED)
    .map(({ article, count }) => `- ${listedTitle(article)} (${count.toLocaleString(text.tag)})`)
  return [
    text.stats.title,
    text.stats.questions(questions) + (questions === 0 ? '' : `: ${shares.join(', ')}`),
    text.stats.gaps(gaps.open, gaps.opened, gaps.closed),
    text.stats.votes(votes.helpful, votes.wrong),
    ...(list.length > 0 ? [text.stats.cited, ...list] : []),
  ].join('\n')
}
