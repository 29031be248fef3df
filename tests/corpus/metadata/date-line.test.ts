// Which lines are dates, in digits and in words of many languages.
import { describe, expect, test } from 'vitest'
import { isByline, readDate, readDateIn, readDateLine } from '../../../src/corpus/metadata/date-line.ts'

const DAY = '2023-09-27'

test.each([
  'Çar. Eyl 27th, 2023',
  '27 Eylül 2023 Çarşamba',
  'Wednesday, September 27, 2023',
  'Sept. 27, 2023',
  '27th of September 2023',
  'wed 27 sep 2023',
  'Mittwoch, den 27. September 2023',
  'mercredi 27 septembre 2023',
  'miércoles, 27 de septiembre de 2023',
  'quarta-feira, 27 de setembro de 2023',
  'mercoledì 27 settembre 2023',
  'woensdag 27 september 2023',
  'środa, 27 września 2023',
  'среда, 27 сентября 2023 г.',
  '27 вересня 2023 р.',
  'Τετάρτη 27 Σεπτεμβρίου 2023',
  'onsdag den 27. september 2023',
  'keskiviikko 27. syyskuuta 2023',
  'Rabu, 27 September 2023',
  'बुधवार, 27 सितंबर 2023',
  'الأربعاء، ٢٧ سبتمبر ٢٠٢٣',
  'יום רביעי, 27 בספטמבר 2023',
  '2023年9月27日',
  '2023年9月27日水曜日',
  '2023年9月27日(水)',
  '2023년 9월 27일',
  '2023년 9월 27일 수요일',
])('%s is a day', (line) => {
  expect(readDateLine(line)).toBe(DAY)
})

test.each([
  '2023-09-27',
  '2023/9/27',
  '2023.09.27',
  '27.09.2023',
  '27/09/2023',
  '09/27/2023',
  '27-9-2023',
  '２０２３-０９-２７',
  '2023-09-27T08:30:00+02:00',
  '2023-09-27 08:30',
])('%s is a day in digits', (line) => {
  expect(readDateLine(line)).toBe(DAY)
})

test('the first day of a month may have an ending of its own', () => {
  expect(readDateLine('1er mars 2024')).toBe('2024-03-01')
  expect(readDateLine('1. März 2024')).toBe('2024-03-01')
  expect(readDateLine('1st March 2024')).toBe('2024-03-01')
})

test('an ambiguous order of day and month is no date', () => {
  expect(readDateLine('03/04/2023')).toBeUndefined()
  expect(readDateLine('3-4-2023')).toBeUndefined()
  expect(readDateLine('05/05/2023')).toBe('2023-05-05')
})

test.each([
  '2023-02-29',
  '31.04.2023',
  '32 January 2023',
  '0 May 2023',
  '13/13/2023',
  '2023-00-10',
  '30 February 2024',
  '2023年13月1日',
])('%s does not exist', (line) => {
  expect(readDateLine(line)).toBeUndefined()
})

test('29 February is a day in a leap year', () => {
  expect(readDateLine('29 February 2024')).toBe('2024-02-29')
  expect(readDateLine('29 February 2023')).toBeUndefined()
})

describe('a line that says more than a date is none:', () => {
  test.each([
    'The bridge opened on 27 September 2023.',
    'Kim left on 27 September 2023',
    'On September 27, 2023 they met',
    '27 September 2023 – 3 October 2023',
    '27 September 2023, Pyongyang',
    'Top 10 of September 2023',
    'We won on 27 September 2023',
    'The 27 September 2023 act',
    'Day Three—27 September 2023',
    'September 2023',
    '27 September',
    'Wednesday',
    '2023',
    'Chapter 12',
    'Room 27, May 2023 wing',
    '27.09.2023 14.10.2023',
    '192.168.2023',
    'Am 27. September 2023 war es so weit.',
    '他于2023年9月27日抵达。',
    '',
    '   ',
    '!!! 12 2023',
  ])('%s', (line) => {
    expect(readDateLine(line)).toBeUndefined()
  })
})

test('a weekday that contradicts the date makes the line none', () => {
  expect(readDateLine('Monday, 27 September 2023')).toBeUndefined()
  // “may” is no other month in another language then.
  expect(readDateLine('Sat, 2 May 2025')).toBeUndefined()
  expect(readDateLine('2023年9月27日月曜日')).toBeUndefined()
  expect(readDateLine('2023年9月27日晴')).toBeUndefined()
})

test('the language of the text comes first where a name means two months', () => {
  // listopad is October in Croatian, November in Polish and Czech.
  expect(readDateLine('15 listopada 2023', 'hr')).toBe('2023-10-15')
  expect(readDateLine('15 listopada 2023', 'pl')).toBe('2023-11-15')
  expect(readDateLine('nedjelja, 15. listopada 2023.', 'en')).toBe('2023-10-15')
})

test('an unknown language is read as English', () => {
  expect(readDateLine('27 September 2023', 'tlh')).toBe(DAY)
  expect(readDateLine('27 September 2023', 'qaa')).toBe(DAY)
})

test.each([
  'Published: 27 September 2023',
  'Updated 27.09.2023, 09:30',
  'Date: 27 September 2023',
  'Stand: 27.09.2023',
  'Publié le 27 septembre 2023',
  'Last updated on September 27, 2023',
  'September 27, 2023 at 9:30 AM',
  '27.09.2023 09:30 Uhr',
  '27. September 2023, 9:30 Uhr',
  '27 September 2023 17:05 CEST',
  'Wed, 27 Sep 2023 09:30:00 GMT',
])('%s is a date with a label or a time', (line) => {
  expect(readDateLine(line)).toBe(DAY)
})

test('a year of the Buddhist era is converted', () => {
  expect(readDateLine('27 กันยายน 2566', 'th')).toBe(DAY)
  expect(readDateLine('27/09/2566', 'th')).toBe(DAY)
  expect(readDateLine('27 September 2566')).toBe('2566-09-27')
})

test.each([
  ['2023-09-27 09:30:00 +0100', DAY],
  ['2023-09-27T09:30:00+01:00', DAY],
  ['2023', '2023'],
  ['2023-09', '2023-09'],
  ['09/2023', '2023-09'],
  ['September 2023', '2023-09'],
  ['Eylül 2023', '2023-09'],
  ['2023年9月', '2023-09'],
  ['1695772800', DAY],
  ['1695772800000', DAY],
  ['soon', undefined],
  ['03/04/2021', undefined],
  ['2023-13', undefined],
  ['@today', undefined],
])('front matter may say %s', (written, date) => {
  expect(readDate(written)).toBe(date)
})

test.each([
  ['By Mara Lind | September 27, 2023', DAY],
  ['Mara Lind · 27 September 2023 · 5 min read', DAY],
  ['By Mara Lind, September 27, 2023', DAY],
  ['OSLO, 27 September 2023 (NTB) - The pond is to be cleaned.', DAY],
  ['No. 12, May 2024', '2024-05'],
  ['Vol. 3, No. 4, May 2024', '2024-05'],
  ['We met | 27 September 2023 | and again on 3 May 2024.', undefined],
  ['The pond was cleaned on 27 September 2023.', undefined],
])('the date in “%s” is %s', (line, date) => {
  expect(readDateIn(line)).toBe(date)
})

test('a byline names who wrote the article, and says nothing else', () => {
  for (const line of ['By Mara Lind', 'Von Ove Brask', 'Par Anne de la Tour']) expect(isByline(line)).toBe(true)
  for (const line of ['By nine it was dark', 'By Mara Lind and 3 others, who left.']) expect(isByline(line)).toBe(false)
})
