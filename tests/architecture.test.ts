// The import rules of `src`: the only place where they are written down.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { expect, test } from 'vitest'

/** What everything may import. */
const everywhere = ['errors.ts', 'short-hash.ts']

/**
 * What each room of `src` may import besides itself and that, from the bottom up: a room may only name rooms
 * above it in this list, so that no import runs up. A name with a `.ts` ending is a single file.
 */
const rooms: readonly (readonly [room: string, imports: readonly string[]])[] = [
  ['columns', []],
  ['language/tables', []],
  ['language', ['language/tables']],
  ['corpus/files', ['language', 'corpus/article.ts']],
  ['corpus/text', ['language', 'corpus/article.ts']],
  ['corpus/metadata', ['language', 'corpus/article.ts', 'corpus/files', 'corpus/text']],
  ['corpus/formats', ['columns', 'corpus/text']],
  ['corpus', ['columns', 'language', 'corpus/files', 'corpus/metadata', 'corpus/text', 'corpus/formats']],
  ['search/index', ['columns', 'language', 'corpus']],
  ['search/model', []],
  ['search/query', ['columns', 'language', 'corpus', 'search/index', 'search/model']],
  ['search/candidates', ['columns', 'corpus', 'search/index', 'search/model', 'search/query']],
  ['search/extraction', ['language', 'search/index', 'search/query']],
  [
    'search/ranking',
    ['columns', 'language', 'corpus', 'search/index', 'search/model', 'search/query', 'search/extraction'],
  ],
  [
    'search',
    [
      'columns',
      'language',
      'corpus',
      'search/index',
      'search/model',
      'search/query',
      'search/candidates',
      'search/extraction',
      'search/ranking',
    ],
  ],
  ['indexing', ['start-worker.ts', 'corpus', 'corpus/files', 'language', 'search/search-index.ts']],
  ['answer', ['corpus', 'corpus/text/page-marks.ts', 'search/search-index.ts']],
  ['text/refusals', []],
  [
    'importers/formats',
    [
      'corpus/metadata/date-line.ts',
      'corpus/text/page-marks.ts',
      'importers/document.ts',
      'importers/limits.ts',
      'importers/refused-import.ts',
    ],
  ],
  ['importers/web', ['importers/refused-import.ts']],
  [
    'importers/conversion',
    [
      'importers/document.ts',
      'importers/formats',
      'importers/limits.ts',
      'importers/refused-import.ts',
      'text/refusals',
    ],
  ],
  ['importers', ['corpus', 'corpus/files', 'corpus/text', 'importers/conversion', 'importers/web', 'text/refusals']],
  ['importers/folder', ['corpus', 'corpus/files', 'importers', 'importers/conversion']],
  ['importers/updates', ['corpus/files', 'importers', 'importers/web']],
  [
    'importers/background',
    [
      'start-worker.ts',
      'corpus',
      'corpus/files',
      'importers',
      'importers/folder',
      'importers/updates',
      'importers/web',
      'text/refusals',
    ],
  ],
  ['importers/server', ['corpus', 'corpus/files', 'importers', 'importers/background', 'text/refusals']],
  ['store', ['at-most.ts']],
  ['gaps', ['answer', 'language', 'store']],
  ['feedback', ['answer', 'gaps', 'language', 'store']],
  ['text', ['answer', 'text/refusals']],
  [
    'discord/replies',
    ['answer', 'corpus', 'feedback', 'gaps', 'importers', 'importers/server', 'text', 'text/refusals'],
  ],
  ['discord/connection', ['discord/log.ts', 'observer.ts']],
  ['discord/access', ['corpus', 'discord/log.ts']],
  [
    'discord/handlers/commands',
    ['corpus', 'discord/access', 'discord/handlers', 'discord/replies', 'text', 'indexing'],
  ],
  [
    'discord/handlers',
    [
      'answer',
      'at-most.ts',
      'corpus',
      'indexing',
      'language',
      'discord/access',
      'discord/log.ts',
      'observer.ts',
      'feedback',
      'gaps',
      'importers/background',
      'importers/server',
      'store',
      'discord/replies',
      'text',
      'text/refusals',
      'discord/handlers/commands',
    ],
  ],
  [
    'discord',
    [
      'answer',
      'at-most.ts',
      'importers/server',
      'indexing',
      'observer.ts',
      'discord/access',
      'discord/connection',
      'discord/handlers',
      'text',
    ],
  ],
  ['terminal', ['answer', 'corpus', 'text']],
  ['http', ['observer.ts']],
  [
    'reader/render',
    [
      'answer',
      'columns',
      'corpus',
      'corpus/formats/html.ts',
      'corpus/formats/parse-markdown.ts',
      'corpus/text/line-breaks.ts',
      'corpus/text/visible.ts',
    ],
  ],
  ['reader/assets', []],
  ['reader/pages', ['answer', 'corpus', 'reader/assets', 'reader/render', 'reader', 'text']],
  ['reader/routes', ['answer', 'corpus', 'reader/pages', 'reader/render', 'reader', 'text']],
  [
    'reader',
    [
      'answer',
      'columns',
      'corpus',
      'corpus/formats/parse-markdown.ts',
      'corpus/metadata/front-matter.ts',
      'http/listen.ts',
      'reader/assets',
      'reader/pages',
      'reader/render',
      'reader/routes',
      'text',
    ],
  ],
  [
    'commands',
    [
      'answer',
      'gaps',
      'store',
      'corpus',
      'corpus/files',
      'importers',
      'importers/updates',
      'importers/web',
      'indexing',
      'terminal',
      'live-answerer.ts',
    ],
  ],
]

