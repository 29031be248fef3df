// A form of one field, which works without a script.
import type { Element } from 'hast'
import { h } from 'hastscript'

/** Longest text of a field, in UTF-16 units. */
const MAX_LENGTH = 500

interface SearchForm {
  /** Where it leads. */
  readonly action: string
  /** The parameter that holds what was typed. */
  readonly name: string
  readonly value: string
  /** Says what to type. */
  readonly label: string
  readonly button: string
  /** A key that moves to the field. */
  readonly shortcut?: string
}

export function searchForm({ action, name, value, label, button, shortcut }: SearchForm): Element {
  return h('form', { role: 'search', ariaLabel: label, action }, [
    h('input', {
      type: 'search',
      name,
      value,
      required: true,
      maxLength: MAX_LENGTH,
      placeholder: label,
      ariaLabel: label,
      ariaKeyShortcuts: shortcut,
      enterKeyHint: 'search',
      autoComplete: 'off',
    }),
    h('button', button),
  ])
}
