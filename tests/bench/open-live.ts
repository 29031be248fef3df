import { openLive } from '../../src/live-answerer.ts'

// A process that opens a folder of articles as the bot does: `node open-live.js CORPUS CACHE`. It prints how many
// milliseconds after its start it was ready to be asked.
const [corpus = '', cache = ''] = process.argv.slice(2)
const told = (line: string) => console.error(line)
const live = await openLive({ corpus, cache }, { renewed: async () => {}, failed: console.error, told })
process.stdout.write(`${performance.now()}\n`)
live.close()
