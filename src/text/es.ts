import type { Messages } from './en.ts'
import { counted } from './plural.ts'

export const es: Messages = {
  tag: 'es',
  commands: {
    ask: {
      name: 'preguntar',
      description: 'Pregunta a los artículos; responden con sus propias palabras',
      question: { name: 'pregunta', description: 'Lo que quieres saber' },
      article: { name: 'artículo', description: 'Preguntar solo a este artículo' },
      private: { name: 'privado', description: 'Mostrarte la respuesta solo a ti' },
    },
    articles: { name: 'artículos', description: 'Sobre qué se puede preguntar' },
    help: { name: 'ayuda', description: 'Qué hace este bot' },
    reload: { name: 'recargar', description: 'Vuelve a leer los artículos; para el propietario del bot' },
    askThis: { name: 'Preguntar a los artículos', description: 'Responde a ese mensaje, solo para ti' },
  },
  quoted: (text) => `«${text}»`,
  moreWords: (count) => counted('es', count, { one: 'palabra más', other: 'palabras más' }),

  related: (unknown, inOne) => {
    const none = inOne
      ? 'Ninguna frase de este artículo responde a eso directamente'
      : 'Ninguna frase responde a eso directamente'
    const never = inOne ? 'nunca menciona' : 'los artículos nunca mencionan'
    return `${none}${unknown === '' ? '' : `; ${never} ${unknown}`}. El pasaje más cercano:`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '') return `${inOne ? 'Este artículo nunca menciona' : 'Los artículos nunca mencionan'} ${unknown}.`
    const nothing = inOne ? 'Este artículo no habla de eso' : 'Los artículos no hablan de eso'
    return `${nothing}. Pregunta con palabras que nombren lo que buscas.`
  },
  nearest: (titles) => `Lo más cercano: ${titles}`,
  changed: 'Los artículos han cambiado desde entonces; esta es la respuesta ahora.',
  changedArticle: 'El artículo ha cambiado desde entonces; así dice ahora.',

  paragraph: (number) => `párrafo ${number}`,
  paragraphs: (first, last) => (first === last ? `párrafo ${first}` : `párrafos ${first}–${last}`),
  match: (number, of) => `resultado ${number} de ${of}`,
  page: (number, of) => `página ${number} de ${of}`,
  sentences: (count) => counted('es', count, { one: 'frase', other: 'frases' }),

  buttons: {
    previous: 'Anterior',
    next: 'Siguiente',
    more: 'Más contexto',
    why: '¿Por qué esto?',
    delete: 'Borrar',
    earlier: 'Antes',
    later: 'Después',
  },

  why: {
    matched: (words) => `Está en la frase: ${words}`,
    near: (words) => `Solo se parece: ${words}`,
    missing: (words) => `No está en la frase: ${words}`,
    nothing: 'Ninguna palabra de la pregunta está en la frase; sí en las que la rodean.',
    counted: (parts) => `Lo que contó: ${parts}`,
    parts: {
      own: 'sus propias palabras',
      around: 'las frases que la rodean',
      article: 'el título y el artículo',
      asked: 'lo que se pregunta',
    },
    likely: (percent) => `Probabilidad de que responda: ${percent}`,
  },

  articles: {
    title: (count) =>
      `**${counted('es', count, { one: 'artículo', other: 'artículos' })} a los que se puede preguntar**`,
    choose: 'Elige un artículo',
    asks: 'Preguntas que puede responder:',
    about: (phrase) => `¿Qué dice de ${phrase}?`,
    gone: 'Ese artículo ya no está. /artículos muestra los que hay.',
  },

  reload: {
    notOwner: 'Solo el propietario de este bot puede pedírmelo.',
    same: 'No ha cambiado nada.',
    failed: (reason) => `No se han podido volver a leer los artículos: ${reason}`,
    added: (extent) => `Añadidos: ${extent}`,
    changed: (extent) => `Cambiados: ${extent}`,
    removed: (extent) => `Eliminados: ${extent}`,
    articles: (count) => counted('es', count, { one: 'artículo', other: 'artículos' }),
  },

  howToAsk: (bot) =>
    `Pregúntame por los artículos: ${bot} y tu pregunta, o /preguntar. /artículos muestra sobre qué se puede preguntar.`,
  unreadable:
    'Discord no me muestra ese mensaje. En el propio mensaje, elige Aplicaciones ▸ «Preguntar a los artículos».',
  nothingToAsk: 'En ese mensaje no hay palabras por las que preguntar.',
  unknownArticle: (name, nearest) =>
    `No hay ningún artículo ${name}.${nearest === '' ? '' : ` Lo más cercano: ${nearest}`} /artículos los muestra todos.`,
  notYours: 'Solo puede borrarlo quien preguntó o quien puede gestionar mensajes.',
  lostQuestion: 'Ya no puedo leer la pregunta de esta respuesta. Vuelve a hacerla, por favor.',
  tooFast: (when) => `Han sido muchas preguntas. Volveré a responder ${when}.`,
  mayNotSpeak: (channel) =>
    `Me preguntaste algo en ${channel}, pero allí no puedo responder. Necesito Ver canal, Enviar mensajes (en hilos: Enviar mensajes en hilos) y Leer el historial de mensajes. /preguntar funciona en todas partes, y los mensajes directos también.`,
  failure: (reference) => `Lo siento, algo ha fallado por mi parte. Referencia: ${reference}`,

  help: {
    whatIDo: '**Respondo a preguntas sobre los artículos con sus propias palabras.**',
    howIAnswer: 'Cada respuesta es una cita con su fuente; yo no escribo ninguna.',
    inMenu: (command) => `Aplicaciones ▸ «${command}»`,
    mention: (bot) => `${bot} en cualquier parte de un mensaje, o un mensaje directo: también me pregunta`,
    reply: 'Una respuesta a una de mis respuestas: otra pregunta al mismo artículo',
    buttons: 'Los botones: otros resultados, el artículo alrededor del pasaje, por qué se eligió',
    edits: 'Edita tu pregunta y mi respuesta cambia con ella; bórrala y mi respuesta se va también.',
    silence: 'Si los artículos no hablan de algo, lo digo.',
  },
}
