// What importers produce: documents in Markdown, before they are written to the corpus.

/** The formats that can be imported. */
export const documentFormats = ['html', 'pdf', 'docx', 'epub', 'feed'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** A document's bytes and what came with them. */
export interface SourceDocument {
  readonly bytes: Uint8Array
  readonly format: DocumentFormat
  /** The address it was fetched from. */
  readonly url?: string
  /** The charset of its HTTP Content-Type. */
  readonly charset?: string
}

/** A document as Markdown; a feed makes one of each entry. */
export interface ImportedDocument {
  readonly title?: string
  /** A calendar day, `YYYY-MM-DD`. */
  readonly date?: string
  readonly author?: string
  readonly url?: string
  /** A BCP 47 tag as the document declares it, possibly malformed. */
  readonly language?: string
  readonly markdown: string
  /** What was lost or doubtful, one line each. */
  readonly warnings: readonly string[]
}

const FORMAT_OF_EXTENSION: Readonly<Record<string, DocumentFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.epub': 'epub',
  '.rss': 'feed',
  '.atom': 'feed',
  '.xml': 'feed',
}

/** The extensions of the files that can be imported, lower case. */
export const importableExtensions: readonly string[] = Object.keys(FORMAT_OF_EXTENSION)

/**
 * The format of a document, by its content first: servers and people name files wrongly.
 * @param extension lower case, with its dot; empty when there is none
 */
export function detectFormat(bytes: Uint8Array, extension = ''): DocumentFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1')
  // Mail gateways and proxies put bytes before the header; PDF readers accept it within the first kilobyte.
  if (start.slice(0, 1_024).includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) {
    if (start.includes('application/epub+zip')) return 'epub'
    const byName = FORMAT_OF_EXTENSION[extension]
    return byName === 'epub' || byName === 'docx' ? byName : zipFormat(bytes)
  }
  const text = start.replaceAll('\0', '')
  if (/<(?:rss|rdf:RDF|feed)\b/iu.test(text)) return 'feed'
  if (/<(?:!doctype html|html|head|body)\b/iu.test(text)) return 'html'
  const byName = FORMAT_OF_EXTENSION[extension]
  return byName === 'html' && /<[a-z!]/iu.test(text)
    ? 'html'
    : byName === 'feed' && /<\?xml/u.test(text)
      ? 'feed'
      : undefined
}

/** The names of a ZIP's entries stand uncompressed in its directory, at its end. */
function zipFormat(bytes: Uint8Array): DocumentFormat | undefined {
  const directory = Buffer.from(bytes.subarray(-65_536)).toString('latin1')
  if (directory.includes('word/document.xml')) return 'docx'
  if (directory.includes('META-INF/container.xml')) return 'epub'
  return undefined
}
