import { arrangements } from '../../chance/arrangements.ts'
import type { Rule } from '../../chance/arrangements.ts'
import { randomisationTest } from '../../chance/randomisation-test.ts'
import type { Drawing, RandomisationTest } from '../../chance/randomisation-test.ts'
import { observed } from '../../describe/observed.ts'
import { notComputable, tooFew, wrongInput } from '../../result.ts'
import type { Result } from '../../result.ts'
import { alternatingRule, completelyRandomisedRule, phaseRule, randomisedBlockRule } from './design-rules.ts'
import { labelStatistic } from './label-statistics.ts'
import type { LabelStatistic } from './label-statistics.ts'
import type { Values } from '../phases.ts'

export type DesignName = 'AB' | 'ABA' | 'ABAB' | 'CRD' | 'RBD' | 'ATD'
export type Randomised = {
  design: DesignName
  /** 'A' and 'B', or the phases 'A1', 'B1', 'A2' … */
  condition: readonly string[]
  values: Values
  statistic: LabelStatistic
  /** fewest points in a phase (AB, ABA, ABAB), or longest run of one condition (ATD) */
  limit?: number | undefined
}

/**
 * If chance alone had drawn the conditions, how often would they lie at least so far apart?
 *
 * Assumes that the conditions were really drawn by this design before the study; then nothing else is assumed. See `randomisationTest`.
 * AB, ABA, ABAB: the moments of change were drawn; CRD: all points at once; RBD: the order within each pair; ATD: alternating, with a longest run.
 * Reference: Edgington & Onghena 2007; Bulte & Onghena 2008 (SCRT).
 */
export function randomisedDesignTest(study: Randomised, drawing: Drawing): Result<RandomisationTest> {
  const { design, condition, values: given, statistic } = study
  const { values: seen, missing } = observed(given, 'values')
  if (condition.length !== given.length) throw wrongInput('condition', 'as many conditions as values belong here')
  const method = `randomisation test, ${design} design, ${statistic}`
  const told = { method, n: seen.length, missing }
  if (seen.length < 2) return tooFew({ ...told, needed: 2 })

  const labels = labelled(condition, design)
  const possible = arrangements(ruleOf(study, labels))
  if (!possible.includes(labels)) return notComputable({ ...told, reason: 'the order that was carried out is not one that this design can draw' })

  const values = Float64Array.from(given, (value) => value ?? NaN)
  const statisticOf = labelStatistic(statistic, values, phasesOf(design))
  return randomisationTest(told, {
    count: possible.count,
    every: (visit) => possible.every((sequence) => visit(statisticOf(sequence))),
    one: (chance) => statisticOf(possible.one(chance)),
  }, statisticOf(labels), drawing)
}

function ruleOf({ design, limit }: Randomised, labels: readonly number[]): Rule {
  const inA = labels.filter((label) => label % 2 === 0).length
  if (design === 'CRD') return completelyRandomisedRule(labels.length, inA)
  if (design === 'RBD') return randomisedBlockRule(labels.length)
  if (design === 'ATD') return alternatingRule(labels.length, inA, limit ?? labels.length)
  return phaseRule(labels.length, phasesOf(design), limit ?? 1)
}

function phasesOf(design: DesignName): number {
  return design === 'ABA' ? 3 : design === 'ABAB' ? 4 : 2
}

// In phase designs a change of condition begins the next phase, whether the phases are named A, B, A, B or A1, B1, A2, B2.
function labelled(condition: readonly string[], design: DesignName): number[] {
  const letters = condition.map((name, i) => letterOf(name, `condition, place ${i + 1}`))
  if (design === 'CRD' || design === 'RBD' || design === 'ATD') return letters

  let phase = 0
  return letters.map((letter, i) => {
    if (i > 0 && letter !== letters[i - 1]) phase += 1
    if (i === 0 && letter === 1) throw wrongInput('condition, place 1', 'the first phase is A')
    if (phase >= phasesOf(design)) throw wrongInput(`condition, place ${i + 1}`, `a design ${design} has only ${phasesOf(design)} phases`)
    return phase
  })
}

function letterOf(name: unknown, place: string): number {
  const letter = typeof name === 'string' ? name[0] : undefined
  if (letter === 'A' || letter === 'B') return letter === 'A' ? 0 : 1
  throw wrongInput(place, 'a condition A or B belongs here')
}
