// The store as `build-program.ts` has built it: its process starts without compiling the source.
import { pathToFileURL } from 'node:url'

type OpenStore = typeof import('../../src/store/open-store.ts')

export async function importBuilt(): Promise<OpenStore> {
  const built: OpenStore = await import(pathToFileURL('dist-test/open-store.js').href)
  return built
}
