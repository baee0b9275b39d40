import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'

/** Effects with their sampling variances; a missing one (null) is left out and counted. Variances so far apart that the smallest alone would have a weight are a mistake of a unit, and throw. */
export type EffectList = { y: number[], v: number[], missing: number }

const smallestShare = 1e-10

export function effectList(effects: readonly unknown[], variances: readonly unknown[]): EffectList {
  if (effects.length !== variances.length) throw wrongInput('vi', `${variances.length} variances where yi has ${effects.length} effects`)
  const pairs = effects.map((effect, i) => {
    const variance = variances[i]
    if (effect === null || variance === null) return null
    const own = finite(variance, `vi, place ${i + 1}`)
    if (own <= 0) throw wrongInput(`vi, place ${i + 1}`, `${own} was given where a variance above 0 belongs (an effect without uncertainty has no weight)`)
    return { effect: finite(effect, `yi, place ${i + 1}`), variance: own }
  })
  const largest = Math.max(0, ...pairs.map((pair) => pair?.variance ?? 0))
  pairs.forEach((pair, i) => {
    if (pair && pair.variance < smallestShare * largest) throw wrongInput(`vi, place ${i + 1}`, `${pair.variance} is too small beside ${largest} for the two to be weighed together`)
  })
  const known = pairs.filter((pair) => pair !== null)
  return { y: known.map((pair) => pair.effect), v: known.map((pair) => pair.variance), missing: pairs.length - known.length }
}
