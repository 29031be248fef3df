// Where a full stop does not end a sentence: abbreviations, ordinals, initials and the numbers of paragraphs.
import { baseLanguage } from '../../language/language-table.ts'

/** Stand before a name, so that a capital letter may follow. */
const TITLES: Readonly<Record<string, string>> = {
  en: 'Mr Mrs Ms Mx Dr Prof St Rev Fr Hon Sen Rep Gov Gen Col Maj Capt Cpt Cmdr Lt Sgt Cpl Pte Pvt Adm Pres Messrs',
  de: 'Hr Hrn Fr Frl Dr Prof Dipl Ing Fa St Kard Pfr Bgm',
  tr: 'Dr Prof Doç Yrd Av Uzm Öğr Gör Arş Op Müh Alb Yzb Bnb Org Gen Sn Hz Ecz Dt Mah Cad Sok Bul',
  fr: 'M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr Prof St Ste',
  es: 'Sr Sra Sres Sras Srta D Dª Dña Dr Dra Dres Prof Profa Lic Ing Ud Uds Vd Excmo Ilmo Av Avda Sto Sta',
  pt: 'Sr Sra Srs Srta Dr Dra D Prof Profa Eng Exmo Av Sto Sta',
  it: 'Sig Sigg Sigra Dott Prof Avv Ing On Mons S',
  nl: 'Dhr Mevr Mej Dr Prof Ir Ing Mr Drs Ds',
  ru: 'г гр проф акад д-р им ул пр пер пл св',
  uk: 'п проф акад вул ім св',
  pl: 'prof dr hab inż mgr ks św ul al pl gen płk',
  nb: 'Dr Prof Hr Fru',
  da: 'Dr Prof Hr Fru',
  sv: 'Dr Prof Hr Fru',
  el: 'κ κα κκ Δρ Καθ',
}

/** Stand before a number or go on in small letters; a capital letter after them begins a sentence. */
const OTHERS: Readonly<Record<string, string>> = {
  en: 'approx incl excl est ed eds trans vol vols no nos nr p pp ch chap fig figs sec sect art para tel ext max min dept ave blvd bldg apt al cf viz vs v c ca esp resp temp',
  de: 'ca bzw ggf evtl inkl exkl zzgl max min Nr Tel Str Abb Abs Art Bd Kap S St Jh Jhd Mio Mrd Tsd vgl usw etc sog bes geb gest u o z d h i v Chr',
  tr: 'no tel bkz s sf vb vs vd örn ör yy md cilt c bs çev yay haz krş M.Ö M.S m.ö m.s T.C',
  fr: 'env p pp art fig vol chap no n° tél av bd éd coll cf ex apr boul v etc',
  es: 'aprox pág págs p art fig vol cap núm n tel etc ej c s av ed',
  pt: 'aprox pág págs p art fig vol cap núm n tel etc ex av ed séc',
  it: 'ca circa pag pagg p art fig vol cap n nn tel ecc es sec ed',
  nl: 'ca bijv bv blz nr tel art afb vgl enz incl excl max min o.a d.w.z',
  ru: 'др т е д п п.п стр с рис гл тыс млн млрд руб коп шт см ст тел в вв гг напр',
  uk: 'др т тис млн млрд грн с рис ст тел р рр див',
  pl: 'np tj itd itp ok r w ww nr tel str s rys art godz tys mln mld zł pow woj m.in',
  nb: 'ca kl kr nr tlf s bl f.eks osv dvs st pst mill mrd',
  da: 'ca kl kr nr tlf s bl f.eks osv dvs st pct mio mia',
  sv: 'ca kl kr nr tel s bl.a t.ex osv dvs st milj mdr',
  cs: 'č čís s str obr tel např tj tzv atd cca hod tis mil',
  fi: 'esim mm ns klo n s nro puh ks vrt milj',
  hu: 'kb pl stb ill u sz old tel köt',
}

/** Languages that write ordinal numbers with a full stop. */
const ORDINALS = new Set('de tr nb no nn da fi et hu cs sk pl sl hr sr bs lv is fo lb az eu'.split(' '))

/** German words after which a number is an ordinal, though a noun with a capital letter follows. */
const BEFORE_ORDINAL =
  /(?:^|\s)(?:der|die|das|dem|den|des|ein|eine|einem|einen|einer|im|am|vom|zum|zur|beim|ins|ab|bis|seit|ihr\p{L}*|sein\p{L}*|jede[nmrs]?|und|oder|–|-) \d{1,3}\.$/iu

const ROMAN = /(?:^|[\s(])[IVXLC]{1,6}\.$/u
const NUMBER = /(?:^|[\s(])\d{1,4}\.$/u
/** A whole “sentence” that only numbers what follows: `§ 4.`, `100.2.`, `Section 3.`, `II.`, `A.`. */
const MARKER =
  /^(?:[§¶]{1,2} ?|\p{Lu}\p{L}{1,11}\.? )?(?:\d{1,5}(?:\.\d{1,4}){0,5}[a-z]?|[IVXLC]{1,6}|\p{Lu}(?:\.\d{1,4}){0,4})\.$/u
/** `Ae. aegypti`, `Kl. 9`: a short word with a capital letter, before a small letter or a digit. */
const SHORT_NAME = /(?:^|[\s(])\p{Lu}\p{L}{0,2}\.$/u
const INITIAL = /(?<!\p{L})(?:\p{Lu}|\p{L}\.\s?\p{L})\.$/u

const sets = new Map<string, ReadonlySet<string>>()

function has(words: Readonly<Record<string, string>>, kind: string, language: string, word: string): boolean {
  const key = `${kind} ${language}`
  const set = sets.get(key) ?? new Set((words[language] ?? '').toLowerCase().split(' '))
  sets.set(key, set)
  return set.has(word)
}

/** Joins stretches of a text that a splitter parted within a sentence. */
export function joinParted(stretches: readonly string[], language: string): string[] {
  const base = baseLanguage(language)
  const joined: string[] = []
  for (const stretch of stretches) {
    const previous = joined.at(-1)
    if (previous !== undefined && isParted(previous, stretch, base)) joined[joined.length - 1] = previous + stretch
    else joined.push(stretch)
  }
  return joined
}

/** Longest end of a sentence that is examined, in UTF-16 units. */
const END = 40

function isParted(before: string, after: string, language: string): boolean {
  const whole = before.trim()
  if (!whole.endsWith('.') || whole.endsWith('..')) return false
  if (whole.length <= END && MARKER.test(whole)) return true
  const end = whole.slice(-END)
  const word = (end.split(/[\s(«“"]/u).at(-1) ?? '').slice(0, -1).toLowerCase()
  if (has(TITLES, 'title', language, word)) return true
  const next = after.trimStart()
  const goesOn = /^[\p{Ll}\d]/u.test(next)
  const isNumber = NUMBER.test(end)
  if (/^\p{Ll}/u.test(next) && (isNumber || ROMAN.test(end) || SHORT_NAME.test(end))) return true
  if (goesOn && (has(OTHERS, 'other', language, word) || INITIAL.test(end) || SHORT_NAME.test(end))) return true
  if (!ORDINALS.has(language) || !/^\p{L}/u.test(next)) return false
  if (language === 'tr' || language === 'az') return /(?:^|\s)\d{1,3}\.$/u.test(end) || ROMAN.test(end)
  return (isNumber && BEFORE_ORDINAL.test(end)) || /\p{Lu}\p{Ll}+ [IVX]{1,5}\.$/u.test(end)
}
