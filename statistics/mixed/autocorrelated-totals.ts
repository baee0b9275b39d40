import { Matrix } from 'ml-matrix'
import type { CaseData, CaseTotals } from './case-totals.ts'

/** A case with the times of its sessions. */
export type TimedCase = CaseData & { time: number[] }
/** The sessions in the order of their times, the outcomes as the last column of the design, and how far each session is from the one before. */
export type OrderedCase = { columns: Float64Array[], distances: number[] }
export type MemoryParameters = { between: number, within: number, memory: number }

export function ordered({ y, x, time }: TimedCase): OrderedCase {
  const order = time.map((_, i) => i).toSorted((one, other) => time[one]! - time[other]!)
  const rows = order.map((i) => [...x[i]!, y[i]!])
  return {
    columns: (rows[0] ?? []).map((_, k) => Float64Array.from(rows, (row) => row[k]!)),
    distances: order.slice(1).map((i, place) => time[i]! - time[order[place]!]!),
  }
}

/**
 * What one case adds to the likelihood, when it has an amount of its own and an error is carried into the next session by memory^distance.
 * Convention: V = between 11' + within R, R[i][j] = memory^|t_i - t_j|. R is the correlation of a chain, so its inverse has three diagonals
 * and everything follows in steps along the sessions: the work grows with their number, not with its cube. K is the derivative of R^-1 by the
 * memory, so dR = -R K R; e, f and k below are 1'R^-1 U, U'V^-1 1 and 1'K1. Parameters in the order between, within, memory; no derivatives
 * where `slopes` is false. `null` where V is not positive (two sessions at one time).
 * Reference: Rybicki & Press 1995, Physical Review Letters 74:1060-1063 (the inverse of three diagonals); Harville 1977 for the totals.
 */
export function autocorrelatedTotals(one: OrderedCase, { between, within, memory }: MemoryParameters, slopes: boolean): CaseTotals | null {
  const chain = chainOf(one.distances, memory)
  if (!chain || !(within > 0) || !(between >= 0)) return null
  const { columns: u } = one
  const n = u[0]!.length
  const ones = new Float64Array(n).fill(1)
  const settledOnes = timesTridiagonal(chain.inverse, ones)
  const spread = total(settledOnes)
  const kept = 1 + (between / within) * spread
  const c = between / within / kept
  const e = u.map((column) => dot(column, settledOnes))
  const crossedU = crossed(u, u.map((column) => timesTridiagonal(chain.inverse, column)))
  const plain = {
    n, logDeterminant: n * Math.log(within) + chain.logDeterminant + Math.log(kept),
    s: squareOf(u.length, (i, j) => (crossedU[i]![j]! - c * e[i]! * e[j]!) / within),
  }
  return slopes ? { ...plain, ...slopesOf({ u, chain, settledOnes, spread, c, e, n, within }) } : { ...plain, h: [], q: [], trace: [], traces: [] }
}

type Tridiagonal = { diagonal: Float64Array, beside: Float64Array }
type Chain = { carried: number[], inverse: Tridiagonal, bent: Tridiagonal, logDeterminant: number, traceRK: number, traceRKRK: number }
type Parts = { u: Float64Array[], chain: Chain, settledOnes: Float64Array, spread: number, c: number, e: number[], n: number, within: number }

// Each step from a session to the next adds to R^-1 and to its derivative by the memory; `carried` is memory^distance.
function chainOf(distances: readonly number[], memory: number): Chain | null {
  const n = distances.length + 1
  const empty = (): Tridiagonal => ({ diagonal: new Float64Array(n), beside: new Float64Array(n - 1) })
  const chain: Chain = { carried: distances.map((d) => memory ** d), inverse: empty(), bent: empty(), logDeterminant: 0, traceRK: 0, traceRKRK: 0 }
  chain.inverse.diagonal.fill(1)
  for (const [i, rho] of chain.carried.entries()) {
    const free = 1 - rho * rho
    if (!(free > 0)) return null
    const slope = distances[i]! * memory ** (distances[i]! - 1)
    const more = rho * rho / free
    chain.inverse.diagonal[i]! += more
    chain.inverse.diagonal[i + 1]! += more
    chain.inverse.beside[i] = -rho / free
    const bend = 2 * rho * slope / free ** 2
    chain.bent.diagonal[i]! += bend
    chain.bent.diagonal[i + 1]! += bend
    chain.bent.beside[i] = -(1 + rho * rho) * slope / free ** 2
    chain.logDeterminant += Math.log(free)
    chain.traceRK += 2 * rho * slope / free
    chain.traceRKRK += 2 * slope ** 2 * (1 + rho * rho) / free ** 2
  }
  return chain
}

