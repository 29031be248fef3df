// Of several processes, one holds the lock of a folder; another takes it over.
import { spawnSync } from 'node:child_process'
import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FolderLock } from '../../src/importers/folder/folder-lock.ts'
import { folderOf } from '../corpus/reading.ts'

function open(file: string, onAcquired: () => void = () => undefined): FolderLock {
  const lock = new FolderLock(file, onAcquired)
  onTestFinished(() => lock.close())
  return lock
}

test('is held once, and taken over after it is closed', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const file = join(folderOf({}), 'imported', 'lock')
  const first = open(file)
  const onAcquired = vi.fn<() => void>()
  const second = open(file, onAcquired)
  expect([first.isHeld, second.isHeld]).toEqual([true, false])
  vi.advanceTimersByTime(60_000)
  expect([first.isHeld, second.isHeld]).toEqual([true, false])
  first.close()
  vi.advanceTimersByTime(10_000)
  expect([first.isHeld, second.isHeld]).toEqual([false, true])
  expect(onAcquired).toHaveBeenCalledOnce()
  second.close()
  expect(existsSync(file)).toBe(false)
})

test('is taken from a process of this machine that has ended', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const file = join(folderOf({ lock: `${hostname()} ${pid} x` }), 'lock')
  expect(open(file).isHeld).toBe(true)
})

test('is taken from another machine after a minute without a sign of life', () => {
  const file = join(folderOf({}), 'lock')
  writeFileSync(file, 'another-machine 1 x')
  expect(open(file).isHeld).toBe(false)
  const before = Date.now() / 1_000 - 61
  utimesSync(file, before, before)
  expect(open(file).isHeld).toBe(true)
})
