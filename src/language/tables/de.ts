// German.
import type { LanguageTable } from './table.ts'

export const de: LanguageTable = {
  questions: {
    phrases: [
      ['money', / wie ?viel geld | wie teuer | (?:preis|kosten) | (?:wie ?viel|was) kostet[en]* /],
      ['age', / wie alt /],
      ['frequency', / wie (?:oft|häufig) /],
      [
        'number',
        / wie ?viele? | wie (?:hoch|groß|weit|schwer|tief|breit|schnell) | (?:welche[rsmn]?|was ist (?:die|der|das)) (?<subject>(?:\p{L}+ )?(?:version|port|temperatur|geschwindigkeit|höhe|gewicht|länge|breite|entfernung|grenze|höchst\p{L}+|mindest\p{L}+) )/u,
      ],
      ['duration', / wie lange /],
      ['time', / wann | (?:welche[mns]?|in welchem) (?:jahr|tag|monat) | um wie ?viel uhr /],
      ['consequence', / was (?:passiert|geschieht) | was wenn /],
      ['reason', / warum | weshalb | wieso | aus welchem grund /],
      ['place', / wo | wohin | woher | welche[rs]? (?:stadt|land|ort) /],
      ['organisation', / welche[rs]? (?:organisation|firma|partei|universität|schule|mannschaft|band|zeitung) /],
      ['person', / wer | wen | wem | wessen /],
      [
        'definition',
        /^ was (?:ist|sind|war|waren) (?:ein |eine |der |die |das )?(?<subject>(?:[^ ]+ ){1,3})$|^ was bedeutet /u,
      ],
    ],
    leading:
      / (?:was ist|wie (?:ist|lautet|war)) der (?:name|begriff|ausdruck)(?: (?:von|für|der|des))? | welche[rsmn]? (?:art|arten|typ|sorte|form)(?: (?:von|des|der))? /g,
    others: / was | welche[rsmn]? | wie /,
    reasons: / weil | da | wegen | denn | damit | aufgrund | deshalb | daher | grund | gründe /,
    moments: / wenn | als | während | nach | nachdem | vor | bis | sobald /,
    durations:
      / (?:bis|solange|ewig|immer|dauerhaft|unbefristet|über nacht|eine[nr]? (?:sekunde|minute|stunde|tag|woche|monat|jahr|nacht)) /,
    frequencies:
      / (?:jede[nmrs]?|täglich\p{L}*|wöchentlich\p{L}*|monatlich\p{L}*|jährlich\p{L}*|stündlich\p{L}*|regelmäßig\p{L}*|einmal|zweimal|\p{L}+mal|mal|immer|nie|selten|oft|pro) /u,
    conditions: / (?:wenn|falls|sobald|nachdem) /,
    amounts:
      / (?:dutzende|hunderte|tausende|millionen|paar|beide\p{L}?|einzige\p{L}?|doppelt|null|mehrheit|unendlich) /u,
    defining: / (?:ist|sind|war|waren|bedeutet|bezeichnet|heißt|nennt) /,
    permission:
      /^ (?:kann|darf|muss|soll|können|dürfen|müssen) (?:ich|man|wir|du|sie|der|die|das|ein|eine) | erlaubt | möglich | nötig /,
    forbidding: / (?:verboten|untersagt|unzulässig) /,
    instruction: / wie (?:kann|mache|macht|lege|muss|soll|\p{L}+e ich|\p{L}+t man) /u,
  },
  words: {
    cardinals: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    numerals:
      'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden halb',
    ordinals:
      'ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten',
    asking:
      'sagt sagen sag erzähl erzähle erkläre erklär erklären definiere definition passiert geschieht bedeutet bitte danke dankeschön hallo hey hi moin servus jemand gibt gibts denn mal eigentlich wann warum weshalb wieso woher wohin wer wen wem wessen wieviel wieviele wurde wurden worden ja ob',
    negations: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne nirgends',
    and: 'und oder',
    within: 'von der des zu',
    places: 'in im aus nach bei zu nahe',
    clock: 'um',
    dayTimes: 'mittag mittags mitternacht morgengrauen sonnenaufgang sonnenuntergang abenddämmerung',
    clockParts: 'uhr halb viertel vor nach',
    linkingClockParts: 'vor nach',
    pastTimes: 'letzten letzte letztes letzter vergangenen gestern',
    presentVerbs: 'ist sind wird werden',
    pastVerbs: 'war waren wurde wurden hat hatte',
    relativeTimes: 'nächsten nächste nächstes letzten letzte letztes diesen diese dieses jeden jede jedes',
    agents: 'von durch vom',
    moments: 'wenn als während nachdem bevor bis sobald nach vor',
    eras: 'jahrhundert jahrhunderts chr',
    units:
      'prozent kg kilo kilogramm gramm g tonnen tonne t km kilometer m meter cm zentimeter mm liter l hektar ha grad °c kw kwh mb gb ms',
  },
}
