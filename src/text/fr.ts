/** The French texts. */
import type { Messages } from './en.ts'
import { counted } from './plural.ts'
import { refusals } from './refusals/fr.ts'

export const fr: Messages = {
  tag: 'fr',
  commands: {
    ask: {
      name: 'demander',
      description: 'Poser une question ; la réponse est une citation des articles',
      question: { name: 'question', description: 'Que voulez-vous savoir ?' },
      article: { name: 'article', description: 'Chercher uniquement dans cet article' },
      private: { name: 'privé', description: 'N’afficher la réponse qu’à vous' },
    },
    articles: { name: 'articles', description: 'Afficher les articles que vous pouvez interroger' },
    help: { name: 'aide', description: 'Comment utiliser ce bot' },
    add: {
      name: 'ajouter',
      description: 'Ajoute un fichier ou une page web aux articles de ce serveur',
      file: { name: 'fichier', description: 'Fichier PDF, Word, EPUB, HTML, Markdown ou texte' },
      url: { name: 'adresse', description: 'Adresse d’une page web ou d’un flux' },
      title: { name: 'titre', description: 'Titre, à la place de celui du document' },
      replace: { name: 'remplace', description: 'Article remplacé' },
      shared: { name: 'pour-tous', description: 'Pour tous les serveurs (propriétaire du bot uniquement)' },
    },
    remove: {
      name: 'retirer',
      description: 'Retire un article de ce serveur',
      article: { name: 'article', description: 'L’article à retirer' },
    },
    reload: { name: 'recharger', description: 'Relire les articles (propriétaire du bot uniquement)' },
    gaps: {
      name: 'lacunes',
      description: 'Questions posées ici auxquelles les articles ne répondent pas',
      channel: { name: 'salon', description: 'Publier un résumé chaque semaine dans ce salon' },
    },
    privacy: { name: 'confidentialité', description: 'Ce que ce bot conserve des questions' },
    forget: { name: 'oublier', description: 'Supprime tout ce qui est conservé des questions de ce serveur' },
    remember: {
      name: 'Retenir cette réponse',
      description: 'Désormais, ce message répond à la question à laquelle il fait suite',
    },
    stats: { name: 'statistiques', description: 'Questions, votes et articles les plus cités de ce serveur' },
    askThis: { name: 'Interroger les articles', description: 'Répond à ce message, visible par vous seul' },
    addThis: { name: 'Ajouter aux articles', description: 'Ajoute la pièce jointe du message, ou son texte' },
  },
  quoted: (text) => `« ${text} »`,
  moreWords: (count) => counted('fr', count, { one: 'autre mot', other: 'autres mots' }),

  related: (unknown, inOne) => {
    const none = inOne ? 'Aucune phrase de cet article n’y répond directement' : 'Aucune phrase n’y répond directement'
    const never = inOne ? 'il ne mentionne pas' : 'les articles ne mentionnent pas'
    return `${none}${unknown === '' ? '' : ` ; ${never} ${unknown}`}. Le passage le plus proche :`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '')
      return `${inOne ? 'Cet article ne mentionne pas' : 'Les articles ne mentionnent pas'} ${unknown}.`
    const nothing = inOne ? 'Cet article n’aborde pas ce sujet' : 'Les articles n’abordent pas ce sujet'
    return `${nothing}. Essayez des mots qui nomment ce que vous cherchez.`
  },
  nearest: (titles) => `Le plus proche : ${titles}`,
  changed: 'Les articles ont changé depuis cette question. Voici la réponse actuelle.',
  quoteIs: {
    changed: 'La phrase citée a été modifiée ou supprimée.',
    gone: 'L’article cité n’est plus ici.',
  },
  changedArticle: 'Cet article a changé. Voici la version actuelle.',

  readWith: (words) => `Lu avec : ${words}`,
  elsewhere: 'Cet article n’en parle pas. Dans l’ensemble des articles :',
  about: {
    hello:
      'Bonjour ! Posez-moi une question sur les articles. Le mieux est de nommer une personne, un lieu ou une chose.',
    welcome: 'De rien ! N’hésitez pas à me poser d’autres questions sur les articles.',
    help: 'Je réponds aux questions sur les articles avec leurs propres mots. Demandez par exemple qui, quand, où ou combien ; demandez « Quels articles y a-t-il ? » pour en voir la liste.',
    opening: 'Voici comment commence l’article :',
    list: (count) =>
      `${counted('fr', count, { one: 'article', other: 'articles' })} sur lesquels vous pouvez poser des questions :`,
    newest: 'Les articles les plus récents :',
    count: (count) =>
      `Vous pouvez poser des questions sur ${counted('fr', count, { one: 'article', other: 'articles' })}.`,
    author: (name) => `par ${name}`,
    noAuthor: 'auteur non précisé',
    noDate: 'date non précisée',
    noSource: 'source non précisée',
    more: (count) => `et ${count} autres`,
  },

  paragraph: (number) => `paragraphe ${number}`,
  documentPage: (number) => `p. ${number}`,
  paragraphs: (first, last) => (first === last ? `paragraphe ${first}` : `paragraphes ${first}–${last}`),
  match: (number, of) => `résultat ${number} sur ${of}`,
  page: (number, of) => `page ${number} sur ${of}`,
  alsoIn: (titles) => `aussi dans ${titles}`,
  lacks: (words) => `sans ${words}`,
  sentences: (count) => counted('fr', count, { one: 'phrase', other: 'phrases' }),

  buttons: {
    previous: 'Précédent',
    next: 'Suivant',
    more: 'Plus de contexte',
    why: 'Pourquoi ?',
    delete: 'Supprimer',
    remove: 'Retirer',
    helpful: 'Utile',
    wrong: 'Pas la réponse',
    earlier: 'Avant',
    later: 'Après',
  },

  why: {
    matched: (words) => `Trouvé dans ce passage : ${words}`,
    near: (words) => `Orthographe proche : ${words}`,
    missing: (words) => `Absent de ce passage : ${words}`,
    nothing: 'Aucun de vos mots n’est dans cette phrase, mais certains sont dans les phrases voisines.',
    counted: (parts) => `Ce qui a compté : ${parts}`,
    parts: {
      own: 'ses propres mots',
      around: 'les phrases voisines',
      article: 'le titre et le reste de l’article',
      asked: 'le type de réponse demandé',
    },
    votes: (helpful, wrong) =>
      `Votes sur ce serveur pour cette question : ${helpful.toLocaleString('fr')} utile, ${wrong.toLocaleString('fr')} pas la réponse`,
    likely: (percent) => `Probabilité que cela réponde à votre question : ${percent}`,
  },

  articles: {
    title: (count) => `**${counted('fr', count, { one: 'article', other: 'articles' })} que vous pouvez interroger**`,
    choose: 'Choisir un article',
    asks: 'Vous pouvez demander :',
    about: (phrase) => `Que dit-il de ${phrase} ?`,
    gone: 'Cet article n’existe plus. /articles affiche la liste actuelle.',
  },

  learning: {
    off: 'Ce bot ne conserve rien des questions.',
    noStore: 'Je ne peux pas lire pour le moment ce qui a été conservé des questions. Réessayez plus tard.',
    privacy: (days) =>
      `${days === 0 ? 'Je ne conserve pas de questions.' : `D’une question posée publiquement sur un serveur et restée sans réponse, je conserve le texte, les mots que je n’ai pas trouvés, le serveur et l’heure, pendant ${counted('fr', days, { one: 'jour', other: 'jours' })}.`} Je compte aussi, par serveur et par jour, comment les questions ont reçu une réponse et quels articles ont été cités. Les votes sont comptés sans nom ni identifiant. Je ne conserve aucun identifiant des personnes qui posent des questions ou qui votent, ni rien des messages privés ou des réponses privées. D’un article ajouté, je conserve qui l’a ajouté et quand ; d’une réponse retenue, le nom de son auteur. Si vous supprimez votre question, je supprime ce que j’en ai conservé.`,
    forgotten: (records) => `Supprimé : ${counted('fr', records, { one: 'entrée', other: 'entrées' })}.`,
  },

  gaps: {
    title: (count) => `**${counted('fr', count, { one: 'question', other: 'questions' })} sans réponse**`,
    none: 'Aucune question de ce serveur n’attend de réponse.',
    asked: (count, last) =>
      count === 1 ? `posée une fois, ${last}` : `posée ${count.toLocaleString('fr')} fois, la dernière ${last}`,
    unknown: (words) => `jamais mentionné : ${words}`,
    wrong: 'la réponse a été signalée comme fausse',
    choose: 'Choisissez une question',
    answer: 'Y répondre',
    document: 'Ajouter un document',
    dismiss: 'Pas une lacune',
    back: 'Retour à la liste',
    gone: 'Cette question n’est plus dans la liste.',
    dismissed: 'Écartée. Les questions qui demandent la même chose n’apparaîtront plus non plus.',
    howToAdd:
      'Placez dans le dossier des articles un fichier texte ou Markdown qui y répond, ou importez une page, un PDF ou un document Word avec `verbatim add`. Dès que les articles répondent à la question, elle quitte la liste d’elle-même.',
    weekly: (channel) => `Je publierai un résumé dans ${channel} chaque lundi.`,
  },

  answers: {
    saved: (question) =>
      `Désormais, je réponds ainsi à ${question}. Si le message est modifié ou supprimé, la réponse l’est aussi.`,
    known: (question) => `Je réponds déjà à ${question} avec ce message.`,
    whichQuestion: 'À quelle question répond-il ?',
    inYourWords: 'La réponse, avec vos mots',
    empty: 'Ce message ne contient aucun texte que je puisse citer.',
    gone: 'Je n’ai plus ce message. Choisissez de nouveau la commande.',
    forget: 'Oublier',
    forgotten: 'Oubliée.',
  },

  feedback: {
    thanks: 'Merci, c’est noté.',
    noted: 'C’est noté. Les responsables de ce serveur voient la question dans /lacunes.',
  },

  stats: {
    title: '**Les 30 derniers jours sur ce serveur**',
    questions: (count) => counted('fr', count, { one: 'question publique', other: 'questions publiques' }),
    answered: (share) => `${share} avec une réponse`,
    related: (share) => `${share} avec un passage voisin`,
    silent: (share) => `${share} hors des articles`,
    gaps: (open, opened, closed) =>
      `Lacunes : ${open.toLocaleString('fr')} ouvertes, ${opened.toLocaleString('fr')} nouvelles, ${closed.toLocaleString('fr')} comblées`,
    votes: (helpful, wrong) =>
      `Votes : ${helpful.toLocaleString('fr')} utile, ${wrong.toLocaleString('fr')} pas la réponse`,
    cited: 'Les plus cités :',
  },

  web: {
    articles: 'Articles',
    all: 'Tous les articles',
    find: 'Chercher un article',
    findNow: 'Chercher',
    noTitle: 'Aucun titre ne contient ces mots.',
    intro: 'Posez une question : la réponse reprend les mots mêmes des articles et cite sa source.',
    question: 'Interroger les articles',
    ask: 'Demander',
    skip: 'Aller au texte',
    contents: 'Sommaire',
    original: 'Original',
    footnotes: 'Notes',
    others: 'Autres passages',
    pages: 'Pages',
    gone: 'La phrase citée a été modifiée ou ne figure plus dans cet article.',
    notCovered: 'Cet article ne répond pas à cette question.',
    notFound: 'Cette page n’existe pas ici.',
    tooMany: 'Cela fait beaucoup de pages à la fois. Veuillez réessayer dans une minute.',
    failure: 'Désolé, une erreur s’est produite de mon côté.',
    none: 'Il n’y a aucun article ici.',
  },

  reload: {
    notOwner: 'Seul le propriétaire de ce bot peut utiliser cette commande.',
    same: 'Rien n’a changé.',
    failed: (reason) => `Impossible de lire les articles : ${reason}`,
    added: (extent) => `Ajouts : ${extent}`,
    changed: (extent) => `Modifications : ${extent}`,
    removed: (extent) => `Suppressions : ${extent}`,
    articles: (count) => counted('fr', count, { one: 'article', other: 'articles' }),
  },

  documents: {
    added: (title, sentences) => `**Ajouté :** ${title} (${sentences})`,
    updated: (title, sentences) => `**Mis à jour :** ${title} (${sentences})`,
    unchanged: (title, sentences) => `**Inchangé depuis son ajout :** ${title} (${sentences})`,
    several: (added, updated, unchanged) =>
      `Articles ajoutés : ${added}, mis à jour : ${updated}, inchangés : ${unchanged}`,
    refused: (reason) => `L’ajout a échoué : ${reason}`,
    reasons: refusals,
    tooManyArticles: (count) =>
      `Ce serveur a droit à ${counted('fr', count, { one: 'article, et il l’a déjà', other: 'articles, et il les a déjà' })}. Retirez-en d’abord un avec /retirer.`,
    tooManyBytes: (megabytes) =>
      `Les articles de ce serveur peuvent occuper ${megabytes} Mo, et il ne reste pas assez de place. Retirez-en d’abord avec /retirer.`,
    tooMany: (count, when) =>
      `La limite est de ${counted('fr', count, { one: 'ajout', other: 'ajouts' })} par heure. Réessayez ${when}.`,
    fileOrUrl: 'Indiquez soit un fichier, soit une adresse.',
    sharedByOwner: 'Seul le propriétaire du bot peut ajouter des articles pour tous les serveurs.',
    onlyInServers: 'Cela ne fonctionne que sur un serveur.',
    notThisServers: (name) => `Ce serveur n’a pas d’article à lui nommé ${name}.`,
    nothingToAdd: 'Ce message n’a ni pièce jointe ni texte.',
    textByModerators: 'Seules les personnes qui peuvent gérer les messages peuvent ajouter le texte d’un message.',
    confirm: (title) => `Retirer ${title} des articles ? Son fichier est conservé 30 jours.`,
    removed: (title) => `${title} a été retiré. Le propriétaire du bot peut rétablir le fichier pendant 30 jours.`,
    addedBy: (user, day) => `ajouté par ${user}, ${day}`,
  },

  howToAsk: (bot) =>
    `Interrogez-moi sur les articles : mentionnez ${bot} avec votre question, ou utilisez /demander. /articles affiche la liste des articles.`,
  notMyRole: (bot) =>
    `Ce message mentionne mon rôle, et Discord ne me montre pas ces messages. Mentionnez plutôt ${bot}, ou utilisez /demander.`,
  unreadable:
    'Discord ne me laisse pas lire ce message. Ouvrez son menu et choisissez Applications ▸ « Interroger les articles ».',
  nothingToAsk: 'Ce message ne contient aucun mot que je puisse chercher.',
  unknownArticle: (name, nearest) =>
    `Il n’y a pas d’article ${name}.${nearest === '' ? '' : ` Le plus proche : ${nearest}.`} /articles les affiche tous.`,
  notYours: 'Seule la personne qui a posé la question, ou qui peut gérer les messages, peut supprimer ceci.',
  lostQuestion: 'Je ne peux plus lire la question de cette réponse. Veuillez la poser de nouveau.',
  tooFast: (when) => `Cela fait beaucoup de questions à la fois. Réessayez ${when}.`,
  tooFastHere: (when) => `Ce salon a posé beaucoup de questions à la fois. Réessayez ${when}, ou utilisez /demander.`,
  refusals: {
    blocked: 'Vous ne pouvez pas utiliser ce bot.',
    elsewhere: 'Je ne réponds pas ici.',
    direct: 'Je ne réponds pas aux messages privés. Interrogez-moi sur un serveur.',
    stranger: 'Je ne réponds qu’aux membres des serveurs pour lesquels je suis là.',
  },
  mayNotSpeak: (channel) =>
    `Vous m’avez posé une question dans ${channel}, mais je n’ai pas le droit d’y répondre. J’ai besoin des permissions Voir le salon, Envoyer des messages (dans un fil : Envoyer des messages dans les fils) et Voir les anciens messages. Vous pouvez utiliser /demander partout.`,
  failure: (reference) => `Désolé, quelque chose s’est mal passé de mon côté. Référence : ${reference}`,

  help: {
    whatIDo: '**Je réponds aux questions sur les articles avec leurs propres mots.**',
    howIAnswer: 'Chaque réponse est une citation avec sa source. Je n’écris jamais de réponse moi-même.',
    inMenu: (command) => `Applications ▸ « ${command} »`,
    entry: (use, description) => `${use} : ${description}`,
    mention: (bot) => `Mentionnez ${bot} avec une question`,
    direct: 'Envoyez-moi une question en message privé',
    reply: 'Répondez à l’une de mes réponses pour poser une autre question au même article',
    buttons: 'Les boutons montrent d’autres résultats, la suite de l’article ou la raison du choix',
    edits: 'Si vous modifiez votre question, j’adapte ma réponse ; si vous la supprimez, je supprime la mienne.',
    silence: 'Si les articles n’abordent pas un sujet, je le dis.',
    admins:
      'Les admins du serveur choisissent qui peut m’interroger, et où, dans Paramètres du serveur ▸ Intégrations. Les mentions suivent ce qui y est réglé pour `/demander`.',
  },
}
