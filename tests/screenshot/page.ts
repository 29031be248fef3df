// An HTML page that shows messages as Discord's desktop client does.
import { type APIMessage, ButtonStyle, ComponentType } from 'discord.js'
import { parse } from 'discord-markdown-parser'

export type Theme = 'light' | 'dark'

/** What is shown of a message, and of the one it replies to. */
export interface Shown {
  readonly author: string
  readonly isBot: boolean
  readonly message: Pick<APIMessage, 'content' | 'components'>
  readonly repliesTo?: { readonly author: string; readonly content: string }
}

/** The names that stand for mentions. */
export type NameOf = (id: string) => string

const colours: Readonly<Record<Theme, string>> = {
  light:
    '--page:#fff;--text:#313338;--name:#060607;--faint:#5c5e66;--rule:#c4c9ce;--button:#e3e5e8;--label:#313338;--tint:#e6e8fd;--link:#4752c4;--anchor:#006ce7',
  dark: '--page:#313338;--text:#dbdee1;--name:#f2f3f5;--faint:#949ba4;--rule:#4e5058;--button:#4e5058;--label:#fff;--tint:#3c4270;--link:#c9cdfb;--anchor:#00a8fc',
}

const css = `*{box-sizing:border-box;margin:0}
body{background:var(--page);color:var(--text);font:16px/22px "gg sans","Noto Sans",Helvetica,Arial,sans-serif;width:720px;padding:16px 20px 20px}
.message{position:relative;padding-left:56px}
.message+.message{margin-top:18px}
.reply{color:var(--faint);font-size:14px;line-height:18px;margin-bottom:4px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.reply::before{content:"";position:absolute;left:19px;top:9px;width:33px;height:13px;border:2px solid var(--rule);border-width:2px 0 0 2px;border-radius:6px 0 0 0}
.avatar{position:absolute;left:0;width:40px;height:40px;border-radius:50%;color:#fff;font-weight:600;font-size:18px;line-height:40px;text-align:center}
.head{line-height:22px}
.name{color:var(--name);font-weight:600}
.tag{background:#5865f2;color:#fff;font-size:10px;font-weight:600;line-height:15px;padding:0 5px;border-radius:4px;margin-left:4px;vertical-align:1px;display:inline-block}
.time{color:var(--faint);font-size:12px;margin-left:6px}
.mention{background:var(--tint);color:var(--link);font-weight:500;border-radius:3px;padding:0 2px}
blockquote{border-left:4px solid var(--rule);border-radius:4px;padding-left:12px;margin:2px 0}
.small{color:var(--faint);font-size:13px;line-height:18px;margin-top:3px}
.buttons{display:flex;gap:8px;margin-top:8px}
.button{background:var(--button);color:var(--label);font-size:14px;font-weight:500;line-height:18px;border-radius:8px;padding:7px 14px}
.off{opacity:.5}
.danger{background:#da373c;color:#fff}
b{font-weight:700}`

/** A page of messages. */
export function pageOf(messages: readonly Shown[], theme: Theme, nameOf: NameOf): string {
  return `<!doctype html><meta charset="utf-8"><style>:root{${colours[theme]}}${css}</style>
${messages.map((each) => messageHtml(each, nameOf)).join('\n')}`
}

function messageHtml({ author, isBot, message, repliesTo }: Shown, nameOf: NameOf): string {
  const reply = repliesTo
    ? `<div class="reply"><b>@${escapeHtml(repliesTo.author)}</b> ${inline(repliesTo.content, nameOf)}</div>`
    : ''
  const avatar = `<div class="avatar" style="background:${isBot ? '#5865f2' : '#3ba55d'}">${escapeHtml(author.charAt(0).toUpperCase())}</div>`
  const head = `<div class="head"><span class="name">${escapeHtml(author)}</span>${isBot ? '<span class="tag">APP</span>' : ''}<span class="time">Today at 09:41</span></div>`
  return `<div class="message">${reply}${avatar}${head}${blocks(message.content, nameOf)}${buttons(message.components ?? [])}</div>`
}

/** Block quotes, small print and plain lines; neighbouring lines of a kind are one block. */
function blocks(content: string, nameOf: NameOf): string {
  const lines = content.split('\n').map((line) => {
    const [, mark = '', text = ''] = /^(> |-# )?(.*)$/u.exec(line) ?? []
    return { tag: mark === '> ' ? 'blockquote' : mark === '-# ' ? 'div class="small"' : 'div', text }
  })
  return lines
    .map(({ tag, text }, i) => {
      const open = lines[i - 1]?.tag === tag ? '<br>' : `<${tag}>`
      const close = lines[i + 1]?.tag === tag ? '' : `</${tag.split(' ')[0]}>`
      return open + inline(text, nameOf) + close
    })
    .join('')
}

type Node = ReturnType<typeof parse>[number]

function inline(text: string, nameOf: NameOf): string {
  return parse(text, 'extended')
    .map((node) => nodeHtml(node, nameOf))
    .join('')
}

function nodeHtml(node: Node, nameOf: NameOf): string {
  const within = () => node.content.map((each: Node) => nodeHtml(each, nameOf)).join('')
  switch (node.type) {
    case 'strong':
      return `<b>${within()}</b>`
    case 'em':
      return `<i>${within()}</i>`
    case 'link':
      return `<span style="color:var(--anchor)">${within()}</span>`
    case 'user':
      return `<span class="mention">@${escapeHtml(nameOf(String(node.id)))}</span>`
    case 'timestamp': {
      const day = new Date(Number(node.timestamp) * 1_000)
      return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    }
    case 'text':
      return escapeHtml(String(node.content))
    default:
      throw new Error(`the picture cannot show Markdown of the kind ${node.type}`)
  }
}

function buttons(components: NonNullable<APIMessage['components']>): string {
  return components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? [row.components] : []))
    .map((parts) => {
      const html = parts.flatMap((part) => {
        if (part.type !== ComponentType.Button || !('label' in part)) return []
        const look = `${part.disabled ? ' off' : ''}${part.style === ButtonStyle.Danger ? ' danger' : ''}`
        return [`<span class="button${look}">${escapeHtml(part.label ?? '')}</span>`]
      })
      return `<div class="buttons">${html.join('')}</div>`
    })
    .join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)};`)
}
