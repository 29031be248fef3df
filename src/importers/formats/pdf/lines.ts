// Text items of a PDF page → lines in reading order.

/** A piece of text as the page shows it; units are points, the origin is the page's lower left. */
export interface TextItem {
  readonly str: string
  /** The text matrix [a, b, c, d, e, f]: e and f are where the baseline begins. */
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

/** Text on one baseline that was drawn in one go: a cell of a table, or a run of words. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
}

export interface Line {
  readonly text: string
  /** More than one where the text was drawn in parts. */
  readonly segments: readonly Segment[]
  readonly left: number
  readonly right: number
  /** Of the baseline; larger is higher. */
  readonly y: number
  /** Font size of most of its letters, in points. */
  readonly size: number
  /** Font of most of its letters. */
  readonly font: string
  /** 1-based. */
  readonly page: number
}

/** In parts of the font size. */
const SPACE = 0.17
const WIDE_GAP = 1.6
const SAME_BASELINE = 0.5

/** In points. */
const ALIGNED = 2

/** Whether two lines look like rows of a table: each part of one is left, right or centre aligned with the other's. */
export function areAligned(a: Line, b: Line): boolean {
  if (a.segments.length < 2 || a.segments.length !== b.segments.length) return false
  return a.segments.every((cell, i) => {
    const other = b.segments[i]
    if (!other) return false
    const edges = [
      cell.left - other.left,
      cell.right - other.right,
      (cell.left + cell.right - other.left - other.right) / 2,
    ]
    return edges.some((difference) => Math.abs(difference) < ALIGNED)
  })
}

/** Whether there is more room in a line than between words. */
export function hasWideGap({ segments, size }: Line): boolean {
  return segments.some(({ left }, i) => left - (segments[i - 1]?.right ?? left) > WIDE_GAP * size)
}

interface Part {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly font: string
}

/**
 * Joins a page's items to lines. The order of the content stream is trusted: producers write columns, footnotes and
 * boxes one after the other, which geometry alone would mix.
 */
export function linesOf(items: readonly TextItem[], page: number): Line[] {
  const lines: Part[][] = []
  for (const part of items.flatMap(partOf)) {
    const line = lines.at(-1)
    const before = line?.at(-1)
    if (line && before && continues(line, before, part)) line.push(part)
    else lines.push([part])
  }
  return attachBullets(lines.map((parts) => toLine(parts, page)).filter(({ text }) => text !== ''))
}

/** Bullets, also those of symbol fonts, whose codes mean nothing elsewhere. */
export const BULLET = /^(?:[•◦▪▫‣●○■□▶►▸✓➢\u2043\u2219·*–—-]|[\ue000-\uf8ff])/u

/** Some producers draw all bullets of a page after its text. */
function attachBullets(lines: readonly Line[]): Line[] {
  const attached = new Map<Line, Line>()
  const loose = new Set(lines.filter(({ text }) => text.length === 1 && BULLET.test(text)))
  for (const bullet of loose) {
    const item = lines.find(
      (line) =>
        !loose.has(line) &&
        Math.abs(line.y - bullet.y) < SAME_BASELINE * line.size &&
        line.left > bullet.left &&
        line.left < bullet.right + 3 * line.size,
    )
    if (item) attached.set(item, { ...item, text: `${bullet.text} ${item.text}`, left: bullet.left })
  }
  return lines.filter((line) => !loose.has(line)).map((line) => attached.get(line) ?? line)
}

/** Upright text only: what runs up a margin is a stamp. */
function partOf({ str, transform, width, fontName }: TextItem): Part[] {
  const [a = 0, b = 0, c = 0, d = 0, left = 0, y = 0] = transform
  const size = Math.hypot(c, d)
  if (str.trim() === '' || size === 0 || a <= 0 || Math.abs(b) > 0.1 * Math.abs(a)) return []
  return [{ text: withoutControls(str), left, right: left + width, y, size, font: fontName }]
}

/** Glyphs without a Unicode value come as control characters; the only frequent ones are bullets. */
function withoutControls(text: string): string {
  return text.replace(/(?=\p{Cc})\S/gu, '•')
}

function continues(line: readonly Part[], before: Part, part: Part): boolean {
  const size = Math.max(before.size, part.size)
  const base = line.reduce((largest, each) => (each.size > largest.size ? each : largest))
  // A superscript stands higher, an initial lower.
  const isOnLine = Math.abs(part.y - base.y) < SAME_BASELINE * Math.max(base.size, part.size)
  // The letter is drawn below its accent.
  const overlap = SIGN_AT_END.test(before.text) ? size : 0.5 * size
  return isOnLine && part.left > before.right - overlap
}

function toLine(parts: readonly Part[], page: number): Line {
  const segments: { text: string; left: number; right: number }[] = []
  let before: Part | undefined
  for (const part of parts) {
    const segment = segments.at(-1)
    const gap = before ? part.left - before.right : 0
    const text =
      before && isRaised(part, before)
        ? part.text.replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)
        : part.text
    const isApart = gap > SPACE * Math.min(before?.size ?? 0, part.size)
    if (!segment || (isApart && !SIGN_AT_END.test(segment.text)))
      segments.push({ text, left: part.left, right: part.right })
    else {
      segment.text += text
      segment.right = part.right
    }
    before = part
  }
  const clean = segments
    .map((segment) => ({ ...segment, text: withAccents(segment.text).replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '')
  return {
    text: clean.map(({ text }) => text).join(' '),
    segments: clean,
    left: clean[0]?.left ?? 0,
    right: clean.at(-1)?.right ?? 0,
    y: mostOf(parts, ({ y }) => y),
    size: mostOf(parts, ({ size }) => Math.round(size * 2) / 2),
    font: mostOf(parts, ({ font }) => font),
    page,
  }
}

/** Combining marks of the signs that old TeX fonts draw before a letter. */
const COMBINING: Readonly<Record<string, string>> = {
  '¨': '\u0308',
  '´': '\u0301',
  ˆ: '\u0302',
  '˜': '\u0303',
  ˇ: '\u030c',
  '˚': '\u030a',
  '˘': '\u0306',
  '¸': '\u0327',
}

const SIGN_AT_END = /[¨´ˆ˜ˇ˚˘¸]$/u

/** Composes the sign and the letter where there is such a letter: `F¨ uhrung` is `Führung`. */
function withAccents(text: string): string {
  return text.replace(/([¨´ˆ˜ˇ˚˘¸]) ?([\p{L}])/gu, (written, sign: string, letter: string) => {
    const composed = `${letter === 'ı' ? 'i' : letter}${COMBINING[sign] ?? ''}`.normalize('NFC')
    return composed.length === 1 ? composed : written
  })
}

/** Exponents and the numbers of footnotes: written on the line they would make other numbers. */
function isRaised(part: Part, before: Part): boolean {
  return part.size < 0.8 * before.size && part.y > before.y + 0.15 * before.size && /^\d{1,3}$/u.test(part.text.trim())
}

/** The value that most letters have. */
export function mostOf<T extends { readonly text: string }, V extends string | number>(
  things: readonly T[],
  propertyOf: (thing: T) => V,
): V {
  const letters = new Map<V, number>()
  for (const thing of things) letters.set(propertyOf(thing), (letters.get(propertyOf(thing)) ?? 0) + thing.text.length)
  const [first] = [...letters].sort(([, a], [, b]) => b - a)
  if (!first) throw new Error('there is nothing to choose from')
  return first[0]
}
