// Reads an article by the numbers of its sentences, so that a page of a long one costs no more than one of a short one.
import type { Article, Paragraph, SentenceAccess } from './article.ts'

/** Opens an article; one that is packed decodes only what is asked for. */
export function openSentences(article: Article): SentenceAccess {
  if (article.openSentences) return article.openSentences()
  const all = [...article.paragraphs].flatMap((paragraph) =>
    paragraph.sentences.map((sentence) => ({ sentence, paragraph })),
  )
  return {
    ends: Uint32Array.from(all, ({ sentence }) => sentence.end),
    lengthAt: (i) => all[i]?.sentence.plain.length ?? 0,
    piecesAt: (i) => all[i]?.sentence.pieces?.length ?? 1,
    excerpt(from, to) {
      const found: Paragraph[] = []
      for (const { sentence, paragraph } of all.slice(from, to)) {
        const last = found.at(-1)
        if (last?.number === paragraph.number)
          found[found.length - 1] = { ...last, sentences: [...last.sentences, sentence] }
        else found.push({ ...paragraph, sentences: [sentence] })
      }
      return found
    },
  }
}
