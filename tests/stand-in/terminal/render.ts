/** Renders messages for a terminal. */
import { type APIMessage, ComponentType } from 'discord.js'
import type { Part } from '../messages/components.ts'
import { EPHEMERAL, LOADING } from '../messages/posting.ts'
import { markdownLines, type Style, styleOf } from './markdown.ts'

export interface RenderOptions {
  /** Whether to use a terminal's bold, dim and underline; true by default. */
  styled?: boolean
  /** The name behind a mention such as `<@1>`; undefined keeps the mention. */
  nameOf?: (mention: string) => string | undefined
}

/**
 * The lines of a message: its text, embeds, components, and what Discord adds below.
 * Buttons look like `[ Label ]`, disabled ones like `( Label )`.
 */
export function render(
  message: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'flags' | 'edited_timestamp'>,
  options: RenderOptions = {},
): string[] {
  const style = styleOf(options.styled ?? true)
  const nameOf = options.nameOf ?? (() => undefined)
  const flags = message.flags ?? 0
  if ((flags & LOADING) !== 0) return [style.dim('The bot is thinking…'), ...seenByOne(flags, style)]
  const text = (source: string): string[] => markdownLines(source, style, nameOf)
  return [
    ...(message.content === '' ? [] : text(message.content)),
    ...message.embeds.flatMap(({ title, description, fields = [], footer }) =>
      [
        ...(title === undefined ? [] : [style.bold(title)]),
        ...(description === undefined ? [] : text(description)),
        ...fields.flatMap(({ name, value }) => [style.bold(name), ...text(value)]),
        ...(footer === undefined ? [] : [style.dim(footer.text)]),
      ].map((line) => `┃ ${line}`),
    ),
    ...(message.components ?? []).flatMap((part: Part) => partLines(part, style, text)),
    ...(message.edited_timestamp === null ? [] : [style.dim('(edited)')]),
    ...seenByOne(flags, style),
  ]
}

function seenByOne(flags: number, style: Style): string[] {
  return (flags & EPHEMERAL) === 0 ? [] : [style.dim('Only you can see this')]
}

function partLines(part: Part, style: Style, text: (source: string) => string[]): string[] {
  const inner = part.components ?? []
  const within = (parts: readonly Part[]): string[] => parts.flatMap((each) => partLines(each, style, text))
  switch (part.type) {
    case ComponentType.ActionRow: {
      const buttons = inner
        .filter(({ type }) => type === ComponentType.Button)
        .map((button) => buttonText(button, style))
      const others = inner.filter(({ type }) => type !== ComponentType.Button)
      return [...(buttons.length === 0 ? [] : [buttons.join('  ')]), ...within(others)]
    }
    case ComponentType.Button:
      return [buttonText(part, style)]
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return selectLines(part, style)
    case ComponentType.Section:
      return within([...inner, ...(part.accessory === undefined ? [] : [part.accessory])])
    case ComponentType.TextDisplay:
      return text(part.content ?? '')
    case ComponentType.Separator:
      return [style.dim('────────')]
    case ComponentType.Container:
      return within(inner).map((line) => `┃ ${line}`)
    default:
      return [style.dim(`(component of type ${part.type})`)]
  }
}

function buttonText({ label, emoji, url, disabled }: Part, style: Style): string {
  const caption = [emoji?.name, label, url ? `↗ ${url}` : undefined].filter(Boolean).join(' ')
  return disabled ? style.dim(`( ${caption} )`) : `[ ${caption} ]`
}

function selectLines({ placeholder, options = [], disabled }: Part, style: Style): string[] {
  const caption = `${placeholder ?? 'Make a selection'} ▾`
  const head = disabled ? style.dim(`( ${caption} )`) : `[ ${caption} ]`
  const lines = options.map(({ label, description, default: chosen }) => {
    const more = description ? style.dim(` — ${description}`) : ''
    return `  ${chosen ? '●' : '○'} ${label}${more}`
  })
  return [head, ...lines]
}
