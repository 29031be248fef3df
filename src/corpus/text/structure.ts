// Recognises what people write without markup of its own: questions, bold titles and speakers.
import { type Block, dropStart, linesOf, openingOf, type Part, shareWithin } from './visible.ts'

/** The levels of titles that are no headings to the format: below all of those. */
const BOLD_LEVEL = 8
const QUESTION_LEVEL = 9
/** A question in plain type stands above the next block only. */
const PASSING_LEVEL = 10
const LONGEST_TITLE = 120

/** A line of tags. */
export const TAGS = /^\s*(?:#[\p{L}\p{N}_/-]+\s*)+$/u
export const QUESTION_END = /[?？؟;՞][\s*_"”»)]*$/u
/** Labels of questions and answers, by language: English, German, Turkish, Spanish, French, Russian, Chinese. */
const QUESTION_LABEL = /^\s*[*_]{0,3}(?:Q|Question|Frage|F|Soru|S|Pregunta|P|Вопрос|В|问|問)[ \t]?\p{N}{0,3}[.:：)]/iu
const ANSWER_LABEL =
  /^\s*[*_]{0,3}(?:A|Answer|Antwort|Cevap|C|Respuesta|R|Réponse|Ответ|О|答)[ \t]?\p{N}{0,3}[.:：)]\s+/iu

/** Up to four capitalised words before a colon. */
const SPEAKER =
  /^\s*((?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:[ \t]+(?:\p{Lu}|\p{N})[\p{L}\p{M}\p{N}.'’-]*){0,3})[ \t]*[:：][ \t]+(?=\S)/u
/** How often speakers must be named in an article, and one of them again. */
const FEWEST_TURNS = 4
const NOT_SPEAKERS =
  /^(?:note|notes|warning|tip|hint|important|caution|danger|info|example|examples|update|edit|todo|ps|nb|q|a|question|answer)$/iu

/** Splits and re-labels blocks by what their lines begin with or consist of. */
export function recogniseStructure(blocks: readonly Block[]): Block[] {
  const structured = recogniseQuestions(blocks.flatMap(splitTags)).map((block, i, all) =>
    recogniseTitle(block, all[i + 1]),
  )
  return recogniseSpeakers(structured)
}

/** Makes a block of its own of a last line of tags: `#project #meeting`. */
function splitTags(block: Block): Block[] {
  if (block.kind !== 'prose') return [block]
  const lines = linesOf(block.runs)
  const last = lines.at(-1)?.runs
  if (lines.length < 2 || !last || !TAGS.test(openingOf(last))) return [block]
  return [
    { ...block, runs: lines.slice(0, -1).flatMap(({ runs }) => runs) },
    { ...block, runs: last },
  ]
}

/** `Q: …` and `A: …` lines, where an article has both; bold questions on the first line of a paragraph. */
function recogniseQuestions(blocks: readonly Block[]): Block[] {
  const opens = (label: RegExp) =>
    blocks.some(
      ({ kind, runs }) => kind === 'prose' && linesOf(runs).some((line) => label.test(openingOf(line.runs, 40))),
    )
  const isLabelled = opens(QUESTION_LABEL) && opens(ANSWER_LABEL)
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'prose' || block.list) return [block]
    const lines = linesOf(block.runs)
    const first = lines[0] && { ...block, runs: lines[0].runs }
    if (first && lines.length > 1 && isBold(first) && QUESTION_END.test(openingOf(first.runs)))
      return [
        { ...first, kind: 'question', level: QUESTION_LEVEL },
        { ...block, runs: lines.slice(1).flatMap(({ runs }) => runs) },
      ]
    if (!isLabelled) return [block]
    const parts: Block[] = []
    for (const { runs } of lines) {
      const opening = openingOf(runs, 40)
      const last = parts.at(-1)
      if (QUESTION_LABEL.test(opening) && QUESTION_END.test(openingOf(runs, 1_000)))
        parts.push({ ...block, kind: 'question', level: QUESTION_LEVEL, runs })
      else if (ANSWER_LABEL.test(opening))
        parts.push({ ...block, runs: dropStart(runs, ANSWER_LABEL.exec(opening)?.[0].length ?? 0) })
      else if (last && last.kind === 'prose') parts[parts.length - 1] = { ...last, runs: [...last.runs, ...runs] }
      else parts.push({ ...block, runs })
    }
    return parts
  })
}

/** A short bold line above something is its title, or its question; a paragraph that only asks is a question too. */
function recogniseTitle(block: Block, next: Block | undefined): Block {
  if (block.kind !== 'prose' || block.list || !next || next.kind === 'heading' || next.kind === 'question') return block
  const text = openingOf(block.runs, LONGEST_TITLE + 1).trim()
  if (text.length > LONGEST_TITLE || text.includes('\n')) return block
  if (!isBold(block)) {
    const isQuestion = QUESTION_END.test(text) && !/[.!?。！？؟]\s/u.test(text) && speakerOf(text) === undefined
    return isQuestion && block.speaker === undefined
      ? { ...block, kind: 'question', level: PASSING_LEVEL, until: next.runs.at(-1)?.end ?? 0 }
      : block
  }
  if (QUESTION_END.test(text)) return { ...block, kind: 'question', level: QUESTION_LEVEL }
  return /[.!。！;,]$/u.test(text) ? block : { ...block, kind: 'heading', level: BOLD_LEVEL }
}

function isBold(part: Part): boolean {
  return part.marks !== undefined && part.marks.length > 0 && shareWithin(part, 'strong') === 1
}

/** `Ada: …` at the start of several paragraphs or items; the name becomes their speaker. */
function recogniseSpeakers(blocks: readonly Block[]): Block[] {
  const split = blocks.flatMap((block): Block[] => {
    if (block.kind !== 'prose') return [block]
    const lines = linesOf(block.runs)
    const isTurns = lines.length > 1 && lines.every(({ runs }) => speakerOf(openingOf(runs, 100)) !== undefined)
    return isTurns ? lines.map(({ runs }) => ({ ...block, runs })) : [block]
  })
  const counts = new Map<string, number>()
  const speakers = split.map(({ kind, runs }) => {
    const name = kind === 'prose' || kind === 'item' ? speakerOf(openingOf(runs, 100)) : undefined
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    return name
  })
  const again = [...counts].filter(([, count]) => count > 1)
  const turns = again.reduce((sum, [, count]) => sum + count, 0)
  if (counts.size < 2 || turns < FEWEST_TURNS) return [...blocks]
  return split.map((block, i) => {
    const speaker = speakers[i]
    if (speaker === undefined || (block.kind !== 'prose' && block.kind !== 'item')) return block
    const label = SPEAKER.exec(openingOf(block.runs, 100))?.[0].length ?? 0
    const runs = dropStart(block.runs, label)
    const start = runs[0]?.start ?? 0
    return { ...block, speaker, runs, marks: block.marks?.filter((mark) => mark.end > start) ?? [] }
  })
}

function speakerOf(opening: string): string | undefined {
  const name = SPEAKER.exec(opening)?.[1]
  return name === undefined || NOT_SPEAKERS.test(name) ? undefined : name
}
