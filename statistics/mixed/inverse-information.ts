import { LuDecomposition, Matrix } from 'ml-matrix'

/**
 * The inverse of an information matrix whose parameters have units of their own (a variance of 1e18 beside an autocorrelation of 0.2).
 * Convention: brought to a diagonal of ones first; `null` where a parameter carries no information or follows from the others.
 */
export function inverseInformation(information: Matrix): Matrix | null {
  const scale = information.diagonal().map(Math.sqrt)
  if (!scale.every((value) => value > 0 && Number.isFinite(value))) return null
  const places = scale.map((_, i) => i)
  const even = new LuDecomposition(new Matrix(places.map((i) => places.map((j) => information.get(i, j) / scale[i]! / scale[j]!))))
  if (even.isSingular()) return null
  const inverted = even.solve(Matrix.eye(scale.length))
  return new Matrix(places.map((i) => places.map((j) => inverted.get(i, j) / scale[i]! / scale[j]!)))
}
