// Draws the plot of the benchmark as SVG.
/** A line of the plot: points `[sentences, milliseconds]`. */
export interface Line {
  readonly name: string
  readonly colour: keyof typeof colours
  readonly isDashed?: boolean
  readonly points: readonly (readonly [number, number])[]
}

/** Colours on white and on black, safe for colour-blind readers (Okabe and Ito, 2008); the last two greys are ours. */
const colours = {
  own: ['#0072b2', '#56b4e9'],
  orange: ['#b36b00', '#e69f00'],
  green: ['#00795a', '#2bc99a'],
  red: ['#c04a00', '#ff8a4c'],
  pink: ['#a8487e', '#e29bc2'],
  grey: ['#6b6b6b', '#a0a0a0'],
  olive: ['#6f6300', '#e6d93a'],
  ink: ['#333333', '#cccccc'],
} as const

const [WIDTH, HEIGHT] = [870, 480]
const plot = { left: 70, right: WIDTH - 240, top: 50, bottom: HEIGHT - 50 }

/** Draws lines on two logarithmic axes, on a light or dark background as the reader's system asks for. */
export function drawPlot(
  title: string,
  lines: readonly Line[],
  mark: { readonly name: string; readonly at: number },
): string {
  const all = lines.flatMap(({ points }) => points)
  const x = scale(bounds([...all.map(([size]) => size)]), plot.left, plot.right)
  const y = scale(bounds([...all.map(([, ms]) => ms), mark.at]), plot.bottom, plot.top)
  const grid = [
    ...x.ticks.map((size) => {
      const at = round(x.place(size))
      return `<path class="grid" d="M${at} ${plot.top}V${plot.bottom}"/><text x="${at}" y="${plot.bottom + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`
    }),
    ...y.ticks.map((ms) => {
      const at = round(y.place(ms))
      return `<path class="grid" d="M${plot.left} ${at}H${plot.right}"/><text x="${plot.left - 8}" y="${at + 4}" text-anchor="end">${label(ms)}</text>`
    }),
  ]
  const marked = round(y.place(mark.at))
  const labelled = lines.flatMap((line) => {
    const last = line.points.at(-1)
    return last ? [{ line, x: x.place(last[0]), y: y.place(last[1]), value: last[1] }] : []
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<style>
${style(0)}
@media (prefers-color-scheme: dark) {
${style(1)}
}
text { font: 13px system-ui, sans-serif; paint-order: stroke; stroke-width: 4px }
.title { font-weight: 600; font-size: 15px }
path { fill: none; stroke-width: 1.75; stroke-linejoin: round }
path.own { stroke-width: 3 }
path.dashed { stroke-width: 1.5; stroke-dasharray: 5 4 }
path.grid { stroke-width: 1 }
</style>
<rect class="ground" width="${WIDTH}" height="${HEIGHT}" rx="8"/>
<text class="title" x="${plot.left}" y="28">${title}</text>
${grid.join('\n')}
<path class="dashed ink" d="M${plot.left} ${marked}H${plot.right}"/>
<text x="${plot.left + 8}" y="${marked - 6}">${mark.name}</text>
<text x="${(plot.left + plot.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">sentences</text>
${lines.map((line) => drawLine(line, x.place, y.place)).join('\n')}
${spread(labelled)
  .map(
    (each) =>
      `<text class="${each.line.colour}" x="${round(each.x + 9)}" y="${round(each.y + 4)}">${each.line.name}, ${label(each.value)}</text>`,
  )
  .join('\n')}
</svg>
`
}

function drawLine({ colour, isDashed, points }: Line, x: (size: number) => number, y: (ms: number) => number): string {
  const places = points.map(([size, ms]) => `${round(x(size))} ${round(y(ms))}`)
  const dots = points.map(
    ([size, ms]) => `<circle class="${colour}" cx="${round(x(size))}" cy="${round(y(ms))}" r="3"/>`,
  )
  return `<path class="${colour}${isDashed ? ' dashed' : ''}" d="M${places.join('L')}"/>${dots.join('')}`
}

/** Spreads labels in a column so that they do not overlap. */
function spread<T extends { readonly x: number; readonly y: number }>(labels: readonly T[]): T[] {
  const placed: T[] = []
  for (const each of labels.toSorted((a, b) => a.x - b.x || a.y - b.y)) {
    const above = placed.at(-1)
    placed.push({ ...each, y: above && above.x === each.x ? Math.max(each.y, above.y + 16) : each.y })
  }
  return placed
}

/** The powers of ten that enclose some values. */
function bounds(values: readonly number[]): [number, number] {
  return [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))]
}

function scale([low, high]: readonly [number, number], from: number, to: number) {
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, i) => Number(`1e${low + i}`)),
    place: (value: number) => from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from),
  }
}

function label(ms: number): string {
  return ms < 1000 ? `${Number(ms.toPrecision(2))} ms` : `${Number((ms / 1000).toPrecision(2))} s`
}

function round(place: number): number {
  return Math.round(place * 10) / 10
}

function style(scheme: 0 | 1): string {
  const [ground, grid, ink] =
    scheme === 0 ? ['#ffffff', '#e2e2e2', colours.ink[0]] : ['#0d1117', '#2b3138', colours.ink[1]]
  const hues = Object.entries(colours).map(
    ([name, pair]) => `path.${name} { stroke: ${pair[scheme]} } text.${name}, circle.${name} { fill: ${pair[scheme]} }`,
  )
  return [
    `.ground { fill: ${ground} } text { fill: ${ink}; stroke: ${ground} } path.grid { stroke: ${grid} }`,
    ...hues,
  ].join('\n')
}
