import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import type { IndexVersion } from './index-version.ts'

/** The layout of the file; another number is another layout. */
const VERSION = 3
const MAGIC = `verbatim snapshot ${VERSION}\n`

const Header = v.object({
  /** What wrote it, from what: another program, or another folder, cannot use it. */
  identity: v.string(),
  columns: v.array(v.object({ name: v.string(), bytes: v.number(), width: v.picklist([1, 4]), crc: v.number() })),
})

const numbers = v.instance(Uint32Array)
const bytes = v.instance(Uint8Array)
const strings = v.object({ bytes, starts: numbers })

const Columns = v.object({
  packed: v.object({
    records: bytes,
    recordStarts: numbers,
    ids: strings,
    idArticles: numbers,
    idOf: numbers,
    languages: strings,
    languageOf: numbers,
    articleStarts: numbers,
    texts: bytes,
    textStarts: numbers,
    isWide: bytes,
    articleOf: numbers,
    paragraphOf: numbers,
    starts: numbers,
    ends: numbers,
    paragraphStarts: numbers,
    kindOf: bytes,
    headingOf: numbers,
    speakerOf: numbers,
    codeLanguageOf: numbers,
    headingLabels: numbers,
    headingParents: numbers,
    labels: strings,
    plains: bytes,
    plainStarts: numbers,
    pieceStarts: numbers,
    pieceFrom: numbers,
    pieceTo: numbers,
    piecePlainFrom: numbers,
    piecePlainTo: numbers,
    pieceIsContext: bytes,
  }),
  index: v.object({
    terms: strings,
    spellings: strings,
    spellingTerms: numbers,
    pairs: v.object({ pairs: numbers, starts: numbers, words: numbers, lengths: bytes }),
    tokens: numbers,
    tokenStarts: numbers,
    postings: numbers,
    postingStarts: numbers,
    titleTerms: numbers,
    titleStarts: numbers,
    titled: numbers,
    titledStarts: numbers,
  }),
  files: bytes,
})

type Column = Uint32Array | Uint8Array
interface Tree {
  [name: string]: Column | Tree
}

/**
 * Writes an edition to a file, whole or not at all: beside it first, then in its place.
 * @throws Error when that fails (disk full, read-only); what stood there before still does
 */
export function writeSnapshot(path: string, identity: string, { packed, index, files }: IndexVersion): void {
  const columns = [...flatten({ packed: { ...packed }, index: { ...index }, files })]
  const header = { identity, columns: columns.map(([name, column]) => describe(name, column)) }
  mkdirSync(dirname(path), { recursive: true })
  removeLeftovers(path)
  const beside = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`
  try {
    const file = openSync(beside, 'wx', 0o600)
    try {
      const json = Buffer.from(JSON.stringify(header))
      const size = Buffer.alloc(8)
      size.writeUInt32LE(json.length)
      size.writeUInt32LE(crc32(json), 4)
      for (const part of [Buffer.from(MAGIC), size, json, ...columns.map(([, column]) => column)])
        writeWhole(file, part)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/**
 * Reads an edition that was written by the same program from the same folder; `undefined` where there is no file.
 * @throws Error saying why a file cannot be used
 */
export function readSnapshot(path: string, identity: string): IndexVersion | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    const { size } = fstatSync(file)
    const start = readBytes(file, MAGIC.length + 8, size)
    if (start.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new Error('it is of another version, or no snapshot')
    const json = readBytes(file, start.readUInt32LE(MAGIC.length), size)
    if (crc32(json) !== start.readUInt32LE(MAGIC.length + 4)) throw new Error('it is damaged')
    const header = v.parse(Header, JSON.parse(json.toString()))
    if (header.identity !== identity) throw new Error('another version of Verbatim wrote it, or of another folder')
    const tree: Tree = {}
    for (const { name, bytes: length, width, crc } of header.columns) {
      if (length > size) throw new Error('it is damaged')
      const room = new SharedArrayBuffer(length)
      const column = width === 4 ? new Uint32Array(room) : new Uint8Array(room)
      if (readWhole(file, column) < length || crc32(column) !== crc) throw new Error('it is damaged')
      plant(tree, name.split('.'), column)
    }
    return v.parse(Columns, tree)
  } finally {
    closeSync(file)
  }
}

const UNFINISHED = '.unfinished'
/** Milliseconds after which nobody is writing a file any more. */
const ABANDONED = 10 * 60_000

/** A process that was killed while it wrote leaves its unfinished file. */
function removeLeftovers(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const left = join(dirname(path), name)
    // Another process may just have moved it into its place.
    const status = name.endsWith(UNFINISHED) ? statSync(left, { throwIfNoEntry: false }) : undefined
    if (status && Date.now() - status.mtimeMs > ABANDONED) rmSync(left, { force: true })
  }
}

function* flatten(tree: Readonly<Record<string, unknown>>, above = ''): Generator<[string, Column]> {
  for (const [name, value] of Object.entries(tree)) {
    if (value instanceof Uint32Array || value instanceof Uint8Array) yield [above + name, value]
    else if (typeof value === 'object' && value !== null) yield* flatten({ ...value }, `${above}${name}.`)
  }
}

function describe(name: string, column: Column) {
  return { name, bytes: column.byteLength, width: column.BYTES_PER_ELEMENT, crc: crc32(column) }
}

function plant(tree: Tree, [name = '', ...below]: readonly string[], column: Column): void {
  if (below.length === 0) {
    tree[name] = column
    return
  }
  const branch = tree[name]
  const subtree: Tree = branch === undefined || ArrayBuffer.isView(branch) ? {} : branch
  tree[name] = subtree
  plant(subtree, below, column)
}

function readBytes(file: number, length: number, most: number): Buffer {
  const bytes = Buffer.alloc(Math.min(length, most))
  if (readWhole(file, bytes) < length) throw new Error('it is cut short')
  return bytes
}

/** The system reads and writes some 2 GB at a time at most. */
const AT_ONCE = 1 << 30

function readWhole(file: number, into: Column): number {
  let read = 0
  for (let got = -1; read < into.byteLength && got !== 0; read += got)
    got = readSync(file, partOf(into, read), 0, Math.min(AT_ONCE, into.byteLength - read), null)
  return read
}

function writeWhole(file: number, from: Column): void {
  for (let written = 0; written < from.byteLength; )
    written += writeSync(file, partOf(from, written), 0, Math.min(AT_ONCE, from.byteLength - written))
}

function partOf({ buffer, byteOffset, byteLength }: Column, at: number): Uint8Array {
  return new Uint8Array(buffer, byteOffset + at, byteLength - at)
}
