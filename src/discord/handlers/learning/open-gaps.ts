/** Finds the open gaps of a server. */
import { findGaps, type Gap } from '../../../gaps/gaps.ts'
import { dayOf } from '../../../store/store.ts'
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
  for (const { keys } of closed)
    learning.write(async (store) => {
      await store.removeQuestions(server, keys)
      await store.count(server, dayOf(Date.now()), 'closed', 1)
    })
  return open
}
