// A bot and a question load nothing of the importers' libraries before a document is to be converted.
import { build, type Metafile } from 'esbuild'
import { expect, test } from 'vitest'

const IMPORTERS = 'src/importers/'
const CONVERTERS = /^src\/importers\/(?:formats|web)\//u
const COMMANDS = 'src/commands/'

/** What each file of the program imports. */
async function importsOfProgram(): Promise<Metafile['inputs']> {
  const { metafile } = await build({
    entryPoints: ['src/launcher.ts', 'src/importers/conversion/conversion-process.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: 'unused',
    packages: 'external',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return metafile.inputs
}

test('the libraries of importers are loaded on demand alone', async () => {
  const inputs = await importsOfProgram()
  const files = Object.keys(inputs)
  const importedBy = (file: string, isWanted: (kind: string) => boolean) =>
    (inputs[file]?.imports ?? []).filter(({ kind }) => isWanted(kind))
  const packagesOf = (some: readonly string[]) =>
    new Set(
      some.flatMap((file) => importedBy(file, () => true).flatMap(({ path, external }) => (external ? path : []))),
    )
  const elsewhere = packagesOf(files.filter((file) => !file.startsWith(IMPORTERS)))
  const libraries = [...packagesOf(files.filter((file) => CONVERTERS.test(file)))].filter(
    (name) => !elsewhere.has(name) && !name.startsWith('node:'),
  )
  expect(libraries).toEqual(expect.arrayContaining(['defuddle/node', 'unpdf', 'mammoth', 'request-filtering-agent']))

  // Whatever a bot may load at its start, and what comes with it without being asked for.
  const loaded = new Set(files.filter((file) => !file.startsWith(IMPORTERS) && !file.startsWith(COMMANDS)))
  for (const file of ['server/documents.ts', 'background/schedule-updates.ts']) loaded.add(IMPORTERS + file)
  for (const file of loaded)
    for (const { path, external } of importedBy(file, (kind) => kind !== 'dynamic-import'))
      if (!external) loaded.add(path)
  expect(loaded.size).toBeGreaterThan(100)
  const early = [...loaded].filter((file) =>
    importedBy(file, (kind) => kind !== 'dynamic-import').some(({ path }) => libraries.includes(path)),
  )
  expect(early).toEqual([])
})
