// Generates questions about a text.
const openings = ['When was', 'Who', 'Where did', 'How many', 'What is', 'Why did', 'Which', 'How did']

/** Questions of a typical shape: an opening and eight words of a sentence, from sentences spread over the text. */
export function questionsOf(sentences: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const words = sentences[Math.floor(((i + 0.5) * sentences.length) / count)]?.replace(/\.$/u, '').split(' ') ?? []
    return `${openings[i % openings.length]} ${words.slice(2, 10).join(' ')}?`
  })
}
