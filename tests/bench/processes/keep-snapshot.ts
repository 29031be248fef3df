// Process that writes the snapshot of a folder: `node keep-snapshot.js CORPUS CACHE`.
import { refreshIndex } from '../../../src/indexing/refresh-index.ts'

const [corpus = '', cache = ''] = process.argv.slice(2)
await refreshIndex({ corpus: [corpus], cache }, undefined, { onBuilt: () => undefined, onWarning: console.error })
