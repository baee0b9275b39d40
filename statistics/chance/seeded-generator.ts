import { wrongInput } from '../result.ts'

export type Chance = {
  seed: number
  /** an even number from 0 to just below 1, with 53 random bits */
  next(): number
  /** a whole number from 0 to limit - 1, each equally likely */
  below(limit: number): number
}

/**
 * Where does chance come from, so that the same seed gives the same report for ever?
 *
 * Convention: xoshiro128** (Blackman & Vigna 2021), its four words filled from the seed by splitmix32, so that the seeds 1 and 2 have nothing in common.
 * 32-bit whole-number arithmetic only: the same on every machine. Not for keys or passwords.
 */
export function seededGenerator(seed: number): Chance {
  if (!Number.isSafeInteger(seed) || seed < 0) throw wrongInput('seed', `${seed} was given where a whole number from 0 belongs`)
  const word = wordsOf(seed)
  const next = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992

  return { seed, next, below: (limit) => Math.floor(next() * limit) }
}

function wordsOf(seed: number): () => number {
  const fill = splitmix(seed)
  let a = fill(), b = fill(), c = fill(), d = fill()

  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return result >>> 0
  }
}

function splitmix(seed: number): () => number {
  let state = (seed ^ Math.floor(seed / 4294967296)) | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
