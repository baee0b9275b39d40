/*
 * Stored figures that we hold to be wrong or that cannot be had from the stored inputs, each with its reason. Everything else must agree.
 * A line here needs a proof: the test named in it. A line that no longer misses must go, and a test sees to that.
 */
const coarseRoot = 'the stored root was solved to about 1e-4 only; the definition holds to 1e-12 at our value and not at the stored one: odds-ratio.test.ts'
const hiddenLimit = 'the limit of time is stored with the answer, not with the inputs; told the limit, all figures agree: cases/survival.test.ts'
const notTold = 'the published table leaves several values open (lower is below upper), and the true one is not among the inputs: audit-table.test.ts'

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
}
