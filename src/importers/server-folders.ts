// The folders of articles that belong to one server: `servers/<id>/` in a folder of articles.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const ID = /^\d{17,20}$/u

/** @param path relative to a folder of articles */
export function isOfServer(path: string): boolean {
  const [servers, id = ''] = path.split(/[\\/]/u)
  return servers === 'servers' && ID.test(id)
}

export function serverFolder(corpus: string, server: string): string {
  return join(corpus, 'servers', server)
}

/** A folder of articles and those of its servers: what is imported in one is not known in another. */
export function importScopes(corpus: string): string[] {
  const servers = join(corpus, 'servers')
  const ids = existsSync(servers) ? readdirSync(servers).filter((name) => ID.test(name)) : []
  return [corpus, ...ids.map((id) => serverFolder(corpus, id))]
}
