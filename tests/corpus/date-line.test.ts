import { describe, expect, test } from 'vitest'
import { readDateLine } from '../../src/corpus/date-line.ts'

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
])('%s is a day in numbers', (line) => {
  expect(readDateLine(line)).toBe(DAY)
})

test('the first day of a month has endings of its own', () => {
  expect(readDateLine('1er mars 2024')).toBe('2024-03-01')
  expect(readDateLine('1. März 2024')).toBe('2024-03-01')
  expect(readDateLine('1st March 2024')).toBe('2024-03-01')
})

test('numbers that two readers read differently are no day', () => {
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
])('%s is a day that there is not', (line) => {
  expect(readDateLine(line)).toBeUndefined()
})

test('29 February is a day in a leap year', () => {
  expect(readDateLine('29 February 2024')).toBe('2024-02-29')
  expect(readDateLine('29 February 2023')).toBeUndefined()
})

describe('a line that says more than a day is none:', () => {
  test.each([
    'The bridge opened on 27 September 2023.',
    'Kim left on 27 September 2023',
    'On September 27, 2023 they met',
    '27 September 2023 – 3 October 2023',
    '27 September 2023, Pyongyang',
    'Updated 27 September 2023',
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

test('a weekday that is not that day’s makes the line none', () => {
  expect(readDateLine('Monday, 27 September 2023')).toBeUndefined()
  expect(readDateLine('2023年9月27日月曜日')).toBeUndefined()
  expect(readDateLine('2023年9月27日晴')).toBeUndefined()
})

test('the language of the text is asked first where a name means two months', () => {
  // listopad is October in Croatian, November in Polish and Czech.
  expect(readDateLine('15 listopada 2023', 'hr')).toBe('2023-10-15')
  expect(readDateLine('15 listopada 2023', 'pl')).toBe('2023-11-15')
  expect(readDateLine('nedjelja, 15. listopada 2023.', 'en')).toBe('2023-10-15')
})

test('an unknown language is no obstacle', () => {
  expect(readDateLine('27 September 2023', 'tlh')).toBe(DAY)
  expect(readDateLine('27 September 2023', 'qaa')).toBe(DAY)
})
