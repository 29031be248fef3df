import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { expect, test } from 'vitest'

/** Which rooms of `src` each room may import; every room may import `errors.ts` and itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  corpus: [],
  search: ['corpus'],
  library: ['search', 'corpus'],
  answer: ['search', 'corpus'],
  discord: ['answer', 'library', 'corpus'],
  terminal: ['answer', 'corpus'],
  http: [],
}

/** Where alone a package may be imported. */
const packages: Readonly<Record<string, RegExp>> = {
  'discord.js': /^discord\//u,
  'fuse.js': /^search\/fuse\.ts$/u,
  dotenv: /^config\.ts$/u,
  '@redis/client': /^discord\/counts\.ts$/u,
  'prom-client': /^http\/metrics\.ts$/u,
}

/** The TypeScript files below a folder, with the specifiers that they import. */
function sources(folder: string) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.map((name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    const imports = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map(([, specifier = '']) => specifier)
    return { file: name.split(sep).join('/'), source, imports }
  })
}

const files = sources('src')

test('every room imports only the rooms below it', () => {
  const wrong = files.flatMap(({ file, imports }) => {
    const room = file.split('/')[0] ?? ''
    const allowed = rooms[room]
    if (!allowed) return []
    return imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) =>
        normalize(join(dirname(file), specifier))
          .split(sep)
          .join('/'),
      )
      .filter((target) => target !== 'errors.ts' && ![room, ...allowed].includes(target.split('/')[0] ?? ''))
      .map((target) => `${file} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

test('only its own room imports discord.js, and only one file Fuse.js, dotenv, the Redis client or prom-client', () => {
  const wrong = files.flatMap(({ file, imports }) =>
    imports.filter((specifier) => packages[specifier]?.test(file) === false).map((each) => `${file} imports ${each}`),
  )
  expect(wrong).toEqual([])
})

test('only config.ts reads the environment', () => {
  expect(files.filter(({ source }) => /process\.env/u.test(source)).map(({ file }) => file)).toEqual(['config.ts'])
})

test('the stand-in for Discord imports nothing of the bot', () => {
  const imports = sources('tests/stand-in').flatMap((file) => file.imports)
  expect(imports.filter((specifier) => specifier.includes('/src/'))).toEqual([])
})
