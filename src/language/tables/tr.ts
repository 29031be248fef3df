// Turkish.
import type { LanguageTable } from './table.ts'

export const tr: LanguageTable = {
  questions: {
    phrases: [
      ['money', / kaç (?:lira|dolar|euro|avro|para|kuruş)\p{L}* | fiyatı | ücreti (?:ne|kaç)\p{L}* | ne kadar para /u],
      ['age', / kaç yaş\p{L}* | yaşı kaç\p{L}* /u],
      ['duration', / ne kadar (?:sür|zaman)\p{L}* | kaç (?:yıl|gün|saat|hafta|dakika|ay)(?:dır|dan beri)? /u],
      ['time', / ne zaman\p{L}* | hangi (?:yıl|tarih|gün|ay)\p{L}* | saat kaçta | kaçta /u],
      ['frequency', / ne sıklıkla | kaç (?:günde|haftada|ayda|yılda) bir | (?:günde|haftada|ayda|yılda) kaç /],
      [
        'number',
        / kaç(?:tır|tı|ı|ıdır)? | ne kadar(?:dır|dı)? | hangi (?<subject>(?:\p{L}+ )?(?:sürüm|versiyon|port|bağlantı noktası|sıcaklık|hız)\p{L}* )/u,
      ],
      ['consequence', / ne olur | ne oluyor /],
      ['reason', / neden(?:i|idir|dir)? | niçin | niye /],
      ['place', / nerede\p{L}* | nere\p{L}* | hangi (?:şehir|ülke|kent)\p{L}* /u],
      ['organisation', / hangi (?:örgüt|şirket|parti|üniversite|okul|takım|gazete)\p{L}* /u],
      ['person', / kim(?:dir|di|in|i|e|den|ler|lerdir|miş)? /],
      [
        'definition',
        / nedir $| ne demek(?:tir)? $| ne işe yara(?:r|maktadır) $| neye denir $| ne anlama gel(?:ir|iyor) $/,
      ],
    ],
    leading: / (?:ne|hangi) (?:tür|tip|çeşit)\p{L}* | (?:adı|ismi) (?:ne|nedir) /gu,
    others: / ne | hangi | nasıl /,
    reasons: / çünkü | nedeniyle | yüzünden | dolayı | için | üzerine | sebebiyle | bu yüzden /,
    moments: / iken | sırasında | sonra | önce | kadar | boyunca /,
    durations: / (?:kadar|sürece|boyunca|sonsuza|süresiz) /,
    frequencies:
      / (?:her|günlük|haftalık|aylık|yıllık|günde|haftada|ayda|yılda|saatte|düzenli|kez|defa|sürekli|nadiren|sık sık|asla) /,
    conditions:
      / (?:eğer|takdirde|durumda) | \p{L}{2,}(?:s[ae](?:n[ıi]z|[mnk])?|[ıiuü]nc[ae]|[dt][ıiuü][gğ][ıiuü]nd[ae]) /u,
    amounts: / (?:onlarca|yüzlerce|binlerce|milyonlarca|çift|her iki|tek|hiç|sıfır|çoğunluk) /,
    defining: / (?:denir|demektir|anlamı|anlamına|adıdır|tanımlanır) /,
    definingEnd: / (?:denir|demektir|(?!\p{L}*m[ae]kt[ae])\p{L}{3,}[dt][ıiuü]r) $/u,
    permission:
      /(?:[ae]bilir|[ae]bilir\p{L}+) m[iıuü]\p{L}* | (?:zorunda|gerek|gerekir|gerekiyor|şart|lazım) m[iıuü]\p{L}* | serbest mi | yasak mı /u,
    forbidding: /[ae]m[ae]z\p{L}* |m[ae]m[ae]l[ıi]\p{L}* | (?:yasak\p{L}*|gerekmez|şart değil) /u,
    instruction: / nasıl | hangi komut /,
  },
  words: {
    cardinals: 'iki üç dört beş altı yedi sekiz dokuz on',
    numerals: 'yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon milyar trilyon yarım',
    ordinals: 'birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu',
    asking:
      'diyor diyorlar der derler dedi söyler söylüyor anlatır mısın mısınız misin misiniz anlat açıkla tanımla lütfen merhaba selam selamlar teşekkür teşekkürler sağol sağolun nedir nelerdir neler neyi neye neydi nasıldır kaç kaçtır kimdir kimdi kimler neresi neresidir nerededir hangisi hangisidir mi mı mu mü midir mıdır mudur hakkında acaba peki olur oluyor kadardır',
    negations: 'değil değildir yok yoktur hiç hiçbir hayır asla olmaz olmayan olmadan',
    and: 've veya ile',
    within: '',
    places: '',
    clock: 'saat',
    dayTimes: 'öğle öğlen öğleyin gece yarısı şafakta şafak gündoğumu günbatımı',
    clockParts: 'buçuk buçukta buçukçuk çeyrek geçe kala',
    pastTimes: 'geçen önce dün',
    relativeTimes: 'gelecek geçen önümüzdeki bu her',
    eras: 'yüzyıl yüzyılda yüzyılın yüzyıldan önce sonra',
    units: 'yüzde kg kilo kilogram gram ton km kilometre metre cm santimetre mm litre hektar dönüm derece mb gb',
  },
}
