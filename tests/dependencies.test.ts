// Checks that each dependency is documented, and that none runs scripts when it is installed.
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, test } from 'vitest'

const names = v.record(v.string(), v.string())
const manifest = v.parse(
  v.object({
    dependencies: names,
    devDependencies: names,
    optionalDependencies: v.optional(names, {}),
    allowScripts: v.record(v.string(), v.boolean()),
  }),
  JSON.parse(readFileSync('package.json', 'utf8')),
)
const lock = v.parse(
  v.object({
    packages: v.record(
      v.string(),
      v.looseObject({ hasInstallScript: v.optional(v.boolean()), dev: v.optional(v.boolean()) }),
    ),
  }),
  JSON.parse(readFileSync('package-lock.json', 'utf8')),
)
/** The packages in the first column of the tables of DEPENDENCIES.md. */
function listed(): string[] {
  const rows = readFileSync('.github/DEPENDENCIES.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name))
}

test('DEPENDENCIES.md gives the purpose of every dependency, and of nothing else', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  expect(listed().sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort())
})

test('each package with an install script is approved in package.json, as npm asks', () => {
  const scripted = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.replace(/^.*node_modules\//u, '')] : [],
  )
  expect(scripted.sort()).toEqual(Object.keys(manifest.allowScripts).sort())
  // The script of @photostructure/sqlite compiles it where no prebuilt binary fits; npm skips the package if that fails.
  expect(scripted.sort()).toEqual(['@photostructure/sqlite', 'esbuild'])
})

test('no production installation holds TypeScript', () => {
  const compilers = Object.entries(lock.packages).filter(([path]) => /node_modules\/@?typescript(?:\/|$)/u.test(path))
  expect(compilers.length).toBeGreaterThan(0)
  expect(compilers.filter(([, { dev }]) => !dev).map(([path]) => path)).toEqual([])
})
