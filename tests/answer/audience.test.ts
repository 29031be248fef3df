// Nothing about the articles of one server can be told from what another is answered.
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { type Answer, type Answerer, createAnswerer } from '../../src/answer/answer.ts'
import type { ParsedArticle } from '../../src/corpus/article.ts'
import { isVisible } from '../../src/corpus/audience.ts'
import { readArticle } from '../../src/corpus/read-article.ts'
import { randomNumbers } from '../quality/random.ts'

/** `ISOLATION_QUESTIONS=10000` asks as many, in about a minute; each fault found while this was written showed in 200. */
const QUESTIONS = Number(process.env.ISOLATION_QUESTIONS ?? 200)
/** Milliseconds for a question and its check, on a busy machine. */
const MS_EACH = 100

const [RED, BLUE] = ['111111111111111111', '222222222222222222']
const random = randomNumbers(11)
const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''

/** Words that all parts share, and words that differ by part in ways that stemming, spelling and compounds connect. */
const SHARED = 'harbour bridge keeper lantern tower garden market bakery runner painting windmill archive'.split(' ')
const OWN: Readonly<Record<string, readonly string[]>> = {
  '': 'ferry anchor rope signalman Odense longboat sailing paint'.split(' '),
  [RED]: 'vault cipher Zanzibar lanterns running painted long-term nightwatch harborlight keepers'.split(' '),
  [BLUE]: 'orchard sundial Bergen longterm gardener windmills runners nightfall lighthouse'.split(' '),
}
const DEEDS = 'opened repaired guards crossed inherited closes'.split(' ')

async function articleOf(server: string, n: number): Promise<ParsedArticle> {
  const words = [...SHARED, ...(OWN[server] ?? [])]
  const sentence = () => `The ${pick(words)} ${pick(DEEDS)} the ${pick(words)} ${1500 + Math.floor(random() * 400)}.`
  const section = () =>
    `## ${pick(words)} ${pick(['II', '3', 'one'])}\n\n${Array.from({ length: 3 }, sentence).join(' ')}`
  const language = n % 4 === 3 ? 'de' : 'en'
  const text = `---\ntitle: ${pick(words)} ${pick(words)}\nlanguage: ${language}\n---\n${Array.from({ length: 4 }, section).join('\n\n')}`
  const path = server === '' ? `town/${n}.md` : `servers/${server}/${n}.md`
  return (await readArticle(path, text, server === '' ? {} : { server })).article
}

const articles: ParsedArticle[] = []
for (const server of [RED, BLUE, '']) for (let n = 0; n < 8; n++) articles.push(await articleOf(server, n))
const whole = await createAnswerer(articles)
const audiences = [[], [RED], [BLUE], [RED, BLUE]] as const
const alone: Answerer[] = []
for (const audience of audiences) {
  const visible = articles.filter((each) => isVisible(each, audience))
  alone.push(await createAnswerer(visible.map(({ server: _, ...shared }) => shared)))
}

/** Questions in all the ways that words are looked up: as they are, misspelt, joined, in parts, with ordinals, about articles. */
function question(): string {
  const word = () => misspell(pick([...SHARED, ...Object.values(OWN).flat()]))
  const kinds = [
    () => `Who ${pick(DEEDS)} the ${word()} and the ${word()}?`,
    () => `${word()}${word()}`,
    () => `What is the ${word()} ${word()}?`,
    () => `${pick(['2nd', 'third', '3'])} ${word()}`,
    () => `Wann war ${word()} nicht ${word()}`,
    () => pick(['how many articles are there', 'what is new', 'summary', 'what can I ask?']),
  ]
  return (kinds[Math.floor(random() * kinds.length)] ?? word)()
}

function misspell(word: string): string {
  const place = 1 + Math.floor(random() * (word.length - 1))
  const edits = [
    word,
    word,
    word.slice(0, place) + word.slice(place + 1),
    `${word.slice(0, place)}e${word.slice(place)}`,
    word.slice(0, place - 1) + (word[place] ?? '') + (word[place - 1] ?? '') + word.slice(place + 1),
  ]
  return pick(edits)
}

/** Everything that an answer says, by value. */
function seen({ ms: _, passages, about, ...rest }: Answer) {
  return {
    ...rest,
    passages: passages.map(({ article, before, after, highlights, matches, alsoIn, answer, ...passage }) => ({
      ...passage,
      article: article.id,
      around: [before, after],
      matched: [highlights, matches, answer],
      alsoIn: alsoIn.map(({ id }) => id),
    })),
    about: about && { ...about, articles: about.articles.map(({ id }) => id) },
  }
}

test(`${QUESTIONS} questions are answered as if no other articles existed`, { timeout: QUESTIONS * MS_EACH }, () => {
  for (let i = 0; i < QUESTIONS; i++) {
    const n = Math.floor(random() * audiences.length)
    const [asked, previous] = [question(), random() < 0.2 ? [question()] : []]
    // An article of any server, as a forged custom id would name it.
    const article = random() < 0.3 ? pick(articles.map(({ id }) => id)) : undefined
    const options = { previous, ...(article !== undefined && { article }) }
    const audience = audiences[n] ?? []
    const found = seen(whole.ask(asked, { ...options, audience }))
    const expected = alone[n] && seen(alone[n].ask(asked, options))
    if (!isDeepStrictEqual(found, expected)) expect(found, asked).toEqual(expected)
  }
})
