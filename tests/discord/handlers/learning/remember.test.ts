/** Answers of people that the bot remembers: from a question without an answer to a quotation of a moderator. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type APIMessage, type APIUser, PermissionFlagsBits } from 'discord.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../../src/store/open-store.ts'
import { type StandIn, startStandIn } from '../../../stand-in/stand-in.ts'
import { hasSqlite } from '../../../store/has-sqlite.ts'
import { run, type TestBot } from '../../running.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Reading the articles again takes a while on a busy machine. */
const within = { timeout: 15_000 }

describe.skipIf(!hasSqlite)('remembered answers', () => {
  const corpus = temporaryFolder()
  let discord: StandIn
  let bot: TestBot
  let moderator: APIUser
  let live: import('../../../../src/live-answerer.ts').LiveAnswerer

  beforeAll(async () => {
    // As built by `build-program.ts`: its worker starts without compiling the source.
    const { LiveAnswerer }: typeof import('../../../../src/live-answerer.ts') = await import(
      pathToFileURL('dist-test/live-answerer.js').href
    )
    writeFileSync(join(corpus, 'ferry.txt'), 'The ferry\n\nThe ferry leaves at nine every morning.\n')
    // Without the intent, the bot reads no message that does not mention it.
    discord = await startStandIn({ allowedIntents: 0 })
    const role = discord.addRole('moderators', PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageGuild)
    moderator = discord.addUser('Mona', { roles: [role] })
    const paths = { corpus: [corpus], cache: temporaryFolder() }
    live = await LiveAnswerer.open(paths, {
      onUpdate: (answerer, changes) => bot.update(answerer, changes),
      onError: (error) => expect.fail(String(error)),
      onWarning: () => undefined,
    })
    const store = await openStore({ dataDir: temporaryFolder() })
    const learning = { store, keepQuestions: 30, corpus }
    bot = await run(discord, { answerer: live.current, reload: () => live.reload(), learning })
    return async () => {
      live.close()
      await bot.stop()
      await discord.stop()
      expect(discord.violations).toEqual([])
    }
  })

  const folder = () => join(corpus, 'servers', discord.guild.id, 'answers')
  const ask = async (question: string, user = discord.alice) =>
    discord.slash(user, discord.general, 'ask', { question }).answer()
  /** Asks by mention, as the reply to a command that finds nothing is private. */
  const mention = async (question: string) => {
    const asked = discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${question}`)
    const repliesTo = ({ message_reference: reference }: APIMessage) => reference?.message_id === asked.id
    return discord.waitFor(() => discord.messages(discord.general).find(repliesTo))
  }
  const answer = (text: string, replyTo: APIMessage) => discord.say(moderator, discord.general, text, { replyTo })
  const remember = (message: APIMessage, user = moderator) =>
    discord.messageCommand(user, 'Remember this answer', message)
  /** Polls without Discord, whose limits on questions would end it. */
  const becomes = (question: string, text: string) =>
    expect
      .poll(() => live.current.ask(question, { audience: 'all' }).passages[0]?.sentence.plain, within)
      .toContain(text)

  test('loop: a question without an answer is answered with the moderator’s words and link, asked in other words', async () => {
    const silent = await mention('Is there a sauna on the island?')
    expect(silent.content).toContain('never mention')
    const message = answer('The sauna stands behind the *boat house*, and Peter has the key.', silent)
    const saved = await remember(message).answer()
    expect(saved.content).toMatch(/^From now on I answer “Is there a sauna on the island\?” with this\./u)
    const { content } = await ask('where can I find the sauna?', discord.bob)
    expect(content).toContain('behind the boat house')
    expect(content).toContain('by Mona')
    expect(content).toContain(`https://discord.com/channels/${discord.guild.id}/${discord.general.id}/${message.id}`)
    const file = readFileSync(join(folder(), `${message.id}.md`), 'utf8')
    expect(file).toContain('# Is there a sauna on the island?\n\nThe sauna stands behind the *boat house*,')
    expect(file).toMatch(/^author: Mona$/mu)
  })

  test('are unknown in another server, as are questions and statistics', async () => {
    const elsewhere = discord.addGuild('Elsewhere', [0, 1])
    const use = async (command: string, typed = {}) =>
      (await discord.slash(moderator, elsewhere, command, typed).answer()).content
    await mention('Is there a glacier on the island?')
    const seen = [
      await use('articles'),
      await use('gaps'),
      await use('stats'),
      await use('ask', { question: 'where can I find the sauna?' }),
    ]
    expect(seen.join('\n')).not.toMatch(/boat house|Is there a|glacier/u)
    expect(seen).toMatchObject([
      expect.stringContaining('**1 article '),
      expect.stringContaining('No question in this server'),
      expect.stringContaining('0 public questions'),
      expect.stringContaining('never mention'),
    ])
  })

  test('follow the edit and the deletion of their message', async () => {
    const message = answer(
      `<@${discord.bot.id}> The chapel opens on Sundays.`,
      await mention('When does the chapel open?'),
    )
    await remember(message).answer()
    await becomes('When does the chapel open?', 'The chapel opens on Sundays.')
    discord.edit(message, `<@${discord.bot.id}> The chapel opens on Fridays.`)
    await becomes('When does the chapel open?', 'on Fridays')
    expect(readFileSync(join(folder(), `${message.id}.md`), 'utf8')).toMatch(/\n\nThe chapel opens on Fridays\.\n$/u)
    discord.remove(message)
    await expect.poll(() => existsSync(join(folder(), `${message.id}.md`)), within).toBe(false)
  })

  test('of a message that may not be read any more after an edit are forgotten, and their question is a gap', async () => {
    const replyTo = await mention('How much can the crane lift?')
    // A reply without a ping does not mention the bot.
    const message = discord.say(moderator, discord.general, 'The crane lifts two tons.', { replyTo, pingReply: false })
    await remember(message).answer()
    discord.edit(message, 'The crane lifts three tons.')
    await expect.poll(() => existsSync(join(folder(), `${message.id}.md`)), within).toBe(false)
    const verdict = () => live.current.ask('How much can the crane lift?', { audience: 'all' }).verdict
    await expect.poll(verdict, within).toBe('silent')
    const list = await discord.slash(moderator, discord.general, 'gaps').answer()
    expect(list.content).toContain('“How much can the crane lift?”')
  })

  test('ask for the question in a form where it cannot be read, and are forgotten with a button', async () => {
    const message = discord.say(moderator, discord.general, 'The wharf closes at dusk.')
    const use = remember(message)
    expect((await use.response).modal?.title).toBe('Remember this answer')
    const saved = await discord.submitModal(use, { question: 'When does the wharf close?' }).answer()
    await becomes('When does the wharf close?', 'at dusk')
    const again = await remember(message).answer()
    expect(again.content).toMatch(/^I already answer “When does the wharf close\?”/u)
    await discord.press(moderator, saved, 'Forget').answer()
    expect(existsSync(join(folder(), `${message.id}.md`))).toBe(false)
  })

  test('can be typed for a question of the list of gaps', async () => {
    await ask('Who repairs the windmill?', discord.addUser('Nils'))
    const list = await discord.slash(moderator, discord.general, 'gaps').answer()
    const [row] = list.components ?? []
    const menu = row && 'components' in row ? row.components[0] : undefined
    const options = menu && 'options' in menu ? menu.options : []
    const option = options.find(({ label }) => label.includes('windmill'))
    await discord.select(moderator, list, 'gap-open', [option?.value ?? '']).answer()
    const use = discord.press(moderator, list, 'Answer it')
    await use.response
    await discord.submitModal(use, { answer: 'Olga repairs the windmill every spring.' }).answer()
    await becomes('Who repairs the windmill?', 'Olga')
    const { content } = await discord.slash(moderator, discord.general, 'gaps').answer()
    expect(content).not.toContain('windmill')
    expect(readdirSync(folder()).length).toBeGreaterThan(0)
  })
})
