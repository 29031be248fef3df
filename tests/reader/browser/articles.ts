// Made-up articles with all that a page can show: contents, table, code, lists, notes, images, and right-to-left text.

const sections = ['Berths', 'Fuel and water', 'Winter storage', 'Waste'].map(
  (heading, i) =>
    `## ${heading}\n\n${Array.from({ length: 9 }, (_, n) => `Rule ${i * 9 + n + 1} of the harbour concerns ${heading.toLowerCase()} and applies to every boat that stays overnight.`).join(' ')}`,
)

const handbook = `---
title: The harbour handbook
date: 2024-05-02
section: Sailing
author: Ines Falk
language: en
---
# The harbour handbook

The harbour of *Skarholm* opens on **1 April**, and its gate closes at ten every evening.
It has a [chandlery](https://shop.example/chandlery) and a ~~small~~ large crane, run with \`crane --lift\`.[^1]

![The crane lifts a red boat](crane.png)

> Hoist nothing that you would not stand under.

1. Call the harbour master.
2. Wait for the green light.
   - In fog, sound the horn.

- [x] Lines ready
- [ ] Fenders out

${sections.join('\n\n')}

### Prices of winter storage

| Length of the boat | Price in a heated hall with electricity | Price in the open yard behind the office | Deposit |
| --- | ---: | ---: | :---: |
| up to eight metres | 1,200 crowns | 700 crowns | 100 |
| more than eight metres | 1,900 crowns | 1,050 crowns | 200 |

\`\`\`sh
crane --lift --boat "Winter Queen" --height-in-metres 12 --wait-for-the-green-light --report-to harbour-master
\`\`\`

---

The lighthouse keeper Ada Lindqvist counts the masts every morning at six.

[^1]: Only with a licence.
`

const storm = `Tuesday, 7 May 2024

THE STORM OF SKARHOLM

The storm tore four boats from their moorings. The ferry had been in dry dock since February, so it was safe.

OPENING HOURS

The gate opens at six
The bell rings at nine
The boat leaves at ten
`

const orchard = `---
title: Skarholm بستان
date: 2024-02-03
url: https://orchard.example/ar
language: ar
---
# Skarholm بستان

زُرعت أقدم شجرة كمثرى في الوادي عام 1904. يزورها الأطفال كل ربيع.

- يُفتح الباب صباحًا.
- يُغلق الباب مساءً.

> لا تقطف ثمرًا لم ينضج.

| الصنف | القطاف |
| --- | --- |
| ملكة الشتاء | أكتوبر |

\`\`\`sh
water --litres 20
\`\`\`
`

export const ARTICLES: Readonly<Record<string, string>> = {
  'handbook.md': handbook,
  'storm.txt': storm,
  'orchard.md': orchard,
  // So many that the list has two pages.
  ...Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`note-${i}.txt`, `Buoy ${i} was painted last summer.`])),
}
