// Bundles measured processes the way the program is bundled.
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import * as v from 'valibot'

const Package = v.object({ scripts: v.object({ build: v.string() }) })
const { scripts } = v.parse(Package, JSON.parse(readFileSync('package.json', 'utf8')))
/** The packages that the program's own build does not bundle. */
const external = [...scripts.build.matchAll(/--external:(\S+)/gu)].flatMap(([, name]) => name ?? [])
/** What the measured processes start themselves, beside them. */
const workers = {
  worker: 'src/indexing/worker.ts',
  'import-worker': 'src/importers/background/import-worker.ts',
  'conversion-process': 'src/importers/conversion/conversion-process.ts',
}
const banner = /--banner:js="([^"]+)"/u.exec(scripts.build)?.[1] ?? ''

/** Bundles `tests/bench/processes/NAME.ts` for each name; returns the folder of `NAME.js`. */
export async function buildProcesses(...names: readonly string[]): Promise<string> {
  const outdir = 'dist/bench'
  const own = names.map((name) => [name, `tests/bench/processes/${name}.ts`])
  await build({
    entryPoints: { ...Object.fromEntries(own), ...workers },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external,
    banner: { js: banner },
    outdir,
    logLevel: 'warning',
  })
  return outdir
}
