/*
 * The door of the library: its table of contents, by question. Everything else in here is for the library alone.
 * What a result looks like stands in result.ts; what a caution code says, in cautions.ts.
 */
export { isWrongInput, wrongInput } from './result.ts'
export type { Found, Interval, NotComputable, Result, TooFew } from './result.ts'
export { cautions } from './cautions.ts'
export type { Caution } from './cautions.ts'
export { seededGenerator } from './chance/seeded-generator.ts'
export type { Chance } from './chance/seeded-generator.ts'

// What do these values look like, and how many are missing?
export { summary } from './describe/summary.ts'
export { median } from './describe/median.ts'
export { quantile } from './describe/quantile.ts'
export { autocorrelation } from './describe/autocorrelation.ts'

// Did this one person's series change when phase B began? By overlap …
export { nonOverlapOfAllPairs } from './single-case/overlap/non-overlap-of-all-pairs.ts'
export { nonOverlapTest } from './single-case/overlap/non-overlap-test.ts'
export { percentageOfNonOverlappingData } from './single-case/overlap/percentage-of-non-overlapping-data.ts'
export { percentageExceedingMedian } from './single-case/overlap/percentage-exceeding-median.ts'
export { percentageExceedingTrend } from './single-case/overlap/percentage-exceeding-trend.ts'
export { percentageOfAllNonOverlappingData } from './single-case/overlap/percentage-of-all-non-overlapping-data.ts'
export { improvementRateDifference } from './single-case/overlap/improvement-rate-difference.ts'
export { conservativeDualCriterion } from './single-case/overlap/conservative-dual-criterion.ts'
export type { Improvement, Values } from './single-case/phases.ts'

// … with the trend of the baseline taken off …
export { tau } from './single-case/tau/tau.ts'
export { tauU } from './single-case/tau/tau-u.ts'
export { tauUTable } from './single-case/tau/tau-u-table.ts'
export { baselineCorrectedKendall, baselineCorrectedTau } from './single-case/tau/baseline-corrected-tau.ts'
export { tarlowTau } from './single-case/tau/tarlow-tau.ts'
export { theilSen } from './single-case/tau/theil-sen.ts'

// … by level …
export { standardisedMeanDifference } from './single-case/level/standardised-mean-difference.ts'
export { groupStyleDifferences } from './single-case/level/group-style-differences.ts'
export { logResponseRatio } from './single-case/level/log-response-ratio.ts'
export { percentChange } from './single-case/level/percent-change.ts'
export { logOddsRatio } from './single-case/level/log-odds-ratio.ts'
export { logRatioOfMedians } from './single-case/level/log-ratio-of-medians.ts'
export { percentageOfGoalObtained } from './single-case/level/percentage-of-goal-obtained.ts'

// … by level and slope together …
export { seriesTrend } from './single-case/trend/series-trend.ts'
export { piecewiseRegression } from './single-case/trend/piecewise-regression.ts'
export { piecewiseAutoregression } from './single-case/trend/piecewise-autoregression.ts'

// … and compared with what chance alone would have drawn?
export { startPointTest } from './single-case/randomised/start-point-test.ts'
export { randomisedDesignTest } from './single-case/randomised/randomised-design-test.ts'
export { multipleBaselineTest } from './single-case/randomised/multiple-baseline-test.ts'

// Whose score changed beyond error; who recovered, who got worse; were the goals reached?
export { reliableChange } from './change/reliable-change.ts'
export { clinicalCutoffs } from './change/clinical-cutoffs.ts'
export { clinicalSignificance } from './change/clinical-significance.ts'
export type { ChangeClass } from './change/clinical-significance.ts'
export { goalAttainment } from './change/goal-attainment.ts'

// Do several people change alike?
export { betweenCaseSmd } from './mixed/between-case-smd.ts'
export { betweenCaseMoments } from './mixed/between-case-moments.ts'
export { levelDesign, trendDesign } from './mixed/between-case-design.ts'
export { sessionCases } from './mixed/session-cases.ts'
export { piecewiseDesign } from './mixed/piecewise-design.ts'
export { randomIntercept } from './mixed/random-intercept.ts'
export { randomInterceptAutocorrelated } from './mixed/random-intercept-autocorrelated.ts'
export { randomLevel } from './mixed/random-level.ts'
export { satterthwaite } from './mixed/satterthwaite.ts'
export { kenwardRoger } from './mixed/kenward-roger.ts'

