/** Finds components in messages and modals. */
import { ComponentType } from 'discord.js'

/** The parts of a component that the stand-in uses. */
export interface Part {
  type: ComponentType
  custom_id?: string | null
  label?: string | null
  emoji?: { name?: string | null } | null
  style?: number
  url?: string | null
  disabled?: boolean | null
  placeholder?: string | null
  content?: string
  options?: { label: string; value: string; description?: string | null; default?: boolean | null }[]
  min_values?: number | null
  max_values?: number | null
  components?: Part[]
  component?: Part
  accessory?: Part
}

/** Every component with its path in the request, parents before children. */
export function* walk(
  parts: readonly Part[],
  where: readonly PropertyKey[] = [],
): Generator<{ part: Part; path: readonly PropertyKey[] }> {
  for (const [index, part] of parts.entries()) {
    const path = [...where, index]
    yield { part, path }
    yield* walk(part.components ?? [], [...path, 'components'])
    for (const key of ['component', 'accessory'] as const) {
      const inner = part[key]
      if (inner === undefined) continue
      yield { part: inner, path: [...path, key] }
    }
  }
}

/**
 * The one component that matches and can be used.
 * @param what its name in errors
 * @throws {Error} if there is none, naming the existing ones, or if it is disabled
 */
export function usable(parts: readonly Part[], wanted: (part: Part) => boolean, what: string): Part {
  const all = [...walk(parts)].map(({ part }) => part)
  const found = all.find(wanted)
  if (found === undefined) {
    const there = all.flatMap(({ label, custom_id: id }) => (id ? [`${label ?? ''} (${id})`] : []))
    throw new Error(`The message has no ${what}; it has: ${there.join(', ') || 'no components'}`)
  }
  if (found.disabled) throw new Error(`The ${what} is disabled`)
  return found
}

/** The buttons with this custom id or label. */
export const isButton =
  (name: string) =>
  (part: Part): boolean =>
    part.type === ComponentType.Button && (part.custom_id === name || part.label === name)

/** The select menu with this custom id, or one that begins with it and a colon. */
export const isSelect =
  (customId: string) =>
  (part: Part): boolean =>
    part.type === ComponentType.StringSelect && `${part.custom_id}:`.startsWith(`${customId}:`)

/** A component of a modal with the typed values, by custom id. */
export function filled(part: Part, values: Record<string, string>): object {
  const { type, custom_id: id, components, component } = part
  return {
    type,
    id: 0,
    ...(id && { custom_id: id, value: values[id] ?? '' }),
    ...(components !== undefined && { components: components.map((inner) => filled(inner, values)) }),
    ...(component !== undefined && { component: filled(component, values) }),
  }
}
