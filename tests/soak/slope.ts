// Linear regression.
/** The slope of the least-squares line. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const meanOf = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length
  const [meanX, meanY] = [meanOf(0), meanOf(1)]
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return over / under
}
