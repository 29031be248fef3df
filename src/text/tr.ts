import type { Messages } from './en.ts'
import { counted } from './plural.ts'

export const tr: Messages = {
  tag: 'tr',
  commands: {
    ask: {
      name: 'sor',
      description: 'Makalelere sorun; yanıt onların kendi sözleriyle gelir',
      question: { name: 'soru', description: 'Ne öğrenmek istiyorsunuz?' },
      article: { name: 'makale', description: 'Yalnızca bu makaleye sor' },
      private: { name: 'gizli', description: 'Yanıtı yalnızca siz görün' },
    },
    articles: { name: 'makaleler', description: 'Hangi konularda soru sorulabilir?' },
    help: { name: 'yardım', description: 'Bu bot ne yapar?' },
    reload: { name: 'yenile', description: 'Makaleleri yeniden okur; botun sahibi için' },
    askThis: { name: 'Makalelere sor', description: 'O mesajı yanıtlar; yanıtı yalnızca siz görürsünüz' },
  },
  quoted: (text) => `“${text}”`,
  moreWords: (count) => counted('tr', count, { other: 'sözcük daha' }),

  related: (unknown, inOne) => {
    const none = inOne
      ? 'Bu makalede buna doğrudan yanıt veren bir cümle yok'
      : 'Buna doğrudan yanıt veren bir cümle yok'
    const where = inOne ? 'burada' : 'makalelerde'
    return `${none}${unknown === '' ? '' : `; ${where} ${unknown} hiç geçmiyor`}. En yakın bölüm:`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '') return `${inOne ? 'Bu makalede' : 'Makalelerde'} ${unknown} hiç geçmiyor.`
    return `${inOne ? 'Bu makale bundan söz etmiyor' : 'Makaleler bundan söz etmiyor'}. Aradığınızı adıyla sorun.`
  },
  nearest: (titles) => `En yakın: ${titles}`,
  changed: 'Makaleler o zamandan beri değişti; şimdiki yanıt bu.',
  changedArticle: 'Makale o zamandan beri değişti; şimdiki hâli bu.',

  paragraph: (number) => `${number}. paragraf`,
  paragraphs: (first, last) => (first === last ? `${first}. paragraf` : `${first}–${last}. paragraflar`),
  match: (number, of) => `eşleşme ${number}/${of}`,
  page: (number, of) => `sayfa ${number}/${of}`,
  sentences: (count) => counted('tr', count, { other: 'cümle' }),

  buttons: {
    previous: 'Önceki',
    next: 'Sonraki',
    more: 'Devamını göster',
    why: 'Neden bu?',
    delete: 'Sil',
    earlier: 'Öncesi',
    later: 'Sonrası',
  },

  why: {
    matched: (words) => `Cümlede bulundu: ${words}`,
    near: (words) => `Yalnızca benzeri bulundu: ${words}`,
    missing: (words) => `Cümlede yok: ${words}`,
    nothing: 'Sorunun hiçbir sözcüğü bu cümlede geçmiyor; çevresindeki cümlelerde geçiyor.',
    counted: (parts) => `Ağırlıklar: ${parts}`,
    parts: {
      own: 'kendi sözcükleri',
      around: 'çevresindeki cümleler',
      article: 'başlık ve makale',
      asked: 'sorulan şey',
    },
    likely: (percent) => `Yanıt olma olasılığı: ${percent}`,
  },

  articles: {
    title: (count) => `**Soru sorulabilecek ${counted('tr', count, { other: 'makale' })}**`,
    choose: 'Bir makale seçin',
    asks: 'Yanıtlayabileceği sorular:',
    about: (phrase) => `${phrase} hakkında ne diyor?`,
    gone: 'Bu makale artık yok. /makaleler hepsini listeler.',
  },

  reload: {
    notOwner: 'Bunu benden yalnızca bu botun sahibi isteyebilir.',
    same: 'Hiçbir şey değişmemiş.',
    failed: (reason) => `Makaleler yeniden okunamadı: ${reason}`,
    added: (extent) => `Eklenen: ${extent}`,
    changed: (extent) => `Değişen: ${extent}`,
    removed: (extent) => `Kaldırılan: ${extent}`,
    articles: (count) => counted('tr', count, { other: 'makale' }),
  },

  howToAsk: (bot) =>
    `Bana makaleleri sorun: ${bot} yazıp sorunuzu ekleyin ya da /sor kullanın. /makaleler konuları gösterir.`,
  unreadable: 'Discord o mesajı bana göstermiyor. Mesajın üzerinde Uygulamalar ▸ “Makalelere sor” seçeneğini kullanın.',
  nothingToAsk: 'Bu mesajda sorulacak bir söz yok.',
  unknownArticle: (name, nearest) =>
    `${name} adlı bir makale yok.${nearest === '' ? '' : ` En yakın: ${nearest}`} /makaleler hepsini listeler.`,
  notYours: 'Bunu yalnızca soran kişi ya da mesajları yönetebilen biri silebilir.',
  lostQuestion: 'Bu yanıtın sorusunu artık okuyamıyorum. Lütfen yeniden sorun.',
  tooFast: (when) => `Çok soru geldi. Yeniden yanıt vereceğim zaman: ${when}.`,
  mayNotSpeak: (channel) =>
    `Bana ${channel} kanalında bir şey sordunuz, ama orada yazamıyorum. Kanalı Görüntüle, Mesaj Gönder (alt başlıklarda: Alt Başlıklarda Mesaj Gönder) ve Mesaj Geçmişini Oku izinleri gerekiyor. /sor her yerde çalışır; bana doğrudan mesaj da yazabilirsiniz.`,
  failure: (reference) => `Üzgünüm, benden kaynaklanan bir hata oldu. Hata kodu: ${reference}`,

  help: {
    whatIDo: '**Makalelerle ilgili soruları onların kendi sözleriyle yanıtlarım.**',
    howIAnswer: 'Her yanıt kaynağıyla bir alıntıdır; kendim hiçbir şey yazmam.',
    inMenu: (command) => `Uygulamalar ▸ “${command}”`,
    mention: (bot) => `Bir mesajın herhangi bir yerinde ${bot} ya da doğrudan mesaj: bana soru sormaktır`,
    reply: 'Yanıtlarımdan birine verilen yanıt: aynı makaleye yeni bir sorudur',
    buttons: 'Düğmeler: öteki eşleşmeler, alıntının çevresi, neden seçildiği',
    edits: 'Sorunuzu düzenlerseniz yanıtım da değişir; silerseniz o da silinir.',
    silence: 'Makaleler bir şeyden söz etmiyorsa bunu söylerim.',
  },
}
