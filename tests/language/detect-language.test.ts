// Language detection.
import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/language/detect-language.ts'

test('a short text in Latin letters is taken for English', () => {
  expect(detectLanguage('Der Hund schläft.')).toBe('en')
  expect(detectLanguage('')).toBe('en')
  expect(detectLanguage('123 … 🙂')).toBe('en')
})

test('a short text in letters of its own is known', () => {
  expect(detectLanguage('הים עלה. הלכנו.')).toBe('he')
  expect(detectLanguage('ზღვა აიწია.')).toBe('ka')
  expect(detectLanguage('Ծովը բարձրացավ։')).toBe('hy')
  expect(detectLanguage('바다가 높아졌다.')).toBe('ko')
  expect(detectLanguage('Η θάλασσα ανέβηκε.')).toBe('el')
})

test('Russian is not taken for Bulgarian, nor Bulgarian for Russian', () => {
  const russian =
    'Его нашла библиотекарь, когда чинили крышу. В дневнике двести страниц. Это был учитель, он описывал жизнь города и зарисовывал птиц.'
  const bulgarian =
    'Намерила го библиотекарката, когато поправяли покрива. В дневника има двеста страници. Учителят описвал живота на града и рисувал птици.'
  expect(detectLanguage(russian)).toBe('ru')
  expect(detectLanguage(bulgarian)).toBe('bg')
})
