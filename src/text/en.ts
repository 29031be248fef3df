import { counted } from './plural.ts'

/** English, and what every other language has to say too. Words given to these functions are escaped already. */
export const en = {
  tag: 'en',
  commands: {
    ask: {
      name: 'ask',
      description: 'Ask the articles; the answer is in their own words',
      question: { name: 'question', description: 'What you want to know' },
      article: { name: 'article', description: 'Ask only this article' },
      private: { name: 'private', description: 'Show the answer to you alone' },
    },
    articles: { name: 'articles', description: 'What there is to ask about' },
    help: { name: 'help', description: 'What this bot does' },
    reload: { name: 'reload', description: 'Looks at the articles anew; for the bot’s owner' },
    askThis: { name: 'Ask the articles', description: 'Answers that message, for your eyes only' },
  },
  quoted: (text: string) => `“${text}”`,
  moreWords: (count: number) => counted('en', count, { one: 'more word', other: 'more words' }),

  /** `inOne`: only one article was asked, and nothing is known of what the others mention. */
  related: (unknown: string, inOne: boolean) => {
    const none = inOne ? 'No sentence of this article answers that directly' : 'No sentence answers that directly'
    const never = inOne ? 'it never mentions' : 'the articles never mention'
    return `${none}${unknown === '' ? '' : `; ${never} ${unknown}`}. The nearest passage:`
  },
  silent: (unknown: string, inOne: boolean) => {
    if (unknown !== '') return `${inOne ? 'This article never mentions' : 'The articles never mention'} ${unknown}.`
    const nothing = inOne ? 'This article says nothing about that' : 'The articles say nothing about that'
    return `${nothing}. Ask with words that name what you look for.`
  },
  nearest: (titles: string) => `Nearest: ${titles}`,
  changed: 'The articles have changed since; this is the answer now.',
  changedArticle: 'The article has changed since; this is how it reads now.',

  paragraph: (number: number) => `paragraph ${number}`,
  paragraphs: (first: number, last: number) => (first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`),
  match: (number: number, of: number) => `match ${number} of ${of}`,
  page: (number: number, of: number) => `page ${number} of ${of}`,
  sentences: (count: number) => counted('en', count, { one: 'sentence', other: 'sentences' }),

  buttons: {
    previous: 'Previous',
    next: 'Next',
    more: 'More context',
    why: 'Why this?',
    delete: 'Delete',
    earlier: 'Earlier',
    later: 'Later',
  },

  why: {
    matched: (words: string) => `Found in the sentence: ${words}`,
    near: (words: string) => `Found only nearly: ${words}`,
    missing: (words: string) => `Not in the sentence: ${words}`,
    nothing: 'No word of the question stands in the sentence; those around it do.',
    counted: (parts: string) => `What counted: ${parts}`,
    parts: {
      own: 'its own words',
      around: 'the sentences around it',
      article: 'the title and the article',
      asked: 'what is asked for',
    },
    likely: (percent: string) => `How likely it answers: ${percent}`,
  },

  articles: {
    title: (count: number) => `**${counted('en', count, { one: 'article', other: 'articles' })} to ask about**`,
    choose: 'Choose an article',
    asks: 'Questions that it can answer:',
    about: (phrase: string) => `What about ${phrase}?`,
    gone: 'That article is no longer here. /articles lists those that are.',
  },

  reload: {
    notOwner: 'Only the owner of this bot can have me do that.',
    same: 'Nothing has changed.',
    failed: (reason: string) => `Could not read the articles anew: ${reason}`,
    added: (extent: string) => `Added: ${extent}`,
    changed: (extent: string) => `Changed: ${extent}`,
    removed: (extent: string) => `Removed: ${extent}`,
    articles: (count: number) => counted('en', count, { one: 'article', other: 'articles' }),
  },

  howToAsk: (bot: string) =>
    `Ask me about the articles: ${bot} and your question, or /ask. /articles shows what there is to ask about.`,
  unreadable: 'Discord does not show me that message. On the message itself, choose Apps ▸ “Ask the articles”.',
  nothingToAsk: 'There are no words in that message to ask about.',
  unknownArticle: (name: string, nearest: string) =>
    `There is no article ${name}.${nearest === '' ? '' : ` Nearest: ${nearest}`} /articles lists them all.`,
  notYours: 'Only who asked, or who may manage messages, can delete this.',
  lostQuestion: 'I can no longer read the question of this reply. Please ask it again.',
  tooFast: (when: string) => `That was a lot of questions. I answer again ${when}.`,
  mayNotSpeak: (channel: string) =>
    `You asked me something in ${channel}, and I may not answer there. I need View Channel, Send Messages (in threads: Send Messages in Threads) and Read Message History. /ask works everywhere, and so do direct messages to me.`,
  failure: (reference: string) => `Sorry, that went wrong on my side. Reference: ${reference}`,

  help: {
    whatIDo: '**I answer questions about the articles, in their own words.**',
    howIAnswer: 'Every answer is a quotation with its source; I never write one myself.',
    inMenu: (command: string) => `Apps ▸ “${command}”`,
    mention: (bot: string) => `${bot} anywhere in a message, or a direct message: asks me too`,
    reply: 'A reply to one of my answers: a further question of the same article',
    buttons: 'The buttons: other matches, the article around the passage, why it was chosen',
    edits: 'Edit your question and my answer changes with it; delete it and my answer goes too.',
    silence: 'When the articles do not speak of something, I say so.',
  },
}

export type Messages = typeof en
