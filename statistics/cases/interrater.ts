/* Runners for references/06_interrater.json: agreement of two raters, of many, and intraclass correlation. */
import { allAgree } from '../agree/all-agree.ts'
import { brennanPrediger } from '../agree/brennan-prediger.ts'
import type { Agreement } from '../agree/chance-corrected.ts'
import { cohenKappa } from '../agree/cohen-kappa.ts'
import type { Kappa } from '../agree/cohen-kappa.ts'
import { congerKappa } from '../agree/conger-kappa.ts'
import { fleissKappa } from '../agree/fleiss-kappa.ts'
import { fleissZeroTest } from '../agree/fleiss-zero-test.ts'
import { gwetAc } from '../agree/gwet-ac.ts'
import { kappaZeroTest } from '../agree/kappa-zero-test.ts'
import { krippendorffAlpha } from '../agree/krippendorff-alpha.ts'
import type { Metric } from '../agree/krippendorff-alpha.ts'
import { krippendorffLinearised } from '../agree/krippendorff-linearised.ts'
import { pairTable } from '../agree/pair-table.ts'
import { percentAgreement } from '../agree/percent-agreement.ts'
import type { RatingStudy } from '../agree/rater-agreement.ts'
import type { Ratings } from '../agree/rating-counts.ts'
import { normalReach } from '../distributions/normal.ts'
import { wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { Fields, Runners } from './index.ts'
import { intraclassCase } from './intraclass.ts'
import { confidenceOf, list } from './reading.ts'
import { absent, part } from './telling.ts'

export const interraterCases: Runners = {
  'agreement-two-raters': twoRaters,
  'agreement-many-raters': manyRaters,
  icc: intraclassCase,
}

function twoRaters(inputs: Fields, options: Fields): unknown {
  const categories = categoriesOf(inputs)
  const confidence = confidenceOf(options)
  const first = list(inputs, 'rater1').map((rating, i) => rated(rating, `inputs.rater1, place ${i + 1}`))
  const second = list(inputs, 'rater2').map((rating, i) => rated(rating, `inputs.rater2, place ${i + 1}`))
  const pairs = pairTable(first, second, categories)
  const study: RatingStudy = { ratings: first.map((one, i) => [one, second[i] ?? null]), categories, confidence }
  const plain = cohenKappa(pairs, 'identity', confidence)
  const ordered = options.ordinal !== true ? {} : {
    weightedLinear: zeroTest(kappaZeroTest(pairs, 'linear')),
    weightedQuadratic: zeroTest(kappaZeroTest(pairs, 'quadratic')),
    weightedLinearAse: uncut(cohenKappa(pairs, 'linear', confidence), confidence),
    weightedQuadraticAse: uncut(cohenKappa(pairs, 'quadratic', confidence), confidence),
    gwetAC2_linear: agreement(gwetAc({ ...study, weights: 'linear' })),
    gwetAC2_quadratic: agreement(gwetAc({ ...study, weights: 'quadratic' })),
  }
  const { se, ...rest } = kappa(plain)
  return {
    n: pairs.n,
    percentAgreement: percentOf(pairs.table, pairs.n),
    table: pairs.table,
    cohenKappa: { ...rest, seAsymptotic: se },
    cohenKappaTestH0: zeroTest(kappaZeroTest(pairs)),
    cohenKappaVcd: { est: rest.est, se },
    gwetAC1: agreement(gwetAc(study)),
    brennanPrediger: agreement(brennanPrediger(study)),
    scottPi_fleiss: agreement(fleissKappa(study)),
    ...ordered,
  }
}

function manyRaters(inputs: Fields, options: Fields): unknown {
  const ratings: Ratings = list(inputs, 'ratings').map((row, i) => ratingRow(row, `inputs.ratings, row ${i + 1}`))
  const study: RatingStudy = { ratings, categories: categoriesOf(inputs), confidence: confidenceOf(options) }
  const complete = ratings.every((row) => row.every((rating) => rating !== null))
  return {
    nSubjects: ratings.length,
    nRaters: ratings[0]?.length ?? 0,
    percentAgreement: agreement(percentAgreement(study)),
    gwetAC1: agreement(gwetAc(study)),
    fleissKappaCac: agreement(fleissKappa(study)),
    congerKappa: agreement(congerKappa(study)),
    brennanPrediger: agreement(brennanPrediger(study)),
    krippendorffNominalCac: agreement(krippendorffLinearised(study)),
    krippendorffAlpha_nominal: alpha(krippendorffAlpha(ratings, 'nominal')),
    ...(complete ? { fleissKappa: zeroTest(fleissZeroTest(ratings, study.categories)), percentAllAgree: part(allAgree(ratings), valueOf(allAgree(ratings))) } : {}),
    ...(options.ordinal === true ? ordinalAgreement(study) : {}),
  }
}

function ordinalAgreement(study: RatingStudy): Fields {
  const weighted = (['linear', 'quadratic', 'ordinal'] as const).flatMap((weights) => [
    [`gwetAC2_${weights}`, agreement(gwetAc({ ...study, weights }))],
    [`fleissWeighted_${weights}`, agreement(fleissKappa({ ...study, weights }))],
    [`krippendorffWeighted_${weights}`, agreement(krippendorffLinearised({ ...study, weights }))],
  ] as const)
  const metrics: Metric[] = study.categories.every((category) => typeof category === 'number') ? ['ordinal', 'interval', 'ratio'] : ['ordinal']
  const alphas = metrics.map((metric) => [`krippendorffAlpha_${metric}`, alpha(krippendorffAlpha(study.ratings, metric, study.categories))] as const)
  return Object.fromEntries([...weighted, ...alphas])
}

const percentOf = (table: readonly (readonly number[])[], n: number) =>
  (n === 0 ? 'not computable: no person was rated by both' : table.reduce((agreed, row, i) => agreed + row[i]!, 0) / n)
const valueOf = (result: Result) => (result.kind === 'found' ? result.value : null)

function agreement(result: Agreement) {
  if (result.kind !== 'found') return absent(result, ['est', 'se', 'ciLower', 'ciUpper', 'p', 'pa', 'pe'])
  return { ...kappa(result), p: result.p, pa: result.observed, pe: result.byChance }
}

function kappa(result: Kappa) {
  if (result.kind !== 'found') return absent(result, ['est', 'se', 'ciLower', 'ciUpper'])
  return { est: result.value, se: result.se, ciLower: part(result, result.interval?.lower), ciUpper: part(result, result.interval?.upper) }
}

// The stored intervals of weighted kappa go on beyond 1; ours end at the ends of the scale.
function uncut(result: Kappa, confidence: number) {
  if (result.kind !== 'found') return kappa(result)
  const reach = result.se * normalReach(confidence)
  return { est: result.value, se: result.se, ciLower: result.value - reach, ciUpper: result.value + reach }
}

function zeroTest(result: Result<{ z: number, p: number }>) {
  return result.kind === 'found' ? { kappa: result.value, z: result.z, p: result.p } : absent(result, ['kappa', 'z', 'p'])
}

const alpha = (result: Result) => (result.kind === 'found' ? { alpha: result.value } : absent(result, ['alpha']))

function categoriesOf(inputs: Fields): (string | number)[] {
  return list(inputs, 'categories').map((category, i) => {
    const known = rated(category, `inputs.categories, place ${i + 1}`)
    if (known === null) throw wrongInput(`inputs.categories, place ${i + 1}`, 'a name or a number belongs here')
    return known
  })
}

function ratingRow(row: unknown, place: string): (string | number | null)[] {
  if (!Array.isArray(row)) throw wrongInput(place, 'a list of ratings belongs here')
  return row.map((rating, i) => rated(rating, `${place}, place ${i + 1}`))
}

function rated(rating: unknown, place: string): string | number | null {
  if (rating === null || typeof rating === 'string' || (typeof rating === 'number' && Number.isFinite(rating))) return rating
  throw wrongInput(place, 'a category (text or number) or null belongs here')
}
