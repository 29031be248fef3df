// A reload that finds no changes.
import type { Changes } from '../src/indexing/index-version.ts'

const none = { articles: 0, sentences: 0 }

export async function nothingNew(): Promise<Changes> {
  return { added: none, changed: none, removed: none, problems: [] }
}
