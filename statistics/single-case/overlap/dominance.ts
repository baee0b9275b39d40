export type Dominance = {
  /** pairs in which B is above A, below A, and equal */
  above: number
  below: number
  tied: number
  /** for each point of A: how many points of B are above it, a tie counting half */
  ofA: Float64Array
  /** for each point of B: above how many points of A it is, a tie counting half */
  ofB: Float64Array
}

/**
 * How often is a point of B above a point of A, over all pairs?
 * Convention: ties compare the numbers exactly as they are.
 */
export function dominance(A: readonly number[], B: readonly number[]): Dominance {
  const ofA = new Float64Array(A.length), ofB = new Float64Array(B.length)
  let above = 0, tied = 0

  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j < B.length; j++) {
      const score = B[j]! > A[i]! ? 1 : B[j]! === A[i]! ? 0.5 : 0
      if (score === 1) above += 1
      else if (score === 0.5) tied += 1
      ofA[i]! += score
      ofB[j]! += score
    }
  }
  return { above, tied, below: A.length * B.length - above - tied, ofA, ofB }
}
