// Mistyped questions, always the same.
import { hash, randomNumbers } from './random.ts'

/** Words of so many letters or more are mistyped, and so many of them. */
const FROM = 5
const PART = 0.35

/** A question with one edit (drop, insert, swap, replace) in a part of its long words; the same one every time. */
export function mistype(question: string): string {
  const random = randomNumbers(hash(question))
  const pick = (count: number) => Math.floor(random() * count)
  return question.replace(/\p{L}+/gu, (word) => {
    const letters = [...word]
    if (letters.length < FROM || random() >= PART) return word
    const at = pick(letters.length)
    const other = letters[pick(letters.length)] ?? ''
    const edits = [
      () => letters.toSpliced(at, 1),
      () => letters.toSpliced(at, 0, other),
      () => swap(letters, Math.min(at, letters.length - 2)),
      () => letters.with(at, other),
    ]
    return (edits[pick(edits.length)]?.() ?? letters).join('')
  })
}

function swap(letters: readonly string[], at: number): string[] {
  return letters.toSpliced(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
}
