/** Weights are chosen on the tuning half of a set's articles, and what is claimed is measured on the other. */
export type Half = 'tuning' | 'held-out'

/** The half that an article is in, by its title (FNV-1a, 32 bits): the same article in all languages. */
export function halfOf(title: string): Half {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(title)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % 2 === 0 ? 'tuning' : 'held-out'
}
