// Preloaded into the bot (`node --import`): sets its clock, fails its disk writes, breaks its handlers.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

let offset = 0
const { now } = Date
Date.now = () => now() + offset

/** A question with one of these words makes its handler fail. */
const THROWS = 'zzthrow'
const REJECTS = 'zzreject'
const { toLowerCase } = String.prototype
String.prototype.toLowerCase = function () {
  if (this.includes(THROWS)) throw new Error('injected: thrown in a handler')
  if (this.includes(REJECTS)) void Promise.reject(new Error('injected: rejected in a handler'))
  return toLowerCase.call(this)
}

let failing = ''
const write = process.stderr.write.bind(process.stderr)
process.stderr.write = (...args) => {
  if (failing === '') return write(...args)
  process.stderr.emit('error', Object.assign(new Error(`injected: ${failing}`), { code: failing }))
  return false
}

/** Error code for the cache; in a file, because a worker thread writes the snapshot. */
const cacheFails = `${process.env.CACHE_DIR}.fails`
const { openSync, writeSync, writeFileSync, readFileSync, existsSync } = fs
const failCache = (code) => {
  if (!existsSync(cacheFails) || readFileSync(cacheFails, 'utf8') !== code) return
  throw Object.assign(new Error(`injected: ${code}`), { code })
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
  if (order.reject) void Promise.reject(new Error('injected: rejected outside of any handler'))
})
process.channel?.unref()
