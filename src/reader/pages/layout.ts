// What every page has: head, the form to ask with, and the place of its content.
import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Article } from '../../corpus/article.ts'
import { ICON } from '../assets/icon.ts'
import type { Site } from '../site.ts'
import { searchForm } from './search-form.ts'

export interface Layout {
  readonly site: Site
  /** Of the document; the name of the site is added. */
  readonly title: string
  /** What a link preview shows below the title. */
  readonly description?: string | undefined
  /** The path of the page, without parameters. */
  readonly path: string
  /** What stands in the form. */
  readonly question?: string
  readonly isArticle?: boolean
}

const NAME = 'Verbatim'

/** A whole document. */
export function layOut(
  { site, title, description, path, question = '', isArticle }: Layout,
  main: ElementContent[],
): Root {
  const { text, address } = site
  const heading = title === NAME ? NAME : `${title} · ${NAME}`
  // A preview would show an article of a server wherever its link is pasted.
  const hasPreview = site.key === undefined
  const property = (name: string, content: string | undefined) =>
    hasPreview && content !== undefined ? [h('meta', { property: `og:${name}`, content })] : []
  const head = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', heading),
    ...(site.isIndexed ? [] : [h('meta', { name: 'robots', content: 'noindex' })]),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    ...property('site_name', NAME),
    ...property('type', isArticle ? 'article' : 'website'),
    ...property('title', title),
    ...property('description', description),
    ...property('url', site.publicUrl === undefined ? undefined : site.publicUrl + path),
    h('link', { rel: 'icon', href: ICON }),
    h('link', { rel: 'stylesheet', href: address('/style.css') }),
    h('script', { src: address('/keyboard.js'), defer: true }),
  ]
  const form = searchForm({
    action: address('/ask'),
    name: 'q',
    value: question,
    label: text.web.question,
    button: text.web.ask,
    shortcut: '/',
  })
  const body = [
    h('a', { className: ['skip'], href: '#text' }, text.web.skip),
    h('header', [h('a', { href: address('/') }, NAME), form]),
    h('main', { id: 'text', tabIndex: -1 }, main),
  ]
  return {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: text.tag }, [h('head', head), h('body', body)])],
  }
}

export type Fact = Element | string | undefined

/** Facts in a line, without the empty ones. */
export function facts(...parts: readonly Fact[]): Element {
  const shown = parts.filter((part) => part !== undefined && part !== '')
  return h(
    'p',
    { className: ['facts'] },
    shown.flatMap((part, i) => (i > 0 ? [' · ', part ?? ''] : [part ?? ''])),
  )
}

/** A link to where an article comes from, if that is on the web. */
export function original({ text }: Site, { url = '' }: Pick<Article, 'url'>): Element | undefined {
  return /^https?:/iu.test(url) ? h('a', { href: url }, text.web.original) : undefined
}

/** A link to the list of all articles. */
export function toArticles({ text, address }: Site, label = text.web.all): Element {
  return h('p', [h('a', { href: address('/') }, label)])
}

/** A line that says what happened. */
export function notice(line: string): Element {
  return h('p', { className: ['notice'] }, line)
}
