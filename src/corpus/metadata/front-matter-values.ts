// Reads the values of YAML and TOML front matter key by key, so that a faulty one costs no other.

/** A value, and what stands for it in the file. */
export interface Value {
  /** As YAML or TOML has it: text, number, boolean, date, list, map or `null`. */
  readonly data: unknown
  /** A scalar as it is written, without quotes. */
  readonly text: string
  /** 1-based line of its key. */
  readonly line: number
}

/** Lines that belong to one key. */
interface Group {
  readonly key: string
  readonly first: string
  readonly rest: readonly string[]
  readonly line: number
}

/**
 * Parses the YAML values of some keys, which are compared without case; of a key that occurs twice, the first value.
 * @param line number of the first line
 */
export async function parseYaml(
  yaml: string,
  line: number,
  keys: ReadonlySet<string>,
  warnings: string[],
): Promise<ReadonlyMap<string, Value>> {
  const { isScalar, parseDocument } = await import('yaml')
  const groups = groupsOf(yaml, line, /^(["']?)([\p{L}_][\p{L}\p{N}_ \t.-]*)\1:(?:[ \t](.*))?$/u)
  if (groups.length === 0 && /^[^#\s]/mu.test(yaml))
    warnings.push(`line ${line}: the front matter should be lines of “key: value”`)
  return readGroups(groups, keys, warnings, ({ first, rest }) => {
    const document = parseDocument([`value: ${first}`, ...rest].join('\n'), { prettyErrors: false, logLevel: 'silent' })
    if (document.errors.length > 0) return undefined
    const node = document.get('value', true)
    const data: unknown = document.toJS()?.value
    return {
      data,
      text: isScalar(node) && node.value !== null ? (node.source ?? String(node.value)).trim() : first.trim(),
    }
  })
}

/** As `parseYaml`, of TOML above its first table. */
export async function parseToml(
  toml: string,
  line: number,
  keys: ReadonlySet<string>,
  warnings: string[],
): Promise<ReadonlyMap<string, Value>> {
  const { parse } = await import('smol-toml')
  const [above = ''] = toml.split(/^\[/mu, 1)
  const groups = groupsOf(above, line, /^(["']?)([\p{L}_][\p{L}\p{N}_ \t-]*)\1=(.*)$/u)
  return readGroups(groups, keys, warnings, ({ first, rest }) => {
    try {
      const { value } = parse(`value = ${[first, ...rest].join('\n')}`)
      const text = value instanceof Date ? value.toISOString() : String(value)
      return { data: value, text }
    } catch {
      return undefined
    }
  })
}

/** Splits lines into keys with the lines below them that are indented, items of a list, or anything but a key. */
function groupsOf(text: string, line: number, keyLine: RegExp): Group[] {
  const groups: { key: string; first: string; rest: string[]; line: number }[] = []
  for (const [i, each] of text.split('\n').entries()) {
    const [, , key, first = ''] = keyLine.exec(each.trimEnd()) ?? []
    if (key !== undefined) groups.push({ key: key.trim().toLowerCase(), first, rest: [], line: line + i })
    else groups.at(-1)?.rest.push(each)
  }
  return groups
}

function readGroups(
  groups: readonly Group[],
  keys: ReadonlySet<string>,
  warnings: string[],
  parse: (group: Group) => Omit<Value, 'line'> | undefined,
): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const group of groups) {
    if (!keys.has(group.key) || values.has(group.key)) continue
    const parsed = attempt(() => parse(group))
    if (!parsed && group.rest.some((each) => each.trim() !== ''))
      warnings.push(`line ${group.line}: the lines below “${group.key}” cannot be read; they were left out`)
    values.set(group.key, { ...(parsed ?? asWritten(group.first)), line: group.line })
  }
  return values
}

/** What is no YAML is text: a title with a colon, for one. */
function asWritten(value: string): Omit<Value, 'line'> {
  const text = value
    .trim()
    .replace(/^(["'])(.*)\1$/u, '$2')
    .replace(/^["']/u, '')
  return { data: text, text }
}

/** The parsers run out of stack on deeply nested values. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
