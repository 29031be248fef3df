// Recognises sentences whose first word refers back to an earlier one.
import { baseLanguage } from '../../language/language-table.ts'
import { lowerCase } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'

/** Words that refer back to an earlier sentence when they come first; lower case, by language. */
const pointing: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list('he she it they this these those that such his her its their here there then however'),
  tr: list('o onlar bu bunlar şu böyle ancak burada orada onun onların'),
  de: list('er sie es dies diese dieser dieses diesem jene dort hier dann sein seine ihr ihre jedoch dabei dadurch'),
  es: list('él ella ellos ellas este esta esto estos estas ese esa eso su sus allí aquí entonces'),
  fr: list('il elle ils elles ce cet cette ces cela son sa ses leur leurs ici là alors'),
  ru: list('он она оно они это этот эта эти его её их там здесь затем однако'),
  zh: list('他 她 它 他们 她们 它们 这 这些 那 那些 该 其 此'),
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** Whether a sentence begins by referring back: `This …`, `He …`. */
export function pointsBack({ words: [first], language: { tag } }: AnalysedSentence): boolean {
  return (first && pointing[baseLanguage(tag)]?.has(lowerCase(first.text, tag))) ?? false
}
