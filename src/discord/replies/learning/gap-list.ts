/** Renders the questions that the articles do not answer. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ComponentType,
} from 'discord.js'
import type { Gap } from '../../../gaps/gaps.ts'
import type { Messages } from '../../../text/messages.ts'
import { listWords } from '../../../text/word-list.ts'
import { button, type Reply } from '../answer-reply.ts'
import { smallLine } from '../citation-line.ts'
import { writeId } from '../custom-id.ts'
import { limits } from '../limits.ts'
import { escapeInLine, writeWord } from '../markdown/escape.ts'
import { truncate } from '../markdown/truncate.ts'

/** As many as fit into a message with the longest questions and unknown words. */
const PAGE_SIZE = 4
const MAX_UNKNOWN = 3
/** Code points of a question in the list. */
const MAX_QUESTION = 150

/**
 * A page of the list, with a menu to choose a question and buttons to other pages.
 * @param page 0-based; clamped to the pages there are
 */
export function gapListReply(gaps: readonly Gap[], text: Messages, page: number): Reply {
  if (gaps.length === 0) return { content: text.gaps.none, components: [] }
  const pages = Math.ceil(gaps.length / PAGE_SIZE)
  const at = Math.min(Math.max(page, 0), pages - 1)
  const shown = gaps.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  const options = shown.map(({ key, question }) => ({ label: truncate(question, limits.selectText), value: key }))
  const turn = (label: string, to: number) => button(label, writeId('gap-page', to), to < 0 || to >= pages)
  const menu: APIActionRowComponent<APIComponentInMessageActionRow> = {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.StringSelect, custom_id: writeId('gap-open'), placeholder: text.gaps.choose, options },
    ],
  }
  const turns = rowOf(turn(text.buttons.previous, at - 1), turn(text.buttons.next, at + 1))
  return {
    content: [
      text.gaps.title(gaps.length),
      ...shown.map((gap) => entry(gap, text)),
      ...(pages > 1 ? [smallLine(text.page(at + 1, pages))] : []),
    ].join('\n'),
    components: pages > 1 ? [menu, turns] : [menu],
  }
}

/** A question of the list, with what can be done about it; `note` says what to do, or what was done. */
export function gapReply(gap: Gap, text: Messages, note?: string): Reply {
  const act = (label: string, action: 'gap-answer' | 'gap-document' | 'gap-dismiss') =>
    button(label, writeId(action, gap.key))
  return {
    content: [entry(gap, text), ...(note === undefined ? [] : ['', note])].join('\n'),
    components: [
      rowOf(
        act(text.gaps.answer, 'gap-answer'),
        act(text.gaps.document, 'gap-document'),
        act(text.gaps.dismiss, 'gap-dismiss'),
        button(text.gaps.back, writeId('gap-page', 0)),
      ),
    ],
  }
}

/** The first questions of the list, for a channel. */
export function gapSummary(gaps: readonly Gap[], text: Messages): string {
  const first = gaps.slice(0, PAGE_SIZE)
  return [text.gaps.title(gaps.length), ...first.map((gap) => entry(gap, text))].join('\n')
}

function entry({ question, verdict, unknown, count, lastAsked }: Gap, text: Messages): string {
  const last = `<t:${Math.round(lastAsked / 1_000)}:R>`
  const words = listWords(unknown.slice(0, MAX_UNKNOWN), text, 'conjunction', writeWord)
  return [
    text.quoted(truncate(question, MAX_QUESTION, escapeInLine)),
    smallLine(
      text.gaps.asked(count, last),
      words === '' ? '' : text.gaps.unknown(words),
      verdict === 'answered' ? text.gaps.wrong : '',
    ),
  ].join('\n')
}

function rowOf(...components: APIButtonComponentWithCustomId[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components }
}
