// `npm run discord:local [folder]`: the bot on a stand-in Discord, used from the terminal.
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
} from 'discord.js'
import { createAnswerer } from '../src/answer/answer.ts'
import { parseSettings } from '../src/config.ts'
import { readCorpus } from '../src/corpus/read-corpus.ts'
import { startBot } from '../src/discord/bot.ts'
import { messageOf } from '../src/errors.ts'
import { noDocuments } from './discord/no-documents.ts'
import { nothingNew } from './nothing-new.ts'
import { type StandIn, startStandIn } from './stand-in/stand-in.ts'
import { render } from './stand-in/terminal/render.ts'

const [folder = 'corpus'] = process.argv.slice(2)

const HELP = `You are alice in #general. Try:
  @Verbatim When …?              a mention
  dm When …?                     a direct message
  > And where?                   a reply to the bot's last message
  /ask When …?                   a command; more options as in /ask private: true question: When …?
  apps                           Apps ▸ “Ask the articles” on your own last message
  edit Where …?, delete          your last message
  1                              presses the first button, or picks the first entry, of the bot's last message
  help, quit
Anything else is a message that the bot ignores.`

/** A button or a menu entry of a message. */
type Choice = { readonly label: string } & (
  | { readonly button: string }
  | { readonly menu: string; readonly value: string }
)

function choicesOf(message: APIMessage): Choice[] {
  return (message.components ?? []).flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return []
    return row.components.flatMap((part): Choice[] => {
      if (part.type === ComponentType.StringSelect) {
        return part.options.map(({ label, value }) => ({ label, menu: part.custom_id, value }))
      }
      if (part.type !== ComponentType.Button || !('custom_id' in part) || part.disabled) return []
      return [{ label: part.label ?? '', button: part.custom_id }]
    })
  })
}

/** Parses `/ask private: true question: When …?`; text before the first option name belongs to the first option. */
function typedOptions(command: APIApplicationCommand, text: string): Record<string, string | boolean> {
  const options = command.options ?? []
  const names = options.map(({ name }) => name)
  const parts = text.split(new RegExp(`(?:^|\\s)(${names.join('|') || '(?!)'}):\\s*`, 'u'))
  const [before = '', ...pairs] = parts
  const typed: Record<string, string | boolean> = {}
  if (before.trim() !== '') typed[names[0] ?? ''] = before.trim()
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const isBoolean = options.find(({ name }) => name === pairs[i])?.type === ApplicationCommandOptionType.Boolean
    const value = pairs[i + 1]?.trim() ?? ''
    typed[pairs[i] ?? ''] = isBoolean ? value === 'true' : value
  }
  return typed
}

/** Does on Discord what a typed line says. */
function createTypist(discord: StandIn): { type(line: string): void; see(message: APIMessage): string[] } {
  const { alice, general, bot } = discord
  let mine: APIMessage | undefined
  let shown: APIMessage | undefined

  const last = (message: APIMessage | undefined, whose: string): APIMessage => {
    if (message === undefined) throw new Error(`There is no message of ${whose} yet.`)
    return message
  }
  const press = (number: number): void => {
    const message = last(shown, 'the bot')
    const choice = choicesOf(discord.current(message) ?? message)[number - 1]
    if (choice === undefined) throw new Error('There is no such button.')
    if ('button' in choice) discord.press(alice, message, choice.button)
    else discord.select(alice, message, choice.menu, [choice.value])
  }
  const slash = (name: string, text: string): void => {
    const command = discord.commands.find(
      (each) => each.name === name && each.type === ApplicationCommandType.ChatInput,
    )
    if (command === undefined) throw new Error(`There is no command /${name}.`)
    discord.slash(alice, general, name, typedOptions(command, text))
  }
  const say = (text: string, replyTo?: APIMessage): void => {
    const content = text.replaceAll(/@verbatim\b/giu, `<@${bot.id}>`)
    const channel = replyTo?.channel_id === discord.dm(alice).id ? discord.dm(alice) : general
    mine = discord.say(alice, channel, content, replyTo && { replyTo })
  }

  return {
    type(line) {
      const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/u.exec(line) ?? []
      if (word.startsWith('/')) slash(word.slice(1), rest)
      else if (/^\d+$/u.test(line)) press(Number(line))
      else if (word === 'dm') mine = discord.say(alice, discord.dm(alice), rest)
      else if (word === '>') say(rest, last(shown, 'the bot'))
      else if (word === 'apps') discord.messageCommand(alice, 'Ask the articles', last(mine, 'yours'))
      else if (word === 'edit')
        mine = discord.edit(last(mine, 'yours'), rest.replaceAll(/@verbatim\b/giu, `<@${bot.id}>`))
      else if (word === 'delete') discord.remove(last(mine, 'yours'))
      else say(line)
    },
    see(message) {
      shown = message
      const choices = choicesOf(message).map(({ label }, i) => `${i + 1} ${label}`)
      const nameOf = (mention: string): string | undefined => (mention.includes(bot.id) ? '@Verbatim' : undefined)
      return [
        ...render(message, { nameOf, styled: process.stdout.isTTY === true }),
        ...(choices.length > 0 ? [choices.join('   ')] : []),
      ]
    },
  }
}

const { articles } = await readCorpus(folder)
const discord = await startStandIn()
const prompt = process.stdout.isTTY ? 'alice> ' : ''
const lines = createInterface({ input: process.stdin, output: process.stdout, prompt })
// Keeps what is typed before the bot has started.
const typed = lines[Symbol.asyncIterator]()
const writeLine = (...texts: readonly string[]): void => {
  process.stdout.write(`${process.stdout.isTTY ? '\r\u001b[K' : ''}${texts.join('\n')}\n`)
  lines.prompt(true)
}
const bot = await startBot({
  token: discord.token,
  apiUrl: discord.url,
  logQuestions: false,
  access: parseSettings({}).access,
  answerer: await createAnswerer(articles),
  reload: nothingNew,
  documents: noDocuments(),
  writeLine,
  // Keep the log out of the conversation.
  log: new PassThrough().resume(),
})
const typist = createTypist(discord)
discord.watch((happening) => {
  if (!('message' in happening) || happening.message.author.id !== discord.bot.id) return
  if (happening.kind === 'removal') writeLine('(The bot’s message was deleted.)')
  else writeLine('', 'Verbatim:', ...typist.see(happening.message).map((line) => `  ${line}`), '')
})
writeLine(HELP)
for await (const line of typed) {
  const text = line.trim()
  if (text === 'quit') break
  try {
    if (text === 'help') writeLine(HELP)
    else if (text !== '') typist.type(text)
  } catch (thrown) {
    writeLine(messageOf(thrown))
  }
  lines.prompt()
}
lines.close()
await bot.stop()
await discord.stop()
