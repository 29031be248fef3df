/** Limits on commands that Discord’s OpenAPI document leaves out. */
import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord.js'
import { invalidForm, type Problem } from '../refusal.ts'
import { lengthOf } from './limits.ts'
import type { CommandBody } from './schema.ts'

/** @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u

const LOCALES = new Set<string>(Object.values(Locale))

/** The parts of a command or an option that have limits. */
interface Named {
  type?: number | null
  name: string
  name_localizations?: object | null
  description?: string | null
  description_localizations?: object | null
  required?: boolean | null
  autocomplete?: boolean | null
  choices?: Choice[] | null
  options?: Named[] | null
}

interface Choice {
  name: string
  name_localizations?: object | null
  value: string | number
}

/**
 * The limits of commands that the OpenAPI document leaves out.
 * @throws {Refusal} 50035 with every problem found
 * @see https://discord.com/developers/docs/interactions/application-commands#registering-a-command
 */
export function checkCommands(commands: readonly CommandBody[], where: (index: number) => PropertyKey[]): void {
  const problems: Problem[] = []
  const taken = new Set<string>()
  for (const [index, command] of commands.entries()) {
    const type = command.type ?? ApplicationCommandType.ChatInput
    problems.push(...checkCommand(command, type, where(index)))
    const key = `${type} ${command.name}`
    if (taken.has(key)) problems.push(fault([...where(index), 'name'], `The name ${command.name} is taken.`))
    taken.add(key)
  }
  for (const [type, most] of [[1, 100] as const, [2, 15] as const, [3, 15] as const]) {
    const count = commands.filter((command) => (command.type ?? 1) === type).length
    if (count > most) problems.push(fault([], `At most ${most} commands of type ${type}, not ${count}.`))
  }
  if (problems.length > 0) throw invalidForm(problems)
}

const fault = (path: readonly PropertyKey[], message: string): Problem => ({
  path,
  code: 'APPLICATION_COMMAND_INVALID',
  message,
})

function checkCommand(command: Named, type: number, path: PropertyKey[]): Problem[] {
  const isSlash = type === ApplicationCommandType.ChatInput
  const problems = checkNamed(command, path, isSlash)
  if (isSlash && !command.description) problems.push(fault([...path, 'description'], 'A description is required.'))
  if (!isSlash && command.description) problems.push(fault([...path, 'description'], 'Only slash commands have one.'))
  if (!isSlash && command.options?.length) problems.push(fault([...path, 'options'], 'Only slash commands have them.'))
  const size = sizeOf(command)
  if (size > 8000) problems.push(fault(path, `${size} characters of names, descriptions and values; 8000 at most.`))
  return problems
}

function checkNamed(named: Named, path: PropertyKey[], isSlash: boolean): Problem[] {
  const problems: Problem[] = []
  const names = [['name', named.name], ...Object.entries(named.name_localizations ?? {})]
  for (const [locale, name] of names) {
    if (name === null || !isSlash) continue
    if (SLASH_NAME.test(name) && name === name.toLowerCase()) continue
    problems.push(fault([...path, locale === 'name' ? 'name' : `name_localizations.${locale}`], `Bad name: ${name}`))
  }
  const locales = [named.name_localizations, named.description_localizations].flatMap((map) => Object.keys(map ?? {}))
  for (const locale of locales) {
    if (!LOCALES.has(locale)) problems.push(fault(path, `No such locale: ${locale}`))
  }
  if (named.choices?.length && named.autocomplete) {
    problems.push(fault([...path, 'autocomplete'], 'An option has choices or autocomplete, not both.'))
  }
  const options = named.options ?? []
  const seen = new Set<string>()
  let optional = false
  for (const [index, option] of options.entries()) {
    const place = [...path, 'options', index]
    problems.push(...checkNamed(option, place, true))
    if (seen.has(option.name)) problems.push(fault([...place, 'name'], `The name ${option.name} is taken.`))
    seen.add(option.name)
    if (option.required && optional) problems.push(fault(place, 'Required options come before optional ones.'))
    const nests = (option.type ?? 0) <= ApplicationCommandOptionType.SubcommandGroup
    if (!option.required && !nests) optional = true
  }
  return problems
}

/** The total length of names, descriptions and values, each by its longest translation. */
function sizeOf(named: Named): number {
  const longest = (text: string, translations?: object | null): number =>
    Math.max(...[text, ...Object.values(translations ?? {})].map((each) => lengthOf(String(each ?? ''))))
  const choices = (named.choices ?? []).map(
    (choice) => longest(choice.name, choice.name_localizations) + lengthOf(String(choice.value)),
  )
  return [
    longest(named.name, named.name_localizations),
    longest(named.description ?? '', named.description_localizations),
    ...choices,
    ...(named.options ?? []).map(sizeOf),
  ].reduce((sum, size) => sum + size, 0)
}
