import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'

/** Effects with their sampling variances; a missing one (null) is left out and counted. */
export type EffectList = { y: number[], v: number[], missing: number }

export function effectList(effects: readonly unknown[], variances: readonly unknown[]): EffectList {
  if (effects.length !== variances.length) throw wrongInput('vi', `${variances.length} variances where yi has ${effects.length} effects`)
  const pairs = effects.map((effect, i) => {
    const variance = variances[i]
    if (effect === null || variance === null) return null
    const own = finite(variance, `vi, place ${i + 1}`)
    if (own <= 0) throw wrongInput(`vi, place ${i + 1}`, `${own} was given where a variance above 0 belongs (an effect without uncertainty has no weight)`)
    return { effect: finite(effect, `yi, place ${i + 1}`), variance: own }
  })
  const known = pairs.filter((pair) => pair !== null)
  return { y: known.map((pair) => pair.effect), v: known.map((pair) => pair.variance), missing: pairs.length - known.length }
}
