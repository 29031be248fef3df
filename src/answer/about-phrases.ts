/** Recognises questions about the articles themselves, greetings and thanks, in five languages. */

export type AboutTopic =
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'summary'
  | 'author'
  | 'date'
  | 'source'
  | 'contents'
  | 'count'
  | 'newest'

type Phrases = Readonly<Partial<Record<AboutTopic, RegExp>>>

/**
 * Patterns for a whole question: words in lower case, separated by single spaces, without politeness. What they name
 * besides the asking is only `this` or an article, so that a question with a subject of its own never matches.
 */
const phrases: readonly Phrases[] = [
  // English
  {
    greeting:
      /^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|evening|afternoon|day))(?: (?:there|all|everyone|everybody|bot|again|verbatim))*$|^(?:hi |hello |hey )?how are you(?: doing| today)?$/,
    thanks:
      /^(?:ok |okay |great |cool |perfect |nice )*(?:thanks|thank you|thx|ty|cheers|many thanks|much appreciated)(?: (?:a lot|so much|very much|a bunch|bot|again|everyone|for (?:the|your) (?:help|answer)))*$|^(?:bye|goodbye|good bot|good night|well done)$/,
    help: /^(?:what (?:can|do|could) you do|who are you|what are you|how do you work|how does this(?: bot)? work|how (?:do|can|should) (?:i|we) (?:use|ask)(?: (?:you|this|this bot|it|a question|questions))*|help|help me|what can you help(?: me)? with)$/,
    summary:
      /^(?:what|whats|what s|what is|what are|what does|what do|so what is) (?:(?:this|that|the|these|those|your|all|all the) )?(?:articles?|documents?|texts?|pages?|files?|docs?|posts?|story|stories|corpus|this|that|it|these|they|those) (?:all )?(?:about|say|cover|discuss|talk about|deal with|contain)$|^(?:can you |could you |give me |write |i want |i need )*(?:a |an |the )?(?:short |quick |brief )?(?:summari[sz]e|sum up|summary|overview|gist|tl dr|tldr|recap)(?: (?:of|for))?(?: (?:me|us))?(?: (?:this|that|the|these|those|all|all the|your))?(?: (?:articles?|documents?|texts?|pages?|files?|docs?|posts?|story|it|them))?(?: for me| briefly)?$|^what (?:is|are|s) the (?:main |central |key )?(?:points?|ideas?|topics?|subjects?|gist|summary|message)(?: of (?:this|that|the|these|it|them)(?: articles?| documents?| texts?| pages?)?)?$|^in short$/,
    author:
      /^who (?:wrote|authored|published|is the author of|are the authors of|is the writer of) (?:(?:this|that|the|these|those) )?(?:articles?|documents?|texts?|pages?|posts?|story|piece|this|that|it|these)$|^(?:who (?:is|are|s) )?the (?:authors?|writer|journalist)(?: of (?:(?:this|that|the) )?(?:article|document|text|page|post|story|it|this))?$|^who (?:is|s) (?:it|this|the article) by$|^by whom$|^authors?$/,
    date: /^when (?:was|were|did|is) (?:(?:this|that|the|these|those) )?(?:articles?|documents?|texts?|pages?|posts?|story|piece|this|that|it|these) (?:published|written|posted|released|updated|last updated|created|come out|appear|from)$|^(?:what (?:is|s) )?the (?:publication |publishing )?date of (?:(?:this|that|the) )?(?:article|document|text|page|post|story|it|this)$|^(?:what (?:is|s) the )?publication date$|^how old (?:is|are) (?:this|that|the|these) (?:articles?|documents?|texts?|pages?|posts?)$/,
    source:
      /^(?:what (?:is|are|s) )?(?:the |your |its )?(?:original )?(?:sources?|origin)(?: (?:of|for|to) (?:(?:this|that|the|these|those) )?(?:articles?|documents?|texts?|pages?|posts?|story|it|this|that|them))?$|^(?:what (?:is|s) |give me |show me )?the (?:link|url|address) (?:of|for|to) (?:(?:this|that|the) )?(?:article|document|text|page|post|story|it|this|that)$|^where (?:does|did|is|was|do|can) (?:(?:this|that|the) )?(?:articles?|documents?|texts?|pages?|posts?|story|it|this|that) (?:come from|from|published|taken from)$|^where can i (?:read|find) (?:(?:this|that|the) )?(?:whole |full |original )*(?:article|document|text|page|post|story|it|this|more)(?: in full| online)?$/,
    contents:
      /^what (?:else )?(?:can|could|may|should) (?:i|we|one) ask(?: you)?(?: about| here)?$|^what (?:do you know|can you (?:answer|tell me)|do you know about|are you about)(?: about)?$|^(?:what|which) (?:topics|articles|documents|subjects|files|texts|pages)(?: (?:do you (?:have|know|cover)|are (?:there|available|covered)|can i ask about|exist))?$|^(?:list|show)(?: me)?(?: all)?(?: the| your)? (?:articles|documents|topics|files|texts|pages)$/,
    count:
      /^how many (?:articles|documents|files|texts|pages|posts)(?: (?:are there|are here|do you (?:have|know|cover)|can i ask(?: about)?|exist|have you got|are in (?:here|the corpus|the folder)))?$|^(?:what is the )?number of (?:articles|documents|files)$/,
    newest:
      /^(?:what (?:is|s)|whats|anything|is there anything) new(?: here)?$|^(?:(?:what|which) (?:is|are|s) |show me |which is )?the (?:newest|latest|most recent)(?: (?:articles?|documents?|posts?|texts?|one|news))?$|^(?:newest|latest|recent) (?:articles?|documents?|posts?|news)$|^what (?:was|has been) (?:added|published) (?:recently|last|lately)$/,
  },
  // Turkish
  {
    greeting:
      /^(?:merhaba|merhabalar|selam|selamlar|slm|günaydın|iyi (?:günler|akşamlar|geceler)|nasılsın|nasılsınız)(?: (?:bot|herkese|nasılsın|millet))*$/,
    thanks:
      /^(?:tamam |çok )*(?:teşekkürler|teşekkür ederim|teşekkür ederiz|sağ ol|sağol|sağolun|sağ olun|eyvallah|eline sağlık)(?: (?:bot|tekrar))?$|^(?:görüşürüz|hoşça kal|güle güle)$/,
    help: /^(?:ne(?:ler)? yapabili(?:rsin|yorsun)(?:uz)?|sen kimsin|kimsin|sen nesin|nasıl (?:kullanılır|kullanırım|çalışıyorsun|çalışır|soru sorarım|soru sorabilirim|sorabilirim|sorarım)|yardım|yardım et)$/,
    summary:
      /^(?:(?:bu|şu|o|bunlar) )?(?:(?:haber|makale|yazı|metin|belge|doküman|sayfa)\p{L}* )?(?:ne hakkında(?:dır)?|neyle ilgili|ne ile ilgili|ne anlatıyor|neyi anlatıyor|neden bahsediyor|nelerden bahsediyor|ne diyor|konusu ne(?:dir)?|ana fikri ne(?:dir)?)$|^(?:(?:bunu|şunu|bana|bu|şu) )*(?:(?:haber|makale|yazı|metin|belge|doküman|sayfa)\p{L}* )?(?:kısaca )?(?:özetle|özetler misin|özetleyin|özetler misiniz|özet|özet geç|özet ver|özet çıkar|özeti(?: ne(?:dir)?)?|özetini (?:ver|çıkar|yaz))$/u,
    author:
      /^(?:(?:bu|şu|bunu|onu) )?(?:(?:haber|makale|yazı|metin|belge|doküman)\p{L}* )?(?:kim yazdı|kim yazmış|kim kaleme aldı|kim tarafından yazıldı|yazarı kim(?:dir)?|yazar kim(?:dir)?)$/u,
    date: /^(?:(?:bu|şu) )?(?:(?:haber|makale|yazı|metin|belge|doküman)\p{L}* )?(?:ne zaman (?:yayınlandı|yayımlandı|yayınlanmış|yayımlanmış|yazıldı|yazılmış|çıktı|güncellendi)|yayın tarihi(?: ne(?:dir)?)?)$|^(?:bu )?(?:haber|makale|yazı|metin|belge|doküman)\p{L}* tarihi(?: ne(?:dir)?)?$/u,
    source:
      /^(?:(?:bu|şu) )?(?:(?:haber|makale|yazı|metin|belge|doküman|bilgi)\p{L}* )?(?:kaynağı|kaynak|linki|bağlantısı|adresi)(?: (?:ne|nedir|neresi|neresidir|ne peki))?$|^(?:bu )?(?:haber|makale|yazı) nereden alındı$/u,
    contents:
      /^(?:sana |size )?ne(?:ler)? (?:sorabilirim|sorabiliriz|biliyorsun|biliyorsunuz)$|^hangi (?:makale|haber|yazı|belge|konu|metin)(?:ler|lar)? (?:var|mevcut|hakkında sorabilirim)$|^(?:makale|haber|yazı|belge|konu)(?:leri|ları|lerin|ların)? (?:listele|göster|listesi)$|^(?:başka )?ne(?:ler)? var$/,
    count:
      /^(?:burada |toplam )?kaç (?:tane )?(?:makale|haber|yazı|belge|doküman|metin|dosya)(?: var| biliyorsun| mevcut)?$/,
    newest:
      /^(?:yeni ne(?:ler)? var|ne(?:ler)? yeni|yenilikler(?: ne(?:ler)?)?)$|^en (?:yeni|son) (?:makale|haber|yazı|belge)(?:ler|lar)?(?: (?:ne|nedir|hangisi|neler))?$|^son (?:makale|haber|yazı)(?:ler|lar)(?: neler)?$/,
  },
  // German
  {
    greeting:
      /^(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|grüß gott|grüezi)(?: (?:zusammen|alle|bot|leute))*$|^wie geht(?:s| es dir| es ihnen)$/,
    thanks:
      /^(?:ok |okay |super |toll )*(?:danke|dankeschön|danke schön|danke sehr|vielen dank|besten dank|herzlichen dank|merci)(?: (?:dir|euch|bot|für die (?:hilfe|antwort)))?$|^(?:tschüss|tschüs|auf wiedersehen)$/,
    help: /^(?:was kannst du(?: tun| alles| machen)?|wer bist du|was bist du|wie funktionierst du|wie funktioniert (?:das|der bot|dieser bot)|wie (?:kann|soll) ich (?:dich )?(?:fragen|nutzen|benutzen)|wie frage ich|hilfe|hilf mir)$/,
    summary:
      /^(?:worum|um was) geht(?: es|s)?(?: (?:hier|in|dabei|da))?(?: (?:diesem|dem|dieser|der|diesen|den))?(?: (?:artikel[ns]?|texte?n?|dokumente?n?|seiten?|beitrag))?$|^wovon (?:handelt|handeln) (?:das|es|(?:der|dieser|die|diese|dieses) (?:artikel|texte?|dokumente?|seiten?|beitrag))$|^(?:(?:kannst|könntest) du )?(?:mir )?(?:(?:das|es|den|diesen|die|dieses) )?(?:(?:artikel|text|dokument|seite|beitrag) )?(?:kurz )?(?:fasse?|zusammenfassen|zusammenfassung|überblick|kurzfassung)(?: (?:das|es|den|diesen|die|dieses|des|der)(?: (?:artikels?|textes|text|dokuments?|seite|beitrag))?)?(?: (?:kurz )?zusammen)?$|^was steht (?:da )?(?:drin|hier|in (?:diesem|dem) (?:artikel|text|dokument))$|^tl dr$/,
    author:
      /^(?:wer hat|von wem (?:ist|stammt)|wer schrieb) (?:das|es|(?:diesen|den|dieses|dieser|der) (?:artikel|text|dokument|beitrag))(?: (?:geschrieben|verfasst|veröffentlicht))?$|^(?:wer ist )?(?:der|die) (?:autor|autorin|verfasser|verfasserin)(?: (?:des|dieses) (?:artikels|textes|dokuments|beitrags))?$/,
    date: /^wann (?:wurde|ist|erschien) (?:das|es|(?:dieser|der|dieses) (?:artikel|text|dokument|beitrag))(?: (?:veröffentlicht|geschrieben|erschienen|verfasst|publiziert|aktualisiert))?(?: worden)?$|^von wann ist (?:das|(?:dieser|der|dieses) (?:artikel|text|dokument|beitrag))$/,
    source:
      /^(?:(?:was|wie|wo) ist )?(?:die |der |eure |deine )?(?:quelle|originalquelle)(?: (?:dafür|dazu|hiervon|davon|(?:des|dieses|zum) (?:artikels?|textes|text|dokuments?|beitrags?)))?$|^woher (?:stammt|kommt) (?:das|(?:dieser|der|dieses) (?:artikel|text|dokument|beitrag))$/,
    contents:
      /^was (?:kann|darf|könnte) ich (?:dich )?(?:alles )?fragen$|^was weißt du(?: alles)?$|^(?:welche|was für) (?:artikel|dokumente|themen|texte) (?:gibt es|hast du|kennst du)$|^(?:liste|zeige?)(?: mir)?(?: alle| die)* (?:artikel|dokumente|themen|texte)(?: auf)?$/,
    count:
      /^wie ?viele (?:artikel|dokumente|texte|dateien|seiten)(?: (?:gibt es|hast du|kennst du|sind es))?(?: hier)?$/,
    newest:
      /^was (?:gibt es|gibts|ist) neue?s?$|^(?:(?:was|welches|welcher) ist )?(?:der|das|die) (?:neueste|neuste|aktuellste|letzte)n? (?:artikel|dokument|text|beitrag|nachrichten)$|^(?:neueste|neuste|aktuelle) (?:artikel|nachrichten|beiträge)$/,
  },
  // Spanish
  {
    greeting:
      /^(?:hola|buenas|buenos días|buenas (?:tardes|noches)|saludos)(?: (?:a todos|bot|qué tal|que tal))*$|^(?:qué tal|que tal|cómo estás|como estas)$/,
    thanks:
      /^(?:ok |vale |genial |perfecto )*(?:gracias|muchas gracias|mil gracias|te lo agradezco)(?: (?:bot|por (?:la|tu) (?:ayuda|respuesta)))?$|^(?:adiós|adios|hasta luego|chao)$/,
    help: /^(?:(?:qué|que) (?:puedes|sabes|podrías) hacer|(?:quién|quien|qué|que) eres|(?:cómo|como) (?:funcionas|funciona esto|funciona este bot|te pregunto|puedo preguntar(?:te)?|se usa|te uso|pregunto)|ayuda|ayúdame|ayudame)$/,
    summary:
      /^(?:de|sobre) (?:qué|que) (?:trata|tratan|va|van|habla|hablan)(?: (?:esto|eso|(?:este|el|los|estos|esta|la) (?:artículos?|textos?|documentos?|páginas?|noticia)))?$|^(?:(?:qué|que) dice|(?:qué|que) dicen) (?:esto|(?:este|el|los|estos) (?:artículos?|textos?|documentos?))$|^(?:(?:me )?puedes |podrías |dame |haz |hazme )*(?:un |una |el )?(?:breve )?(?:resumen|resume|resúmeme|resumir|resumirme|resumirlo|resúmelo|síntesis)(?: (?:de|del))?(?: (?:esto|este|el|la|esta|los|lo))?(?: (?:artículos?|textos?|documentos?|páginas?|noticia))?$|^en resumen$/,
    author:
      /^(?:quién|quien) (?:lo )?(?:escribió|escribio|publicó|publico|redactó|es el autor de|es la autora de|es el autor del)(?: (?:esto|(?:este|el|la|esta|los) )?(?:artículo|texto|documento|página|noticia)?)?$|^(?:(?:quién|quien) es )?(?:el autor|la autora)(?: (?:del|de este|de la) (?:artículo|texto|documento|noticia))?$/,
    date: /^(?:cuándo|cuando) (?:se )?(?:fue )?(?:publicó|publico|publicado|publicada|escribió|escribio|escrito|salió|actualizó)(?: (?:esto|(?:este|el|la|esta) (?:artículo|texto|documento|noticia)))?$|^(?:(?:cuál|cual) es )?la fecha de (?:publicación|publicacion|este artículo|este texto)$|^(?:qué|que) fecha tiene (?:esto|(?:este|el) (?:artículo|texto|documento))$/,
    source:
      /^(?:(?:cuál|cual) es )?(?:la |el |tu )?(?:fuente|enlace)(?: (?:de esto|(?:del|de este|de la) (?:artículo|texto|documento|noticia)))?$|^de (?:dónde|donde) (?:viene|sale|es) (?:esto|(?:este|el) (?:artículo|texto|documento))$/,
    contents:
      /^(?:qué|que) (?:te )?(?:puedo|podemos) preguntar(?:te)?$|^(?:qué|que) sabes$|^(?:qué|que|cuáles) (?:artículos|documentos|temas|textos) (?:hay|tienes|conoces|existen)$|^(?:lista|muestra|muéstrame|enumera)(?: todos)?(?: los)? (?:artículos|documentos|temas|textos)$/,
    count: /^(?:cuántos|cuantos) (?:artículos|documentos|textos|archivos)(?: (?:hay|tienes|conoces|existen))?$/,
    newest:
      /^(?:qué|que) hay de nuevo$|^(?:qué|que) novedades hay$|^(?:(?:cuál|cual) es )?(?:el|la|los|las) (?:artículos?|documentos?|textos?|noticias?) más (?:recientes?|nuev[oa]s?)$|^(?:los )?últimos artículos$|^últimas noticias$/,
  },
  // French
  {
    greeting:
      /^(?:bonjour|bonsoir|salut|coucou|hello)(?: (?:à tous|tout le monde|bot|ça va))*$|^(?:ça va|comment (?:ça va|vas tu|allez vous))$/,
    thanks:
      /^(?:ok |super |parfait |génial )*(?:merci|merci beaucoup|merci bien|mille mercis|un grand merci)(?: (?:bot|à toi|à vous|pour (?:la|ta|votre) (?:réponse|aide)|pour ton aide))?$|^(?:au revoir|à bientôt)$/,
    help: /^(?:que (?:peux tu|sais tu|pouvez vous) faire|qu est ce que tu (?:peux|sais) faire|tu peux faire quoi|qui es tu|qui êtes vous|comment (?:ça marche|tu marches|tu fonctionnes|fonctionnes tu|t utiliser|poser une question|te poser une question)|aide|aide moi|à l aide)$/,
    summary:
      /^(?:de quoi (?:parle|parlent|traite|traitent|s agit)(?: (?:t )?(?:il|elle|ils))?(?: (?:ça|cela|(?:cet|l|les|ces|ce|le|la|cette) ?(?:articles?|textes?|documents?|pages?)))?)$|^(?:ça|cela|(?:cet|l|ce|le) (?:article|texte|document)) parle de quoi$|^(?:(?:peux tu|pouvez vous|tu peux) )?(?:me )?(?:fais |fais moi |donne |donne moi )?(?:un |le )?(?:court |bref )?(?:résumé|résume|résumer|résumez|synthèse)(?: (?:moi|de|du|ça|cela))?(?: (?:cet|l|ce|le|la|cette|les))?(?: (?:articles?|textes?|documents?|pages?))?$|^en bref$|^que dit (?:cet article|l article|ce texte|le texte|ce document)$/,
    author:
      /^qui (?:a|l a) (?:écrit|rédigé|publié)(?: (?:ça|cela|(?:cet|l|ce|le|la) (?:article|texte|document|page)))?$|^(?:qui est )?(?:l auteur|l autrice|l auteure)(?: (?:de (?:cet|l) article|de ce texte|du texte|du document))?$/,
    date: /^quand (?:(?:cet|l|ce|le) (?:article|texte|document)|ça|cela|est ce que (?:cet|l) article)?(?: ?(?:a t il été|a été|est il|est|fut))? ?(?:publié|écrit|paru|rédigé|mis à jour)(?: (?:cet|l|ce|le) (?:article|texte|document))?$|^(?:quelle est )?la date de (?:publication|parution)(?: (?:de (?:cet|l) article|du texte|du document))?$|^de quand date (?:cet article|l article|ce texte|ce document)$/,
    source:
      /^(?:quelle est |quel est |donne moi )?(?:la |le |ta |votre )?(?:source|lien)(?: (?:de (?:cet|l) article|de ça|du texte|du document|de ce texte))?$|^d où vient (?:ça|cela|cet article|l article|ce texte|ce document)$/,
    contents:
      /^(?:que|qu est ce que|quoi) (?:puis je|je peux|peut on|on peut)(?: te| vous)? demander$|^(?:que sais tu|qu est ce que tu sais|que savez vous)$|^(?:quels|quelles) (?:articles|documents|sujets|textes) (?:y a t il|as tu|connais tu|existe t il|sont disponibles|il y a)$|^(?:liste|montre|affiche)(?: moi)?(?: tous)?(?: les)? (?:articles|documents|sujets|textes)$/,
    count:
      /^combien (?:d articles|de documents|de textes|de fichiers)(?: (?:y a t il|il y a|as tu|connais tu|avez vous|existe t il))?$/,
    newest:
      /^quoi de neuf$|^(?:quelles sont les nouveautés|quoi de nouveau|qu y a t il de nouveau)$|^(?:quel est |quels sont )?(?:le|l|les) (?:derniers?|plus récents?) (?:articles?|documents?|textes?)$|^(?:l )?article le plus récent$|^dernières nouvelles$/,
  },
]

/** Politeness around a question, in the same languages. */
const OPENING =
  /^(?:(?:hey|hi|hello|ok|okay|so|and|please|pls|hola|bonjour|salut|merhaba|selam|hallo|lütfen|bitte|por favor|peki|bot|verbatim) )+/
const CLOSING =
  / (?:please|pls|plz|thanks|thank you|lütfen|bitte|por favor|s il (?:te|vous) plaît|stp|svp|bot|verbatim|acaba|exactly)$/

/** What a question asks about the articles themselves; `undefined` for any other question. */
export function topicOf(question: string): AboutTopic | undefined {
  const words = question
    .toLowerCase()
    .normalize('NFC')
    // `İ` in lower case has a combining dot.
    .replaceAll('\u0307', '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  for (const text of new Set([words, words.replace(CLOSING, ''), words.replace(OPENING, '').replace(CLOSING, '')])) {
    for (const language of phrases) for (const topic of topics) if (language[topic]?.test(text)) return topic
  }
  return undefined
}

const topics = [
  'greeting',
  'thanks',
  'help',
  'summary',
  'author',
  'date',
  'source',
  'contents',
  'count',
  'newest',
] as const
