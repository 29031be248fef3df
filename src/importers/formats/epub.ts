// EPUB books: the chapters of the spine, in order.
import type { ImportedDocument } from '../document.ts'
import { refused } from '../refused-import.ts'
import { dayOf } from './day.ts'
import { decodeText } from './decode-text.ts'
import { parseDom } from './dom.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { checkNesting } from './nesting.ts'
import { type XmlElement, xmlElements } from './xml.ts'
import { readZip } from './zip.ts'

/** @throws RefusedImport saying why it cannot be read */
export function importEpub(bytes: Uint8Array): ImportedDocument {
  const entries = readZip(
    bytes,
    (name) =>
      /\.(?:xml|opf|x?html?)$/iu.test(name) ||
      name.startsWith('OPS/') ||
      (name.startsWith('OEBPS/') && !/\.(?:jpe?g|png|gif|svg|ttf|otf|woff2?|mp[34]|css|js)$/iu.test(name)),
  )
  const read = (name: string) => {
    const content = entries.get(name)
    if (!content) throw refused('missingPart', { name })
    const xml = decodeText(content)
    checkNesting(xml, { xml: true })
    return xml
  }
  if (entries.has('META-INF/encryption.xml') && entries.has('META-INF/rights.xml')) throw refused('protectedBook', {})
  const packagePath = xmlElements(read('META-INF/container.xml')).find(({ name }) => name === 'rootfile')?.attributes[
    'full-path'
  ]
  if (packagePath === undefined) throw refused('noPackage', {})
  const path = entries.has(packagePath) ? packagePath : decodeURIComponent(packagePath)
  const elements = xmlElements(read(path))
  const chapters = chaptersOf(elements, path).map((name) => htmlToMarkdown(parseDom(read(name)).body.innerHTML))
  const markdown = chapters.filter((chapter) => chapter.trim() !== '').join('\n')
  if (markdown.trim() === '') throw refused('noText', {})
  const metadata = (wanted: string) => elements.find(({ name, text }) => name === wanted && text !== '')?.text
  const [title, author, language, date] = [
    metadata('title'),
    metadata('creator'),
    metadata('language'),
    dayOf(metadata('date') ?? ''),
  ]
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(author !== undefined && { author }),
    ...(language !== undefined && { language }),
    markdown,
    warnings: [],
  }
}

/** Paths of the chapters in the archive; the title page and the table of contents are nothing to quote. */
function chaptersOf(elements: readonly XmlElement[], packagePath: string): string[] {
  const items = new Map(
    elements.filter(({ name }) => name === 'item').map(({ attributes }) => [attributes.id, attributes]),
  )
  return elements
    .filter(({ name, attributes }) => name === 'itemref' && attributes.linear !== 'no')
    .flatMap(({ attributes }) => {
      const item = items.get(attributes.idref)
      const isChapter =
        item?.href !== undefined &&
        !/\b(?:nav|cover-image)\b/u.test(item.properties ?? '') &&
        !/^(?:nav|toc|cover|title_?page)\.x?html?$/iu.test(item.href.split('/').at(-1) ?? '')
      return isChapter && item.href !== undefined && !/^[a-z][a-z\d+.-]*:|^\/\//iu.test(item.href)
        ? [resolve(packagePath, item.href)]
        : []
    })
}

/** An address in the package, as a path from the root of the archive. */
function resolve(base: string, href: string): string {
  const { pathname } = new URL(href, `epub:///${base.split('/').map(encodeURIComponent).join('/')}`)
  return decodeURIComponent(pathname).replace(/^\/+/u, '')
}
