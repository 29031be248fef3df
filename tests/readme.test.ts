// Checks that the READMEs name only commands, files and headings that exist.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'

const pages = ['.', 'src', 'tests', '.github'].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('fixtures'))
    .map((name) => join(folder, name)),
)
const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
)

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(target)) return true
  const readme = statSync(target).isDirectory() ? join(target, 'README.md') : target
  return anchor !== undefined && !(existsSync(readme) && anchorsOf(readme).includes(anchor))
}

test('links of the READMEs lead to files and headings that exist', () => {
  expect(pages).toContain('README.md')
  const broken = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!\w+:)([^)\s]+)\)|src(?:set)?="(?!\w+:)([^"]+)"/gu)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter((link) => isBroken(page, link))
      .map((link) => `${page}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('npm scripts that the READMEs name exist', () => {
  const named = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/npm run (?:--\w+ )?([a-z][\w:]*)/gu)].map(([, script = '']) => script),
  )
  expect(named).toContain('check')
  expect([...new Set(named)].filter((script) => scripts[script] === undefined)).toEqual([])
})
