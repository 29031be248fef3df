// Chooses the importer of a document's format.
import { messageOf } from '../../errors.ts'
import type { ImportedDocument, SourceDocument } from '../document.ts'
import { RefusedImport, refused } from '../refused-import.ts'

/**
 * Converts a document in this process; `runConversion` does it in another, within limits.
 * @returns at least one document
 * @throws RefusedImport saying, in one line, why it cannot be imported
 */
export async function convert(source: SourceDocument): Promise<ImportedDocument[]> {
  try {
    return await importDocument(source)
  } catch (error) {
    if (error instanceof RefusedImport) throw error
    if (error instanceof RangeError) throw refused('tooComplex', {})
    // The libraries' own words tell what is broken.
    throw refused('damaged', { detail: messageOf(error).slice(0, 120) })
  }
}

async function importDocument({ bytes, format, url, charset }: SourceDocument): Promise<ImportedDocument[]> {
  switch (format) {
    case 'html':
      return [await (await import('../formats/html.ts')).importHtml(await decoded(bytes, charset), url)]
    case 'feed':
      return (await import('../formats/feed.ts')).importFeed(await decoded(bytes, charset), url)
    case 'pdf':
      return [await (await import('../formats/pdf.ts')).importPdf(bytes)]
    case 'docx':
      return [await (await import('../formats/docx.ts')).importDocx(bytes)]
    case 'epub':
      return [(await import('../formats/epub.ts')).importEpub(bytes)]
  }
}

async function decoded(bytes: Uint8Array, charset?: string): Promise<string> {
  const { decodeText } = await import('../formats/decode-text.ts')
  return decodeText(bytes, charset)
}
