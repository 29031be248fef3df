// Refuses markup that is nested too deeply, before any recursive parser sees it.
import { Parser } from 'htmlparser2'
import { refused } from '../refused-import.ts'

/** Documents of people stay below 60; tree walkers of the libraries overflow the stack, or go quadratic, in the thousands. */
const DEEPEST = 256

/**
 * @param options `xml`: elements need not be HTML's
 * @throws RefusedImport when elements are nested more than 256 deep
 */
export function checkNesting(markup: string, { xml }: { readonly xml: boolean }): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentagname() {
        depth++
        if (depth > DEEPEST) throw refused('tooDeep', { deepest: DEEPEST })
      },
      onclosetag() {
        depth--
      },
    },
    { xmlMode: xml, decodeEntities: false },
  )
  parser.end(markup)
}
