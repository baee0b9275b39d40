import type { Rule } from '../../chance/arrangements.ts'
import { wrongInput } from '../../result.ts'

/** Phases one after another (AB, ABA, ABAB), each at least `limit` points long; the moments of change were drawn. Labels are 0, 1, 2 … for the phases. */
export function phaseRule(length: number, phases: number, limit: number): Rule {
  wholeFrom(limit, 1, 'limit')
  const base = length + 1
  return {
    length,
    start: 0,
    steps: (state) => {
      const phase = Math.floor(state / base), points = state % base
      const stay = { label: phase, state: state + 1 }
      const change = { label: phase + 1, state: (phase + 1) * base + 1 }
      return points >= limit && phase + 1 < phases ? [stay, change] : [stay]
    },
    complete: (state) => Math.floor(state / base) === phases - 1 && state % base >= limit,
  }
}

/** Conditions drawn for all points at once, `inA` of them A (label 0): a completely randomised design. */
export function completelyRandomisedRule(length: number, inA: number): Rule {
  return {
    length,
    start: 0,
    steps: (used, position) => [
      ...(used < inA ? [{ label: 0, state: used + 1 }] : []),
      ...(position - used < length - inA ? [{ label: 1, state: used }] : []),
    ],
    complete: (used) => used === inA,
  }
}

/** Blocks of two points, one of each condition, the order drawn for each block. */
export function randomisedBlockRule(length: number): Rule {
  if (length % 2 === 1) throw wrongInput('condition', 'blocks of two need an even number of points')
  return {
    length,
    start: 2,
    // state: the label that must end the block, or 2 when a block begins
    steps: (due) => due === 2 ? [{ label: 0, state: 1 }, { label: 1, state: 0 }] : [{ label: due, state: 2 }],
    complete: (due) => due === 2,
  }
}

/** Conditions alternate at random, `inA` points in A, never more than `limit` of the same in a row. */
export function alternatingRule(length: number, inA: number, limit: number): Rule {
  wholeFrom(limit, 1, 'limit')
  // state: points in A so far, the last label (2 = none yet), the length of its run
  const code = (used: number, label: number, run: number): number => (used * 3 + label) * (length + 1) + run
  return {
    length,
    start: code(0, 2, 0),
    steps: (state, position) => {
      const run = state % (length + 1), rest = Math.floor(state / (length + 1))
      const label = rest % 3, used = Math.floor(rest / 3)
      return [0, 1].flatMap((next) => {
        const left = next === 0 ? inA - used : length - inA - (position - used)
        const nextRun = next === label ? run + 1 : 1
        return left > 0 && nextRun <= limit ? [{ label: next, state: code(used + (next === 0 ? 1 : 0), next, nextRun) }] : []
      })
    },
    complete: () => true,
  }
}

function wholeFrom(value: number, least: number, place: string): void {
  if (!Number.isSafeInteger(value) || value < least) throw wrongInput(place, `${value} was given where a whole number from ${least} belongs`)
}
