/** The Spanish texts. */
import type { Messages } from './en.ts'
import { counted } from './plural.ts'
import { refusals } from './refusals/es.ts'

export const es: Messages = {
  tag: 'es',
  commands: {
    ask: {
      name: 'preguntar',
      description: 'Haz una pregunta; la respuesta es una cita de los artículos',
      question: { name: 'pregunta', description: '¿Qué quieres saber?' },
      article: { name: 'artículo', description: 'Buscar solo en este artículo' },
      private: { name: 'privado', description: 'Mostrar la respuesta solo a ti' },
    },
    articles: { name: 'artículos', description: 'Muestra los artículos sobre los que puedes preguntar' },
    help: { name: 'ayuda', description: 'Cómo se usa este bot' },
    add: {
      name: 'añadir',
      description: 'Añade un archivo o una página web a los artículos de este servidor',
      file: { name: 'archivo', description: 'Archivo PDF, Word, EPUB, HTML, Markdown o de texto' },
      url: { name: 'dirección', description: 'Dirección de una página web o de un canal RSS' },
      title: { name: 'título', description: 'Título, en lugar del que trae el documento' },
      replace: { name: 'sustituye', description: 'Artículo al que sustituye' },
      shared: { name: 'para-todos', description: 'Para todos los servidores (solo el dueño del bot)' },
    },
    remove: {
      name: 'quitar',
      description: 'Quita uno de los artículos de este servidor',
      article: { name: 'artículo', description: 'El artículo que se quita' },
    },
    reload: { name: 'recargar', description: 'Vuelve a leer los artículos (solo el propietario del bot)' },
    gaps: {
      name: 'lagunas',
      description: 'Preguntas hechas aquí que los artículos no responden',
      channel: { name: 'canal', description: 'Publicar un resumen semanal en este canal' },
    },
    privacy: { name: 'privacidad', description: 'Qué guarda este bot sobre las preguntas' },
    forget: { name: 'olvidar', description: 'Borra todo lo guardado sobre las preguntas de este servidor' },
    remember: {
      name: 'Recordar esta respuesta',
      description: 'Desde ahora, ese mensaje responde la pregunta a la que contesta',
    },
    stats: { name: 'estadísticas', description: 'Preguntas, votos y artículos más citados de este servidor' },
    askThis: { name: 'Preguntar a los artículos', description: 'Responde a ese mensaje; solo tú ves la respuesta' },
    addThis: { name: 'Añadir a los artículos', description: 'Añade el archivo adjunto del mensaje o su texto' },
  },
  quoted: (text) => `«${text}»`,
  moreWords: (count) => counted('es', count, { one: 'palabra más', other: 'palabras más' }),

  related: (unknown, inOne) => {
    const none = inOne
      ? 'Ninguna frase de este artículo responde a eso directamente'
      : 'Ninguna frase responde a eso directamente'
    const never = inOne ? 'no menciona' : 'los artículos no mencionan'
    return `${none}${unknown === '' ? '' : `; ${never} ${unknown}`}. El pasaje más cercano:`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '') return `${inOne ? 'Este artículo no menciona' : 'Los artículos no mencionan'} ${unknown}.`
    const nothing = inOne ? 'Este artículo no trata ese tema' : 'Los artículos no tratan ese tema'
    return `${nothing}. Prueba con palabras que nombren lo que buscas.`
  },
  nearest: (titles) => `Lo más cercano: ${titles}`,
  changed: 'Los artículos han cambiado desde que se hizo la pregunta. Esta es la respuesta actual.',
  quoteIs: {
    changed: 'La frase citada se ha cambiado o eliminado.',
    gone: 'El artículo citado ya no está aquí.',
  },
  changedArticle: 'Este artículo ha cambiado. Esta es la versión actual.',

  readWith: (words) => `Leído junto con: ${words}`,
  elsewhere: 'Ese artículo no trata de esto. De todos los artículos:',
  about: {
    hello: '¡Hola! Pregúntame algo sobre los artículos. Lo mejor es nombrar a una persona, un lugar o una cosa.',
    welcome: '¡De nada! Pregúntame lo que quieras sobre los artículos.',
    help: 'Respondo a preguntas sobre los artículos con sus propias palabras. Pregunta, por ejemplo, quién, cuándo, dónde o cuánto; pregunta «¿Qué artículos hay?» para ver la lista.',
    opening: 'Así empieza el artículo:',
    list: (count) => `${counted('es', count, { one: 'artículo', other: 'artículos' })} sobre los que puedes preguntar:`,
    newest: 'Los artículos más recientes:',
    count: (count) => `Puedes preguntar sobre ${counted('es', count, { one: 'artículo', other: 'artículos' })}.`,
    author: (name) => `por ${name}`,
    noAuthor: 'no se indica el autor',
    noDate: 'no se indica la fecha',
    noSource: 'no se indica la fuente',
    more: (count) => `y ${count} más`,
  },

  paragraph: (number) => `párrafo ${number}`,
  documentPage: (number) => `página ${number}`,
  paragraphs: (first, last) => (first === last ? `párrafo ${first}` : `párrafos ${first}–${last}`),
  match: (number, of) => `resultado ${number} de ${of}`,
  page: (number, of) => `página ${number} de ${of}`,
  alsoIn: (titles) => `también en ${titles}`,
  lacks: (words) => `sin ${words}`,
  sentences: (count) => counted('es', count, { one: 'frase', other: 'frases' }),

  buttons: {
    previous: 'Anterior',
    next: 'Siguiente',
    more: 'Más contexto',
    why: '¿Por qué este?',
    delete: 'Eliminar',
    remove: 'Quitar',
    helpful: 'Útil',
    wrong: 'No es la respuesta',
    earlier: 'Antes',
    later: 'Después',
  },

  why: {
    matched: (words) => `Encontrado en este pasaje: ${words}`,
    near: (words) => `Se escribe parecido: ${words}`,
    missing: (words) => `No está en este pasaje: ${words}`,
    nothing: 'Ninguna de tus palabras está en esta frase, pero sí en las que la rodean.',
    counted: (parts) => `Lo que contó: ${parts}`,
    parts: {
      own: 'sus propias palabras',
      around: 'las frases que la rodean',
      article: 'el título y el resto del artículo',
      asked: 'el tipo de respuesta que pediste',
    },
    votes: (helpful, wrong) =>
      `Votos en este servidor para esta pregunta: ${helpful.toLocaleString('es')} útil, ${wrong.toLocaleString('es')} no es la respuesta`,
    likely: (percent) => `Probabilidad de que responda a tu pregunta: ${percent}`,
  },

  articles: {
    title: (count) =>
      `**${counted('es', count, { one: 'artículo', other: 'artículos' })} sobre los que puedes preguntar**`,
    choose: 'Elige un artículo',
    asks: 'Prueba a preguntar:',
    about: (phrase) => `¿Qué dice de ${phrase}?`,
    gone: 'Ese artículo ya no está. /artículos muestra los actuales.',
  },

  learning: {
    off: 'Este bot no guarda nada sobre las preguntas.',
    noStore: 'Ahora no puedo leer lo guardado sobre las preguntas. Inténtalo de nuevo más tarde.',
    privacy: (days) =>
      `${days === 0 ? 'No guardo preguntas.' : `De una pregunta hecha en público en un servidor que quedó sin respuesta guardo el texto, las palabras que no encontré, el servidor y la hora, durante ${counted('es', days, { one: 'día', other: 'días' })}.`} También cuento, por servidor y día, cómo se respondieron las preguntas y qué artículos se citaron. Los votos se cuentan sin nombre ni identificador. No guardo identificadores de quienes preguntan o votan, ni nada de mensajes directos o respuestas privadas. De un artículo añadido guardo quién lo añadió y cuándo; de una respuesta recordada, el nombre de quien la escribió. Si borras tu pregunta, borro lo que guardé de ella.`,
    forgotten: (records) => `Borrado: ${counted('es', records, { one: 'registro', other: 'registros' })}.`,
  },

  gaps: {
    title: (count) => `**${counted('es', count, { one: 'pregunta', other: 'preguntas' })} sin respuesta**`,
    none: 'Ninguna pregunta de este servidor espera una respuesta.',
    asked: (count, last) =>
      count === 1 ? `hecha una vez, ${last}` : `hecha ${count.toLocaleString('es')} veces, la última ${last}`,
    unknown: (words) => `nunca se menciona: ${words}`,
    wrong: 'la respuesta se marcó como errónea',
    choose: 'Elige una pregunta',
    answer: 'Responderla',
    document: 'Añadir un documento',
    dismiss: 'No es una laguna',
    back: 'Volver a la lista',
    gone: 'Esa pregunta ya no está en la lista.',
    dismissed: 'Descartada. Las preguntas que piden lo mismo tampoco aparecerán.',
    howToAdd:
      'Pon en la carpeta de artículos un archivo de texto o Markdown que la responda, o importa una página, un PDF o un documento de Word con `verbatim add`. En cuanto los artículos respondan la pregunta, saldrá sola de la lista.',
    weekly: (channel) => `Publicaré un resumen en ${channel} todos los lunes.`,
  },

  answers: {
    saved: (question) =>
      `Desde ahora respondo ${question} con esto. Si el mensaje se edita o se borra, la respuesta también.`,
    known: (question) => `Ya respondo ${question} con ese mensaje.`,
    whichQuestion: '¿Qué pregunta responde?',
    inYourWords: 'La respuesta, con tus palabras',
    empty: 'Ese mensaje no tiene texto que pueda citar.',
    gone: 'Ya no tengo ese mensaje. Vuelve a elegir el comando.',
    forget: 'Olvidar',
    forgotten: 'Olvidada.',
  },

  feedback: {
    thanks: 'Gracias, anotado.',
    noted: 'Anotado. Quienes cuidan de este servidor ven la pregunta en /lagunas.',
  },

  stats: {
    title: '**Los últimos 30 días en este servidor**',
    questions: (count) => counted('es', count, { one: 'pregunta pública', other: 'preguntas públicas' }),
    answered: (share) => `${share} con respuesta`,
    related: (share) => `${share} con un pasaje relacionado`,
    silent: (share) => `${share} sin cubrir`,
    gaps: (open, opened, closed) =>
      `Lagunas: ${open.toLocaleString('es')} abiertas, ${opened.toLocaleString('es')} nuevas, ${closed.toLocaleString('es')} cerradas`,
    votes: (helpful, wrong) =>
      `Votos: ${helpful.toLocaleString('es')} útil, ${wrong.toLocaleString('es')} no es la respuesta`,
    cited: 'Los más citados:',
  },

  web: {
    articles: 'Artículos',
    all: 'Todos los artículos',
    find: 'Buscar un artículo',
    findNow: 'Buscar',
    noTitle: 'Ningún título contiene esas palabras.',
    intro: 'Haz una pregunta: la respuesta llega con las palabras de los propios artículos y su fuente.',
    question: 'Pregunta a los artículos',
    ask: 'Preguntar',
    skip: 'Ir al texto',
    contents: 'Contenido',
    original: 'Original',
    footnotes: 'Notas',
    others: 'Otras coincidencias',
    pages: 'Páginas',
    gone: 'La frase citada ha cambiado o ya no está en este artículo.',
    notCovered: 'Este artículo no responde a esa pregunta.',
    notFound: 'Aquí no existe esa página.',
    tooMany: 'Han sido muchas páginas de golpe. Vuelve a intentarlo dentro de un minuto.',
    failure: 'Lo siento, algo ha fallado por mi parte.',
    none: 'Aquí no hay artículos.',
  },

  reload: {
    notOwner: 'Solo el propietario de este bot puede usar este comando.',
    same: 'No ha cambiado nada.',
    failed: (reason) => `No se han podido leer los artículos: ${reason}`,
    added: (extent) => `Añadidos: ${extent}`,
    changed: (extent) => `Modificados: ${extent}`,
    removed: (extent) => `Eliminados: ${extent}`,
    articles: (count) => counted('es', count, { one: 'artículo', other: 'artículos' }),
  },

  documents: {
    added: (title, sentences) => `**Añadido:** ${title} (${sentences})`,
    updated: (title, sentences) => `**Actualizado:** ${title} (${sentences})`,
    unchanged: (title, sentences) => `**Sin cambios desde que se añadió:** ${title} (${sentences})`,
    several: (added, updated, unchanged) =>
      `Artículos añadidos: ${added}, actualizados: ${updated}, sin cambios: ${unchanged}`,
    refused: (reason) => `No se ha podido añadir: ${reason}`,
    reasons: refusals,
    tooManyArticles: (count) =>
      `Este servidor puede tener ${counted('es', count, { one: 'artículo, y ya lo tiene', other: 'artículos, y ya los tiene' })}. Quita antes alguno con /quitar.`,
    tooManyBytes: (megabytes) =>
      `Los artículos de este servidor pueden ocupar ${megabytes} MB y no queda tanto espacio. Quita antes alguno con /quitar.`,
    tooMany: (count, when) =>
      `El límite es de ${counted('es', count, { one: 'artículo', other: 'artículos' })} por hora. Vuelve a intentarlo ${when}.`,
    fileOrUrl: 'Indica un archivo o una dirección, no ambos.',
    sharedByOwner: 'Solo el dueño del bot puede añadir artículos para todos los servidores.',
    onlyInServers: 'Esto solo funciona en servidores.',
    notThisServers: (name) => `Este servidor no tiene ningún artículo propio ${name}.`,
    nothingToAdd: 'Ese mensaje no tiene ni archivo adjunto ni texto.',
    textByModerators: 'El texto de un mensaje solo puede añadirlo quien pueda gestionar mensajes.',
    confirm: (title) => `¿Quitar ${title} de los artículos? El archivo se conserva durante 30 días.`,
    removed: (title) => `Se ha quitado ${title}. El dueño del bot puede recuperar el archivo durante 30 días.`,
    addedBy: (user, day) => `añadido por ${user}, ${day}`,
  },

  howToAsk: (bot) =>
    `Pregúntame sobre los artículos: menciona a ${bot} junto con tu pregunta o usa /preguntar. /artículos muestra sobre qué puedes preguntar.`,
  notMyRole: (bot) => `Eso menciona mi rol, y Discord no me muestra esos mensajes. Menciona a ${bot} o usa /preguntar.`,
  unreadable: 'Discord no me deja leer ese mensaje. Abre su menú y elige Aplicaciones ▸ «Preguntar a los artículos».',
  nothingToAsk: 'Ese mensaje no tiene palabras que yo pueda buscar.',
  unknownArticle: (name, nearest) =>
    `No hay ningún artículo ${name}.${nearest === '' ? '' : ` Lo más cercano: ${nearest}.`} /artículos los muestra todos.`,
  notYours: 'Solo puede eliminarlo quien preguntó o quien puede gestionar mensajes.',
  lostQuestion: 'Ya no puedo leer la pregunta de esta respuesta. Vuelve a hacerla, por favor.',
  tooFast: (when) => `Han sido muchas preguntas seguidas. Vuelve a intentarlo ${when}.`,
  tooFastHere: (when) =>
    `En este canal ha habido muchas preguntas seguidas. Vuelve a intentarlo ${when} o usa /preguntar.`,
  refusals: {
    blocked: 'No puedes usar este bot.',
    elsewhere: 'Aquí no respondo.',
    direct: 'No respondo a mensajes directos. Pregúntame en un servidor.',
    stranger: 'Solo respondo a miembros de los servidores para los que estoy.',
  },
  mayNotSpeak: (channel) =>
    `Me preguntaste algo en ${channel}, pero no tengo permiso para responder allí. Necesito Ver canal, Enviar mensajes (en hilos: Enviar mensajes en hilos) y Leer el historial de mensajes. Puedes usar /preguntar en cualquier sitio.`,
  failure: (reference) => `Lo siento, algo ha fallado por mi parte. Referencia: ${reference}`,

  help: {
    whatIDo: '**Respondo a preguntas sobre los artículos con sus propias palabras.**',
    howIAnswer: 'Cada respuesta es una cita con su fuente. Nunca escribo respuestas yo.',
    inMenu: (command) => `Aplicaciones ▸ «${command}»`,
    entry: (use, description) => `${use}: ${description}`,
    mention: (bot) => `Menciona a ${bot} junto con una pregunta`,
    direct: 'Envíame una pregunta por mensaje directo',
    reply: 'Responde a una de mis respuestas para hacer otra pregunta al mismo artículo',
    buttons: 'Los botones muestran otros resultados, más del artículo o por qué se eligió un pasaje',
    edits: 'Si editas tu pregunta, actualizo mi respuesta; si la eliminas, elimino la mía.',
    silence: 'Si los artículos no tratan algo, lo digo.',
    admins:
      'La administración del servidor decide quién puede preguntarme y dónde, en Ajustes del servidor ▸ Integraciones. Las menciones siguen lo que se haya fijado allí para `/preguntar`.',
  },
}
