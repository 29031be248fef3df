// No regular expression of the program backtracks super-linearly.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import { expect, test } from 'vitest'
import { parseAst } from 'vitest/node'

interface Found {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** The regular expression literals of a file, and whether it builds others at run time. */
function expressionsOf(file: string): { readonly literals: Found[]; readonly built: string[] } {
  const literals: Found[] = []
  const built: string[] = []
  const source = readFileSync(join('src', file), 'utf8')
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node && 'raw' in node) {
      const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/su.exec(String(node.raw)) ?? []
      literals.push({ file, source: pattern, flags })
    }
    if ('callee' in node && JSON.stringify(node.callee).includes('"RegExp"')) built.push(file)
    for (const child of Object.values(node)) walk(child)
  }
  walk(parseAst(source, { lang: 'ts' }))
  return { literals, built }
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const expressions = files.map(expressionsOf)

test('no regular expression literal backtracks super-linearly', () => {
  const literals = expressions.flatMap((each) => each.literals)
  expect(literals.length).toBeGreaterThan(100)
  const slow = literals.filter((literal) => analyse(literal).reports.length > 0)
  expect(slow).toEqual([])
})

test('regular expressions are built at run time only from constants', () => {
  // Words before an author's name; line ends and keys of front matter; codes of scripts; words for numbers; other expressions.
  expect([...new Set(expressions.flatMap(({ built }) => built))].sort()).toEqual([
    'corpus/metadata/date-line.ts',
    'corpus/metadata/front-matter.ts',
    'language/detect-language.ts',
  ])
})
