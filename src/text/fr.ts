import type { Messages } from './en.ts'
import { counted } from './plural.ts'

export const fr: Messages = {
  tag: 'fr',
  commands: {
    ask: {
      name: 'demander',
      description: 'Interroger les articles ; ils répondent avec leurs propres mots',
      question: { name: 'question', description: 'Ce que vous voulez savoir' },
      article: { name: 'article', description: 'N’interroger que cet article' },
      private: { name: 'privé', description: 'Ne montrer la réponse qu’à vous' },
    },
    articles: { name: 'articles', description: 'Ce sur quoi on peut poser des questions' },
    help: { name: 'aide', description: 'Ce que fait ce bot' },
    reload: { name: 'recharger', description: 'Relit les articles ; pour le propriétaire du bot' },
    askThis: { name: 'Interroger les articles', description: 'Répond à ce message, pour vous seul' },
  },
  quoted: (text) => `« ${text} »`,
  moreWords: (count) => counted('fr', count, { one: 'autre mot', other: 'autres mots' }),

  related: (unknown, inOne) => {
    const none = inOne ? 'Aucune phrase de cet article n’y répond directement' : 'Aucune phrase n’y répond directement'
    const never = inOne ? 'il ne mentionne jamais' : 'les articles ne mentionnent jamais'
    return `${none}${unknown === '' ? '' : ` ; ${never} ${unknown}`}. Le passage le plus proche :`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '') {
      return `${inOne ? 'Cet article ne mentionne jamais' : 'Les articles ne mentionnent jamais'} ${unknown}.`
    }
    const nothing = inOne ? 'Cet article n’en parle pas' : 'Les articles n’en parlent pas'
    return `${nothing}. Demandez avec des mots qui nomment ce que vous cherchez.`
  },
  nearest: (titles) => `Le plus proche : ${titles}`,
  changed: 'Les articles ont changé depuis ; voici la réponse actuelle.',
  changedArticle: 'L’article a changé depuis ; le voici tel qu’il est.',

  paragraph: (number) => `paragraphe ${number}`,
  paragraphs: (first, last) => (first === last ? `paragraphe ${first}` : `paragraphes ${first}–${last}`),
  match: (number, of) => `résultat ${number} sur ${of}`,
  page: (number, of) => `page ${number} sur ${of}`,
  sentences: (count) => counted('fr', count, { one: 'phrase', other: 'phrases' }),

  buttons: {
    previous: 'Précédent',
    next: 'Suivant',
    more: 'Plus de contexte',
    why: 'Pourquoi ?',
    delete: 'Supprimer',
    earlier: 'Avant',
    later: 'Après',
  },

  why: {
    matched: (words) => `Dans la phrase : ${words}`,
    near: (words) => `Seulement approchant : ${words}`,
    missing: (words) => `Pas dans la phrase : ${words}`,
    nothing: 'Aucun mot de la question n’est dans la phrase ; on en trouve dans les phrases voisines.',
    counted: (parts) => `Ce qui a compté : ${parts}`,
    parts: {
      own: 'ses propres mots',
      around: 'les phrases voisines',
      article: 'le titre et l’article',
      asked: 'ce qui est demandé',
    },
    likely: (percent) => `Probabilité qu’elle réponde : ${percent}`,
  },

  articles: {
    title: (count) => `**${counted('fr', count, { one: 'article', other: 'articles' })} à interroger**`,
    choose: 'Choisir un article',
    asks: 'Questions auxquelles il peut répondre :',
    about: (phrase) => `Que dit-il de ${phrase} ?`,
    gone: 'Cet article n’est plus là. /articles montre ceux qui y sont.',
  },

  reload: {
    notOwner: 'Seul le propriétaire de ce bot peut me le demander.',
    same: 'Rien n’a changé.',
    failed: (reason) => `Impossible de relire les articles: ${reason}`,
    added: (extent) => `Ajoutés: ${extent}`,
    changed: (extent) => `Modifiés: ${extent}`,
    removed: (extent) => `Retirés: ${extent}`,
    articles: (count) => counted('fr', count, { one: 'article', other: 'articles' }),
  },

  howToAsk: (bot) =>
    `Interrogez-moi sur les articles : ${bot} et votre question, ou /demander. /articles montre ce qu’il y a.`,
  unreadable:
    'Discord ne me montre pas ce message. Sur le message lui-même, choisissez Applications ▸ « Interroger les articles ».',
  nothingToAsk: 'Il n’y a dans ce message aucun mot sur lequel interroger les articles.',
  unknownArticle: (name, nearest) =>
    `Il n’y a pas d’article ${name}.${nearest === '' ? '' : ` Le plus proche : ${nearest}`} /articles les montre tous.`,
  notYours: 'Seule la personne qui a posé la question, ou qui peut gérer les messages, peut supprimer ceci.',
  lostQuestion: 'Je ne peux plus lire la question de cette réponse. Posez-la de nouveau, s’il vous plaît.',
  tooFast: (when) => `Cela fait beaucoup de questions. Je répondrai de nouveau ${when}.`,
  mayNotSpeak: (channel) =>
    `Vous m’avez posé une question dans ${channel}, mais je ne peux pas y répondre. Il me faut Voir le salon, Envoyer des messages (dans les fils : Envoyer des messages dans les fils) et Voir les anciens messages. /demander marche partout, les messages privés aussi.`,
  failure: (reference) => `Désolé, quelque chose s’est mal passé de mon côté. Référence : ${reference}`,

  help: {
    whatIDo: '**Je réponds aux questions sur les articles avec leurs propres mots.**',
    howIAnswer: 'Chaque réponse est une citation avec sa source ; je n’en écris aucune moi-même.',
    inMenu: (command) => `Applications ▸ « ${command} »`,
    mention: (bot) => `${bot} n’importe où dans un message, ou un message privé : m’interroge aussi`,
    reply: 'Une réponse à l’une de mes réponses : une autre question au même article',
    buttons: 'Les boutons : d’autres résultats, l’article autour du passage, la raison du choix',
    edits: 'Modifiez votre question et ma réponse suit ; supprimez-la et ma réponse disparaît.',
    silence: 'Quand les articles ne parlent pas de quelque chose, je le dis.',
  },
}