// Do two occasions differ?
export { pairedValues } from './compare/paired-values.ts'
export { pairedT } from './compare/paired-t.ts'
export { pairedPermutation } from './compare/paired-permutation.ts'
export { signedRank } from './compare/signed-rank.ts'
export { signTest } from './compare/sign-test.ts'
export { pairedEffectSize } from './compare/paired-effect-size.ts'
export { rankBiserial } from './compare/rank-biserial.ts'
export { correlation } from './compare/correlation.ts'
export { mcnemar } from './compare/mcnemar.ts'

// Do two small groups differ?
export { twoGroups } from './compare/two-groups.ts'
export { groupPermutation } from './compare/group-permutation.ts'
export { mannWhitney } from './compare/mann-whitney.ts'
export { twoGroupT } from './compare/two-group-t.ts'
export { hedgesG } from './compare/hedges-g.ts'
export { probabilityOfSuperiority } from './compare/probability-of-superiority.ts'
export { fisherExact } from './compare/fisher-exact.ts'
export { oddsRatio } from './compare/odds-ratio.ts'

// How far do raters agree?
export { pairTable } from './agree/pair-table.ts'
export { cohenKappa } from './agree/cohen-kappa.ts'
export { percentAgreement } from './agree/percent-agreement.ts'
export { fleissKappa } from './agree/fleiss-kappa.ts'
export { congerKappa } from './agree/conger-kappa.ts'
export { gwetAc } from './agree/gwet-ac.ts'
export { brennanPrediger } from './agree/brennan-prediger.ts'
export { krippendorffAlpha } from './agree/krippendorff-alpha.ts'
export { twoWayTable } from './agree/two-way-table.ts'
export { intraclassAgreement } from './agree/intraclass-agreement.ts'
export { intraclassConsistency } from './agree/intraclass-consistency.ts'
export { intraclassOneWay } from './agree/intraclass-one-way.ts'

// How reliable is a scale among these people?
export { itemTable } from './reliability/item-table.ts'
export { cronbachAlpha } from './reliability/cronbach-alpha.ts'
export { itemAnalysis } from './reliability/item-analysis.ts'
export { omega } from './reliability/omega.ts'

// How long until people complete, leave or come back?
export { followed } from './survival/followed.ts'
export { kaplanMeier } from './survival/kaplan-meier.ts'
export type { SurvivalCurve } from './survival/kaplan-meier.ts'
export { survivalQuantile } from './survival/survival-quantile.ts'
export { restrictedMean } from './survival/restricted-mean.ts'
export { logRank } from './survival/log-rank.ts'
export { cox } from './survival/cox.ts'

// What do several people or sites show together?
export { effectList } from './meta/effect-list.ts'
export { pooledEffect } from './meta/pooled-effect.ts'
export { hartungKnapp } from './meta/hartung-knapp.ts'
export { betweenVarianceInterval } from './meta/between-variance-interval.ts'
export { predictionInterval } from './meta/prediction-interval.ts'
export { leaveOneOut } from './meta/leave-one-out.ts'
export { shrunkenEffects } from './meta/shrunken-effects.ts'
export { egger } from './meta/egger.ts'
export { threeLevel } from './meta/three-level.ts'

// Between which bounds does a share or a figure lie?
export { wilson } from './interval/wilson.ts'
export { exactBinomial } from './interval/exact-binomial.ts'
export { jeffreys } from './interval/jeffreys.ts'
export { percentileBootstrap } from './interval/percentile-bootstrap.ts'

// Which cells of a table must not be published, and does hiding them suffice?
export { countTable, marginFault } from './disclosure/count-table.ts'
export type { Cell, CountTable } from './disclosure/count-table.ts'
export { primaryCells } from './disclosure/primary-cells.ts'
export { suppressCells } from './disclosure/suppress-cells.ts'
export { auditTable } from './disclosure/audit-table.ts'
export { auditReleases } from './disclosure/audit-releases.ts'
export { roundToBase } from './disclosure/round-to-base.ts'
export { openSolver, type Program, type Solver } from './disclosure/solver.ts'

// What does a stored or sent case give? (`waymark stats`, `npm run reference`)
export { knownMethods, runCase } from './cases/index.ts'
export type { Case } from './cases/index.ts'
export { compare } from './cases/compare.ts'
export { faultAt } from './cases/known-faults.ts'

// How fast is it beside the usual software? (references/r-timings.json)
export { timedTasks } from './cases/timed-tasks.ts'
