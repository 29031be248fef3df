import { refreshIndex } from '../../src/indexing/refresh-index.ts'

// A process that keeps the snapshot of a folder of articles: `node keep-snapshot.js CORPUS CACHE`.
const [corpus = '', cache = ''] = process.argv.slice(2)
await refreshIndex({ corpus, cache }, undefined, () => {}, console.error)
