import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, test } from 'vitest'

const names = v.record(v.string(), v.string())
const manifest = v.parse(
  v.object({ dependencies: names, devDependencies: names, optionalDependencies: names }),
  JSON.parse(readFileSync('package.json', 'utf8')),
)
const lock = v.parse(
  v.object({ packages: v.record(v.string(), v.looseObject({ hasInstallScript: v.optional(v.boolean()) })) }),
  JSON.parse(readFileSync('package-lock.json', 'utf8')),
)
/** The packages in the first column of a table of the README below one of its headings. */
function listed(heading: string): string[] {
  const [, section = ''] = readFileSync('README.md', 'utf8').split(heading)
  const rows = section.split('\n').filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name))
}

test('the README says of every dependency what it is for, and of nothing else', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  expect(listed('### Dependencies').sort()).toEqual(
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort(),
  )
})

test('no dependency but the bundler has an install script, and that only checks itself', () => {
  const scripted = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path] : [],
  )
  expect(scripted.filter((path) => !/(?:^|\/)node_modules\/(?:esbuild|fsevents)$/u.test(path))).toEqual([])
})
