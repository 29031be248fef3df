// Keeps an index version in a file, so that the next start need not read the articles again.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import type { IndexVersion } from './index-version.ts'

/** Bytes of the checksum that the file begins with: CRC-32 of the rest, little-endian. */
const CHECKSUM = 4

/** The checksum and the identity guarantee that this program wrote the value, so its columns are not checked one by one. */
const Snapshot = v.object({
  identity: v.string(),
  version: v.custom<IndexVersion>(
    (value) =>
      v.is(v.object({ packed: v.looseObject({}), index: v.looseObject({}), files: v.instance(Uint8Array) }), value),
    'an index version',
  ),
})

/**
 * Writes a version to a file, completely or not at all.
 * @param identity whatever the version depends on
 * @throws Error when that fails (disk full, read-only); a previous file is kept
 */
export function writeSnapshot(path: string, identity: string, version: IndexVersion): void {
  const body = serialize({ identity, version })
  const checksum = Buffer.alloc(CHECKSUM)
  checksum.writeUInt32LE(crc32(body))
  mkdirSync(dirname(path), { recursive: true })
  removeLeftovers(path)
  const unfinished = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`
  try {
    const file = openSync(unfinished, 'wx', 0o600)
    try {
      for (const part of [checksum, body]) writeFileSync(file, part)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/**
 * Reads a version; `undefined` when there is no file.
 * @throws Error saying why the file cannot be used: damaged, or of another identity
 */
export function readSnapshot(path: string, identity: string): IndexVersion | undefined {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const body = bytes.subarray(CHECKSUM)
  if (bytes.length < CHECKSUM || crc32(body) !== bytes.readUInt32LE(0)) throw new Error('it is damaged')
  const snapshot = v.parse(Snapshot, deserialize(body))
  if (snapshot.identity !== identity) throw new Error('another version of Verbatim wrote it, or for another folder')
  return v.parse(Snapshot, share(snapshot)).version
}

/** Copies each array in a value to memory that threads share. */
function share(value: unknown): unknown {
  if (value instanceof Uint8Array || value instanceof Uint32Array) {
    const room = new SharedArrayBuffer(value.byteLength)
    const shared = value instanceof Uint8Array ? new Uint8Array(room) : new Uint32Array(room)
    shared.set(value)
    return shared
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, share(each)]))
}

const UNFINISHED = '.unfinished'
/** Milliseconds after which no process can still be writing a file. */
const ABANDONED = 10 * 60_000

/** A process that was killed while writing leaves its unfinished file. */
function removeLeftovers(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const left = join(dirname(path), name)
    // Another process may just have renamed it.
    const status = name.endsWith(UNFINISHED) ? statSync(left, { throwIfNoEntry: false }) : undefined
    if (status && Date.now() - status.mtimeMs > ABANDONED) rmSync(left, { force: true })
  }
}
