// What counts as a word of a question, however it is asked.
import { expect, test } from 'vitest'
import { cleanQuestion } from '../../src/answer/clean-question.ts'
import { openCorpus } from '../open-corpus.ts'

test.each([
  ['see https://example.org/a_b?c=d or <https://example.org>: what is a kiln?', 'see or : what is a kiln?'],
  ['what is a [kiln](https://example.org/kiln "Kiln")?', 'what is a kiln ?'],
  ['<@123> <@!123> <@&5> <#77> what is a kiln?', 'what is a kiln?'],
  ['what is a kiln <a:fire:123> <:wow:99> :fire: 🔥 👩🏽‍🚒 🇹🇷 1️⃣?', 'what is a kiln ?'],
  ['when is the fair <t:1700000000:R> </ask:123>?', 'when is the fair ?'],
  ['@everyone what is a kiln?', 'what is a kiln?'],
  ['what is a **kiln**, a __kiln__, a ~~kiln~~, a ||kiln||?', 'what is a kiln, a kiln, a kiln, a kiln?'],
  ['what is a _kiln_ or a *kiln* or ***kiln***?', 'what is a kiln or a kiln or kiln?'],
  ['> # what is\n> a kiln?', 'what is a kiln?'],
  ['what is `$?` and ``a`b``?', 'what is $? and a`b ?'],
  ['what is ```js\nuse_strict()\n```?', 'what is use_strict() ?'],
  ['what does harbour_shop_init or __init__.py do?', 'what does harbour_shop_init or __init__.py do?'],
  ['what is 2 * 3 * 4 in C#?', 'what is 2 * 3 * 4 in C#?'],
  ['what is snake\\_case?', 'what is snake_case?'],
  ['at 10:30:45, is a::b open?', 'at 10:30:45, is a::b open?'],
  ['🔥 https://example.org', ''],
])('cleans %j', (typed, cleaned) => {
  expect(cleanQuestion(typed)).toBe(cleaned)
})

test('marks and markup are never called words that the articles lack', async () => {
  const answerer = await openCorpus({ 'a.txt': 'A kiln is an oven for clay. Dogs sleep.' })
  const typed = '<@42> what is a _kiln_ 🔥 https://example.org/pottery <t:1700000000>'
  const answer = answerer.ask(typed)
  expect(answer.question).toBe(typed)
  expect(answer.unknown).toEqual([])
  expect(answer.passages[0]?.sentence.plain).toBe('A kiln is an oven for clay.')
})
