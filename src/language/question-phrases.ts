/** What a question may ask for that can be recognised in a sentence by its writing. */
export type EntityType = 'person' | 'organisation' | 'place' | 'time' | 'duration' | 'number' | 'money'

/** The type of answer that a question expects. */
export type AnswerType = EntityType | 'reason' | 'definition' | 'other'

/** How a language asks, the longer phrase before the shorter one that it holds, and which words give a reason. */
export interface QuestionPhrases {
  readonly phrases: readonly (readonly [Exclude<AnswerType, 'other'>, RegExp])[]
  /** How a question leads up to what it asks (`what is the name of`, `what kind of`): words that an answer need not hold. */
  readonly leading: RegExp
  /** Words that ask for something else: beside them a `when` or `who` within the question asks for nothing. */
  readonly others: RegExp
  readonly reasons: RegExp
  /** Words that tell a time without a date (`Trees bloom after the frost`), and how many without a figure (`hundreds`). */
  readonly moments: RegExp
  readonly amounts: RegExp
  /** Words that say what a thing is. */
  readonly defining: RegExp
}

/** Phrases are looked for in the question's words, lower case, single spaces, a space at either end. */
export const questionPhrases: Readonly<Record<string, QuestionPhrases>> = {
  en: {
    phrases: [
      [
        'money',
        / how much money | how expensive | (?:price|cost|costs) of | how much (?:do|does|did) (?:[\p{L}\p{N}]+ ){1,4}costs? /u,
      ],
      [
        'number',
        / how (?:many|much|old|far|tall|big|large|high|often|fast|deep|wide|heavy) | what percent(?:age)? | (?:what|which) (?:(?:is|was|are|were|s) )?(?:the )?(?:[\p{L}]+ )?(?:number|amount|percentage|population|total) /u,
      ],
      ['duration', / how long (?!ago |until |till |before |since )/],
      [
        'time',
        / when(?= (?:did|does|do|is|s|was|are|were|will|would|has|have|had|can|could|should|might|may) | $) | (?:what|which) (?:time|year|date|day|month|century|decade) | how soon | how long (?:ago|until|till|before|since) /,
      ],
      ['reason', / why | how come | for what reason | what (?:caused|led) | reason /],
      [
        'place',
        / where | (?:what|which) (?:city|country|place|town|state|region|continent|river|island|village|street) /,
      ],
      [
        'organisation',
        / (?:what|which) (?:organi[sz]ation|company|party|university|college|school|team|club|band|agency|newspaper|network|bank|church) /,
      ],
      ['person', / who | whom | whose /],
      [
        'definition',
        /^ (?:what (?:is|are|was|were|s)|who (?:is|was|s)) (?:an? |the )?(?:[\p{L}\p{N}]+ ){1,3}$|^ what do(?:es)? .* (?:mean|stand for|refer to) $|^ (?:define|meaning of|definition of) /u,
      ],
    ],
    leading:
      / (?:what|which) (?:(?:is|was|are|were|s|would be) )?(?:(?:the|a|an|one|another) )?(?:other )?(?:names?|terms?|words?|titles?|types?|kinds?|sorts?|forms?|examples?)(?: (?:of|for|given to|used for|used to describe))? | (?:named|called|termed) $/g,
    others: / what | which | how /,
    reasons:
      / because | due to | owing to | thanks to | since | so that | in order to | therefore | thus | hence | as a result | (?:reason|cause)s? | caused | led to | for this /,
    moments:
      / when | while | during | after | before | until | once | as soon as | within | at the (?:end|beginning|start|time|height|outbreak) of /,
    amounts:
      / (?:dozens|hundreds|thousands|millions|billions|couple|pairs?|both|single|double|triple|none|zero|majority|infinite(?:ly)?|infinity|little) /,
    defining: / (?:is|are|was|were|means?|meant|refers?|describes?|defined|known|called|denotes?|consists?) /,
  },
  tr: {
    phrases: [
      ['money', / kaç (?:lira|dolar|euro|avro|para) | fiyatı | ne kadar para /],
      ['duration', / ne kadar (?:sür|zaman)\p{L}* | kaç (?:yıl|gün|saat|hafta|dakika) /u],
      ['number', / kaç | ne kadar /],
      ['time', / ne zaman | hangi (?:yıl|tarih|gün|ay)\p{L}* | kaçta /u],
      ['reason', / neden | niçin | niye /],
      ['place', / nerede\p{L}* | nere\p{L}* | hangi (?:şehir|ülke|kent)\p{L}* /u],
      ['organisation', / hangi (?:örgüt|şirket|parti|üniversite|okul|takım|gazete)\p{L}* /u],
      ['person', / kim\p{L}* /u],
      ['definition', / nedir $| ne demek(?:tir)? $| ne anlama gelir $/],
    ],
    leading: / (?:ne|hangi) (?:tür|tip|çeşit)\p{L}* | (?:adı|ismi) (?:ne|nedir) /gu,
    others: / ne | hangi | nasıl /,
    reasons: / çünkü | nedeniyle | yüzünden | dolayı | için | üzerine | sebebiyle | bu yüzden /,
    moments: / iken | sırasında | sonra | önce | kadar | boyunca /,
    amounts: / (?:onlarca|yüzlerce|binlerce|milyonlarca|çift|her iki|tek|hiç|sıfır|çoğunluk) /,
    defining: / (?:denir|demektir|anlamına|olarak|adıdır|tanımlanır) /,
  },
  de: {
    phrases: [
      ['money', / wie ?viel geld | wie teuer | (?:preis|kosten) /],
      ['number', / wie ?viele? | wie (?:alt|hoch|groß|weit) /],
      ['duration', / wie lange /],
      ['time', / wann | (?:welche[mns]?|in welchem) (?:jahr|tag|monat) /],
      ['reason', / warum | weshalb | wieso | aus welchem grund /],
      ['place', / wo | wohin | woher | welche[rs]? (?:stadt|land|ort) /],
      ['organisation', / welche[rs]? (?:organisation|firma|partei|universität|schule|mannschaft|band|zeitung) /],
      ['person', / wer | wen | wem | wessen /],
      [
        'definition',
        /^ was (?:ist|sind|war|waren) (?:ein |eine |der |die |das )?(?:[\p{L}\p{N}]+ ){1,3}$|^ was bedeutet /u,
      ],
    ],
    leading:
      / (?:was ist|wie (?:ist|lautet|war)) der (?:name|begriff|ausdruck)(?: (?:von|für|der|des))? | welche[rsmn]? (?:art|arten|typ|sorte|form)(?: (?:von|des|der))? /g,
    others: / was | welche[rsmn]? | wie /,
    reasons: / weil | da | wegen | denn | damit | aufgrund | deshalb | daher | grund | gründe /,
    moments: / wenn | als | während | nach | nachdem | vor | bis | sobald /,
    amounts:
      / (?:dutzende|hunderte|tausende|millionen|paar|beide\p{L}?|einzige\p{L}?|doppelt|null|mehrheit|unendlich) /u,
    defining: / (?:ist|sind|war|waren|bedeutet|bezeichnet|heißt|nennt) /,
  },
  es: {
    phrases: [
      ['money', / cuánto (?:dinero|cuesta|costó) | precio | coste /],
      ['duration', / cuánto tiempo | cuanto tiempo /],
      ['number', / cuánt[oa]s? | cuant[oa]s? /],
      ['time', / cuándo | cuando | (?:qué|que) (?:año|fecha|día|mes) /],
      ['reason', / por (?:qué|que) | razón /],
      ['place', / dónde | donde | adónde | (?:qué|que) (?:ciudad|país|lugar) /],
      ['organisation', / (?:qué|que) (?:organización|empresa|partido|universidad|escuela|equipo|periódico) /],
      ['person', / quién | quien | quiénes | quienes /],
      [
        'definition',
        /^ (?:qué|que) (?:es|son|era|eran|fue) (?:un |una |el |la |los |las )?(?:[\p{L}\p{N}]+ ){1,3}$|^ (?:qué|que) significa /u,
      ],
    ],
    leading:
      / (?:cuál|cual) (?:es|era|fue) (?:el|otro) (?:nombre|término)(?: (?:de|del|para))? | (?:qué|que) (?:tipos?|clases?)(?: de)? /g,
    others: / qué | cuál | cuáles | cómo /,
    reasons: / porque | debido | para | ya que | puesto | por eso | causa /,
    moments: / cuando | mientras | durante | tras | después | antes | hasta /,
    amounts:
      / (?:decenas|cientos|miles|millones|par|ambos|ambas|único|única|doble|ningun\p{L}*|cero|mayoría|infinit\p{L}+) /u,
    defining: / (?:es|son|fue|era|eran|significa|denomina|llama|llamado|llamada) /,
  },
  fr: {
    phrases: [
      ['money', / combien (?:coûte|d argent) | prix | coût /],
      ['duration', / combien de temps /],
      ['number', / combien | quel (?:nombre|âge) /],
      ['time', / quand | (?:quelle|quel) (?:année|date|jour|mois) /],
      ['reason', / pourquoi /],
      ['place', / où | (?:quelle|quel) (?:ville|pays|lieu) /],
      ['organisation', / (?:quelle|quel) (?:organisation|entreprise|parti|université|école|équipe|journal) /],
      ['person', / qui /],
      ['definition', /^ qu est ce qu(?:e|) |^ que signifie /],
    ],
    leading:
      / quel (?:est|était) (?:le|l autre) (?:nom|terme)(?: (?:de|du|pour))? | quel(?:le)?s? (?:types?|sortes?|genres?)(?: d[e ])? /g,
    others: / que | quel | quelle | quels | quelles | comment | quoi /,
    reasons: / parce | car | puisque | afin | pour | cause | raison | grâce /,
    moments: / quand | lorsque | pendant | durant | après | avant | jusqu /,
    amounts: / (?:dizaines|centaines|milliers|millions|paire|deux|unique|double|zéro|majorité|infini\p{L}*) /u,
    defining: / (?:est|sont|était|étaient|fut|signifie|désigne|appelle|appelé|appelée) /,
  },
  ru: {
    phrases: [
      ['money', / сколько (?:денег|стоит|стоил\p{L}*) | цена /u],
      ['duration', / (?:сколько времени|как долго) /],
      ['number', / сколько | какое (?:количество|число) /],
      ['time', / когда | в каком (?:году|месяце|веке) | какого числа /],
      ['reason', / почему | зачем | отчего /],
      ['place', / где | куда | откуда | в как(?:ом|ой) (?:городе|стране|месте) /],
      ['organisation', / как(?:ая|ой|ое) (?:организация|компания|партия|университет|школа|команда|газета) /],
      ['person', / кто | кого | кому | кем | чей /],
      ['definition', /^ что такое |^ что (?:значит|означает) /],
    ],
    leading: / как(?:ой|ая|ое|ие|ого|ую) (?:тип|вид|род|термин)\p{L}* | как называ\p{L}+ /gu,
    others: / что | какой | какая | какое | какие | как /,
    reasons: / потому | поскольку | из за | чтобы | так как | поэтому | благодаря | причин\p{L}* /u,
    moments: / когда | пока | во время | после | до | перед /,
    amounts:
      / (?:десятки|сотни|тысячи|миллионы|пара|оба|обе|один|одна|единственн\p{L}+|ноль|большинство|бесконечн\p{L}+) /u,
    defining: / (?:это|является|называ\p{L}+|означает|есть|был|была) /u,
  },
  zh: {
    phrases: [
      ['money', /多少钱|价格/],
      ['duration', /多久|多长时间/],
      ['number', /多少|几个|几/],
      ['time', /什么时候|何时|哪(?:一)?[年天月]|什么时间/],
      ['reason', /为什么|为何|原因/],
      ['place', /哪里|哪儿|何处|什么地方|哪个(?:城市|国家|地方)/],
      ['organisation', /(?:什么|哪个|哪家)(?:组织|公司|大学|学校|球队)/],
      ['person', /谁|哪位/],
      ['definition', /^ ?什么 ?是|是 ?什么 ?(?:意思)? ?$/],
    ],
    leading: /什么(?:类型|名字|名称|种类)|哪种|叫什么/g,
    others: /什么|哪|怎么/,
    reasons: /因为|由于|为了|所以|因此/,
    moments: /当|期间|之后|之前|以后|以前/,
    amounts: /数百|数千|数十|两者|唯一|零|大多数|无限/,
    defining: /是|指|称为|叫做|意味/,
  },
}
