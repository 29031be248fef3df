// Spanish.
import type { LanguageTable } from './table.ts'

export const es: LanguageTable = {
  questions: {
    phrases: [
      ['money', / (?:cuánto|cuanto) (?:dinero|cuesta|cuestan|costó|vale|valen) | precio | coste /],
      ['age', / (?:cuántos|cuantos) años tiene[n]? | (?:qué|que) edad /],
      ['duration', / cuánto tiempo | cuanto tiempo /],
      ['frequency', / (?:con (?:qué|que) frecuencia|cada cu[aá]nto|cu[aá]ntas veces (?:al|a la|por)) /],
      [
        'number',
        / cuánt[oa]s? | cuant[oa]s? | (?:qué|que|cuál es (?:la|el)) (?<subject>(?:versión|puerto|temperatura|velocidad|altura|peso|longitud|anchura|distancia|límite|máximo|mínimo) )/u,
      ],
      ['time', / cuándo | cuando | (?:qué|que) (?:año|fecha|día|mes|hora) /],
      ['consequence', / (?:qué|que) (?:pasa|ocurre|sucede) (?:si|cuando|con) | y si /],
      ['reason', / por (?:qué|que) | razón /],
      ['place', / dónde | donde | adónde | (?:qué|que) (?:ciudad|país|lugar) /],
      ['organisation', / (?:qué|que) (?:organización|empresa|partido|universidad|escuela|equipo|periódico) /],
      ['person', / quién | quien | quiénes | quienes /],
      [
        'definition',
        /^ (?:qué|que) (?:es|son|era|eran|fue) (?:un |una |el |la |los |las )?(?<subject>(?:[^ ]+ ){1,3})$|^ (?:qué|que) significa /u,
      ],
    ],
    leading:
      / (?:cuál|cual) (?:es|era|fue) (?:el|otro) (?:nombre|término)(?: (?:de|del|para))? | (?:qué|que) (?:tipos?|clases?)(?: de)? /g,
    others: / qué | cuál | cuáles | cómo /,
    reasons: / porque | debido | para | ya que | puesto | por eso | causa /,
    moments: / cuando | mientras | durante | tras | después | antes | hasta /,
    durations: / (?:hasta|mientras|siempre|indefinid\p{L}+|una? (?:segundo|minuto|hora|día|semana|mes|año|noche)) /u,
    frequencies:
      / (?:cada|todos los|todas las|al (?:día|mes|año)|a la semana|por (?:día|semana|mes|año|hora)|diari\p{L}+|semanal\p{L}*|mensual\p{L}*|anual\p{L}*|regularmente|veces|vez|siempre|nunca) /u,
    conditions: / (?:si|cuando|caso) /,
    amounts:
      / (?:decenas|cientos|miles|millones|par|ambos|ambas|único|única|doble|ningun\p{L}*|cero|mayoría|infinit\p{L}+) /u,
    defining: / (?:es|son|fue|era|eran|significa|denomina|llama|llamado|llamada) /,
    permission: /^ (?:puedo|puede|podemos|se puede|debo|debe|hay que|tengo que|es posible|está permitido) /,
    forbidding: / (?:prohibid[oa]s?|prohíbe|prohíben) /,
    instruction: / cómo | como (?:puedo|se) /,
  },
  words: {
    cardinals: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
    numerals:
      'trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones',
    ordinals: 'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo',
    asking:
      'dice dicen decir pasa ocurre sucede define definir definición significa explica explique favor gracias hola oye alguien saben cuál cuáles cuánto cuánta cuántos cuántas cuándo dónde quién quiénes',
    negations: 'no nunca jamás ningún ninguna ninguno nadie nada ni sin tampoco',
    and: 'y o e',
    within: 'de la del los las',
    places: 'en a desde hacia cerca',
    clock: 'las',
    dayTimes: 'mediodía medianoche amanecer anochecer madrugada',
    clockParts: 'y media cuarto menos',
    pastTimes: 'pasado pasada ayer',
    presentVerbs: 'es son está',
    pastVerbs: 'fue era fueron',
    relativeTimes: 'próximo próxima pasado pasada este esta cada',
    agents: 'por',
    moments: 'cuando mientras tras después antes hasta durante',
    eras: 'siglo siglos',
    units:
      'por ciento kg kilos kilo kilogramos gramos g toneladas tonelada km kilómetros kilómetro m metros metro cm centímetros mm litros litro l hectáreas grados °c mb gb',
  },
}
