// Walks a folder of articles: its files and sub-folders, without those that its settings ignore.
import { readdirSync, realpathSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ignore } from 'ignore'
import { messageOf, UserError } from '../../errors.ts'
import type { Problem } from '../article.ts'
import { type FolderSettings, readFolderSettings, SETTINGS_FILE } from './folder-settings.ts'

/** Lists the feeds whose entries are imported; only at the top of a folder of articles. */
export const FEEDS_FILE = 'feeds.txt'

/** A file below a folder. */
export interface WalkedFile {
  /** Relative to the folder walked, with `/` on every system. */
  readonly path: string
  readonly settings: FolderSettings
}

export interface Walk {
  /** In the order of their paths. */
  readonly files: readonly WalkedFile[]
  /** Absolute or relative as the folder walked was; that folder first. */
  readonly folders: readonly string[]
  readonly problems: readonly Problem[]
}

/** Rules of a folder, for paths relative to it. */
interface Rules {
  readonly base: string
  readonly rules: Ignore
}

/**
 * Lists what is in a folder and below. Names with a leading dot are left out; a sub-folder that cannot be read is listed
 * as a file, so that it is reported.
 * @throws UserError when the folder cannot be read
 */
export async function walkFolder(root: string): Promise<Walk> {
  realFolder(root)
  const files: WalkedFile[] = []
  const folders: string[] = []
  const problems: Problem[] = []

  const walk = async (path: string, inherited: FolderSettings, above: readonly Rules[]): Promise<void> => {
    const folder = path === '' ? root : join(root, path)
    const entries = await readdir(folder, { withFileTypes: true })
    folders.push(folder)
    const own = await readFolderSettings(folder, path, new Set(entries.map(({ name }) => name)), inherited)
    problems.push(...own.problems)
    const rules = own.rules ? [...above, { base: path === '' ? '' : `${path}/`, rules: own.rules }] : above
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`
      const isFolder = entry.isDirectory()
      if (entry.name.startsWith('.') || entry.name === SETTINGS_FILE || below === FEEDS_FILE) continue
      if (isIgnored(isFolder ? `${below}/` : below, rules)) continue
      const isWalked = isFolder && (await walk(below, own.settings, rules).then(always, never))
      if (!isWalked) files.push({ path: below, settings: own.settings })
    }
  }
  await walk('', {}, [])
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), folders, problems }
}

const always = () => true
const never = () => false

/** Whether the innermost rule that speaks of a path ignores it, as in nested `.gitignore` files. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  return rules.reduce((isOut, { base, rules: each }) => {
    const { ignored, unignored } = each.test(path.slice(base.length))
    return ignored || (isOut && !unignored)
  }, false)
}

/**
 * The real path of a folder that can be read.
 * @throws UserError when it cannot
 */
export function realFolder(folder: string): string {
  try {
    const root = realpathSync(folder)
    readdirSync(root)
    return root
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error)
    throw new UserError(
      `cannot read the folder ${folder} (${code})`,
      'create it, or name another with --corpus or CORPUS',
    )
  }
}
