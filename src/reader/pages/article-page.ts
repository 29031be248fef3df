// The page of an article: its facts, a table of contents, and the text with the marked sentence.
import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Article, Paragraph } from '../../corpus/article.ts'
import { formatDate } from '../../text/format-date.ts'
import { languageNames } from '../../text/formatters.ts'
import { inLanguage } from '../language.ts'
import { articlePath } from '../links.ts'
import { paragraphParts } from '../paragraph-parts.ts'
import { withPauses } from '../pause.ts'
import { anchorOf, type Marked } from '../render/marked.ts'
import { createParagraphRenderer } from '../render/render-paragraphs.ts'
import type { Site } from '../site.ts'
import { facts, layOut, notice, original } from './layout.ts'

/** What the page shows besides the text. */
export interface Outline {
  /** The paragraph that is the title, which is shown above the text only. */
  readonly title?: Paragraph
  readonly headings: readonly Paragraph[]
}

/** An article with fewer headings or sentences has no table of contents. */
const LONG = { headings: 3, sentences: 40 } as const
const MAX_HEADINGS = 300

/** To find the headings of a long article takes longer than anything else that its page needs before its text. */
const outlines = new WeakMap<Article, Promise<Outline>>()

/** What the page shows besides the text. */
export function outlineOf(article: Article): Promise<Outline> {
  const outline = outlines.get(article) ?? readOutline(article)
  outlines.set(article, outline)
  return outline
}

async function readOutline(article: Article): Promise<Outline> {
  const headings: Paragraph[] = []
  let title: Paragraph | undefined
  for await (const paragraph of withPauses(paragraphParts(article))) {
    const whole = () => paragraph.sentences.map(({ plain }) => plain).join(' ')
    if (paragraph.number === 1 && whole() === article.title) title = paragraph
    else if (paragraph.kind === 'heading' && headings.push(paragraph) >= MAX_HEADINGS) break
  }
  return { ...(title && { title }), headings }
}

/** The place of the text in the document that `articlePage` gives. */
export const TEXT = 'text of the article'

/** The document of an article, with a comment `TEXT` in the place of its text. */
export function articlePage(
  site: Site,
  article: Article,
  { title, headings }: Outline,
  marked: Marked | undefined,
  line: string | undefined,
): Root {
  const { text } = site
  const { language } = article
  const languages = languageNames(text.tag)
  const isLong = headings.length >= LONG.headings && article.sentenceCount >= LONG.sentences
  const description = marked?.sentence.plain ?? ''
  const layout = {
    site,
    title: article.title,
    path: articlePath(article.id),
    isArticle: true,
    ...(description !== '' && { description }),
  }
  return layOut(layout, [
    ...(line === undefined ? [] : [notice(line)]),
    h('h1', inLanguage(language), titleOf(article, title, marked)),
    facts(
      article.date === undefined ? undefined : formatDate(article.date, text.tag),
      article.section,
      article.author,
      languages.of(language),
      original(site, article),
    ),
    ...(isLong ? [contents(headings, text.web.contents, language)] : []),
    h('article', inLanguage(language), [{ type: 'comment', value: TEXT }]),
  ])
}

function titleOf(article: Article, title: Paragraph | undefined, marked: Marked | undefined): ElementContent[] {
  if (!title) return [{ type: 'text', value: article.title }]
  return createParagraphRenderer(article, marked).inline(title.sentences)
}

function contents(headings: readonly Paragraph[], label: string, language: string): Element {
  const items = headings.flatMap(({ sentences, trail }) => {
    const [first] = sentences
    const level = `level-${Math.min(trail.length, 3)}`
    const plain = sentences.map((sentence) => sentence.plain).join(' ')
    return first ? [h('li', { className: [level] }, [h('a', { href: `#${anchorOf(first)}` }, plain)])] : []
  })
  return h('details', { className: ['contents'] }, [h('summary', label), h('ul', inLanguage(language), items)])
}
