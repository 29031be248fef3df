// Request targets that try to leave the corpus, to break decoding, or to confuse the parameters.
import fc from 'fast-check'
import { anyCharacter } from '../any-character.ts'

const parts = fc.constantFrom(
  ...[
    '..',
    '%2e%2e',
    '%252e%252e',
    '.',
    '',
    '%00',
    '%',
    '%ff',
    '%c0%af',
    '\\',
    '..\\..',
    'a',
    'A',
    'ask',
    'open',
    'servers',
  ],
  ...[
    'etc/passwd',
    'package.json',
    '__proto__',
    'constructor',
    'style.css',
    'robots.txt',
    '?',
    '#',
    ';',
    '*',
    '@',
    'http:',
  ],
)
const names = fc.constantFrom('q', 's', 'a', 'k', 'page', '__proto__', '')
const values = fc.oneof(
  fc.constantFrom('p1s1-AAAAAAAA', 'p0s0-AAAAAAAA', 'p99999999s1-________', '-1', '1e309', 'NaN', '5-3', '0-99999999'),
  fc
    .string({ unit: anyCharacter, maxLength: 60 })
    .map((text) => new URLSearchParams({ text }).toString().slice('text='.length)),
  fc.constantFrom('%', '%zz', '%ff%fe', '<script>', '"', "'", '%00', 'When is the gate open?'.replaceAll(' ', '+')),
)

/** The part of a request line between the method and the version, without spaces or line ends. */
export const hostileTargets = fc
  .tuple(
    fc.constantFrom('/', '/a/', '//', '/a//', '', 'http://x/', '/ask'),
    fc.array(parts, { maxLength: 6 }),
    fc.array(fc.tuple(names, values), { maxLength: 4 }),
  )
  .map(([start, path, parameters]) => {
    const search = parameters.map(([name, value]) => `${name}=${value}`).join('&')
    return `${start}${path.join('/')}${search === '' ? '' : `?${search}`}`.replace(/[^\x21-\x7e]/gu, '') || '*'
  })
