// Which half of a set an article is in.
import { hash } from './random.ts'

/** Weights are chosen on the tuning half of a set's articles, and what is claimed is measured on the other. */
export type Half = 'tuning' | 'held-out'

/** The half that an article is in, by its title: the same article in all languages. */
export function halfOf(title: string): Half {
  return hash(title) % 2 === 0 ? 'tuning' : 'held-out'
}
