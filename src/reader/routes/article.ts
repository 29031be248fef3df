// `/a/<article>`: an article, open at a sentence.
import { toHtml } from 'hast-util-to-html'
import type { Article } from '../../corpus/article.ts'
import { findSentence } from '../find-sentence.ts'
import type { Library } from '../library.ts'
import { articlePath, readSentenceAddress, sentencePath } from '../links.ts'
import { articlePage, outlineOf, TEXT } from '../pages/article-page.ts'
import type { Marked } from '../render/marked.ts'
import type { Site } from '../site.ts'
import { HTML, type Outcome } from './outcome.ts'

/** Longest question, in UTF-16 units. */
const MAX_QUESTION = 500

/** The page of an article, or the address that it is found at. */
export async function answerArticle(
  site: Site,
  library: Library,
  article: Article,
  parameters: URLSearchParams,
): Promise<Outcome> {
  const question = parameters.get('q')?.slice(0, MAX_QUESTION)
  const address = readSentenceAddress(parameters)
  let marked: Marked | undefined
  let line: string | undefined
  if (address) {
    const sentence = await findSentence(article, address)
    if (!sentence) line = site.text.web.gone
    else if (sentence.paragraph !== address.paragraph || sentence.number !== address.number)
      return { redirect: site.address(sentencePath(sentence, address.phrase, site.key)) }
    else marked = { sentence, ...(address.phrase && { phrase: address.phrase }) }
  } else if (question !== undefined && question.trim() !== '') {
    const { verdict, passages } = library.answerer.ask(question, {
      article: article.id,
      limit: 1,
      audience: article.server === undefined ? [] : [article.server],
    })
    const [passage] = passages
    if (passage && verdict !== 'silent')
      return { redirect: site.address(sentencePath(passage.sentence, passage.answer, site.key)) }
    line = site.text.web.notCovered
  }
  const outline = await outlineOf(article)
  // The value of an attribute may hold the comment, as `<` is not escaped there, but no quotation mark before it.
  const [before = '', after = ''] = toHtml(articlePage(site, article, outline, marked, line)).split(`"><!--${TEXT}-->`)
  const options = {
    outline,
    marked,
    resolve: (link: string) => resolveLink(site, library, article, link),
    footnotes: site.text.web.footnotes,
  }
  const text = await library.renderText(article, options, `${site.text.tag} ${site.address('/')}`)
  if (typeof text === 'string') return { content: { ...HTML, body: `${before}">${text}${after}` } }
  const parts = (async function* () {
    yield `${before}">`
    yield* text
    yield after
  })()
  return { content: { ...HTML, body: parts } }
}

/** A web address as it is; a file of the corpus by its page; anything else relative to the article's own address. */
function resolveLink(site: Site, { byFile, byId }: Library, { file, url }: Article, link: string): string | undefined {
  if (/^(?:https?:\/\/|mailto:)/iu.test(link)) return link
  const base = 'http://corpus/'
  const target = URL.canParse(link, base) ? new URL(link, new URL(encodeURI(file), base)) : undefined
  if (target?.host === 'corpus' && !link.startsWith('#')) {
    const path = decode(target.pathname).slice(1)
    const other = byFile.get(path) ?? byId.get(path)
    if (other) return site.address(articlePath(other.id))
  }
  return url !== undefined && URL.canParse(link, url) ? webAddress(new URL(link, url)) : undefined
}

function webAddress({ protocol, href }: URL): string | undefined {
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
