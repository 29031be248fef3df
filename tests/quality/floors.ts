// The figures that a commit must reach.

/** Held-out figures; `.ci/run` fails below them. */
export const floors: Readonly<Record<string, number>> = {
  'first five as of all': 0.99,
  'XQuAD-en MRR': 0.875,
  'XQuAD-en P@1': 0.805,
  'SelQA MRR': 0.92,
  'SelQA P@1': 0.875,
  'XQuAD-en mistyped, MRR kept': 0.98,
  'SelQA mistyped, MRR kept': 0.98,
  'XQuAD-tr MRR': 0.84,
  'XQuAD-de MRR': 0.837,
  'XQuAD-ru MRR': 0.85,
  'XQuAD-zh MRR': 0.844,
  'XQuAD-en silence F1': 0.76,
  'XQuAD-en unrelated article, not answered': 0.975,
  'XQuAD-en silence AUC': 0.996,
  'XQuAD-en marked answer': 0.71,
}

/** One line for each floor that a figure is under, or that was not measured. */
export function missedFloors(figures: ReadonlyMap<string, number>): string[] {
  return Object.entries(floors).flatMap(([name, floor]) => {
    const figure = figures.get(name) ?? 0
    return figure < floor ? [`${name} is ${figure.toFixed(3)}, under its floor of ${floor}`] : []
  })
}