/** Where alone a package may be imported. */
const packages: Readonly<Record<string, RegExp>> = {
  'discord.js': /^discord\//u,
  'fuse.js': /^search\//u,
  dotenv: /^config\.ts$/u,
  '@redis/client': /^store\/redis-client\.ts$/u,
  '@photostructure/sqlite': /^store\/sqlite-module\.ts$/u,
  'prom-client': /^http\/metrics\.ts$/u,
}

interface Source {
  readonly file: string
  readonly text: string
  /** The specifiers of its imports: relative ones as paths below `src`. */
  readonly imports: readonly string[]
}

/** The TypeScript files below a folder. */
function sourcesIn(folder: string): Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.map((name) => {
    const file = name.split(sep).join('/')
    const text = readFileSync(join(folder, name), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map(([, specifier = '']) =>
      specifier.startsWith('.')
        ? normalize(join(dirname(file), specifier))
            .split(sep)
            .join('/')
        : specifier,
    )
    return { file, text, imports }
  })
}

const sources = sourcesIn('src')
const isIn = (file: string, room: string) => file === room || file.startsWith(`${room}/`)
/** The innermost room of a file; none for the files directly in `src`. */
const roomOf = (file: string) =>
  rooms
    .map(([room]) => room)
    .filter((room) => isIn(file, room))
    .sort((a, b) => b.length - a.length)[0]

test('each room imports only the rooms below it', () => {
  const wrong = sources.flatMap(({ file, imports }) => {
    const room = roomOf(file)
    const allowed = rooms.find(([name]) => name === room)?.[1]
    if (room === undefined || allowed === undefined) return []
    return imports
      .filter((target) => target.endsWith('.ts') && !everywhere.includes(target) && roomOf(target) !== room)
      .filter((target) => !allowed.some((each) => each === target || each === roomOf(target)))
      .map((target) => `${file} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

test('no import forms a circle', () => {
  const importsOf = new Map(sources.map(({ file, imports }) => [file, imports]))
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const target of importsOf.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const { file } of sources) visit(file, [])
  expect(circles).toEqual([])
})

test('every folder of src is in the list of rooms', () => {
  expect(sources.map(({ file }) => file).filter((file) => file.includes('/') && roomOf(file) === undefined)).toEqual([])
})

test('a package with a home is imported only there', () => {
  const wrong = sources.flatMap(({ file, imports }) =>
    imports.filter((specifier) => packages[specifier]?.test(file) === false).map((each) => `${file} imports ${each}`),
  )
  expect(wrong).toEqual([])
})

/** The specifiers that are loaded with a file. */
function loadedWith(text: string): string[] {
  const statements = text.matchAll(/^(?:import|export) (?!type\b)[^']*?from '([^']+)'|^import '([^']+)'/gmu)
  return [...statements].map(([, named, bare]) => named ?? bare ?? '')
}

test('the reader is loaded only where pages are served or linked to', () => {
  const outside = sources.filter(({ file }) => !isIn(file, 'reader'))
  const loaders = outside.filter(({ text }) =>
    loadedWith(text).some((specifier) => /(?:^|\/)reader\//u.test(specifier)),
  )
  expect(loaders.map(({ file }) => file)).toEqual([])
  // What links are made with, in a bot without pages of its own, loads no package.
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const specifier of loadedWith(sources.find((source) => source.file === file)?.text ?? ''))
      visit(
        specifier.startsWith('.')
          ? normalize(join(dirname(file), specifier))
              .split(sep)
              .join('/')
          : specifier,
      )
  }
  visit('reader/links.ts')
  expect([...seen].filter((each) => !each.endsWith('.ts') && !each.startsWith('node:'))).toEqual([])
})

test('replies are built without a Discord client', () => {
  const stateful =
    /\b(?:Client|Message|Interaction|User|Guild|\w*Channel|\w*Interaction)\b(?=[^}]*\} from 'discord\.js')/u
  expect(
    sources.filter(({ file, text }) => isIn(file, 'discord/replies') && stateful.test(text)).map(({ file }) => file),
  ).toEqual([])
})

test('only config.ts reads the environment', () => {
  expect(sources.filter(({ text }) => /process\.env/u.test(text)).map(({ file }) => file)).toEqual(['config.ts'])
})

test('the stand-in for Discord imports nothing of the bot', () => {
  const imports = sourcesIn('tests/stand-in').flatMap((source) => source.imports)
  expect(imports.filter((target) => target.includes('src/'))).toEqual([])
})
