import { join } from 'node:path'
import { build } from 'esbuild'

/** Builds a process that is measured, as the program is built; gives its path. */
export async function buildProcess(name: 'measure' | 'open-shelves'): Promise<string> {
  const outdir = `dist/bench/${name}`
  await build({
    entryPoints: { [name]: `tests/bench/${name}.ts`, thread: 'src/library/thread.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir,
    logLevel: 'warning',
  })
  return join(outdir, `${name}.js`)
}
