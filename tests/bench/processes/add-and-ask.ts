// Process that adds a file as `/add` does: `node add-and-ask.js FOLDER FILE`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { basename, join } from 'node:path'
import { openDocuments } from '../../../src/importers/server/documents.ts'
import { LiveAnswerer } from '../../../src/live-answerer.ts'

const SERVER = '123456789012345678'
/** Fields of /proc/self/stat behind the name: where Linux counts the time of ended children, in 1/100 s. */
const [CHILD_USER, CHILD_SYSTEM] = [13, 14] as const

// Prints processor time in seconds: of this process after each step, and of the conversion.
const [folder = '', file = ''] = process.argv.slice(2)
const corpus = join(folder, 'corpus')
mkdirSync(corpus)
writeFileSync(join(corpus, 'owls.md'), 'Owls live in the attic.\n')
const bytes = readFileSync(file)
const server = http.createServer((_, response) => void response.end(bytes))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const port = typeof address === 'object' ? address?.port : undefined
const live = await LiveAnswerer.open(
  { corpus: [corpus], cache: join(folder, 'cache') },
  { onUpdate: async () => undefined, onError: () => undefined, onWarning: console.error },
)
const limits = { articles: 500, bytes: 50_000_000, additionsPerHour: 20 }
const documents = openDocuments({ corpus: [corpus], limits, allowLoopback: true })
const started = process.cpuUsage()
const times: number[] = []
const note = () => {
  const { user, system } = process.cpuUsage(started)
  times.push((user + system) / 1e6)
}
const upload = { kind: 'file', url: `http://127.0.0.1:${port}/`, name: basename(file) } as const
const outcome = await documents.add({ server: SERVER, upload, by: '1' })
if (outcome.kind !== 'added') throw new Error(JSON.stringify(outcome))
note()
await live.reload()
note()
const article = live.current.articles.find(({ server }) => server === SERVER)
const { passages } = live.current.ask(`What about ${article?.title}?`, { audience: [SERVER] })
if (passages.length === 0) throw new Error('there is no answer')
note()
const stat = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
times.push((Number(stat[CHILD_USER]) + Number(stat[CHILD_SYSTEM])) / 100)
process.stdout.write(times.join(' '))
live.close()
server.close()