function slopesOf({ u, chain, settledOnes, spread, c, e, n, within: w }: Parts): Pick<CaseTotals, 'h' | 'q' | 'trace' | 'traces'> {
  const size = u.length
  const rest = 1 - c * spread
  const f = e.map((value) => rest * value / w)
  const v1 = rest * spread / w
  // R V^-1 U, and what R^-1, K and R make of it.
  const x = u.map((column, i) => column.map((value) => (value - c * e[i]!) / w))
  const [settled, bent] = [chain.inverse, chain.bent].map((diagonals) => x.map((column) => timesTridiagonal(diagonals, column))) as [Float64Array[], Float64Array[]]
  const g = x.map((column) => dot(column, settledOnes))
  const b = bent.map(total)
  const [ofSettled, ofBent, ofCarried] = [crossed(x, settled), crossed(x, bent), crossed(bent, bent.map((column) => alongChain(chain.carried, column)))]
  const square = (of: (i: number, j: number) => number) => squareOf(size, of)
  const bentOnes = timesTridiagonal(chain.bent, new Float64Array(n).fill(1))
  const k = total(bentOnes)
  const twice = 2 * c - c * c * spread
  const mixed = {
    bw: square((i, j) => f[i]! * (rest / w) * g[j]!), bp: square((i, j) => -rest * f[i]! * b[j]!),
    wp: square((i, j) => c * g[i]! * b[j]! - ofBent[i]![j]!),
  }
  const traces = {
    bw: (rest / w) ** 2 * spread, bp: -(rest ** 2) * k / w, wp: (twice * k - chain.traceRK) / w,
    pp: chain.traceRKRK - 2 * c * dot(bentOnes, alongChain(chain.carried, bentOnes)) + (c * k) ** 2,
  }
  return {
    h: [square((i, j) => f[i]! * f[j]!), square((i, j) => ofSettled[i]![j]!), square((i, j) => -w * ofBent[i]![j]!)],
    q: [
      [square((i, j) => v1 * f[i]! * f[j]!), mixed.bw, mixed.bp],
      [mixed.bw.transpose(), square((i, j) => (ofSettled[i]![j]! - c * g[i]! * g[j]!) / w), mixed.wp],
      [mixed.bp.transpose(), mixed.wp.transpose(), square((i, j) => w * (ofCarried[i]![j]! - c * b[i]! * b[j]!))],
    ],
    trace: [v1, (n - c * spread) / w, c * k - chain.traceRK],
    traces: [
      [v1 ** 2, traces.bw, traces.bp],
      [traces.bw, (n - 2 * c * spread + (c * spread) ** 2) / w ** 2, traces.wp],
      [traces.bp, traces.wp, traces.pp],
    ],
  }
}

function timesTridiagonal({ diagonal, beside }: Tridiagonal, column: Float64Array): Float64Array {
  return column.map((value, i) => diagonal[i]! * value + (i > 0 ? beside[i - 1]! * column[i - 1]! : 0) + (i < beside.length ? beside[i]! * column[i + 1]! : 0))
}

// R times a column: what comes from before, and what comes from after.
function alongChain(carried: readonly number[], column: Float64Array): Float64Array {
  const result = Float64Array.from(column)
  let before = 0, after = 0
  for (let i = 1; i < column.length; i += 1) {
    before = carried[i - 1]! * (before + column[i - 1]!)
    result[i]! += before
  }
  for (let i = column.length - 2; i >= 0; i -= 1) {
    after = carried[i]! * (after + column[i + 1]!)
    result[i]! += after
  }
  return result
}

function crossed(one: readonly Float64Array[], other: readonly Float64Array[]): number[][] {
  return one.map((left) => other.map((right) => dot(left, right)))
}

function squareOf(size: number, of: (i: number, j: number) => number): Matrix {
  const matrix = Matrix.zeros(size, size)
  for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) matrix.set(i, j, of(i, j))
  return matrix
}

function dot(one: Float64Array, other: Float64Array): number {
  let all = 0
  for (let i = 0; i < one.length; i += 1) all += one[i]! * other[i]!
  return all
}

function total(column: Float64Array): number {
  let all = 0
  for (const value of column) all += value
  return all
}
