/**
 * Where does this function cross zero between two places where its sign differs?
 *
 * Convention: Ridders' method (1979), a bisection that bends with the curve; stops when the bracket no longer shrinks in double precision.
 * Bounds of intervals are roots, so they are solved to the last digits: a reference package that stops at 1e-4 collapses to a point at the ends.
 */
export function findRoot(curve: (x: number) => number, from: number, to: number): number {
  let left = from, right = to
  let atLeft = curve(left)
  let atRight = curve(right)
  if (atLeft === 0) return left
  if (atRight === 0) return right
  if (atLeft > 0 === atRight > 0) throw new RangeError('the curve has the same sign at both ends: no root is bracketed')

  for (let step = 0; step < 200; step++) {
    const middle = left + (right - left) / 2
    const atMiddle = curve(middle)
    const root = bent(left, middle, atLeft, atMiddle, atRight)
    const atRoot = curve(root)
    if (atRoot === 0 || narrow(left, right)) return root

    const points: [number, number][] = [[left, atLeft], [middle, atMiddle], [root, atRoot], [right, atRight]]
    points.sort((one, other) => one[0] - other[0])
    const crossing = points.findIndex(([, value], i) => i < 3 && value > 0 !== points[i + 1]![1] > 0)
    ;[[left, atLeft], [right, atRight]] = [points[crossing]!, points[crossing + 1]!]
  }
  return left + (right - left) / 2
}

function bent(left: number, middle: number, atLeft: number, atMiddle: number, atRight: number): number {
  const bow = Math.sqrt(atMiddle * atMiddle - atLeft * atRight)
  if (!(bow > 0) || !Number.isFinite(bow)) return middle
  return middle + (middle - left) * Math.sign(atLeft - atRight) * atMiddle / bow
}

function narrow(left: number, right: number): boolean {
  return Math.abs(right - left) <= 4e-16 * Math.max(1e-3, Math.abs(left), Math.abs(right))
}
