declare module 'sentencex' {
  export function get_sentence_boundaries(language: string, text: string): { readonly text: string }[]
}
