import type { Messages } from './en.ts'
import { counted } from './plural.ts'

export const de: Messages = {
  tag: 'de',
  commands: {
    ask: {
      name: 'fragen',
      description: 'Die Artikel fragen; sie antworten mit ihren eigenen Worten',
      question: { name: 'frage', description: 'Was möchtest du wissen?' },
      article: { name: 'artikel', description: 'Nur diesen Artikel fragen' },
      private: { name: 'privat', description: 'Die Antwort nur dir zeigen' },
    },
    articles: { name: 'artikel', description: 'Wonach man fragen kann' },
    help: { name: 'hilfe', description: 'Was dieser Bot kann' },
    reload: { name: 'neu-laden', description: 'Liest die Artikel neu; für den Besitzer des Bots' },
    askThis: { name: 'Die Artikel fragen', description: 'Beantwortet die Nachricht, nur für dich' },
  },
  quoted: (text) => `„${text}“`,
  moreWords: (count) => counted('de', count, { one: 'weiteres Wort', other: 'weitere Wörter' }),

  related: (unknown, inOne) => {
    const none = inOne
      ? 'Kein Satz dieses Artikels beantwortet das unmittelbar'
      : 'Kein Satz beantwortet das unmittelbar'
    const where = inOne ? 'darin' : 'in den Artikeln'
    return `${none}${unknown === '' ? '' : `; ${unknown} kommt ${where} nicht vor`}. Die nächstliegende Stelle:`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '') return `${inOne ? 'In diesem Artikel' : 'In den Artikeln'} kommt ${unknown} nicht vor.`
    const nothing = inOne ? 'Davon spricht dieser Artikel nicht' : 'Davon sprechen die Artikel nicht'
    return `${nothing}. Nenne beim Namen, was du suchst.`
  },
  nearest: (titles) => `Am nächsten: ${titles}`,
  changed: 'Die Artikel haben sich seither geändert; so lautet die Antwort jetzt.',
  changedArticle: 'Der Artikel hat sich seither geändert; so lautet er jetzt.',

  paragraph: (number) => `Absatz ${number}`,
  paragraphs: (first, last) => (first === last ? `Absatz ${first}` : `Absätze ${first}–${last}`),
  match: (number, of) => `Treffer ${number} von ${of}`,
  page: (number, of) => `Seite ${number} von ${of}`,
  sentences: (count) => counted('de', count, { one: 'Satz', other: 'Sätze' }),

  buttons: {
    previous: 'Zurück',
    next: 'Weiter',
    more: 'Mehr Kontext',
    why: 'Warum das?',
    delete: 'Löschen',
    earlier: 'Davor',
    later: 'Danach',
  },

  why: {
    matched: (words) => `Im Satz gefunden: ${words}`,
    near: (words) => `Nur ähnlich gefunden: ${words}`,
    missing: (words) => `Nicht im Satz: ${words}`,
    nothing: 'Kein Wort der Frage steht im Satz selbst, wohl aber in denen um ihn herum.',
    counted: (parts) => `Was zählte: ${parts}`,
    parts: {
      own: 'seine eigenen Wörter',
      around: 'die Sätze um ihn herum',
      article: 'Titel und Artikel',
      asked: 'wonach gefragt ist',
    },
    likely: (percent) => `So wahrscheinlich antwortet er: ${percent}`,
  },

  articles: {
    title: (count) => `**${counted('de', count, { other: 'Artikel' })}, die man fragen kann**`,
    choose: 'Einen Artikel wählen',
    asks: 'Fragen, die er beantworten kann:',
    about: (phrase) => `Was ist mit ${phrase}?`,
    gone: 'Diesen Artikel gibt es nicht mehr. /artikel zeigt, welche es gibt.',
  },

  reload: {
    notOwner: 'Das kann mir nur der Besitzer dieses Bots auftragen.',
    same: 'Nichts hat sich geändert.',
    failed: (reason) => `Die Artikel ließen sich nicht neu lesen: ${reason}`,
    added: (extent) => `Hinzugekommen: ${extent}`,
    changed: (extent) => `Geändert: ${extent}`,
    removed: (extent) => `Entfernt: ${extent}`,
    articles: (count) => counted('de', count, { other: 'Artikel' }),
  },

  howToAsk: (bot) =>
    `Frag mich nach den Artikeln: ${bot} und deine Frage, oder /fragen. /artikel zeigt, wonach man fragen kann.`,
  unreadable: 'Discord zeigt mir diese Nachricht nicht. Wähle an der Nachricht selbst Apps ▸ „Die Artikel fragen“.',
  nothingToAsk: 'In dieser Nachricht steht kein Wort, nach dem sich fragen ließe.',
  unknownArticle: (name, nearest) =>
    `Es gibt keinen Artikel ${name}.${nearest === '' ? '' : ` Am nächsten: ${nearest}`} /artikel zeigt alle.`,
  notYours: 'Das kann nur löschen, wer gefragt hat oder Nachrichten verwalten darf.',
  lostQuestion: 'Ich kann die Frage zu dieser Antwort nicht mehr lesen. Bitte stell sie noch einmal.',
  tooFast: (when) => `Das waren viele Fragen. Ich antworte wieder ${when}.`,
  mayNotSpeak: (channel) =>
    `Du hast mich in ${channel} etwas gefragt, aber dort darf ich nicht antworten. Ich brauche „Kanal ansehen“, „Nachrichten senden“ (in Threads: „Nachrichten in Threads senden“) und „Nachrichtenverlauf anzeigen“. /fragen geht überall, und Direktnachrichten an mich auch.`,
  failure: (reference) => `Entschuldige, da ist bei mir etwas schiefgegangen. Kennung: ${reference}`,

  help: {
    whatIDo: '**Ich beantworte Fragen zu den Artikeln mit deren eigenen Worten.**',
    howIAnswer: 'Jede Antwort ist ein Zitat mit Quelle; selbst schreibe ich keine.',
    inMenu: (command) => `Apps ▸ „${command}“`,
    mention: (bot) => `${bot} irgendwo in einer Nachricht, oder eine Direktnachricht: fragt mich auch`,
    reply: 'Eine Antwort auf eine meiner Antworten: fragt denselben Artikel weiter',
    buttons: 'Die Knöpfe: weitere Treffer, der Artikel um die Stelle herum, warum sie gewählt wurde',
    edits: 'Bearbeite deine Frage, und die Antwort ändert sich mit; lösche sie, und die Antwort geht mit.',
    silence: 'Wovon die Artikel nicht sprechen, das sage ich auch.',
  },
}
