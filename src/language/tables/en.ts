// English.
import type { LanguageTable } from './table.ts'

export const en: LanguageTable = {
  questions: {
    phrases: [
      [
        'money',
        / how much money | how expensive | (?:price|cost|costs) of | (?:how much|what) (?:do|does|did|would|will) (?<subject>(?:[\p{L}\p{N}]+ ){1,6})costs? | how much (?:do|does|did|is|was|are|were|has|have|will|would) (?<subject3>(?:[\p{L}\p{N}]+ ){0,6}(?:pay|paid|spend|spent|earn|charge|charged|owe|worth|donate|lend|borrow|sell|sold|buy|fined) )| (?:what|which) (?:is|was|are|were|s) the (?<subject2>(?:[\p{L}\p{N}]+ )?)(?:price|cost|fee|fare|charge)s? /u,
      ],
      ['age', / how old | (?:what|which) age | at what age /],
      [
        'number',
        / how (?:many|much|far|tall|big|large|high|fast|deep|wide|heavy) | what percent(?:age)? | (?:what|which) (?:(?:is|was|are|were|s) )?(?:the )?(?<subject2>(?:[\p{L}]+ ){0,2}(?:version|port|temperature|speed|height|weight|length|width|distance|limit|maximum|minimum)) | (?:what|which) (?:(?:is|was|are|were|s) )?(?:the )?(?<subject>(?:[\p{L}]+ )?)(?:number|amount|percentage|population|total) /u,
      ],
      ['frequency', / how (?:often|frequently) | how many times (?:a|per) /],
      ['duration', / how long (?!ago |until |till |before |since )/],
      [
        'time',
        / when(?= (?:did|does|do|is|s|was|are|were|will|would|has|have|had|can|could|should|might|may) | $) | (?:what|which) (?:time|year|date|day|month|century|decade) | how soon | how long (?:ago|until|till|before|since) /,
      ],
      ['consequence', / what (?:happens|will happen|would happen|happened) (?:if|when|once|after|to) | what if /],
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
        /^ (?:what (?:is|are|was|were|s)|who (?:is|was|s)) (?:an? |the )?(?<subject>(?:[^ ]+ ){1,3})$|^ what do(?:es)? (?<subject2>.* )(?:mean|stand for|refer to) $|^ what (?:do|does|did) (?<subject3>(?:[^ ]+ ){1,5})say $|^ (?:define|meaning of|definition of) /u,
      ],
    ],
    leading:
      / (?:what|which) (?:(?:is|was|are|were|s|would be) )?(?:(?:the|a|an|one|another) )?(?:other )?(?:names?|terms?|words?|titles?|types?|kinds?|sorts?|forms?|examples?)(?: (?:of|for|given to|used for|used to describe))? | (?:named|called|termed) $/g,
    others: / what | which | how /,
    reasons:
      / because | due to | owing to | thanks to | since | so that | in order to | therefore | thus | hence | as a result | (?:reason|cause)s? | caused | led to | for this /,
    moments:
      / when | while | during | after | before | until | once | as soon as | within | at the (?:end|beginning|start|time|height|outbreak) of /,
    durations:
      / (?:until|till|as long as|forever|overnight|indefinitely|permanent(?:ly)?|lifetime|(?:a|an|all|whole|half) (?:second|minute|hour|day|week|month|year|decade|century|night)) /,
    frequencies:
      / (?:every|each|per|daily|weekly|monthly|yearly|annual(?:ly)?|hourly|nightly|quarterly|regularly|(?:once|twice|times|always|never|rarely|seldom|usually|sometimes|often)) | (?:on|most) \p{L}+days /u,
    conditions: / (?:if|when|whenever|once|unless|after|in case|upon) /,
    amounts:
      / (?:dozens|hundreds|thousands|millions|billions|couple|pairs?|both|single|double|triple|none|zero|majority|infinite(?:ly)?|infinity|little) /,
    defining: / (?:is|are|was|were|means?|meant|refers?|describes?|defined|known|called|denotes?|consists?) /,
    permission:
      /^ (?:and |so )?(?:can|may|must|should|could) (?:i|we|you|one|they|he|she|the|a|an|someone|anyone|people|players?) |^ (?:do|does) (?:[^ ]+ ){1,3}(?:have|need) to | (?:allowed|permitted|ok|okay|possible|required|necessary|mandatory) /,
    forbidding: / (?:forbid\p{L}*|prohibit\p{L}*|disallow\p{L}*|banned) /u,
    instruction: / how (?:do|can|could|should|would|to) | command (?:for|to) |^ (?:commands?|steps?) /,
  },
  phrasalVerbs: {
    'turn off': 'disable deactivate',
    'turn on': 'enable activate',
    'switch off': 'disable deactivate',
    'switch on': 'enable activate',
    'shut down': 'stop close',
    'shut off': 'disable stop',
    'set up': 'configure install create',
    'sign up': 'register join',
    'log in': 'login',
    'sign in': 'login',
    'log out': 'logout',
    'get rid': 'remove delete',
    'take out': 'remove',
    'take off': 'remove',
    'put in': 'insert add',
    'bring back': 'restore',
    'get back': 'restore recover',
    'find out': 'check discover',
    'look up': 'search find',
    'look for': 'search find',
    'go up': 'increase rise',
    'go down': 'decrease fall',
    'give up': 'quit resign',
    'call off': 'cancel',
    'throw away': 'discard',
    'speed up': 'accelerate',
    'cut down': 'reduce',
    'start over': 'restart reset',
  },
  words: {
    cardinals:
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    numerals:
      'one thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half dozen third thirds quarter once twice several',
    ordinals:
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    asking:
      'much many say says tell tells happen happens happened define definition explain describe anybody anyone somebody someone hey hi hello please pls plz thanks thank thx ok okay guys wondering whether among amongst toward towards upon whilst via within without according regarding concerning actually really maybe perhaps also',
    negations:
      'not no never none nobody nothing nowhere neither nor without cannot t don doesn didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn mustn lacks lack unable except',
    pronouns: 'i',
    and: 'and & or',
    within: 'of the de la van von del',
    places:
      'in at on near from to into along outside inside towards toward across around between under behind via through',
    clock: 'at',
    dayTimes: 'noon midday midnight dawn dusk sunrise sunset daybreak nightfall twilight',
    clockParts: 'half quarter past to o clock am pm a.m p.m a.m. p.m.',
    linkingClockParts: 'past to',
    pastTimes: 'last ago yesterday',
    presentVerbs: 'is are do does will can',
    pastVerbs: 'was were did had',
    relativeTimes: 'in within next last this every each coming',
    agents: 'by',
    moments: 'when while after before until once during',
    dated: 'in since until till year early late of',
    eras: 'century centuries decade bc bce ad ce bp ago',
    lasting:
      'min mins sec secs hr hrs h ms s decade decades century centuries night nights season seasons semester semesters generation generations round rounds turn turns session sessions km kilometres kilometre kilometers kilometer m metres metre meters meter cm centimetres centimetre centimeters centimeter mm miles mile feet foot ft inches inch yards yard pages page words characters letters lines',
    units:
      'percent kg kilograms kilogram kilos kilo g grams gram t tonnes tonne tons ton mg lb lbs pounds pound oz ounces ounce km kilometres kilometre kilometers kilometer m metres metre meters meter cm centimetres centimetre centimeters centimeter mm millimetres millimeters miles mile mi feet foot ft inches inch yards yard acres acre hectares hectare ha litres litre liters liter l ml gallons gallon pints pint cups cup tablespoons tablespoon teaspoons teaspoon degrees degree °c °f kw kwh mw mwh watts watt volts hz khz mhz ghz kb mb gb tb kib mib gib bytes byte bits bit ms px mph knots knot bn mn tn k',
  },
}
