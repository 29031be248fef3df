// A page that only says what went wrong.
import type { Root } from 'hast'
import { h } from 'hastscript'
import type { Site } from '../site.ts'
import { layOut, toArticles } from './layout.ts'

export function noticePage(site: Site, line: string): Root {
  return layOut({ site, title: line, path: '/' }, [h('h1', line), toArticles(site)])
}
