/*
 * Stored figures that we hold to be wrong or that cannot be had from the stored inputs, each with its reason. Everything else must agree.
 * A line here needs a proof: the test named in it. A line that no longer misses must go, and a test sees to that.
 */
const coarseRoot = 'the stored root was solved to about 1e-4 only; the definition holds to 1e-12 at our value and not at the stored one (SciPy 1.17 gives ours to 12 digits): odds-ratio.test.ts'
const hiddenLimit = 'the limit of time is stored with the answer, not with the inputs; told the limit, all figures agree: cases/survival.test.ts'
const notTold = 'the published table leaves several values open (lower is below upper), and the true one is not among the inputs: audit-table.test.ts'
const coarseTau = 'the stored variance between effects was solved to about 1e-4 only, and all other stored figures rest on it: between-variance.test.ts'
const coarseBound = 'the stored bound was solved to about 1e-4 only: between-variance.test.ts'
const flatPlace = 'the stored fit stopped before the top: at our variance the restricted likelihood is higher, and its slope is zero: between-case-smd.test.ts'

/** By place: the case, a blank, the path; a star stands for every path of the case. */
export const knownFaults: Readonly<Record<string, string>> = {
  'fisher.tea orCiUpper': coarseRoot,
  'fisher.a conditionalOddsRatio': coarseRoot,
  'fisher.a orCiUpper': coarseRoot,
  'fisher.c conditionalOddsRatio': coarseRoot,
  'fisher.c orCiUpper': coarseRoot,
  ...Object.fromEntries(['aml.maintained', 'veteran.adeno1', 'ovarian.rx1'].flatMap((id) => [
    [`km.${id} restrictedMean`, hiddenLimit],
    [`km.${id} seRestrictedMean`, hiddenLimit],
    [`km.${id} restrictionTime`, hiddenLimit],
  ])),
  ...Object.fromEntries([['rectangle', 4], ['rectangleWithZero', 4], ['twoPerLineButExact', 4], ['twoBlocks', 8]].flatMap(([id, cells]) => (
    Array.from({ length: Number(cells) }, (_, i) => [`audit.${id} intervals.${i}.trueValue`, notTold])))),
  'reml.MBP.level.AR1.DelemereDounavi.1 tauSq': flatPlace,
  'reml.MBP.level.IID.DelemereDounavi.1 tauSq': flatPlace,
  'meta.bcg.REML tau2CiQProfile.lower': coarseBound,
  'meta.bcg.PM *': coarseTau,
  'meta.normand.PM *': coarseTau,
  'meta.cases.Casey.LRRi.PM *': coarseTau,
  'meta.syn.two.PM *': coarseTau,
}

/** Why this figure need not agree, if it need not. */
export function faultAt(id: string, path: string): string | undefined {
  return knownFaults[`${id} ${path}`] ?? knownFaults[`${id} *`]
}
