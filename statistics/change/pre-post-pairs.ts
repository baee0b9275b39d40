import { mean } from '../arithmetic/mean.ts'
import { variance } from '../arithmetic/variance.ts'
import { finite, observed } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'

export type Scores = readonly (number | null)[]
export type Pair = { pre: number, post: number } | null
export type Pairs = {
  /** one for each person in the order given; null where a score is missing */
  all: Pair[]
  whole: { pre: number, post: number }[]
  missing: number
}
export type Norms = { meanPre: number, sdPre: number | null, meanPost: number, sdPost: number | null }

/** Who has a score both before and after? */
export function prePostPairs(pre: Scores, post: Scores): Pairs {
  observed(pre, 'pre')
  observed(post, 'post')
  if (pre.length !== post.length) throw wrongInput('post', `${pre.length} scores belong here, one for each person in pre`)

  const all = pre.map((before, i): Pair => {
    const after = post[i] ?? null
    return before === null || after === null ? null : { pre: before, post: after }
  })
  const whole = all.filter((pair) => pair !== null)
  return { all, whole, missing: all.length - whole.length }
}

/** Means and standard deviations (n - 1) of the pairs themselves; one pair has no spread: null. */
export function sampleNorms(whole: Pairs['whole']): Norms {
  const pre = whole.map((pair) => pair.pre), post = whole.map((pair) => pair.post)
  const sd = (scores: number[]): number | null => scores.length < 2 ? null : Math.sqrt(variance(scores))
  return { meanPre: mean(pre), sdPre: sd(pre), meanPost: mean(post), sdPost: sd(post) }
}

/** A reliability: a share from 0 to 1. */
export function reliabilityOf(value: unknown, place: string): number {
  const given = finite(value, place)
  if (given >= 0 && given <= 1) return given
  throw wrongInput(place, `${given} was given where a reliability from 0 to 1 belongs`)
}
