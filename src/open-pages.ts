// Serves the articles as web pages, where the settings ask for it.
import type { Settings } from './config.ts'
import { messageOf } from './errors.ts'
import type { HttpServer } from './http/listen.ts'
import type { LiveAnswerer } from './live-answerer.ts'

/**
 * @param onWarning receives a line when a page could not be made
 * @throws UserError when the address cannot be listened on
 */
export async function openPages(
  { reader, pages, staleAfter }: Pick<Settings, 'reader' | 'pages' | 'staleAfter'>,
  live: LiveAnswerer,
  onWarning: (line: string) => void,
): Promise<HttpServer | undefined> {
  if (!reader) return undefined
  const { openReader } = await import('./reader/reader.ts')
  return openReader({
    ...reader,
    ...pages,
    staleAfter,
    current: () => live.current,
    onError: (error) => onWarning(messageOf(error)),
  })
}
