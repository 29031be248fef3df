// Generates the articles of the soak test, and changes them while the bot answers.
import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** One version of an article's file; its title and every sentence name it. */
export interface Version {
  readonly title: string
  /** The text with white space folded, as a reader sees it. */
  readonly text: string
  /** When it was replaced, in milliseconds of `performance.now()`. */
  until: number
}

/** An article, and all versions of its file. */
export interface Article {
  readonly file: string
  readonly place: string
  readonly versions: Version[]
}

const MONTHS = ['January', 'March', 'May', 'June', 'August', 'October', 'December']

/** A folder of articles that can change under the bot. */
export class Articles {
  readonly all: Article[] = []
  readonly #folder: string
  /** Folder for files that the bot must not see yet. */
  readonly #aside: string
  readonly #replaced = new Set<string>()
  /** Number of articles that are asked and changed; the others stay as they are. */
  #asked = 0
  readonly #random: () => number

  constructor(folder: string, aside: string, random: () => number) {
    this.#folder = folder
    this.#aside = aside
    this.#random = random
  }

  async write(count: number): Promise<void> {
    const places = new Set<string>()
    while (places.size < count) places.add(this.#name(3))
    for (const place of places) {
      const article = { file: join(this.#folder, `${place.toLowerCase()}.txt`), place, versions: [] }
      this.all.push(article)
      await this.#publish(article)
    }
    this.#asked = count
    await this.#keep('train.txt', await readFile('corpus/kim-jong-un-train-to-putin.txt', 'utf8'))
  }

  /** Writes one long article that does not change. */
  async writeAlmanac(sentences: number): Promise<void> {
    const wares = ['barley', 'copper', 'salt', 'timber', 'wool', 'tar']
    const lines = Array.from({ length: sentences }, (_, i) => {
      const ware = wares[this.#below(wares.length)]
      return `Ship ${i + 1}, the ${this.#name(2)}, brought ${2 + this.#below(900)} tons of ${ware} to ${this.#name(3)}.`
    })
    await this.#keep('almanac.txt', `---\ntitle: "Almanac of ships"\nlanguage: en\n---\n${lines.join('\n\n')}\n`)
  }

  async #keep(name: string, text: string): Promise<void> {
    await writeFile(join(this.#folder, name), text)
    this.all.push({
      file: '',
      place: '',
      versions: [{ title: '', text: fold(text), until: Number.POSITIVE_INFINITY }],
    })
  }

  /** Replaces a random article by its next version, atomically. */
  async change(): Promise<void> {
    const article = this.#some()
    if (!this.#replaced.has(article.file)) await this.#publish(article)
  }

  /** Replaces an article's file by a folder for some time. */
  async replaceByFolder(milliseconds: number): Promise<void> {
    const { file } = this.#some()
    if (this.#replaced.has(file)) return
    this.#replaced.add(file)
    const aside = join(this.#aside, `replaced-${basename(file)}`)
    await rename(file, aside)
    await mkdir(file)
    await setTimeout(milliseconds)
    await rmdir(file)
    await rename(aside, file)
    this.#replaced.delete(file)
  }

  /** A random question, mostly one that an article answers. */
  question(): string {
    const { place } = this.#some()
    const questions = [
      `Who keeps the lighthouse of ${place}?`,
      `How many litres of oil does the lamp of ${place} burn?`,
      `When did the last storm reach ${place}?`,
      `Who repaired the harbour wall of ${place}?`,
      'When did Kim last meet Putin?',
      `Who painted the ceiling of ${this.#name(4)}?`,
    ]
    return questions[this.#below(questions.length)] ?? ''
  }

  async #publish(article: Article): Promise<void> {
    const { place, file, versions } = article
    const version = `version ${versions.length + 1}`
    const title = `The lighthouse of ${place}, ${version}`
    const date = `${MONTHS[this.#below(MONTHS.length)]} ${1900 + this.#below(100)}`
    const paragraphs = [
      `${this.#name(2)} ${this.#name(3)} keeps the lighthouse of ${place} since ${date}, says ${version}.`,
      `The lamp of ${place} burns ${2 + this.#below(90)} litres of oil every night, says ${version}. ` +
        `Its light is seen from ${2 + this.#below(50)} miles away, says ${version}.`,
      `The last storm reached ${place} in ${date}, says ${version}. ` +
        `${this.#name(2)} ${this.#name(2)} repaired the harbour wall afterwards, says ${version}.`,
    ]
    const next = join(this.#aside, `next-${basename(file)}`)
    await writeFile(next, `---\ntitle: "${title}"\nlanguage: en\n---\n${paragraphs.join('\n\n')}\n`)
    await rename(next, file)
    const before = versions.at(-1)
    if (before) before.until = performance.now()
    versions.push({ title, text: paragraphs.join(' '), until: Number.POSITIVE_INFINITY })
  }

  #some(): Article {
    const article = this.all[this.#below(this.#asked)]
    if (!article) throw new Error('There is no article yet')
    return article
  }

  #name(syllables: number): string {
    const parts = ['vel', 'mar', 'tor', 'san', 'bel', 'dun', 'kir', 'lo', 'fen', 'gra', 'hol', 'pri', 'ost', 'ul']
    const name = Array.from({ length: syllables }, () => parts[this.#below(parts.length)]).join('')
    return name.charAt(0).toUpperCase() + name.slice(1)
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count)
  }
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
