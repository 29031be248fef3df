/** Renders what came of adding documents, and the question whether to remove one. */
import { ButtonStyle, ComponentType } from 'discord.js'
import type { Article } from '../../corpus/article.ts'
import type { AddedArticle } from '../../importers/save-article.ts'
import type { AdditionOutcome, ServerLimits } from '../../importers/server/documents.ts'
import type { Messages } from '../../text/messages.ts'
import { refusalText } from '../../text/refusals/refusal.ts'
import type { Reply } from './answer-reply.ts'
import { openingReply } from './article-list.ts'
import { linkedTitle, titleOf } from './citation-line.ts'
import { writeId } from './custom-id.ts'
import { articleKey } from './fingerprint.ts'
import { limits } from './limits.ts'
import { escapeInLine } from './markdown/escape.ts'
import { lengthOf, truncate } from './markdown/truncate.ts'

/** Code points of what an importer says. */
const MAX_REASON = 500
const MAX_WARNINGS = 5
const MAX_WARNING = 120

/**
 * @param article the first one, once it can be asked
 * @param questions that it can answer
 */
export function addedReply(
  added: readonly AddedArticle[],
  article: Article | undefined,
  questions: readonly string[],
  text: Messages,
): Reply {
  const warnings = added.flatMap((each) => each.warnings).slice(0, MAX_WARNINGS)
  const head = [
    headline(added, article, text),
    ...warnings.map((warning) => `- ${truncate(warning, MAX_WARNING, escapeInLine)}`),
  ].join('\n')
  if (!article) return { content: truncate(head, limits.content), components: [] }
  const { content, components } = openingReply(article, questions, text)
  const whole = `${head}\n${content}`
  return { content: lengthOf(whole) <= limits.content ? whole : head, components }
}

function headline(added: readonly AddedArticle[], article: Article | undefined, text: Messages): string {
  const [only, another] = added
  if (only && article && !another)
    return text.documents[only.outcome](titleOf(article.title), text.sentences(article.sentenceCount))
  const count = (outcome: AddedArticle['outcome']) => added.filter((each) => each.outcome === outcome).length
  return text.documents.several(count('added'), count('updated'), count('unchanged'))
}

export function refusedText(
  outcome: Exclude<AdditionOutcome, { kind: 'added' }>,
  { articles, bytes }: ServerLimits,
  text: Messages,
): string {
  if (outcome.kind === 'refused')
    return text.documents.refused(
      truncate(refusalText(outcome.refusal, text.documents.reasons), MAX_REASON, escapeInLine),
    )
  return outcome.limit === 'articles'
    ? text.documents.tooManyArticles(articles)
    : text.documents.tooManyBytes(Math.floor(bytes / 1_000_000))
}

export function confirmRemovalReply(article: Article, text: Messages): Reply {
  const confirm = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Danger as const,
    label: text.buttons.remove,
    custom_id: writeId('remove', articleKey(article.id)),
  }
  return {
    content: text.documents.confirm(linkedTitle(article)),
    components: [{ type: ComponentType.ActionRow, components: [confirm] }],
  }
}
