// The text of an article as HTML: whole where it is short, otherwise in parts that take little time each.
import { toHtml } from 'hast-util-to-html'
import type { Article } from '../corpus/article.ts'
import type { ParsedMarkdown } from '../corpus/formats/parse-markdown.ts'
import { readFrontMatter } from '../corpus/metadata/front-matter.ts'
import type { Outline } from './pages/article-page.ts'
import { paragraphParts } from './paragraph-parts.ts'
import { withPauses } from './pause.ts'
import { RecentlyUsed } from './recently-used.ts'
import { anchorOf, type Marked } from './render/marked.ts'
import { createParagraphRenderer } from './render/render-paragraphs.ts'

/** UTF-16 units of Markdown that are parsed for a page; what is longer is shown by its paragraphs. */
const MAX_MARKDOWN = 40_000
/** Sentences of a plain text that are sent at once. */
const MAX_SENTENCES = 1_000
/** UTF-16 units of HTML in a part. */
const PART = 16_384

/** UTF-16 units of HTML that are kept, some 50 long texts: links are opened most when they have just been posted. */
const MAX_KEPT_HTML = 4_000_000
/** UTF-16 units of Markdown that stay parsed, which is most of the work for a page; a parsed text takes some 50 times its size. */
const MAX_KEPT_MARKDOWN = 200_000

export interface TextOptions {
  readonly outline: Outline
  readonly marked?: Marked | undefined
  /** The address that a link of the article leads to on the page; undefined where it leads nowhere. */
  readonly resolve: (address: string) => string | undefined
  /** The heading of the footnotes. */
  readonly footnotes: string
}

interface ParsedText {
  readonly text: string
  readonly parsed: ParsedMarkdown
}

/** Renders the texts of one version of the articles; `variant` names everything in the options that is not the article. */
export type RenderText = (
  article: Article,
  options: TextOptions,
  variant: string,
) => Promise<string | AsyncIterable<string>>

export function createTextRenderer(): RenderText {
  const kept = new RecentlyUsed<string, string>(MAX_KEPT_HTML, (html) => html.length)
  const keptMarkdown = new RecentlyUsed<string, ParsedText>(MAX_KEPT_MARKDOWN, ({ text }) => text.length)
  const parse = (article: Article) => keptMarkdown.get(article.id, () => parseText(article))

  return async (article, options, variant) => {
    if (!isShort(article)) return paragraphText(article, options)
    const key = JSON.stringify([
      article.id,
      variant,
      options.marked && anchorOf(options.marked.sentence),
      options.marked?.phrase,
    ])
    return kept.get(key, async () => {
      const html =
        article.format === 'markdown' ? await markdownText(article, options, await parse(article)) : undefined
      return html ?? joined(paragraphText(article, options))
    })
  }
}

/** Whether the text is rendered whole. */
function isShort({ format, text, sentenceCount }: Article): boolean {
  return format === 'markdown' ? text.slice(0, MAX_MARKDOWN + 1).length <= MAX_MARKDOWN : sentenceCount <= MAX_SENTENCES
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}

async function parseText(article: Article): Promise<ParsedText> {
  const { parseMarkdown } = await import('../corpus/formats/parse-markdown.ts')
  const text = article.text.slice(0, MAX_MARKDOWN)
  const { end } = await readFrontMatter(text, { id: article.id, settings: {} })
  return { text, parsed: parseMarkdown(text, end) }
}

/** The whole text; undefined when it is too intricate to parse. */
async function markdownText(
  article: Article,
  { outline, ...options }: TextOptions,
  { text, parsed }: ParsedText,
): Promise<string | undefined> {
  if (parsed.intricate.length > 0) return undefined
  const { renderMarkdown } = await import('./render/render-markdown.ts')
  const titleAnchors = outline.title?.sentences.map(anchorOf) ?? []
  return toHtml(renderMarkdown(article, text, parsed, { ...options, titleAnchors }))
}

async function* paragraphText(article: Article, { outline, marked }: TextOptions): AsyncGenerator<string> {
  const { block } = createParagraphRenderer(article, marked)
  let part = ''
  for await (const paragraph of withPauses(paragraphParts(article))) {
    if (paragraph.number === outline.title?.number) continue
    part += toHtml(block(paragraph))
    if (part.length < PART) continue
    yield part
    part = ''
  }
  yield part
}
