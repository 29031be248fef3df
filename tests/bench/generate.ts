/**
 * Text that reads like articles to a machine: words of a made-up vocabulary by Zipf's law, sentences of 8 to 30 words,
 * paragraphs of 3 to 7 sentences, one article some 20,000 characters. The same for the same seed.
 */
export function generateArticles(characters: number, seed = 1): string[] {
  const random = mulberry32(seed)
  const below = (n: number) => Math.floor(random() * n)
  const syllables = [
    'ka',
    'lo',
    'min',
    'ter',
    'sa',
    'vo',
    'ren',
    'tu',
    'pel',
    'di',
    'mar',
    'con',
    'be',
    'stra',
    'fi',
    'gol',
  ]
  const vocabulary = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + below(3) }, () => syllables[below(syllables.length)]).join(''),
  )
  const common = ['the', 'of', 'in', 'and', 'to', 'a', 'was', 'that', 'for', 'with']
  const word = () =>
    random() < 0.35 ? common[below(common.length)] : vocabulary[Math.floor(vocabulary.length ** random()) - 1]
  const sentence = () => {
    const words = Array.from({ length: 8 + below(23) }, word).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: 3 + below(5) }, sentence).join(' ')

  const articles: string[] = []
  for (let written = 0; written < characters; written += articles.at(-1)?.length ?? characters) {
    let article = ''
    while (article.length < Math.min(20_000, characters - written)) article += `${paragraph()}\n\n`
    articles.push(article)
  }
  return articles
}

/** A small seeded generator of numbers from 0 to 1 (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
