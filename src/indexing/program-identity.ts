// Identifies the program that builds the index: an index that another one built must not be used.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folders of `src` whose code decides what is in the index. */
const BUILDERS = ['columns', 'language', 'corpus', 'search', 'indexing']

/** npm's record of all installed packages and their versions, inside `node_modules`. */
const INSTALLED = '.package-lock.json'

/**
 * A hash of the code that builds the index, the installed packages, and the Unicode data of this Node.
 * @param root `src` of a checkout, or the folder of a build
 */
export function identifyProgram(root: string): string {
  const hash = createHash('sha256')
  for (const file of programFiles(root)) hash.update(file).update(readFileSync(join(root, file)))
  const installed = findUpwards(root, join('node_modules', INSTALLED))
  if (installed !== undefined) hash.update(readFileSync(installed))
  const { platform, arch, versions } = process
  hash.update([platform, arch, versions.icu, versions.unicode].join())
  return hash.digest('hex').slice(0, 16)
}

/** Of a build, the worker alone: it names its parts by the hash of their content. */
function programFiles(root: string): string[] {
  if (existsSync(join(root, 'worker.js'))) return ['worker.js']
  return BUILDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => join(folder, file)),
  )
}

function findUpwards(folder: string, name: string): string | undefined {
  const path = join(folder, name)
  if (existsSync(path)) return path
  return dirname(folder) === folder ? undefined : findUpwards(dirname(folder), name)
}

const isSource = import.meta.url.endsWith('.ts')

/** Read once, when the program starts: a build made later is another program. */
export const program = identifyProgram(fileURLToPath(new URL(isSource ? '..' : '.', import.meta.url)))
