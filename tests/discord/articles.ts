/** Small articles that the bot tests ask about. */
import type { Paragraph, ParsedArticle, Sentence } from '../../src/corpus/article.ts'

/** An article of plain paragraphs, each a list of sentences. */
export function article(
  id: string,
  title: string,
  paragraphs: string[][],
  rest: Partial<ParsedArticle> = {},
): ParsedArticle {
  let text = ''
  const built = paragraphs.map((sentences, index): Paragraph => {
    text += index === 0 ? '' : '\n\n'
    return {
      number: index + 1,
      kind: 'prose',
      trail: [],
      sentences: sentences.map((plain, place): Sentence => {
        text += place === 0 ? '' : ' '
        const start = text.length
        text += plain
        return {
          article: id,
          paragraph: index + 1,
          number: place + 1,
          kind: 'prose',
          start,
          end: text.length,
          text: plain,
          plain,
        }
      }),
    }
  })
  const counts = { sentenceCount: paragraphs.flat().length, paragraphCount: paragraphs.length }
  return { id, file: `${id}.txt`, title, language: 'en', format: 'text', ...rest, text, ...counts, paragraphs: built }
}

/** Kim's train journey, in six sentences. */
export const train = article(
  'kim-train',
  'Kim Jong-un takes the train to Putin',
  [
    ['North Korean leader Kim Jong-un started his train journey to meet with Russian President Vladimir Putin.'],
    [
      'Kim last met with Putin in Vladivostok in 2019.',
      'The meeting came after the nuclear disarmament talks with Donald Trump failed.',
      'Kim left the capital Pyongyang for the second summit with Putin on Sunday, September 10.',
    ],
    [
      'The Kremlin confirmed the visit.',
      'The Japanese press reported that security was increased at the train station in the border city Kazan.',
    ],
  ],
  { date: '2023-09-27', section: 'World', url: 'https://news.example/kim-train' },
)

/** A library and its owls, in four sentences. */
export const library = article(
  'library-owls',
  'Owls move into the library of Odense',
  [
    [
      'Three owls have lived in the attic of the library of Odense since March.',
      'The librarian Karen Holm feeds them every evening.',
    ],
    ['The roof will be repaired in November.', 'Visitors may watch the owls from the reading room on Fridays.'],
  ],
  { date: '2024-05-02', section: 'Culture' },
)
