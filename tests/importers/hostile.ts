// Documents that are made to do harm, or are so by accident, each with how it should end.
import { strToU8, zipSync } from 'fflate'
import type { DocumentFormat } from '../../src/importers/document.ts'

export interface HostileDocument {
  readonly name: string
  readonly format: DocumentFormat
  readonly bytes: Uint8Array
  /** What the one line says; `converted` when the document is to be read all the same. */
  readonly outcome: RegExp | 'converted'
}

const NESTED = /nested more than 256 deep/u
const bytes = (text: string) => Buffer.from(text)
const text = 'A paragraph that is long enough to be taken for the text of an article by anybody who reads it. '
const article = (inner: string, head = '') =>
  bytes(
    `<html><head><title>T</title>${head}</head><body><article><h1>T</h1><p>${text.repeat(5)}</p>${inner}</article></body></html>`,
  )
const html = (name: string, content: Uint8Array, outcome: HostileDocument['outcome']): HostileDocument => ({
  name,
  format: 'html',
  bytes: content,
  outcome,
})

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const docxParts = (body: string, dtd = ''): Record<string, Uint8Array> => ({
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/document.xml': strToU8(
    `<?xml version="1.0"?>${dtd}<w:document ${W} xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
  ),
})
const paragraph = (content: string) => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`
const docx = (
  name: string,
  parts: Record<string, Uint8Array>,
  outcome: HostileDocument['outcome'],
): HostileDocument => ({ name, format: 'docx', bytes: zipSync(parts), outcome })

const epubParts = (chapter: string, href = 'c.xhtml', container = 'p.opf'): Record<string, Uint8Array> => ({
  'META-INF/container.xml': strToU8(
    `<container><rootfiles><rootfile full-path="${container}"/></rootfiles></container>`,
  ),
  'p.opf': strToU8(
    `<package><metadata><title>B</title></metadata><manifest><item id="c" href="${href}"/></manifest><spine><itemref idref="c"/></spine></package>`,
  ),
  'c.xhtml': strToU8(chapter),
})
const epub = (
  name: string,
  parts: Record<string, Uint8Array>,
  outcome: HostileDocument['outcome'],
): HostileDocument => ({ name, format: 'epub', bytes: zipSync(parts), outcome })

const feed = (name: string, xml: string, outcome: HostileDocument['outcome']): HostileDocument => ({
  name,
  format: 'feed',
  bytes: bytes(xml),
  outcome,
})
const rss = (items: string, dtd = '') =>
  `<?xml version="1.0"?>${dtd}<rss version="2.0"><channel><title>F</title>${items}</channel></rss>`
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
  .join('')}]>`
const EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

/** A PDF of objects, with a right cross-reference table. */
function pdfOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  )
}

const pageWith = (content: string, resources = '/Font << /F1 5 0 R >>') => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << ${resources} >> >>`,
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
]
const shown = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`
const pdf = (name: string, content: Uint8Array, outcome: HostileDocument['outcome']): HostileDocument => ({
  name,
  format: 'pdf',
  bytes: content,
  outcome,
})

/** Claims another uncompressed size in the archive's directory. */
function withSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4, 'latin1'))
    if (copy.toString('latin1', at + 46, at + 46 + name.length) === name) copy.writeUInt32LE(size, at + 24)
  return copy
}

/** Forty kinds; what takes too long or too much is tried with the limits of run-conversion.ts. */
export function hostileDocuments(): HostileDocument[] {
  const zeros = new Uint8Array(40_000_000)
  const plain = docxParts(paragraph(text))
  return [
    html('nested elements', bytes('<div>'.repeat(20_000) + text), NESTED),
    html('nested inline elements', bytes(`<p>${'<b>'.repeat(50_000)}${text}`), NESTED),
    html('nested lists', bytes('<ul><li>'.repeat(10_000) + text), NESTED),
    html('nested tables', bytes('<table><tr><td>'.repeat(2_000) + text), NESTED),
    html('an endless attribute', article(`<p title="${'x'.repeat(3_000_000)}">${text}</p>`), 'converted'),
    html(
      'many attributes',
      article(`<p ${Array.from({ length: 3_000 }, (_, i) => `a${i}=1`).join(' ')}>${text}</p>`),
      'converted',
    ),
    html('an unclosed comment', article(`<!-- ${'-'.repeat(500_000)}`), 'converted'),
    html('an unclosed script', bytes(`<body><p>${text}</p><script>${'<'.repeat(500_000)}`), 'converted'),
    html('scripts', article('<script>process.exit(1)</script><img src=x onerror="process.exit(1)">'), 'converted'),
    html(
      'remote images, frames and styles',
      article(
        '<img src="http://127.0.0.1:9/a"><iframe src="http://127.0.0.1:9/b"></iframe><link rel="stylesheet" href="http://127.0.0.1:9/c">',
      ),
      'converted',
    ),
    html('a refresh', article('', '<meta http-equiv="refresh" content="0; url=file:///etc/passwd">'), 'converted'),
    html(
      'broken JSON-LD',
      article('', `<script type="application/ld+json">{"@type":${'['.repeat(100_000)}</script>`),
      'converted',
    ),
    html(
      'a page of scripts alone',
      bytes('<html><body><div id="root"></div><script>draw()</script></body></html>'),
      /no text in it/u,
    ),
    html('nothing', bytes('<html></html>'), /no text in it/u),
    docx('a zip bomb', { ...plain, 'word/document.xml': zeros }, /decompresses to more/u),
    docx('a zip bomb beside the text', { ...plain, 'word/media/image1.png': zeros }, 'converted'),
    {
      ...docx(
        'an archive that understates its sizes',
        { ...plain, 'word/document.xml': zeros.subarray(0, 20_000_000) },
        /archive|damaged/u,
      ),
      bytes: withSize(
        zipSync({ ...plain, 'word/document.xml': zeros.subarray(0, 20_000_000) }),
        'word/document.xml',
        1_000,
      ),
    },
    docx(
      'paths that lead outside',
      { ...plain, '../../evil.xml': strToU8('x'), '/etc/evil': strToU8('x') },
      'converted',
    ),
    docx('nested paragraphs', docxParts(`${'<w:p><w:r>'.repeat(5_000)}`), NESTED),
    docx('nested tables in Word', docxParts('<w:tbl><w:tr><w:tc>'.repeat(3_000)), NESTED),
    docx('entities that grow', docxParts(paragraph(`${text}&j;`), ENTITIES), /damaged|nested/u),
    docx('external entities', docxParts(paragraph(`${text}&a;`), EXTERNAL), /damaged/u),
    docx(
      'a picture that is another file',
      {
        ...docxParts(
          `${paragraph(text)}<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r9"/></w:drawing></w:r></w:p>`,
        ),
        'word/_rels/document.xml.rels': strToU8(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${OFFICE}/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
        ),
      },
      'converted',
    ),
    docx('no text', docxParts(''), /no text in it/u),
    docx('another kind of archive', { 'a.txt': strToU8('x') }, /no Word document/u),
    { name: 'half an archive', format: 'docx', bytes: zipSync(plain).subarray(0, 600), outcome: /damaged/u },
    epub('a chapter outside the archive', epubParts(`<p>${text}</p>`, '../../../../etc/passwd'), /is missing/u),
    epub('a package outside the archive', epubParts(`<p>${text}</p>`, 'c.xhtml', '../../etc/passwd'), /is missing/u),
    epub('a chapter on another server', epubParts(`<p>${text}</p>`, 'http://127.0.0.1:9/c.xhtml'), /no text/u),
    epub('a nested chapter', epubParts(`${'<div>'.repeat(5_000)}`), NESTED),
    epub('a bomb as a chapter', { ...epubParts(''), 'c.xhtml': zeros }, /decompresses to more/u),
    feed(
      'growing entities in a feed',
      rss(`<item><title>&j;</title><description>${text}</description></item>`, ENTITIES),
      'converted',
    ),
    feed(
      'external entities in a feed',
      rss(`<item><title>&a;</title><description>${text}</description></item>`, EXTERNAL),
      /can be read/u,
    ),
    feed('a nested feed', rss('<item>'.repeat(5_000)), NESTED),
    feed(
      'nested HTML in a feed',
      rss(`<item><description><![CDATA[${'<div>'.repeat(5_000)}${text}]]></description></item>`),
      NESTED,
    ),
    pdf(
      'a PDF without pages',
      pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
      /damaged|no text/u,
    ),
    pdf(
      'pages that contain themselves',
      pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 5 >>']),
      /damaged|no text/u,
    ),
    pdf(
      'a form that contains itself',
      pdfOf([
        ...pageWith(`${shown} /X Do`, '/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>'),
        `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream`,
      ]),
      'converted',
    ),
    pdf('a PDF that is cut off', pdfOf(pageWith(shown)).subarray(0, 300), /damaged|no text/u),
    pdf(
      'scripts in a PDF',
      pdfOf([
        ...pageWith(shown).with(
          0,
          '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9"\\)) >> >>',
        ),
      ]),
      'converted',
    ),
  ]
}
