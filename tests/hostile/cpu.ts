// Measures processor time on a busy or slow machine.

/** Milliseconds that the reference work takes on the machine for which bounds are set. */
const YARDSTICK = 4

/**
 * Milliseconds of processor time. Beyond `bound` they are scaled to the machine for which bounds are set: reference work
 * measures how much slower this one is at the moment.
 */
export async function cpuOf(act: () => unknown, bound: number): Promise<number> {
  const start = process.cpuUsage()
  await act()
  const taken = millisecondsOf(process.cpuUsage(start))
  return taken < bound ? taken : taken / Math.max(1, spent(measure) / YARDSTICK)
}

/**
 * How much more processor time some work takes on four times as much text: about 4 if it is linear, 16 if it is quadratic.
 * @param length of the shorter text, in UTF-16 units
 */
export function growth(act: (text: string) => unknown, piece: string, length: number): number {
  const text = piece.repeat(Math.ceil((4 * length) / piece.length))
  const least = (part: string) => Math.min(...[1, 2, 3].map(() => spent(() => act(part))))
  return least(text) / least(text.slice(0, length))
}

const millisecondsOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000

function spent(act: () => unknown): number {
  const start = process.cpuUsage()
  act()
  return millisecondsOf(process.cpuUsage(start))
}

/** Reference work similar to a parser's: characters, objects and strings. */
function measure(): number {
  const words = Array.from({ length: 12_000 }, (_, at) => ({ at, word: (at * 7919).toString(36) }))
  words.sort((a, b) => (a.word < b.word ? -1 : 1))
  return words
    .map(({ word }) => word)
    .join(' ')
    .replace(/(\w)(\d)/gu, '$2$1').length
}

// Compile it before it counts.
for (let i = 0; i < 5; i++) measure()
