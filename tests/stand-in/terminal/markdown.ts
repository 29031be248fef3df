/** Discord’s Markdown for a terminal. */

/** Text styles of a terminal. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
  italic(text: string): string
  underline(text: string): string
}

/** ANSI codes, or none. */
export function styleOf(styled: boolean): Style {
  const wrap = (on: number, off: number) => (text: string) => (styled ? `\u001b[${on}m${text}\u001b[${off}m` : text)
  return { bold: wrap(1, 22), dim: wrap(2, 22), italic: wrap(3, 23), underline: wrap(4, 24) }
}

/**
 * Converts Discord's Markdown to lines for a terminal.
 * @see https://support.discord.com/hc/en-us/articles/210298617
 */
export function markdownLines(source: string, style: Style, nameOf: (mention: string) => string | undefined): string[] {
  const inline = (text: string): string => inlineText(text, style, nameOf)
  const lines: string[] = []
  let isFenced = false
  let isQuoted = false
  for (const line of source.split('\n')) {
    if (line.trimStart().startsWith('```')) {
      isFenced = !isFenced
      continue
    }
    if (isFenced) {
      lines.push(`    ${line}`)
      continue
    }
    // `>>>` quotes everything after it.
    if (line.startsWith('>>> ')) isQuoted = true
    const quote = /^(?:>>> |> ?)(.*)$/u.exec(line)
    const rest = quote?.[1] ?? line
    lines.push((isQuoted || quote !== null ? '│ ' : '') + blockLine(rest, style, inline))
  }
  return lines
}

function blockLine(line: string, style: Style, inline: (text: string) => string): string {
  const small = /^-# (.*)$/u.exec(line)
  if (small !== null) return style.dim(inline(small[1] ?? ''))
  const heading = /^#{1,3} (.*)$/u.exec(line)
  if (heading !== null) return style.bold(inline(heading[1] ?? ''))
  const item = /^(\s*)[-*] (.*)$/u.exec(line)
  if (item !== null) return `${item[1] ?? ''}• ${inline(item[2] ?? '')}`
  return inline(line)
}

/** Escapes and code come first, as they contain no Markdown. */
const INLINE =
  /\\(?<escaped>[\p{P}\p{S}])|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\(<?(?<target>[^)>\s]+)>?\)|(?<mention><(?:@[!&]?|#)\d+>)|<t:(?<seconds>\d+)(?::\w)?>|<\/(?<command>[^:>]+):\d+>|\*\*(?<bold>.+?)\*\*(?!\*)|__(?<underlined>.+?)__(?!_)|~~(?<struck>.+?)~~|\|\|(?<spoiler>.+?)\|\||\*(?<star>[^*\s](?:[^*]*[^*\s])?)\*|(?<!\w)_(?<low>[^_\s](?:[^_]*[^_\s])?)_(?!\w)|<(?<bare>https?:\/\/[^>\s]+)>/gu

function inlineText(text: string, style: Style, nameOf: (mention: string) => string | undefined): string {
  const inner = (part: string): string => inlineText(part, style, nameOf)
  let result = ''
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    result += text.slice(at, match.index)
    at = match.index + match[0].length
    const {
      escaped,
      code,
      label,
      target,
      mention,
      seconds,
      command,
      bold,
      underlined,
      struck,
      spoiler,
      star,
      low,
      bare,
    } = match.groups ?? {}
    const italic = star ?? low
    if (escaped !== undefined) result += escaped
    else if (code !== undefined) result += code
    else if (label !== undefined) result += `${style.underline(inner(label))} (${target})`
    else if (mention !== undefined) result += nameOf(mention) ?? mention
    else if (seconds !== undefined) result += dateOf(Number(seconds))
    else if (command !== undefined) result += `/${command}`
    else if (bold !== undefined) result += style.bold(inner(bold))
    else if (underlined !== undefined) result += style.underline(inner(underlined))
    else if (italic !== undefined) result += style.italic(inner(italic))
    else result += inner(struck ?? spoiler ?? bare ?? '')
  }
  return result + text.slice(at)
}

/** In UTC; Discord shows it in the reader's time zone, and in more styles. */
function dateOf(seconds: number): string {
  return new Date(seconds * 1_000).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' })
}
