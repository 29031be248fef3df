// A burst of events is one call, and a burst without end does not delay it for ever.
import { expect, onTestFinished, test, vi } from 'vitest'
import { debounce } from '../../src/indexing/debounce.ts'

function fakeTime(): void {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test('calls once for a burst, when it has been quiet', () => {
  fakeTime()
  const act = vi.fn()
  const onEvent = debounce(act, 200, 1_000)
  for (let i = 0; i < 3; i++) {
    onEvent()
    vi.advanceTimersByTime(199)
  }
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(act).toHaveBeenCalledTimes(1)
})

test('calls during a burst that does not end, as often as the bound says', () => {
  fakeTime()
  const act = vi.fn()
  const onEvent = debounce(act, 200, 1_000)
  for (let ms = 0; ms < 10_000; ms += 100) {
    onEvent()
    vi.advanceTimersByTime(100)
  }
  expect(act.mock.calls.length).toBeGreaterThanOrEqual(9)
})

test('does not call after it was cancelled', () => {
  fakeTime()
  const act = vi.fn()
  const onEvent = debounce(act, 200, 1_000)
  onEvent()
  onEvent.cancel()
  vi.advanceTimersByTime(2_000)
  expect(act).not.toHaveBeenCalled()
})
