/** Finds the open gaps of a server. */
import { findGaps, type Gap } from '../../../gaps/gaps.ts'
import type { SharedContext } from '../context.ts'
import type { Learning } from './learning.ts'

/** The open gaps of a server. Removes those that the articles answer by now. */
export async function openGaps(
  learning: Learning,
  { answerer }: Pick<SharedContext, 'answerer'>,
  server: string,
): Promise<readonly Gap[]> {
  // A question that was just asked is in the list.
  await learning.written()
  const records = await learning.store.questions(server)
  const { open, closed } = await findGaps(server, records, answerer)
  for (const gap of closed) learning.closeGap(server, gap)
  return open
}
