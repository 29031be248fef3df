/** The Turkish texts. */
import type { Messages } from './en.ts'
import { counted } from './plural.ts'
import { refusals } from './refusals/tr.ts'

export const tr: Messages = {
  tag: 'tr',
  commands: {
    ask: {
      name: 'sor',
      description: 'Bir soru sorun; yanıt, makalelerden bir alıntıdır',
      question: { name: 'soru', description: 'Ne öğrenmek istiyorsunuz?' },
      article: { name: 'makale', description: 'Yalnızca bu makalede ara' },
      private: { name: 'gizli', description: 'Yanıtı yalnızca siz görün' },
    },
    articles: { name: 'makaleler', description: 'Soru sorabileceğiniz makaleleri listeler' },
    help: { name: 'yardım', description: 'Bu bot nasıl kullanılır?' },
    add: {
      name: 'ekle',
      description: 'Bu sunucunun makalelerine bir dosya ya da web sayfası ekler',
      file: { name: 'dosya', description: 'PDF, Word, EPUB, HTML, Markdown ya da metin dosyası' },
      url: { name: 'adres', description: 'Bir web sayfasının ya da haber akışının adresi' },
      title: { name: 'başlık', description: 'Belgenin kendi başlığı yerine kullanılacak başlık' },
      replace: { name: 'yerine', description: 'Yerine geçeceği makale' },
      shared: { name: 'herkese', description: 'Tüm sunucular için (yalnızca botun sahibi)' },
    },
    remove: {
      name: 'kaldır',
      description: 'Bu sunucunun makalelerinden birini kaldırır',
      article: { name: 'makale', description: 'Kaldırılacak makale' },
    },
    reload: { name: 'yenile', description: 'Makaleleri yeniden okur (yalnızca botun sahibi)' },
    gaps: {
      name: 'eksikler',
      description: 'Burada sorulup makalelerin yanıtlamadığı sorular',
      channel: { name: 'kanal', description: 'Bu kanala her hafta bir özet gönder' },
    },
    privacy: { name: 'gizlilik', description: 'Bu botun sorular hakkında ne sakladığı' },
    forget: { name: 'unut', description: 'Bu sunucudaki sorular hakkında saklanan her şeyi siler' },
    remember: {
      name: 'Bu yanıtı hatırla',
      description: 'Bundan böyle o mesaj, yanıtladığı soruya cevap olur',
    },
    stats: { name: 'istatistik', description: 'Bu sunucunun soruları, oyları ve en çok alıntılanan makaleleri' },
    askThis: { name: 'Makalelere sor', description: 'O mesajı yanıtlar; yanıtı yalnızca siz görürsünüz' },
    addThis: { name: 'Makalelere ekle', description: 'O mesajın ekini ya da metnini ekler' },
  },
  quoted: (text) => `“${text}”`,
  moreWords: (count) => counted('tr', count, { other: 'sözcük daha' }),

  related: (unknown, inOne) => {
    const none = inOne ? 'Bu makalede bunu doğrudan yanıtlayan bir cümle yok' : 'Bunu doğrudan yanıtlayan bir cümle yok'
    const where = inOne ? 'burada' : 'makalelerde'
    return `${none}${unknown === '' ? '' : `; ${where} ${unknown} hiç geçmiyor`}. En yakın bölüm:`
  },
  silent: (unknown, inOne) => {
    if (unknown !== '') return `${inOne ? 'Bu makalede' : 'Makalelerde'} ${unknown} hiç geçmiyor.`
    const nothing = inOne ? 'Bu makalede bu konuda bilgi yok' : 'Makalelerde bu konuda bilgi yok'
    return `${nothing}. Aradığınız şeyin adını kullanmayı deneyin.`
  },
  nearest: (titles) => `En yakın: ${titles}`,
  changed: 'Bu soru sorulduktan sonra makaleler değişti. Güncel yanıt bu.',
  quoteIs: {
    changed: 'Alıntılanan cümle değiştirilmiş veya kaldırılmış.',
    gone: 'Alıntı yapılan makale artık burada değil.',
  },
  changedArticle: 'Bu makale değişti. Güncel hâli bu.',

  readWith: (words) => `Şunlarla birlikte okundu: ${words}`,
  elsewhere: 'O makalede bununla ilgili bir şey yok. Tüm makalelerden:',
  about: {
    hello:
      'Merhaba! Makaleler hakkında bir soru sorun. Bir kişinin, yerin ya da konunun adını geçirirseniz en iyi sonucu alırsınız.',
    welcome: 'Rica ederim! Makaleler hakkında başka sorularınızı da sorabilirsiniz.',
    help: 'Makaleler hakkındaki soruları makalelerin kendi sözleriyle yanıtlarım. Örneğin kim, ne zaman, nerede, ne kadar diye sorun; neler olduğunu görmek için “Hangi makaleler var?” diye sorun.',
    opening: 'Makale şöyle başlıyor:',
    list: (count) => `Soru sorabileceğiniz ${counted('tr', count, { other: 'makale' })}:`,
    newest: 'En yeni makaleler:',
    count: (count) => `${counted('tr', count, { other: 'makale' })} hakkında soru sorabilirsiniz.`,
    author: (name) => `yazan: ${name}`,
    noAuthor: 'yazarı belirtilmemiş',
    noDate: 'tarihi belirtilmemiş',
    noSource: 'kaynağı belirtilmemiş',
    more: (count) => `ve ${count} makale daha`,
  },

  paragraph: (number) => `${number}. paragraf`,
  documentPage: (number) => `${number}. sayfa`,
  paragraphs: (first, last) => (first === last ? `${first}. paragraf` : `${first}–${last}. paragraflar`),
  match: (number, of) => `sonuç ${number}/${of}`,
  page: (number, of) => `sayfa ${number}/${of}`,
  alsoIn: (titles) => `şurada da var: ${titles}`,
  lacks: (words) => `${words} geçmiyor`,
  sentences: (count) => counted('tr', count, { other: 'cümle' }),

  buttons: {
    previous: 'Önceki',
    next: 'Sonraki',
    more: 'Daha fazla bağlam',
    why: 'Neden bu?',
    delete: 'Sil',
    remove: 'Kaldır',
    helpful: 'Yararlı',
    wrong: 'Yanıt bu değil',
    earlier: 'Öncesi',
    later: 'Sonrası',
  },

  why: {
    matched: (words) => `Bu bölümde bulundu: ${words}`,
    near: (words) => `Benzer yazım: ${words}`,
    missing: (words) => `Bu bölümde yok: ${words}`,
    nothing: 'Sorunuzdaki sözcüklerin hiçbiri bu cümlede geçmiyor; bazıları yanındaki cümlelerde geçiyor.',
    counted: (parts) => `Etkili olanlar: ${parts}`,
    parts: {
      own: 'kendi sözcükleri',
      around: 'yanındaki cümleler',
      article: 'başlık ve makalenin geri kalanı',
      asked: 'istenen yanıtın türü',
    },
    votes: (helpful, wrong) =>
      `Bu sunucuda bu soru için oylar: ${helpful.toLocaleString('tr')} yararlı, ${wrong.toLocaleString('tr')} yanıt bu değil`,
    likely: (percent) => `Sorunuzu yanıtlama olasılığı: ${percent}`,
  },

  articles: {
    title: (count) => `**Soru sorabileceğiniz ${counted('tr', count, { other: 'makale' })}**`,
    choose: 'Bir makale seçin',
    asks: 'Şunları sorabilirsiniz:',
    about: (phrase) => `${phrase} hakkında ne diyor?`,
    gone: 'Bu makale artık yok. Güncel liste için /makaleler komutunu kullanın.',
  },

  learning: {
    off: 'Bu bot sorular hakkında hiçbir şey saklamıyor.',
    noStore: 'Sorular hakkında saklananları şu anda okuyamıyorum. Lütfen daha sonra yeniden deneyin.',
    privacy: (days) =>
      `${days === 0 ? 'Soruları saklamam.' : `Bir sunucuda herkese açık sorulup yanıtsız kalan bir sorunun metnini, bulamadığım sözcükleri, sunucuyu ve zamanı ${counted('tr', days, { other: 'gün' })} boyunca saklarım.`} Ayrıca sunucu ve gün başına soruların nasıl yanıtlandığını ve hangi makalelerden alıntı yapıldığını sayarım. Oyları ad ve kimlik olmadan sayarım. Soru soranların ve oy verenlerin kullanıcı kimliklerini, doğrudan mesajlardan veya özel yanıtlardan herhangi bir şeyi saklamam. Eklenen bir makaleyi kimin ne zaman eklediğini, hatırlanan bir yanıtın da yazarının adını saklarım. Sorunuzu silerseniz ondan sakladığımı da silerim.`,
    forgotten: (records) => `Silindi: ${counted('tr', records, { other: 'kayıt' })}.`,
  },

  gaps: {
    title: (count) => `**Yanıtsız ${counted('tr', count, { other: 'soru' })}**`,
    none: 'Bu sunucuda yanıt bekleyen soru yok.',
    asked: (count, last) =>
      count === 1 ? `bir kez soruldu, ${last}` : `${count.toLocaleString('tr')} kez soruldu, en son ${last}`,
    unknown: (words) => `hiç geçmiyor: ${words}`,
    wrong: 'yanıt yanlış olarak işaretlendi',
    choose: 'Bir soru seçin',
    answer: 'Yanıtla',
    document: 'Belge ekle',
    dismiss: 'Eksik değil',
    back: 'Listeye dön',
    gone: 'Bu soru artık listede değil.',
    dismissed: 'Kaldırıldı. Aynı şeyi soran sorular da listelenmeyecek.',
    howToAdd:
      'Makaleler klasörüne soruyu yanıtlayan bir metin ya da Markdown dosyası koyun veya `verbatim add` ile bir sayfa, PDF ya da Word belgesi aktarın. Makaleler soruyu yanıtladığında soru listeden kendiliğinden çıkar.',
    weekly: (channel) => `Her pazartesi ${channel} kanalına bir özet göndereceğim.`,
  },

  answers: {
    saved: (question) =>
      `Bundan böyle ${question} sorusunu bununla yanıtlıyorum. Mesaj düzenlenir veya silinirse yanıt da değişir veya silinir.`,
    known: (question) => `${question} sorusunu zaten o mesajla yanıtlıyorum.`,
    whichQuestion: 'Hangi soruyu yanıtlıyor?',
    inYourWords: 'Kendi sözlerinizle yanıt',
    empty: 'Bu mesajda alıntılayabileceğim bir metin yok.',
    gone: 'O mesaj artık bende yok. Lütfen komutu yeniden seçin.',
    forget: 'Unut',
    forgotten: 'Unutuldu.',
  },

  feedback: {
    thanks: 'Teşekkürler, not edildi.',
    noted: 'Not edildi. Bu sunucuyla ilgilenenler soruyu /eksikler ile görür.',
  },

  stats: {
    title: '**Bu sunucuda son 30 gün**',
    questions: (count) => counted('tr', count, { other: 'herkese açık soru' }),
    answered: (share) => `${share} yanıtlandı`,
    related: (share) => `${share} ilgili bir bölümle`,
    silent: (share) => `${share} kapsam dışı`,
    gaps: (open, opened, closed) =>
      `Eksikler: ${open.toLocaleString('tr')} açık, ${opened.toLocaleString('tr')} yeni, ${closed.toLocaleString('tr')} kapandı`,
    votes: (helpful, wrong) =>
      `Oylar: ${helpful.toLocaleString('tr')} yararlı, ${wrong.toLocaleString('tr')} yanıt bu değil`,
    cited: 'En çok alıntılananlar:',
  },

  web: {
    articles: 'Makaleler',
    all: 'Tüm makaleler',
    find: 'Makale bul',
    findNow: 'Bul',
    noTitle: 'Bu sözcükleri içeren bir başlık yok.',
    intro: 'Bir soru sorun: yanıt, kaynağıyla birlikte makalelerin kendi sözleriyle gelir.',
    question: 'Makalelere soru sorun',
    ask: 'Sor',
    skip: 'Metne geç',
    contents: 'İçindekiler',
    original: 'Özgün kaynak',
    footnotes: 'Dipnotlar',
    others: 'Diğer eşleşmeler',
    pages: 'Sayfalar',
    gone: 'Alıntılanan cümle değişmiş ya da artık bu makalede yok.',
    notCovered: 'Bu makale o soruyu yanıtlamıyor.',
    notFound: 'Burada böyle bir sayfa yok.',
    tooMany: 'Bir anda çok fazla sayfa istendi. Lütfen bir dakika sonra yeniden deneyin.',
    failure: 'Üzgünüm, bende bir şeyler ters gitti.',
    none: 'Burada makale yok.',
  },

  reload: {
    notOwner: 'Bu komutu yalnızca botun sahibi kullanabilir.',
    same: 'Hiçbir şey değişmedi.',
    failed: (reason) => `Makaleler okunamadı: ${reason}`,
    added: (extent) => `Eklenen: ${extent}`,
    changed: (extent) => `Değişen: ${extent}`,
    removed: (extent) => `Kaldırılan: ${extent}`,
    articles: (count) => counted('tr', count, { other: 'makale' }),
  },

  documents: {
    added: (title, sentences) => `**Eklendi:** ${title} (${sentences})`,
    updated: (title, sentences) => `**Güncellendi:** ${title} (${sentences})`,
    unchanged: (title, sentences) => `**Eklendiğinden beri değişmedi:** ${title} (${sentences})`,
    several: (added, updated, unchanged) =>
      `Eklenen makale: ${added}, güncellenen: ${updated}, değişmeyen: ${unchanged}`,
    refused: (reason) => `Eklenemedi: ${reason}`,
    reasons: refusals,
    tooManyArticles: (count) =>
      `Bu sunucunun en çok ${count} makalesi olabilir ve bu sayıya ulaşıldı. Önce /kaldır ile birini kaldırın.`,
    tooManyBytes: (megabytes) =>
      `Bu sunucunun makaleleri en çok ${megabytes} MB yer tutabilir ve bu kadar yer kalmadı. Önce /kaldır ile yer açın.`,
    tooMany: (count, when) => `Saatte en çok ${count} ekleme yapılabilir. Lütfen ${when} yeniden deneyin.`,
    fileOrUrl: 'Ya bir dosya ya da bir adres verin.',
    sharedByOwner: 'Tüm sunucular için makaleyi yalnızca botun sahibi ekleyebilir.',
    onlyInServers: 'Bu yalnızca sunucularda çalışır.',
    notThisServers: (name) => `Bu sunucunun ${name} adlı kendi makalesi yok.`,
    nothingToAdd: 'O mesajda ne ek ne de metin var.',
    textByModerators: 'Bir mesajın metnini yalnızca mesajları yönetebilenler ekleyebilir.',
    confirm: (title) => `${title} makalelerden kaldırılsın mı? Dosyası 30 gün saklanır.`,
    removed: (title) => `${title} kaldırıldı. Botun sahibi dosyayı 30 gün içinde geri getirebilir.`,
    addedBy: (user, day) => `ekleyen: ${user}, ${day}`,
  },

  howToAsk: (bot) =>
    `Bana makaleler hakkında soru sorun: sorunuzla birlikte ${bot} yazın ya da /sor komutunu kullanın. /makaleler, soru sorabileceğiniz makaleleri listeler.`,
  notMyRole: (bot) =>
    `Bu mesajda benden değil rolümden bahsediliyor; Discord böyle mesajları bana göstermez. Rol yerine ${bot} yazın ya da /sor komutunu kullanın.`,
  unreadable:
    'Discord o mesajı okumama izin vermiyor. Mesajın menüsünden Uygulamalar ▸ “Makalelere sor” seçeneğini kullanın.',
  nothingToAsk: 'Bu mesajda arayabileceğim bir sözcük yok.',
  unknownArticle: (name, nearest) =>
    `${name} adlı bir makale yok.${nearest === '' ? '' : ` En yakın: ${nearest}.`} Tümü için: /makaleler`,
  notYours: 'Bunu yalnızca soruyu soran ya da mesajları yönetebilen biri silebilir.',
  lostQuestion: 'Bu yanıtın sorusunu artık okuyamıyorum. Lütfen yeniden sorun.',
  tooFast: (when) => `Bir anda çok fazla soru geldi. Yeniden deneyebileceğiniz zaman: ${when}.`,
  tooFastHere: (when) =>
    `Bu kanalda bir anda çok fazla soru soruldu. Yeniden deneyebileceğiniz zaman: ${when}. /sor komutunu da kullanabilirsiniz.`,
  refusals: {
    blocked: 'Bu botu kullanamazsınız.',
    elsewhere: 'Burada yanıt vermiyorum.',
    direct: 'Doğrudan mesajlara yanıt vermiyorum. Bana bir sunucuda sorun.',
    stranger: 'Yalnızca hizmet verdiğim sunucuların üyelerine yanıt veriyorum.',
  },
  mayNotSpeak: (channel) =>
    `Bana ${channel} kanalında bir şey sordunuz ama orada yanıt verme iznim yok. Kanalı Görüntüle, Mesaj Gönder (alt başlıklarda: Alt Başlıklarda Mesaj Gönder) ve Mesaj Geçmişini Oku izinlerine ihtiyacım var. /sor her yerde çalışır.`,
  failure: (reference) => `Üzgünüm, benden kaynaklanan bir hata oluştu. Hata kodu: ${reference}`,

  help: {
    whatIDo: '**Makaleler hakkındaki soruları makalelerin kendi sözleriyle yanıtlarım.**',
    howIAnswer: 'Her yanıt, kaynağı belirtilen bir alıntıdır. Hiçbir yanıtı kendim yazmam.',
    inMenu: (command) => `Uygulamalar ▸ “${command}”`,
    entry: (use, description) => `${use}: ${description}`,
    mention: (bot) => `Sorunuzla birlikte ${bot} yazın`,
    direct: 'Bana doğrudan mesajla bir soru gönderin',
    reply: 'Aynı makaleye başka bir soru sormak için yanıtlarımdan birini yanıtlayın',
    buttons: 'Düğmeler öteki sonuçları, makalenin devamını ve bir bölümün neden seçildiğini gösterir',
    edits: 'Sorunuzu düzenlerseniz yanıtımı güncellerim; silerseniz ben de yanıtımı silerim.',
    silence: 'Makalelerde bir konuda bilgi yoksa bunu söylerim.',
    admins:
      'Bana kimlerin nerede soru sorabileceğini sunucu yöneticileri Sunucu Ayarları ▸ Entegrasyonlar bölümünden belirler. Bahsetmeler, orada `/sor` için yapılan ayara uyar.',
  },
}
