// What people add where a test is about something else.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Documents, openDocuments } from '../../src/importers/server/documents.ts'

/** Its folder is not created before something is added. */
export function noDocuments(): Documents {
  const corpus = [join(tmpdir(), 'verbatim-without-documents')]
  return openDocuments({ corpus, limits: { articles: 0, bytes: 0, additionsPerHour: 20 }, allowLoopback: false })
}
