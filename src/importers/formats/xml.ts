// A small reader of XML without a tree: document type declarations and their entities are ignored.
import { Parser } from 'htmlparser2'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** Names without their prefixes. */
  readonly attributes: Readonly<Record<string, string>>
  /** The text in it, and in the elements in it. */
  readonly text: string
}

/** The elements of a document in the order in which they end. */
export function xmlElements(xml: string): XmlElement[] {
  const elements: XmlElement[] = []
  const open: { name: string; attributes: Record<string, string>; text: string }[] = []
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const named = Object.entries(attributes).map(([key, value]) => [local(key), value] as const)
        open.push({ name: local(name), attributes: Object.fromEntries(named), text: '' })
      },
      ontext(text) {
        for (const element of open) element.text += text
      },
      onclosetag() {
        const element = open.pop()
        if (element) elements.push({ ...element, text: element.text.trim() })
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return elements
}
