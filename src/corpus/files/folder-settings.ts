// Settings of a folder of articles: `verbatim.yaml` and `.verbatimignore`.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import * as v from 'valibot'
import { canonicalLanguage } from '../../language/language-names.ts'
import type { Problem } from '../article.ts'

export const SETTINGS_FILE = 'verbatim.yaml'
const IGNORE_FILE = '.verbatimignore'

/** What a folder says of the articles below it. */
export interface FolderSettings {
  /** Prefix of relative addresses in front matter, without a slash at the end. */
  readonly baseUrl?: string
  /** Path, relative to the corpus, of the folder that `baseUrl` stands for. */
  readonly basePath?: string
  /** BCP 47 tag of articles that state no language. */
  readonly language?: string
  /** Title of the folder's `index`, `_index` or `README`, unless that has its own. */
  readonly title?: string
}

/** A folder's own settings and ignore rules. */
export interface OwnSettings {
  readonly settings: FolderSettings
  readonly rules?: Ignore
  readonly problems: readonly Problem[]
}

const expected = {
  base_url: 'an http or https address',
  language: 'a language tag, such as en or pt-BR',
  title: 'a line of text',
  ignore: 'a list of patterns, as in .gitignore',
} as const

const Settings = v.object({
  base_url: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[^\s/]/u),
      v.transform((url) => url.replace(/(?<!\/)\/+$/u, '')),
    ),
  ),
  language: v.optional(v.pipe(v.string(), v.transform(canonicalLanguage), v.string())),
  title: v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
  ignore: v.optional(
    v.union([
      v.array(v.string()),
      v.pipe(
        v.string(),
        v.transform((lines) => lines.split('\n')),
      ),
    ]),
  ),
})

/**
 * Reads the settings of one folder. A value that is not valid is left out with a warning.
 * @param path the folder relative to the corpus, with `/`; empty for the corpus itself
 * @param inherited the settings of the folder above
 */
export async function readFolderSettings(
  folder: string,
  path: string,
  names: ReadonlySet<string>,
  inherited: FolderSettings,
): Promise<OwnSettings> {
  // A title belongs to one folder, the rest to everything below it.
  const { title: _, ...settings } = inherited
  if (!names.has(SETTINGS_FILE) && !names.has(IGNORE_FILE)) return { settings, problems: [] }
  const warnings: string[] = []
  const read = (name: string) =>
    names.has(name)
      ? readFile(join(folder, name), 'utf8').catch((error: unknown) => {
          warnings.push(`it cannot be read (${String(error)})`)
          return ''
        })
      : ''
  const yaml = await read(SETTINGS_FILE)
  const patterns = [await read(IGNORE_FILE)]
  const own = yaml === '' ? {} : await parseSettings(yaml, warnings)
  patterns.push(...(own.ignore ?? []))
  const rules = patterns.some((lines) => lines.trim() !== '') ? ignore().add(patterns.join('\n')) : undefined
  return {
    settings: {
      ...settings,
      ...(own.base_url !== undefined && { baseUrl: own.base_url, basePath: path }),
      ...(own.language !== undefined && { language: own.language }),
      ...(own.title !== undefined && { title: own.title }),
    },
    ...(rules && { rules }),
    problems:
      warnings.length === 0
        ? []
        : [
            {
              level: 'warning',
              file: path === '' ? SETTINGS_FILE : `${path}/${SETTINGS_FILE}`,
              message: warnings.join('; '),
            },
          ],
  }
}

const Mapping = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.record(v.string(), v.unknown()),
)

async function parseSettings(text: string, warnings: string[]): Promise<v.InferOutput<typeof Settings>> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0) {
    warnings.push('it is not valid YAML, and is ignored')
    return {}
  }
  const values = v.safeParse(Mapping, document.toJS() ?? {})
  if (!values.success) {
    warnings.push('it should hold lines of “key: value”, and is ignored')
    return {}
  }
  const known = v.safeParse(Settings, values.output)
  if (known.success) return known.output
  const wrong = new Set(known.issues.map((issue) => String(issue.path?.[0]?.key)))
  for (const [key, what] of Object.entries(expected)) if (wrong.has(key)) warnings.push(`“${key}” should be ${what}`)
  const valid = Object.entries(values.output).filter(([key]) => !wrong.has(key))
  return v.parse(Settings, Object.fromEntries(valid))
}
