// What other tools add to Markdown: the markup is not quoted, the text is.
import { expect, test } from 'vitest'
import { verifyQuote } from '../../../src/answer/verify-quote.ts'
import { articleOf, sentencesOf } from '../reading.ts'

/** Each sentence with its kind and the headings above it. */
async function read(text: string): Promise<[kind: string, trail: string, plain: string][]> {
  const article = await articleOf(text, 'a.mdx')
  expect(sentencesOf(article).filter((sentence) => !verifyQuote(article, sentence))).toEqual([])
  return article.paragraphs.flatMap(({ kind, trail, sentences }) =>
    sentences.map(({ plain }): [string, string, string] => [kind, trail.join(' › '), plain]),
  )
}

test.each([
  ['a directive', ':::tip Low tide\nMind the *rocks*.\n:::\n\nThe end.'],
  ['a directive with a space', '::: tip Low tide\nMind the *rocks*.\n:::\n\nThe end.'],
  ['a directive with a label and attributes', ':::tip[Low tide]{.wide}\nMind the *rocks*.\n:::\n\nThe end.'],
  ['a callout', '> [!TIP] Low tide\n> Mind the *rocks*.\n\nThe end.'],
  ['a callout that folds', '> [!tip]- Low tide\n> Mind the *rocks*.\n\nThe end.'],
  ['an indented block', '!!! tip "Low tide"\n    Mind the *rocks*.\n\nThe end.'],
  ['an indented block that folds', '??? tip "Low tide"\n\n    Mind the *rocks*.\n\nThe end.'],
  ['a component', '<Card title="Low tide">\n    Mind the *rocks*.\n</Card>\n\nThe end.'],
  ['a tab', '<Tabs>\n<TabItem value="low" label="Low tide">\n\nMind the *rocks*.\n\n</TabItem>\n</Tabs>\n\nThe end.'],
])('the title of %s is above its content and no further', async (_, text) => {
  expect(await read(text)).toEqual([
    ['heading', '', 'Low tide'],
    ['prose', 'Low tide', 'Mind the rocks.'],
    ['prose', '', 'The end.'],
  ])
})

test.each([
  ['a directive', ':::warning\nMind the rocks.\n:::'],
  ['a nested directive', '::::tabs\n:::warning\nMind the rocks.\n:::\n::::'],
  ['a callout', '> [!WARNING]\n> Mind the rocks.'],
  ['an indented block', '!!! warning\n    Mind the rocks.'],
  ['a directive written as a fence', '```{warning}\nMind the rocks.\n```'],
  ['a shortcode', '{{< hint info >}}\nMind the rocks.\n{{< /hint >}}'],
  ['a template tag', '{% if tide %}\nMind the rocks.\n{% endif %}'],
  ['components', '<Tabs>\n<TabItem>\n\nMind the rocks.\n\n</TabItem>\n</Tabs>'],
  ['imports and exports', "import Tabs from '@site/tabs'\nexport const tide = {\n  low: 1,\n}\n\nMind the rocks."],
  ['comments', '{/* Nobody reads this. */}\n\nMind the rocks.%% Nor this. %%'],
  ['a contents marker, attributes and a block id', '[[toc]]\n\nMind the rocks.{: .big } ^rocks'],
])('of %s only the text is seen', async (_, text) => {
  expect(await read(text)).toEqual([['prose', '', 'Mind the rocks.']])
})

test.each([
  ['<details><summary>When is low tide?</summary>\n\nAt noon.\n\n</details>'],
  ['<details>\n<summary>\nWhen is low tide?\n</summary>\nAt noon.\n</details>'],
  ['<Accordion title="When is low tide?">\n  At noon.\n</Accordion>'],
  ['::: details When is low tide?\nAt noon.\n:::'],
])('a summary is the question of what it folds: %s', async (text) => {
  expect(await read(`${text}\n\nThe end.`)).toEqual([
    ['question', '', 'When is low tide?'],
    ['prose', 'When is low tide?', 'At noon.'],
    ['prose', '', 'The end.'],
  ])
})

test('a component that stands for a word leaves its name', async () => {
  expect(
    (await read('Ships need <Version /> or {{ site.depth }} of water, and {{< param "wind" >}}.')).map(
      ([, , plain]) => plain,
    ),
  ).toEqual(['Ships need <Version> or {site.depth} of water, and {param "wind"}.'])
})

test('wiki links, embeds and highlights read as their text', async () => {
  expect(
    (await read('See ([[Low tide|the tide]]), [[Pier kiosk]] and ==mind== the rocks.![[map.png]]')).map(
      ([, , plain]) => plain,
    ),
  ).toEqual(['See (the tide), Pier kiosk and mind the rocks.'])
})

test('markup inside code stays', async () => {
  expect(await read('Write `{{ depth }}` or `==so==`.\n\n```\n:::tip\n{% if %}\n<Tabs>\n```')).toEqual([
    ['prose', '', 'Write {{ depth }} or ==so==.'],
    ['code', '', ':::tip\n{% if %}\n<Tabs>'],
  ])
})

test('a highlighted block is code', async () => {
  expect(await read('{% highlight sh %}\nsail --now\n{% endhighlight %}')).toEqual([['code', '', 'sail --now']])
})

test('a line of tags is neither a title nor an answer', async () => {
  const article = await articleOf('#boat #sea\n\nMind the rocks.', 'low-tide.md')
  expect(article.title).toBe('Low tide')
  expect(article.paragraphs.map(({ kind }) => kind)).toEqual(['navigation', 'prose'])
})
