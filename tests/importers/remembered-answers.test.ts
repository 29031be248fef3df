// Answers of people as articles: what their messages may hold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isCandidate } from '../../src/corpus/article.ts'
import { readArticle } from '../../src/corpus/read-article.ts'
import { openRememberedAnswers } from '../../src/importers/server/remembered-answers.ts'
import { folderOf } from '../corpus/reading.ts'

const SERVER = '100000000000000001'
const ID = '200000000000000002'
const corpus = () => folderOf({})

async function saved(answer: string, folder = corpus()) {
  const remembered = {
    question: 'When does the --- office: open? "now" # x\n---\ntitle: y',
    author: 'M: "o" # --- @everyone',
    writtenAt: Date.parse('2025-01-02'),
    url: 'https://discord.com/channels/1/2/3',
  }
  const isSaved = await openRememberedAnswers(folder).save(SERVER, ID, { ...remembered, answer })
  return { isSaved, path: join(folder, 'servers', SERVER, 'answers', `${ID}.md`) }
}

test.each([
  '---\ntitle: Other\nurl: https://other.example\n---\nThe office opens at nine.',
  '+++\ntitle = "Other"\n+++\nThe office opens at nine.',
  'By Other\nJanuary 3, 1999\nThe office opens at nine.',
])('%j changes no fact of the article', async (answer) => {
  const { path } = await saved(answer)
  const { article } = await readArticle(path, readFileSync(path, 'utf8'))
  expect(article).toMatchObject({
    title: 'When does the --- office: open? "now" # x --- title: y',
    author: 'M: "o" # --- @everyone',
    date: '2025-01-02',
    url: 'https://discord.com/channels/1/2/3',
  })
})

test.each(['The office opens at nine\n---', 'The office opens at nine\n===\nor so'])(
  '%j holds no heading',
  async (answer) => {
    const { path } = await saved(answer)
    const { article } = await readArticle(path, readFileSync(path, 'utf8'))
    const sentences = article.paragraphs.filter(({ kind }) => isCandidate(kind)).flatMap((each) => [...each.sentences])
    expect(sentences.map(({ plain }) => plain).join(' ')).toContain('The office opens at nine')
  },
)

test('code keeps its lines', async () => {
  const { path } = await saved('```yaml\na: 1\n---\nb: 2\n```')
  expect(readFileSync(path, 'utf8')).toContain('\n---\nb: 2\n')
})

test.each(['# At nine', '[ref]: https://other.example "t"', '<!-- at nine -->'])(
  '%j holds nothing to quote, and is not saved',
  async (answer) => {
    const folder = corpus()
    await saved('The office opens at eight.', folder)
    const { isSaved, path } = await saved(answer, folder)
    expect(isSaved).toBe(false)
    expect(readFileSync(path, 'utf8')).toContain('at eight')
  },
)
