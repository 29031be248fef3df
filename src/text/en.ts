/** The English texts; their type is what every translation has to provide. */
import { counted } from './plural.ts'
import { refusals } from './refusals/en.ts'
import type { RefusalTexts } from './refusals/refusal.ts'

const reasons: RefusalTexts = refusals

/** Arguments that are words or titles are already escaped for where they are shown. */
export const en = {
  tag: 'en',
  commands: {
    ask: {
      name: 'ask',
      description: 'Ask a question; the answer is a quotation from the articles',
      question: { name: 'question', description: 'What would you like to know?' },
      article: { name: 'article', description: 'Search only this article' },
      private: { name: 'private', description: 'Show the answer only to you' },
    },
    articles: { name: 'articles', description: 'List the articles you can ask about' },
    help: { name: 'help', description: 'How to use this bot' },
    add: {
      name: 'add',
      description: 'Add a file or a web page to this server’s articles',
      file: { name: 'file', description: 'PDF, Word, EPUB, HTML, Markdown or text file' },
      url: { name: 'url', description: 'Address of a web page or feed' },
      title: { name: 'title', description: 'Title, instead of the document’s own' },
      replace: { name: 'replace', description: 'Article that this replaces' },
      shared: { name: 'shared', description: 'For all servers (bot owner only)' },
    },
    remove: {
      name: 'remove',
      description: 'Remove one of this server’s articles',
      article: { name: 'article', description: 'The article to remove' },
    },
    reload: { name: 'reload', description: 'Read the articles again (bot owner only)' },
    gaps: {
      name: 'gaps',
      description: 'Questions asked here that the articles do not answer',
      channel: { name: 'channel', description: 'Post a weekly summary in this channel' },
    },
    privacy: { name: 'privacy', description: 'What this bot keeps about questions' },
    forget: { name: 'forget', description: 'Delete everything kept about questions in this server' },
    remember: {
      name: 'Remember this answer',
      description: 'From now on, that message answers the question that it replies to',
    },
    stats: { name: 'stats', description: 'Questions, votes and most quoted articles of this server' },
    askThis: { name: 'Ask the articles', description: 'Answers that message; only you see the answer' },
    addThis: { name: 'Add to the articles', description: 'Adds that message’s attachment, or its text' },
  },
  quoted: (text: string) => `“${text}”`,
  moreWords: (count: number) => counted('en', count, { one: 'more word', other: 'more words' }),

  /** @param inOne whether only one article was searched, so that nothing is known about the others */
  related: (unknown: string, inOne: boolean) => {
    const none = inOne ? 'No sentence in this article answers that directly' : 'No sentence answers that directly'
    const never = inOne ? 'it never mentions' : 'the articles never mention'
    return `${none}${unknown === '' ? '' : `; ${never} ${unknown}`}. The closest passage:`
  },
  silent: (unknown: string, inOne: boolean) => {
    if (unknown !== '') return `${inOne ? 'This article never mentions' : 'The articles never mention'} ${unknown}.`
    const nothing = inOne ? 'This article does not cover that' : 'The articles do not cover that'
    return `${nothing}. Try words that name what you are looking for.`
  },
  nearest: (titles: string) => `Closest: ${titles}`,
  changed: 'The articles have changed since this was asked. This is the current answer.',
  quoteIs: {
    changed: 'The sentence that was quoted has been changed or removed.',
    gone: 'The article that was quoted is no longer here.',
  },
  changedArticle: 'This article has changed. This is the current version.',

  /** A short question was read with words of the question before. */
  readWith: (words: string) => `Read together with: ${words}`,
  elsewhere: 'That article does not cover this. From all articles:',
  about: {
    hello: 'Hello! Ask me something about the articles. Words that name a person, a place or a thing work best.',
    welcome: 'You’re welcome! Ask me anything else about the articles.',
    help: 'I answer questions about the articles in their own words. Ask, for example, who, when, where or how much; ask “What are the articles about?” to see what there is.',
    opening: 'How the article begins:',
    list: (count: number) => `${counted('en', count, { one: 'article', other: 'articles' })} you can ask about:`,
    newest: 'The newest articles:',
    count: (count: number) => `You can ask about ${counted('en', count, { one: 'article', other: 'articles' })}.`,
    author: (name: string) => `by ${name}`,
    noAuthor: 'author not given',
    noDate: 'date not given',
    noSource: 'source not given',
    more: (count: number) => `and ${count} more`,
  },

  paragraph: (number: number) => `paragraph ${number}`,
  documentPage: (number: number) => `page ${number}`,
  paragraphs: (first: number, last: number) => (first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`),
  match: (number: number, of: number) => `match ${number} of ${of}`,
  page: (number: number, of: number) => `page ${number} of ${of}`,
  alsoIn: (titles: string) => `also in ${titles}`,
  /** An answered passage lacks an important word of the question. */
  lacks: (words: string) => `without ${words}`,
  sentences: (count: number) => counted('en', count, { one: 'sentence', other: 'sentences' }),

  buttons: {
    previous: 'Previous',
    next: 'Next',
    more: 'More context',
    why: 'Why this?',
    delete: 'Delete',
    remove: 'Remove',
    helpful: 'Helpful',
    wrong: 'Not the answer',
    earlier: 'Earlier',
    later: 'Later',
  },

  why: {
    matched: (words: string) => `Found in this passage: ${words}`,
    near: (words: string) => `Similar spelling: ${words}`,
    missing: (words: string) => `Not in this passage: ${words}`,
    nothing: 'None of your words is in this sentence, but the sentences around it have some.',
    counted: (parts: string) => `What counted: ${parts}`,
    parts: {
      own: 'its own words',
      around: 'the sentences around it',
      article: 'the title and the rest of the article',
      asked: 'the kind of answer you asked for',
    },
    votes: (helpful: number, wrong: number) =>
      `Votes in this server for this question: ${helpful.toLocaleString('en')} helpful, ${wrong.toLocaleString('en')} not the answer`,
    likely: (percent: string) => `Chance that this answers your question: ${percent}`,
  },

  articles: {
    title: (count: number) => `**${counted('en', count, { one: 'article', other: 'articles' })} you can ask about**`,
    choose: 'Choose an article',
    asks: 'Try asking:',
    about: (phrase: string) => `What about ${phrase}?`,
    gone: 'That article is no longer here. /articles lists the current ones.',
  },

  learning: {
    off: 'This bot keeps nothing about questions.',
    noStore: 'I cannot read what was kept about questions at the moment. Please try again later.',
    privacy: (days: number) =>
      `${days === 0 ? 'I do not keep questions.' : `Of a question that was asked publicly in a server and got no answer, I keep its text, the words I did not find, the server and the time, for ${counted('en', days, { one: 'day', other: 'days' })}.`} I also count, per server and day, how questions were answered and which articles were quoted. Votes are counted without the voter’s name or id. I keep no user ids of people who ask or vote, and nothing from direct messages or private replies. With an article that somebody adds, I keep who added it and when; with a remembered answer, the name of its author. If you delete your question, I delete what I kept of it.`,
    forgotten: (records: number) => `Deleted: ${counted('en', records, { one: 'record', other: 'records' })}.`,
  },

  gaps: {
    title: (count: number) => `**${counted('en', count, { one: 'question', other: 'questions' })} without an answer**`,
    none: 'No question in this server is waiting for an answer.',
    asked: (count: number, last: string) =>
      count === 1 ? `asked once, ${last}` : `asked ${count.toLocaleString('en')} times, last ${last}`,
    unknown: (words: string) => `never mentioned: ${words}`,
    wrong: 'the answer was marked as wrong',
    choose: 'Choose a question',
    answer: 'Answer it',
    document: 'Add a document',
    dismiss: 'Not a gap',
    back: 'Back to the list',
    gone: 'That question is no longer in the list.',
    dismissed: 'Dismissed. Questions that ask the same will not be listed either.',
    howToAdd:
      'Put a text or Markdown file that answers it into the folder of articles, or import a page, PDF or Word document with `verbatim add`. Once the articles answer the question, it leaves the list by itself.',
    weekly: (channel: string) => `I will post a summary in ${channel} every Monday.`,
  },

  answers: {
    saved: (question: string) =>
      `From now on I answer ${question} with this. If the message is edited or deleted, so is the answer.`,
    known: (question: string) => `I already answer ${question} with that message.`,
    whichQuestion: 'Which question does it answer?',
    inYourWords: 'The answer, in your own words',
    empty: 'That message has no text that I could quote.',
    gone: 'I no longer have that message. Please choose the command again.',
    forget: 'Forget',
    forgotten: 'Forgotten.',
  },

  feedback: {
    thanks: 'Thank you, noted.',
    noted: 'Noted. Those who look after this server see the question in /gaps.',
  },

  stats: {
    title: '**The last 30 days in this server**',
    questions: (count: number) => counted('en', count, { one: 'public question', other: 'public questions' }),
    answered: (share: string) => `${share} answered`,
    related: (share: string) => `${share} with a related passage`,
    silent: (share: string) => `${share} not covered`,
    /** @param opened and `closed`: in the last 30 days */
    gaps: (open: number, opened: number, closed: number) =>
      `Gaps: ${open.toLocaleString('en')} open, ${opened.toLocaleString('en')} new, ${closed.toLocaleString('en')} closed`,
    votes: (helpful: number, wrong: number) =>
      `Votes: ${helpful.toLocaleString('en')} helpful, ${wrong.toLocaleString('en')} not the answer`,
    cited: 'Most quoted:',
  },

  /** The pages of the reader. */
  web: {
    articles: 'Articles',
    all: 'All articles',
    find: 'Find an article',
    findNow: 'Find',
    noTitle: 'No title contains these words.',
    intro: 'Ask a question: the answer comes in the articles’ own words, with its source.',
    question: 'Ask the articles',
    ask: 'Ask',
    skip: 'Skip to the text',
    contents: 'Contents',
    original: 'Original',
    footnotes: 'Footnotes',
    others: 'Other matches',
    pages: 'Pages',
    gone: 'The quoted sentence has changed or is no longer in this article.',
    notCovered: 'This article does not cover that question.',
    notFound: 'There is no such page here.',
    tooMany: 'That was a lot of pages at once. Please try again in a minute.',
    failure: 'Sorry, something went wrong on this side.',
    none: 'There are no articles here.',
  },

  reload: {
    notOwner: 'Only the owner of this bot can use this command.',
    same: 'Nothing has changed.',
    failed: (reason: string) => `The articles could not be read: ${reason}`,
    added: (extent: string) => `Added: ${extent}`,
    changed: (extent: string) => `Changed: ${extent}`,
    removed: (extent: string) => `Removed: ${extent}`,
    articles: (count: number) => counted('en', count, { one: 'article', other: 'articles' }),
  },

  /** Adding and removing articles. Reasons and warnings come from importers, in English. */
  documents: {
    added: (title: string, sentences: string) => `**Added:** ${title} (${sentences})`,
    updated: (title: string, sentences: string) => `**Updated:** ${title} (${sentences})`,
    unchanged: (title: string, sentences: string) => `**Unchanged since it was added:** ${title} (${sentences})`,
    several: (added: number, updated: number, unchanged: number) =>
      `Articles added: ${added}, updated: ${updated}, unchanged: ${unchanged}`,
    refused: (reason: string) => `That could not be added: ${reason}`,
    reasons,
    tooManyArticles: (count: number) =>
      `This server may have ${counted('en', count, { one: 'article, and has it', other: 'articles, and has them' })}. Remove one with /remove first.`,
    tooManyBytes: (megabytes: number) =>
      `This server’s articles may take ${megabytes} MB, and this is more than is left. Remove some with /remove first.`,
    tooMany: (count: number, when: string) =>
      `${counted('en', count, { one: 'addition', other: 'additions' })} an hour is the limit. Please try again ${when}.`,
    fileOrUrl: 'Give me either a file or an address.',
    sharedByOwner: 'Only the owner of this bot can add articles for all servers.',
    onlyInServers: 'This works in servers only.',
    notThisServers: (name: string) => `This server has no article ${name} of its own.`,
    nothingToAdd: 'That message has neither an attachment nor any text.',
    textByModerators: 'Only somebody who can manage messages can add the text of a message.',
    confirm: (title: string) => `Remove ${title} from the articles? Its file is kept for 30 days.`,
    removed: (title: string) => `${title} was removed. The bot’s owner can restore its file for 30 days.`,
    addedBy: (user: string, day: string) => `added by ${user}, ${day}`,
  },

  howToAsk: (bot: string) =>
    `Ask me about the articles: mention ${bot} with your question, or use /ask. /articles lists what you can ask about.`,
  notMyRole: (bot: string) =>
    `That mentions my role, and Discord does not show me such messages. Mention ${bot} instead, or use /ask.`,
  unreadable: 'Discord does not let me read that message. Open its menu and choose Apps ▸ “Ask the articles”.',
  nothingToAsk: 'That message contains no words I could look up.',
  unknownArticle: (name: string, nearest: string) =>
    `There is no article ${name}.${nearest === '' ? '' : ` Closest: ${nearest}.`} /articles lists all of them.`,
  notYours: 'Only the person who asked, or someone who can manage messages, can delete this.',
  lostQuestion: 'I can no longer read the question this answers. Please ask it again.',
  tooFast: (when: string) => `That was a lot of questions at once. Please try again ${when}.`,
  tooFastHere: (when: string) =>
    `This channel has asked a lot of questions at once. Please try again ${when}, or use /ask.`,
  refusals: {
    blocked: 'You may not use this bot.',
    elsewhere: 'I do not answer here.',
    direct: 'I do not answer direct messages. Ask me in a server.',
    stranger: 'I only answer members of the servers that I am there for.',
  },
  mayNotSpeak: (channel: string) =>
    `You asked me something in ${channel}, but I am not allowed to answer there. I need View Channel, Send Messages (Send Messages in Threads for a thread) and Read Message History. You can use /ask anywhere.`,
  failure: (reference: string) => `Sorry, something went wrong on my side. Reference: ${reference}`,

  help: {
    whatIDo: '**I answer questions about the articles, in their own words.**',
    howIAnswer: 'Every answer is a quotation with its source. I never write answers myself.',
    inMenu: (command: string) => `Apps ▸ “${command}”`,
    entry: (use: string, description: string) => `${use}: ${description}`,
    mention: (bot: string) => `Mention ${bot} with a question`,
    direct: 'Send me a question as a direct message',
    reply: 'Reply to one of my answers to ask the same article another question',
    buttons: 'Use the buttons to see other matches, more of the article, or why a passage was chosen',
    edits: 'If you edit your question, I update my answer; if you delete it, I delete mine.',
    silence: 'If the articles do not cover something, I say so.',
    admins:
      'Server admins choose who may ask me, and where, under Server Settings ▸ Integrations. Mentions follow what is set there for `/ask`.',
  },
}

export type Messages = typeof en
