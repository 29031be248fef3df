// Terms and spellings of the corpus while it is indexed.
import { at } from '../../columns/at.ts'
import { sharedNumbers } from '../../columns/growable-array.ts'
import { countStrings, packStrings, type StringTable, stringAt } from '../../columns/string-table.ts'
import type { Language } from '../../language/language.ts'

/** The terms of a corpus, and how it spells them. */
export interface TermTables {
  readonly terms: StringTable
  /** Lower-case words of the corpus and all terms. Words of deleted articles may linger until their term disappears. */
  readonly spellings: StringTable
  /** The term id of each spelling. */
  readonly spellingTerms: Uint32Array
}

/** Collects terms, numbered in the order of their first occurrence; `pack` sorts them. */
export function createVocabulary() {
  const termIds = new Map<string, number>()
  const forms = new Map<string, number>()
  const byLanguage = new Map<Language, Map<string, number>>()
  let reading: { readonly language: Language; readonly ids: Map<string, number> } | undefined
  let known: { readonly before: TermTables; readonly ids: Int32Array } | undefined

  const idOfTerm = (term: string) => {
    const id = termIds.get(term) ?? termIds.size
    termIds.set(term, id)
    return id
  }
  return {
    /** The number of a word's term. */
    idOf(word: string, language: Language): number {
      // Languages change rarely, so the last one's map is kept at hand.
      if (reading?.language !== language) {
        reading = { language, ids: byLanguage.get(language) ?? new Map() }
        byLanguage.set(language, reading.ids)
      }
      const { ids } = reading
      const met = ids.get(word)
      if (met !== undefined) return met
      const id = idOfTerm(language.term(word))
      ids.set(word, id)
      const form = word.toLowerCase()
      if (!forms.has(form)) forms.set(form, id)
      return id
    },
    /** Makes the function that maps term ids of an earlier index to numbers here. */
    knownOf(before: TermTables): (term: number) => number {
      known ??= { before, ids: new Int32Array(countStrings(before.terms)).fill(-1) }
      const { ids } = known
      return (term) => {
        const met = ids[term] ?? -1
        if (met >= 0) return met
        const id = idOfTerm(stringAt(before.terms, term))
        ids[term] = id
        return id
      }
    },
    /** The sorted tables, and the id of each number. */
    pack() {
      for (const [i, term] of known?.before.spellingTerms.entries() ?? []) {
        const id = known?.ids[term] ?? -1
        const form = known ? stringAt(known.before.spellings, i) : ''
        if (id >= 0 && !forms.has(form)) forms.set(form, id)
      }
      for (const [term, id] of termIds) if (!forms.has(term)) forms.set(term, id)
      const sorted = [...termIds.keys()].sort()
      const placeOf = new Uint32Array(sorted.length)
      for (const [place, term] of sorted.entries()) placeOf[idOfKnown(termIds, term)] = place
      const spelt = [...forms.keys()].sort()
      const spellingTerms = sharedNumbers(spelt.map((form) => at(placeOf, idOfKnown(forms, form))))
      return { terms: packStrings(sorted), spellings: packStrings(spelt), spellingTerms, placeOf }
    },
  }
}

function idOfKnown(ids: ReadonlyMap<string, number>, text: string): number {
  const id = ids.get(text)
  if (id === undefined) throw new RangeError(`no id of ${text}`)
  return id
}
