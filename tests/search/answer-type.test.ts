// What a question asks for, and which sentences hold it.
import { expect, test } from 'vitest'
import { loadLanguage } from '../../src/language/language.ts'
import { splitWords } from '../../src/language/words.ts'
import { holdsAnswerType } from '../../src/search/extraction/holds-answer-type.ts'
import { parseExpectedAnswer } from '../../src/search/query/answer-type.ts'

test.each([
  ['en', 'Which firmware version does the kiln need?', 'number'],
  ['en', 'What is the maximum temperature of the kiln?', 'number'],
  ['en', 'How often is the kiln cleaned?', 'frequency'],
  ['en', 'What happens if the kiln cracks?', 'consequence'],
  ['en', 'What happened at the kiln?', 'other'],
  ['de', 'Welche Version braucht der Ofen?', 'number'],
  ['de', 'Wie oft wird der Ofen gereinigt?', 'frequency'],
  ['de', 'Was passiert, wenn der Ofen reißt?', 'consequence'],
  ['fr', 'Quelle version faut-il pour le four ?', 'number'],
  ['fr', 'À quelle fréquence nettoie-t-on le four ?', 'frequency'],
  ['fr', 'Que se passe-t-il si le four casse ?', 'consequence'],
  ['es', '¿Qué versión necesita el horno?', 'number'],
  ['es', '¿Con qué frecuencia se limpia el horno?', 'frequency'],
  ['es', '¿Qué pasa si se rompe el horno?', 'consequence'],
  ['tr', 'Fırın hangi sürümü istiyor?', 'number'],
  ['tr', 'Fırın ne sıklıkla temizlenir?', 'frequency'],
  ['tr', 'Fırın çatlarsa ne olur?', 'consequence'],
])('%s: “%s” asks for: %s', async (language, question, type) => {
  expect(parseExpectedAnswer(question, await loadLanguage(language)).type).toBe(type)
})

test('the noun that names the number stays a word of the question', async () => {
  const { phraseWords } = parseExpectedAnswer('Which firmware version runs?', await loadLanguage('en'))
  expect([...phraseWords]).toEqual(['which'])
})

test.each([
  ['en', 'How long does it take?', 'It takes 20 more minutes.', true],
  ['en', 'How long does it take?', 'It takes a week.', undefined],
  ['en', 'How long does it take?', 'Heat it to 900 degrees with 2 shovels.', false],
  ['en', 'How long does it take?', 'The lid stays closed during the firing.', false],
  ['en', 'How long is the hall?', 'The hall is 40 metres long.', true],
  ['de', 'Wie lange dauert es?', 'Der Deckel bleibt während des Brandes zu.', false],
  ['en', 'How often is it cleaned?', 'It is cleaned every other week.', true],
  ['en', 'How often is it cleaned?', 'At most 2 potters clean it.', false],
  ['tr', 'Ne sıklıkla temizlenir?', 'Haftada iki kez temizlenir.', true],
  ['en', 'What happens if it cracks?', 'If it cracks, call the smith.', true],
  ['en', 'What happens if it cracks?', 'Cracks are common.', undefined],
  ['tr', 'Çatlarsa ne olur?', 'Çatlak bulunursa fırın kapatılır.', true],
  ['en', 'How many bricks?', '1. Crack the bricks and sort them.', false],
  ['en', 'How many bricks?', 'Section 3. Bricks are sorted.', false],
  ['en', 'How many bricks?', 'Sort them like this:\n1. Take 4 bricks.', true],
])('%s: %s – “%s”: %s', async (language, question, plain, holds) => {
  const { type } = parseExpectedAnswer(question, await loadLanguage(language))
  const sentence = { plain, words: splitWords(plain), terms: new Uint32Array(), language: await loadLanguage(language) }
  expect(holdsAnswerType(sentence, type, new Set())).toBe(holds)
})
