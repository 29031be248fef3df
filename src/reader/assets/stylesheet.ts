// The stylesheet of the pages: text first, light and dark, narrow screens, both directions of writing, print.

export const STYLESHEET = `:root {
  color-scheme: light dark;
  --page: #fff; --text: #1d1f24; --faint: #5a5f6b; --rule: #d5d8de; --link: #3a45b5; --raised: #f3f4f7;
  --mark: #fff1b3; --mark-text: #1d1f24; --phrase: #8a4b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #17181c; --text: #e4e5e9; --faint: #a3a8b4; --rule: #3a3d46; --link: #a9b2ff; --raised: #22242a;
    --mark: #4a4113; --mark-text: #fdf6da; --phrase: #ffd27a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-block: 30vh; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 43rem;
  background: var(--page); color: var(--text);
  font: 1.0625rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .13em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--page); }
.skip:focus { top: .5rem; z-index: 1; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; padding: .75rem 0; border-bottom: 1px solid var(--rule); }
header > a { font-weight: 650; text-decoration: none; color: var(--text); padding: .4rem 0; }
form { display: flex; flex: 1 1 16rem; gap: .5rem; min-width: 0; }
input[type="search"] {
  flex: 1; min-width: 0; padding: .5rem .75rem; font: inherit; font-size: 1rem; color: inherit;
  background: var(--raised); border: 1px solid var(--faint); border-radius: .4rem;
}
input::placeholder { color: var(--faint); opacity: 1; }
button { padding: .5rem 1rem; font: inherit; font-size: 1rem; font-weight: 600; color: var(--page); background: var(--link); border: 0; border-radius: .4rem; cursor: pointer; }
button:hover { opacity: .9; }
main form { max-width: 28rem; margin-bottom: .5rem; }
main button { color: inherit; background: none; border: 1px solid var(--faint); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2em 0 .6em; text-wrap: pretty; }
h1 { font-size: 1.75rem; margin: 1.75rem 0 .6rem; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.18rem; }
h4, h5, h6 { font-size: 1.0625rem; }
p, ul, ol, pre, table, blockquote, details { margin: 0 0 1.1em; }
.facts { color: var(--faint); font-size: .9rem; }
.facts a { color: inherit; }
.facts:empty { display: none; }
.notice { margin-top: 1.25rem; padding: .75rem 1rem; background: var(--raised); border-inline-start: 4px solid var(--link); border-radius: .2rem; }
main:has(> article :target) > .notice { position: sticky; top: 0; }
.list { list-style: none; padding: 0; }
.list > li { padding: .9rem 0; border-bottom: 1px solid var(--rule); }
.list > li > a { font-size: 1.1rem; font-weight: 600; text-decoration: none; }
.list > li > a:hover { text-decoration: underline; }
.list .facts { margin: .2rem 0 0; }
.turn { display: flex; gap: 1.25rem; align-items: baseline; }
.contents { background: var(--raised); border-radius: .4rem; padding: .6rem 1rem; font-size: .95rem; }
.contents summary { cursor: pointer; font-weight: 600; }
.contents ul { list-style: none; padding: 0; margin: .6rem 0 .2rem; }
.contents a { display: inline-block; padding: .1rem 0; }
.level-1 { padding-inline-start: 1.1rem; }
.level-2 { padding-inline-start: 2.2rem; }
.level-3 { padding-inline-start: 3.3rem; }
article { margin-top: 1.75rem; }
article ul, article ol { padding-inline-start: 1.5rem; }
article ol { list-style: none; padding-inline-start: 0; }
article ol > li { padding-inline-start: 1.1em; text-indent: -1.1em; }
article li > :not(p:first-child, span, mark) { text-indent: 0; }
article .footnotes ol { list-style: decimal; padding-inline-start: 1.5rem; font-size: .9rem; }
article .footnotes li { padding: 0; text-indent: 0; }
.task-list-item { list-style: none; margin-inline-start: -1.5rem; }
li { margin: .3em 0; }
li > p, li > ul, li > ol { margin: .3em 0; }
ul + ul { margin-top: -1.1em; }
blockquote { padding: .1rem 0; padding-inline-start: 1rem; border-inline-start: 4px solid var(--rule); margin-inline: 0; }
blockquote > :last-child { margin-bottom: 0; }
.label { font-weight: 650; margin-bottom: .3em; }
code, pre { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono", monospace; font-size: .9em; }
code { background: var(--raised); border-radius: .25rem; padding: .1em .3em; }
pre { background: var(--raised); border-radius: .4rem; padding: .8rem 1rem; overflow-x: auto; direction: ltr; text-align: start; }
pre code { background: none; padding: 0; font-size: 1em; }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: .95rem; overflow-wrap: normal; }
th, td { min-width: 7rem; border: 1px solid var(--rule); padding: .4rem .7rem; text-align: start; vertical-align: top; }
th { background: var(--raised); }
td[align="right"], th[align="right"] { text-align: end; }
td[align="center"], th[align="center"] { text-align: center; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 2rem 0; }
.image { color: var(--faint); font-style: italic; }
.image::before { content: "🖼 " / ""; }
mark { background: var(--mark); color: var(--mark-text); padding: .1em .15em; border-radius: .2em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark strong { color: var(--phrase); }
mark a, mark code { color: inherit; background: none; }
main:not(:has(> .notice)) span:target { background: var(--mark); color: var(--mark-text); }
.around { color: var(--faint); }
.quote { margin: 1.25rem 0 .5rem; padding-inline-start: 1rem; border-inline-start: 4px solid var(--link); }
.quote + .facts { margin-bottom: 1.75rem; }
h2 ~ .quote { border-color: var(--rule); }
@media (max-width: 30rem) {
  body { padding: 0 1rem 3rem; font-size: 1rem; }
  h1 { font-size: 1.55rem; }
  h2 { font-size: 1.25rem; }
}
@page { margin: 18mm; }
@media print {
  :root { color-scheme: light; --page: #fff; --text: #000; --faint: #333; --rule: #999; --link: #000; --raised: #f3f3f3; --mark: #eee; --mark-text: #000; --phrase: #000; }
  header, .skip, .contents, .turn { display: none; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  pre { white-space: pre-wrap; }
  table { display: table; }
  h1, h2, h3, h4 { break-after: avoid; }
  pre, table, blockquote, li { break-inside: avoid; }
  article a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; }
}
`
