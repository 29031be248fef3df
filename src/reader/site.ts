// What all pages of a request share.
import type { Messages } from '../text/messages.ts'

export interface Site {
  readonly text: Messages
  /** The public address, without a slash at its end. */
  readonly publicUrl?: string | undefined
  /** Whether search engines may list the pages. */
  readonly isIndexed: boolean
  /** Days after which the age of a dated source is stated; never when absent. */
  readonly staleAfter?: number | undefined
  /** What opens the article of a server that is shown; absent on all other pages. */
  readonly key?: string | undefined
  /** The address of a path of the reader, below the path of the public address. */
  address(path: string): string
}
