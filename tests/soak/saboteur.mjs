import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Runs inside the bot before it (`node --import`), and does to its process what only the machine could: sets the clock,
 * fills the disk that the log or the cache is on, breaks a handler. Nothing of the bot knows of it.
 */

let offset = 0
const { now } = Date
Date.now = () => now() + offset

/** A question with one of these words breaks whoever reads it. */
const THROWS = 'zzthrow'
const REJECTS = 'zzreject'
const { toLowerCase } = String.prototype
String.prototype.toLowerCase = function () {
  if (this.includes(THROWS)) throw new Error('sabotage: thrown in a handler')
  if (this.includes(REJECTS)) void Promise.reject(new Error('sabotage: rejected in a handler'))
  return toLowerCase.call(this)
}

let failing = ''
const write = process.stderr.write.bind(process.stderr)
process.stderr.write = (...args) => {
  if (failing === '') return write(...args)
  process.stderr.emit('error', Object.assign(new Error(`sabotage: ${failing}`), { code: failing }))
  return false
}

/** Says how the cache fails, if it does: a file, as the snapshot is written in another thread. */
const cacheFails = `${process.env.CACHE_DIR}.fails`
const { openSync, writeSync, writeFileSync, readFileSync, existsSync } = fs
const failCache = (code) => {
  if (!existsSync(cacheFails) || readFileSync(cacheFails, 'utf8') !== code) return
  throw Object.assign(new Error(`sabotage: ${code}`), { code })
}
fs.openSync = (path, flags, ...rest) => {
  if (flags === 'wx') failCache('EROFS')
  return openSync(path, flags, ...rest)
}
fs.writeSync = (...args) => {
  failCache('ENOSPC')
  return writeSync(...args)
}
syncBuiltinESMExports()

process.on('message', (order) => {
  if (order.clock !== undefined) offset = order.clock
  if (order.log !== undefined) failing = order.log
  if (order.cache !== undefined) writeFileSync(cacheFails, order.cache)
  if (order.reject) void Promise.reject(new Error('sabotage: rejected outside of any handler'))
})
process.channel?.unref()
