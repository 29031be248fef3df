/** Finds the text of a message that has no question in its content: forwards, embeds, polls, components, text files. */
import {
  type Attachment,
  ComponentType,
  type ContainerComponent,
  EmbedType,
  type Message,
  type MessageSnapshot,
  type SectionComponent,
  type TopLevelComponent,
} from 'discord.js'

/** Bytes of a file that is read, and milliseconds that it may take. */
const MAX_FILE = 100_000
const FILE_TIMEOUT = 1_500
/** UTF-16 units of a file that are read as a question: as many as of the longest message. */
const MAX_TEXT = 4_000
const TEXT_FILE = /\.(?:md|txt)$/iu

type Readable = Message | MessageSnapshot
type Component = TopLevelComponent | ContainerComponent['components'][number] | SectionComponent['components'][number]

/** The first text besides the content of a message; empty if it has none. */
export async function textBesidesContent(message: Readable): Promise<string> {
  for (const snapshot of message.messageSnapshots?.values() ?? []) {
    const text = snapshot.content || (await textBesidesContent(snapshot))
    if (text) return text
  }
  if (message.poll?.question.text) return message.poll.question.text
  const components = (message.components ?? []).flatMap(textOfComponent).join('\n')
  if (components) return components
  const embeds = (message.embeds ?? []).flatMap((embed) =>
    // A link preview is not what somebody wrote.
    embed.data.type === undefined || embed.data.type === EmbedType.Rich
      ? [embed.title, embed.description, ...embed.fields.flatMap(({ name, value }) => [name, value])]
      : [],
  )
  const written = embeds.filter((text) => text !== null).join('\n')
  return written || textOfFile(message.attachments?.find(({ name, size }) => TEXT_FILE.test(name) && size <= MAX_FILE))
}

function textOfComponent(component: Component): string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content]
    case ComponentType.Container:
    case ComponentType.Section:
      return component.components.flatMap(textOfComponent)
    default:
      return []
  }
}

/** The text of an attached file; empty if it cannot be read in time. */
async function textOfFile(file: Attachment | undefined): Promise<string> {
  if (!file) return ''
  try {
    const response = await fetch(file.url, { redirect: 'error', signal: AbortSignal.timeout(FILE_TIMEOUT) })
    return response.ok ? shorten(await response.text()) : ''
  } catch {
    return ''
  }
}

/** Keeps the sentences of a long text that ask something, or else its beginning: reading all of it would block the bot. */
function shorten(text: string): string {
  const read = text.slice(0, MAX_FILE)
  if (read.length <= MAX_TEXT) return read
  const asking = read.split(/(?<=[.!?？؟。])\s|\n/u).filter((sentence) => /[?？؟]/u.test(sentence))
  return (asking.length > 0 ? asking.join('\n') : read).slice(0, MAX_TEXT)
}
