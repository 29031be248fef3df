/** The German texts. */
import type { Messages } from './en.ts'
import { counted } from './plural.ts'
import { refusals } from './refusals/de.ts'

export const de: Messages = {
  tag: 'de',
  commands: {
    ask: {
      name: 'fragen',
      description: 'Stell eine Frage; die Antwort ist ein Zitat aus den Artikeln',
      question: { name: 'frage', description: 'Was möchtest du wissen?' },
      article: { name: 'artikel', description: 'Nur in diesem Artikel suchen' },
      private: { name: 'privat', description: 'Die Antwort nur dir anzeigen' },
    },
    articles: { name: 'artikel', description: 'Zeigt die Artikel, zu denen du fragen kannst' },
    help: { name: 'hilfe', description: 'So funktioniert dieser Bot' },
    add: {
      name: 'hinzufügen',
      description: 'Fügt den Artikeln dieses Servers eine Datei oder Webseite hinzu',
      file: { name: 'datei', description: 'PDF-, Word-, EPUB-, HTML-, Markdown- oder Textdatei' },
      url: { name: 'adresse', description: 'Adresse einer Webseite oder eines Feeds' },
      title: { name: 'titel', description: 'Titel anstelle des eigenen' },
      replace: { name: 'ersetzt', description: 'Artikel, den das ersetzt' },
      shared: { name: 'für-alle', description: 'Für alle Server (nur für den Betreiber des Bots)' },
    },
    remove: {
      name: 'entfernen',
      description: 'Entfernt einen Artikel dieses Servers',
      article: { name: 'artikel', description: 'Der Artikel, der entfernt werden soll' },
    },
    reload: { name: 'neu-laden', description: 'Liest die Artikel neu ein (nur für den Betreiber des Bots)' },
    gaps: {
      name: 'lücken',
      description: 'Fragen von hier, die die Artikel nicht beantworten',
      channel: { name: 'kanal', description: 'Jede Woche eine Übersicht in diesen Kanal schreiben' },
    },
    privacy: { name: 'datenschutz', description: 'Was dieser Bot über Fragen aufbewahrt' },
    forget: { name: 'vergessen', description: 'Löscht alles, was über Fragen auf diesem Server aufbewahrt wird' },
    remember: {
      name: 'Diese Antwort merken',
      description: 'Die Nachricht beantwortet ab jetzt die Frage, auf die sie antwortet',
    },
    stats: { name: 'statistik', description: 'Fragen, Stimmen und meistzitierte Artikel dieses Servers' },
    askThis: { name: 'Die Artikel fragen', description: 'Beantwortet die Nachricht; nur du siehst die Antwort' },
    addThis: { name: 'Zu den Artikeln hinzufügen', description: 'Fügt den Anhang oder den Text der Nachricht hinzu' },
  },
  quoted: (text) => `„${text}“`,
  moreWords: (count) => counted('de', count, { one: 'weiteres Wort', other: 'weitere Wörter' }),

  related: (unknown, inOne) => {
    const none = inOne ? 'Kein Satz in diesem Artikel beantwortet das direkt' : 'Kein Satz beantwortet das direkt'
    const where = inOne ? 'darin' : 'in den Artikeln'
    return `${none}${unknown === '' ? '' : `; ${unknown} kommt ${where} nicht vor`}. Die Stelle, die am ehesten passt:`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '') return `${inOne ? 'In diesem Artikel' : 'In den Artikeln'} kommt ${unknown} nicht vor.`
    const nothing = inOne ? 'Darüber steht nichts in diesem Artikel' : 'Darüber steht nichts in den Artikeln'
    return `${nothing}. Versuch es mit Wörtern, die das Gesuchte benennen.`
  },
  nearest: (titles) => `Am ehesten passt: ${titles}`,
  changed: 'Die Artikel haben sich seit dieser Frage geändert. Das ist die aktuelle Antwort.',
  quoteIs: {
    changed: 'Der zitierte Satz wurde geändert oder entfernt.',
    gone: 'Den zitierten Artikel gibt es hier nicht mehr.',
  },
  changedArticle: 'Dieser Artikel hat sich geändert. Das ist die aktuelle Fassung.',

  readWith: (words) => `Zusammen gelesen mit: ${words}`,
  elsewhere: 'Jener Artikel enthält dazu nichts. Aus allen Artikeln:',
  about: {
    hello:
      'Hallo! Stell mir eine Frage zu den Artikeln. Am besten nennst du eine Person, einen Ort oder eine Sache beim Namen.',
    welcome: 'Gern geschehen! Frag mich gern noch etwas zu den Artikeln.',
    help: 'Ich beantworte Fragen zu den Artikeln mit deren eigenen Worten. Frag zum Beispiel, wer, wann, wo oder wie viel; mit „Welche Artikel gibt es?“ siehst du, was es gibt.',
    opening: 'So beginnt der Artikel:',
    list: (count) => `${counted('de', count, { one: 'Artikel', other: 'Artikel' })}, zu denen du fragen kannst:`,
    newest: 'Die neuesten Artikel:',
    count: (count) => `Du kannst zu ${counted('de', count, { one: 'Artikel', other: 'Artikeln' })} fragen.`,
    author: (name) => `von ${name}`,
    noAuthor: 'kein Autor angegeben',
    noDate: 'kein Datum angegeben',
    noSource: 'keine Quelle angegeben',
    more: (count) => `und ${count} weitere`,
  },

  paragraph: (number) => `Absatz ${number}`,
  documentPage: (number) => `Seite ${number}`,
  paragraphs: (first, last) => (first === last ? `Absatz ${first}` : `Absätze ${first}–${last}`),
  match: (number, of) => `Treffer ${number} von ${of}`,
  page: (number, of) => `Seite ${number} von ${of}`,
  alsoIn: (titles) => `auch in ${titles}`,
  lacks: (words) => `ohne ${words}`,
  sentences: (count) => counted('de', count, { one: 'Satz', other: 'Sätze' }),

  buttons: {
    previous: 'Zurück',
    next: 'Weiter',
    more: 'Mehr Kontext',
    why: 'Warum diese Stelle?',
    delete: 'Löschen',
    remove: 'Entfernen',
    helpful: 'Hilfreich',
    wrong: 'Nicht die Antwort',
    earlier: 'Davor',
    later: 'Danach',
  },

  why: {
    matched: (words) => `In dieser Stelle gefunden: ${words}`,
    near: (words) => `Ähnlich geschrieben: ${words}`,
    missing: (words) => `Nicht in dieser Stelle: ${words}`,
    nothing: 'Keines deiner Wörter steht in diesem Satz, einige aber in den Sätzen daneben.',
    counted: (parts) => `Was den Ausschlag gab: ${parts}`,
    parts: {
      own: 'die eigenen Wörter',
      around: 'die Sätze daneben',
      article: 'der Titel und der übrige Artikel',
      asked: 'die Art der gesuchten Antwort',
    },
    votes: (helpful, wrong) =>
      `Stimmen auf diesem Server zu dieser Frage: ${helpful.toLocaleString('de')} hilfreich, ${wrong.toLocaleString('de')} nicht die Antwort`,
    likely: (percent) => `Wahrscheinlichkeit, dass das deine Frage beantwortet: ${percent}`,
  },

  articles: {
    title: (count) => `**${counted('de', count, { other: 'Artikel' })}, zu denen du fragen kannst**`,
    choose: 'Artikel auswählen',
    asks: 'Frag zum Beispiel:',
    about: (phrase) => `Was ist mit ${phrase}?`,
    gone: 'Diesen Artikel gibt es nicht mehr. /artikel zeigt die aktuellen.',
  },

  learning: {
    off: 'Dieser Bot bewahrt nichts über Fragen auf.',
    noStore: 'Ich kann gerade nicht lesen, was über Fragen aufbewahrt wurde. Bitte versuche es später noch einmal.',
    privacy: (days) =>
      `${days === 0 ? 'Fragen bewahre ich nicht auf.' : `Von einer Frage, die öffentlich auf einem Server gestellt wurde und keine Antwort bekam, bewahre ich ${counted('de', days, { one: 'Tag', other: 'Tage' })} lang den Text, die nicht gefundenen Wörter, den Server und die Zeit auf.`} Außerdem zähle ich je Server und Tag, wie Fragen beantwortet und welche Artikel zitiert wurden. Stimmen zähle ich ohne Namen oder ID. Benutzer-IDs von Leuten, die fragen oder abstimmen, bewahre ich nicht auf, auch nichts aus Direktnachrichten oder privaten Antworten. Zu einem hinzugefügten Artikel bewahre ich auf, wer ihn wann hinzugefügt hat, zu einer gemerkten Antwort den Namen dessen, der sie geschrieben hat. Wenn du deine Frage löschst, lösche ich, was ich von ihr aufbewahrt habe.`,
    forgotten: (records) => `Gelöscht: ${counted('de', records, { one: 'Eintrag', other: 'Einträge' })}.`,
  },

  gaps: {
    title: (count) => `**${counted('de', count, { one: 'Frage', other: 'Fragen' })} ohne Antwort**`,
    none: 'Auf diesem Server wartet keine Frage auf eine Antwort.',
    asked: (count, last) =>
      count === 1 ? `einmal gefragt, ${last}` : `${count.toLocaleString('de')}-mal gefragt, zuletzt ${last}`,
    unknown: (words) => `kommt nirgends vor: ${words}`,
    wrong: 'die Antwort wurde als falsch markiert',
    choose: 'Wähle eine Frage',
    answer: 'Beantworten',
    document: 'Dokument hinzufügen',
    dismiss: 'Keine Lücke',
    back: 'Zurück zur Liste',
    gone: 'Diese Frage steht nicht mehr in der Liste.',
    dismissed: 'Verworfen. Fragen, die dasselbe wissen wollen, erscheinen auch nicht mehr.',
    howToAdd:
      'Lege eine Text- oder Markdown-Datei, die sie beantwortet, in den Ordner mit den Artikeln, oder übernimm eine Seite, ein PDF oder ein Word-Dokument mit `verbatim add`. Sobald die Artikel die Frage beantworten, verschwindet sie von selbst aus der Liste.',
    weekly: (channel) => `Ich schreibe jeden Montag eine Übersicht in ${channel}.`,
  },

  answers: {
    saved: (question) =>
      `Ab jetzt beantworte ich ${question} damit. Wird die Nachricht bearbeitet oder gelöscht, gilt das auch für die Antwort.`,
    known: (question) => `Ich beantworte ${question} schon mit dieser Nachricht.`,
    whichQuestion: 'Welche Frage beantwortet sie?',
    inYourWords: 'Die Antwort in deinen Worten',
    empty: 'Diese Nachricht hat keinen Text, den ich zitieren könnte.',
    gone: 'Ich habe diese Nachricht nicht mehr. Bitte wähle den Befehl noch einmal.',
    forget: 'Vergessen',
    forgotten: 'Vergessen.',
  },

  feedback: {
    thanks: 'Danke, ist notiert.',
    noted: 'Ist notiert. Wer diesen Server betreut, sieht die Frage in /lücken.',
  },

  stats: {
    title: '**Die letzten 30 Tage auf diesem Server**',
    questions: (count) => counted('de', count, { one: 'öffentliche Frage', other: 'öffentliche Fragen' }),
    answered: (share) => `${share} beantwortet`,
    related: (share) => `${share} mit einer verwandten Stelle`,
    silent: (share) => `${share} nicht abgedeckt`,
    gaps: (open, opened, closed) =>
      `Lücken: ${open.toLocaleString('de')} offen, ${opened.toLocaleString('de')} neu, ${closed.toLocaleString('de')} geschlossen`,
    votes: (helpful, wrong) =>
      `Stimmen: ${helpful.toLocaleString('de')} hilfreich, ${wrong.toLocaleString('de')} nicht die Antwort`,
    cited: 'Am häufigsten zitiert:',
  },

  web: {
    articles: 'Artikel',
    all: 'Alle Artikel',
    find: 'Artikel finden',
    findNow: 'Finden',
    noTitle: 'Kein Titel enthält diese Wörter.',
    intro: 'Stell eine Frage: Die Antwort kommt im Wortlaut der Artikel, mit Quelle.',
    question: 'Frag die Artikel',
    ask: 'Fragen',
    skip: 'Zum Text springen',
    contents: 'Inhalt',
    original: 'Original',
    footnotes: 'Fußnoten',
    others: 'Weitere Treffer',
    pages: 'Seiten',
    gone: 'Der zitierte Satz wurde geändert oder steht nicht mehr in diesem Artikel.',
    notCovered: 'Dieser Artikel beantwortet diese Frage nicht.',
    notFound: 'Diese Seite gibt es hier nicht.',
    tooMany: 'Das waren viele Seiten auf einmal. Bitte in einer Minute noch einmal versuchen.',
    failure: 'Entschuldigung, hier ist etwas schiefgegangen.',
    none: 'Hier gibt es keine Artikel.',
  },

  reload: {
    notOwner: 'Diesen Befehl kann nur der Betreiber des Bots benutzen.',
    same: 'Es hat sich nichts geändert.',
    failed: (reason) => `Die Artikel konnten nicht gelesen werden: ${reason}`,
    added: (extent) => `Neu: ${extent}`,
    changed: (extent) => `Geändert: ${extent}`,
    removed: (extent) => `Entfernt: ${extent}`,
    articles: (count) => counted('de', count, { other: 'Artikel' }),
  },

  documents: {
    added: (title, sentences) => `**Hinzugefügt:** ${title} (${sentences})`,
    updated: (title, sentences) => `**Aktualisiert:** ${title} (${sentences})`,
    unchanged: (title, sentences) => `**Unverändert, seit es hinzugefügt wurde:** ${title} (${sentences})`,
    several: (added, updated, unchanged) =>
      `Artikel hinzugefügt: ${added}, aktualisiert: ${updated}, unverändert: ${unchanged}`,
    refused: (reason) => `Das konnte nicht hinzugefügt werden: ${reason}`,
    reasons: refusals,
    tooManyArticles: (count) =>
      `Dieser Server darf ${counted('de', count, { one: 'Artikel haben und hat ihn', other: 'Artikel haben und hat sie' })} schon. Entferne zuerst einen mit /entfernen.`,
    tooManyBytes: (megabytes) =>
      `Die Artikel dieses Servers dürfen ${megabytes} MB belegen, und so viel ist nicht mehr frei. Entferne zuerst welche mit /entfernen.`,
    tooMany: (count, when) =>
      `Mehr als ${counted('de', count, { one: 'Artikel', other: 'Artikel' })} pro Stunde nehme ich nicht an. Versuch es ${when} noch einmal.`,
    fileOrUrl: 'Gib entweder eine Datei oder eine Adresse an.',
    sharedByOwner: 'Nur der Betreiber des Bots kann Artikel für alle Server hinzufügen.',
    onlyInServers: 'Das geht nur auf Servern.',
    notThisServers: (name) => `Dieser Server hat keinen eigenen Artikel ${name}.`,
    nothingToAdd: 'Diese Nachricht hat weder einen Anhang noch Text.',
    textByModerators: 'Den Text einer Nachricht kann nur hinzufügen, wer Nachrichten verwalten darf.',
    confirm: (title) => `${title} aus den Artikeln entfernen? Die Datei wird 30 Tage aufbewahrt.`,
    removed: (title) => `${title} wurde entfernt. Der Betreiber des Bots kann die Datei 30 Tage lang wiederherstellen.`,
    addedBy: (user, day) => `hinzugefügt von ${user}, ${day}`,
  },

  howToAsk: (bot) =>
    `Frag mich etwas zu den Artikeln: Erwähne ${bot} zusammen mit deiner Frage oder nimm /fragen. /artikel zeigt, worum es geht.`,
  notMyRole: (bot) =>
    `Das erwähnt meine Rolle, und solche Nachrichten zeigt Discord mir nicht. Erwähne stattdessen ${bot} oder nimm /fragen.`,
  unreadable: 'Discord lässt mich diese Nachricht nicht lesen. Öffne ihr Menü und wähle Apps ▸ „Die Artikel fragen“.',
  nothingToAsk: 'In dieser Nachricht steht kein Wort, nach dem ich suchen könnte.',
  unknownArticle: (name, nearest) =>
    `Es gibt keinen Artikel ${name}.${nearest === '' ? '' : ` Am ehesten passt: ${nearest}.`} /artikel zeigt alle.`,
  notYours: 'Das kann nur löschen, wer gefragt hat oder Nachrichten verwalten darf.',
  lostQuestion: 'Ich kann die Frage zu dieser Antwort nicht mehr lesen. Bitte stell sie noch einmal.',
  tooFast: (when) => `Das waren viele Fragen auf einmal. Versuch es ${when} noch einmal.`,
  tooFastHere: (when) =>
    `In diesem Kanal wurde auf einmal viel gefragt. Versuch es ${when} noch einmal, oder nimm /fragen.`,
  refusals: {
    blocked: 'Du darfst diesen Bot nicht benutzen.',
    elsewhere: 'Hier antworte ich nicht.',
    direct: 'Auf Direktnachrichten antworte ich nicht. Frag mich auf einem Server.',
    stranger: 'Ich antworte nur Mitgliedern der Server, für die ich da bin.',
  },
  mayNotSpeak: (channel) =>
    `Du hast mich in ${channel} etwas gefragt, aber dort darf ich nicht antworten. Ich brauche „Kanal ansehen“, „Nachrichten senden“ (in Threads: „Nachrichten in Threads senden“) und „Nachrichtenverlauf anzeigen“. /fragen funktioniert überall.`,
  failure: (reference) => `Entschuldige, bei mir ist etwas schiefgegangen. Fehlernummer: ${reference}`,

  help: {
    whatIDo: '**Ich beantworte Fragen zu den Artikeln mit deren eigenen Worten.**',
    howIAnswer: 'Jede Antwort ist ein Zitat mit Quelle. Ich schreibe nie selbst eine Antwort.',
    inMenu: (command) => `Apps ▸ „${command}“`,
    entry: (use, description) => `${use}: ${description}`,
    mention: (bot) => `Erwähne ${bot} zusammen mit einer Frage`,
    direct: 'Schreib mir eine Frage als Direktnachricht',
    reply: 'Antworte auf eine meiner Antworten, um demselben Artikel noch eine Frage zu stellen',
    buttons: 'Die Knöpfe zeigen weitere Treffer, mehr vom Artikel oder warum eine Stelle gewählt wurde',
    edits: 'Bearbeitest du deine Frage, passe ich meine Antwort an; löschst du sie, lösche ich auch meine.',
    silence: 'Wenn in den Artikeln nichts dazu steht, sage ich das.',
    admins:
      'Wer mich fragen darf und wo, legt die Serververwaltung unter Servereinstellungen ▸ Integrationen fest. Für Erwähnungen gilt, was dort für `/fragen` eingestellt ist.',
  },
}
