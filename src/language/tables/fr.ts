// French.
import type { LanguageTable } from './table.ts'

export const fr: LanguageTable = {
  questions: {
    phrases: [
      ['money', / combien (?:coûte|coûtent|coûtait|d argent) | prix | coût /],
      ['age', / quel âge /],
      ['duration', / combien de temps /],
      ['frequency', / (?:à quelle fréquence|combien de fois par|tous les combien) /],
      [
        'number',
        / combien | quel nombre | quel(?:le)? (?:(?:est|était) )?(?:la |le |l )?(?<subject>(?:version|port|température|vitesse|hauteur|poids|longueur|largeur|distance|limite|maximum|minimum) )/u,
      ],
      ['time', / quand | (?:quelle|quel) (?:année|date|jour|mois|heure) /],
      ['consequence', / (?:que se passe|qu arrive|que se passera) t il | et si /],
      ['reason', / pourquoi /],
      ['place', / où | (?:quelle|quel) (?:ville|pays|lieu) /],
      ['organisation', / (?:quelle|quel) (?:organisation|entreprise|parti|université|école|équipe|journal) /],
      ['person', / qui /],
      ['definition', /^ qu est ce qu(?:e|) |^ c est quoi | c est quoi $|^ que (?:signifie|veut dire) | définition /],
    ],
    leading:
      / quel (?:est|était) (?:le|l autre) (?:nom|terme)(?: (?:de|du|pour))? | quel(?:le)?s? (?:types?|sortes?|genres?)(?: d[e ])? /g,
    others: / que | quel | quelle | quels | quelles | comment | quoi /,
    reasons: / parce | car | puisque | afin | pour | cause | raison | grâce /,
    moments: / quand | lorsque | pendant | durant | après | avant | jusqu /,
    durations:
      / (?:jusqu|tant|toujours|indéfiniment|une? (?:seconde|minute|heure|jour|journée|semaine|mois|an|année|nuit)) /,
    frequencies:
      / (?:chaque|tous les|toutes les|par (?:jour|semaine|mois|an|heure)|quotidien\p{L}*|hebdomadaire\p{L}*|mensuel\p{L}*|annuel\p{L}*|régulièrement|fois|toujours|jamais|rarement|souvent) /u,
    conditions: / (?:si|s|lorsque|lorsqu|quand|dès|cas) /,
    amounts: / (?:dizaines|centaines|milliers|millions|paire|deux|unique|double|zéro|majorité|infini\p{L}*) /u,
    defining: / (?:est|sont|était|étaient|fut|signifie|désigne|appelle|appelé|appelée) /,
    permission:
      /^ (?:peut on|puis je|peux tu|dois je|doit on|faut il|ai je besoin|est il (?:possible|permis)|est ce que (?:je|on) (?:peux|peut|dois|doit)) | (?:autorisé|permis|obligatoire|nécessaire) /,
    forbidding: / (?:interdite?s?|défendu|prohibée?s?) /,
    instruction: / comment | commande pour /,
  },
  words: {
    cardinals: 'deux trois quatre cinq six sept huit neuf dix onze douze',
    numerals:
      'treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille million millions milliard milliards',
    ordinals: 'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
    asking:
      'dit disent dire passe définir définis définition signifie explique expliquer plaît plait svp stp merci bonjour bonsoir salut coucou quelqu sait savez comment quand où combien pourquoi quoi faut il y a',
    negations: 'ne n pas jamais aucun aucune rien ni sans non',
    and: 'et ou',
    within: 'de la du des',
    places: 'à en au aux dans vers depuis',
    clock: 'à',
    dayTimes: 'midi minuit aube crépuscule',
    clockParts: 'h heure heures demie quart et moins',
    pastTimes: 'dernier dernière hier',
    presentVerbs: 'est sont sera',
    pastVerbs: 'était fut a',
    relativeTimes: 'prochain prochaine dernier dernière ce cette chaque',
    agents: 'par',
    moments: 'quand lorsque pendant après avant durant',
    eras: 'siècle siècles',
    units:
      'pour cent kg kilos kilo kilogrammes grammes g tonnes tonne km kilomètres kilomètre m mètres mètre cm centimètres mm litres litre l hectares degrés °c mo go',
  },
}
