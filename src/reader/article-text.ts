// The text of an article as HTML, in parts that take little time each.
import { toHtml } from 'hast-util-to-html'
import type { Article } from '../corpus/article.ts'
import { readFrontMatter } from '../corpus/metadata/front-matter.ts'
import type { Outline } from './pages/article-page.ts'
import { withPauses } from './pause.ts'
import { anchorOf, type Marked } from './render/marked.ts'
import { createParagraphRenderer } from './render/render-paragraphs.ts'

/** UTF-16 units of Markdown that are parsed for a page; what is longer is shown by its paragraphs. */
const MAX_MARKDOWN = 40_000
/** UTF-16 units of HTML in a part. */
const PART = 16_384

export interface TextOptions {
  readonly outline: Outline
  readonly marked?: Marked | undefined
  /** The address that a link of the article leads to on the page; undefined where it leads nowhere. */
  readonly resolve: (address: string) => string | undefined
  /** The heading of the footnotes. */
  readonly footnotes: string
}

/** Whether the whole text is one part. */
export function isShort({ format, text, sentenceCount }: Article): boolean {
  return format === 'markdown' ? text.slice(0, MAX_MARKDOWN + 1).length <= MAX_MARKDOWN : sentenceCount <= 1_000
}

export async function* articleText(article: Article, options: TextOptions): AsyncGenerator<string> {
  const whole = article.format === 'markdown' && isShort(article) ? await markdownText(article, options) : undefined
  if (whole !== undefined) yield whole
  else yield* paragraphText(article, options)
}

/** The whole text; undefined when it is too intricate to parse. */
async function markdownText(article: Article, { outline, ...options }: TextOptions): Promise<string | undefined> {
  const { parseMarkdown } = await import('../corpus/formats/parse-markdown.ts')
  const { renderMarkdown } = await import('./render/render-markdown.ts')
  const text = article.text.slice(0, MAX_MARKDOWN)
  const { end } = await readFrontMatter(text, { id: article.id, settings: {} })
  const parsed = parseMarkdown(text, end)
  if (parsed.intricate.length > 0) return undefined
  const titleAnchors = outline.title?.sentences.map(anchorOf) ?? []
  return toHtml(renderMarkdown(article, text, parsed, { ...options, titleAnchors }))
}

async function* paragraphText(article: Article, { outline, marked }: TextOptions): AsyncGenerator<string> {
  const { block } = createParagraphRenderer(article, marked)
  let part = ''
  for await (const paragraph of withPauses(article.paragraphs)) {
    if (paragraph.number === outline.title?.number) continue
    part += toHtml(block(paragraph))
    if (part.length < PART) continue
    yield part
    part = ''
  }
  yield part
}
