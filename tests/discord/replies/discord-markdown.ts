/** What a reader sees of a message in Discord’s Markdown. */
import { parse } from 'discord-markdown-parser'

type Node = ReturnType<typeof parse>[number]

/**
 * What a reader sees, by a third-party parser of Discord's dialect, which does not know lists. Markup other than text,
 * bold and quotations is named in brackets.
 */
export function parsed(content: string): string {
  return parse(content, 'extended').map(show).join('')
}

function show({ type, content, name }: Node): string {
  switch (type) {
    case 'text':
    case 'emoticon':
      return String(content)
    case 'twemoji':
      return String(name)
    case 'br':
      return '\n'
    case 'strong':
    case 'blockQuote':
      return content.map(show).join('')
    default:
      return `(${type})`
  }
}

/** What a reader sees of one line, lists included, by the rules of Discord's parser (simple-markdown). */
export function seen(line: string): string {
  const block = /^(?:>>> |> |-# |#{1,3} | *[-*+] | *\d+[.)] )/u.exec(line)
  return block ? seen(line.slice(block[0].length)) : seenInline(line)
}

type Rule = readonly [RegExp, (match: RegExpExecArray) => string]

const MARKED = (mark: string, close: string = mark) =>
  new RegExp(`^${mark}((?:\\\\[\\s\\S]|(?!${close})[^\\\\])+)${close}`, 'u')

const rules: readonly Rule[] = [
  [/^¯\\_\(ツ\)_\/¯/u, ([whole]) => whole],
  [/^\\([^0-9A-Za-z\s])/u, ([, letter = '']) => letter],
  [/^<(https?:\/\/[^\s>]+)>/u, ([, address = '']) => address],
  [/^<(?:@[!&]?|#|t:|a?:\w+:|\/|id:)[^>\s]*>/u, () => '(markup)'],
  [/^@(?:everyone|here)/u, () => '(ping)'],
  [/^https?:\/\/[^\s<]+/u, ([whole]) => `(link ${whole})`],
  [/^\[((?:\\.|[^[\]\\])*)\]\(\s*<?(?:[^\s()<>]|\([^()]*\))*>?\s*\)/u, ([, text = '']) => seenInline(text)],
  [/^:(?:[\w~+-]+):/u, () => '(emoji)'],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/u, ([, , code = '']) => code],
  [MARKED('\\*\\*'), ([, text = '']) => seenInline(text)],
  [MARKED('__'), ([, text = '']) => seenInline(text)],
  [MARKED('~~'), ([, text = '']) => seenInline(text)],
  [MARKED('\\|\\|'), ([, text = '']) => seenInline(text)],
  [MARKED('\\*'), ([, text = '']) => seenInline(text)],
  [MARKED('_'), ([, text = '']) => seenInline(text)],
]

function seenInline(line: string): string {
  let rest = line
  let text = ''
  while (rest !== '') {
    const found = rules.map(([rule, show]) => ({ match: rule.exec(rest), show })).find(({ match }) => match)
    if (found?.match) {
      text += found.show(found.match)
      rest = rest.slice(found.match[0].length)
    } else {
      const letter = String.fromCodePoint(rest.codePointAt(0) ?? 0)
      text += letter
      rest = rest.slice(letter.length)
    }
  }
  return text
}
