// Calls a function once for a burst of events.

/** A debounced function; `cancel` drops the call that is due. */
export interface Debounced {
  (): void
  cancel(): void
}

/**
 * Calls `act` once no event came for `quiet` milliseconds, and at the latest `longest` milliseconds after the first one.
 */
export function debounce(act: () => void, quiet: number, longest: number): Debounced {
  let timer: NodeJS.Timeout | undefined
  let first = 0
  const fire = (): void => {
    timer = undefined
    act()
  }
  const onEvent = (): void => {
    const now = performance.now()
    if (timer === undefined) first = now
    clearTimeout(timer)
    timer = setTimeout(fire, Math.max(0, Math.min(quiet, first + longest - now))).unref()
  }
  return Object.assign(onEvent, {
    cancel: () => {
      clearTimeout(timer)
      timer = undefined
    },
  })
}
