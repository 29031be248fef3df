/** Discord's ids, which hold the time when they were made. */
/** 2015-01-01, the first millisecond of Discord's ids. */
const EPOCH = 1_420_070_400_000

let made = 0n

/**
 * A unique id; later ids are greater, even within a millisecond.
 * @see https://discord.com/developers/docs/reference#snowflakes
 */
export function newId(now: () => number): string {
  made += 1n
  return String((BigInt(Math.trunc(now()) - EPOCH) << 22n) | (made & 0x3f_ffffn))
}

/** When an id was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH
}
