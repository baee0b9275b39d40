/* The timed tasks over several cases, raters or persons: mixed models, the difference between cases, pooling, agreement, survival, ranks. */
import { gwetAc } from '../agree/gwet-ac.ts'
import { intraclassAgreement } from '../agree/intraclass-agreement.ts'
import { krippendorffAlpha } from '../agree/krippendorff-alpha.ts'
import { twoWayTable } from '../agree/two-way-table.ts'
import type { Chance } from '../chance/seeded-generator.ts'
import { mannWhitney } from '../compare/mann-whitney.ts'
import { twoGroups } from '../compare/two-groups.ts'
import { effectList } from '../meta/effect-list.ts'
import { hartungKnapp } from '../meta/hartung-knapp.ts'
import { levelDesign } from '../mixed/between-case-design.ts'
import { betweenCaseMoments } from '../mixed/between-case-moments.ts'
import { betweenCaseSmd } from '../mixed/between-case-smd.ts'
import { piecewiseDesign } from '../mixed/piecewise-design.ts'
import { randomInterceptAutocorrelated } from '../mixed/random-intercept-autocorrelated.ts'
import { randomIntercept } from '../mixed/random-intercept.ts'
import { randomLevel } from '../mixed/random-level.ts'
import type { SessionCase } from '../mixed/session-cases.ts'
import { followed } from '../survival/followed.ts'
import { kaplanMeier } from '../survival/kaplan-meier.ts'

/** The same number of sessions a case as the stored tasks had: 25 cases and 3 cases of 20, and 8 cases of 16 (128 points). */
export function timedTasksOfSeveral(chance: Chance): Record<string, () => unknown> {
  const [many, few, eight] = [sessions(chance, 25, 20), sessions(chance, 3, 20), sessions(chance, 8, 16)]
  const [designOfMany, designOfFew, levelsOfEight] = [piecewiseDesign(many), piecewiseDesign(few), levelDesign(eight)]
  const effects = effectList(listOf(13, () => chance.next() * 2 - 0.5), listOf(13, () => 0.05 + chance.next() / 5))
  const ratings = listOf(20, () => { const likely = chance.below(5); return listOf(3, () => Math.min(4, Math.max(0, likely + chance.below(3) - 1))) })
  const [first, second] = [listOf(10, () => chance.below(12)), listOf(12, () => chance.below(12) + 2)]
  const [time, event] = [listOf(23, () => 1 + chance.below(160)), listOf(23, () => Number(chance.next() < 0.75))]
  return {
    'lmer25': () => randomIntercept(designOfMany, 'REML'),
    'lmer25slope': () => randomLevel(designOfMany, 2, 'REML'),
    'lme25ar1': () => randomInterceptAutocorrelated(designOfMany, 'REML'),
    'lmerSmall': () => randomIntercept(designOfFew, 'REML'),
    'bcsmdReml': () => betweenCaseSmd({ cases: levelsOfEight, effect: [0, 1], errors: 'autocorrelated' }),
    'bcsmdHps': () => betweenCaseMoments(eight, 'multiple-baseline'),
    'rma100': times(100, () => hartungKnapp(effects, 'REML')),
    'icc100': times(100, () => intraclassAgreement(twoWayTable(ratings), 'single')),
    'kripp100': times(100, () => krippendorffAlpha(ratings, 'ordinal', [0, 1, 2, 3, 4])),
    'ac1_100': times(100, () => gwetAc({ ratings, categories: [0, 1, 2, 3, 4], confidence: 0.95 })),
    'km100': times(100, () => kaplanMeier(followed(time, event))),
    'wilcoxExact100': times(100, () => mannWhitney(twoGroups(first, second))),
  }
}

export function times(count: number, task: () => unknown): () => unknown {
  return () => {
    let last: unknown
    for (let i = 0; i < count; i++) last = task()
    return last
  }
}

/** Each case stands higher or lower, changes its level by an amount of its own about half way, and a part of each error goes over into the next session. */
function sessions(chance: Chance, count: number, length: number): SessionCase[] {
  return listOf(count, (place) => {
    const start = Math.floor(length * (0.35 + 0.3 * chance.next()))
    const [own, change] = [50 + 8 * bell(chance), 12 + 3 * bell(chance)]
    let carried = 0
    const rows = listOf(length, (i) => {
      carried = 0.3 * carried + 4 * bell(chance)
      return { time: i + 1, treatment: i < start ? 0 : 1, phase: '1', outcome: own + 0.2 * i + (i < start ? 0 : change) + carried }
    })
    return { label: place, rows }
  })
}

// Twelve even numbers added up are near enough to the normal curve for this.
function bell(chance: Chance): number {
  let all = -6
  for (let i = 0; i < 12; i++) all += chance.next()
  return all
}

function listOf<Value>(length: number, of: (place: number) => Value): Value[] {
  return Array.from({ length }, (_, place) => of(place))
}
