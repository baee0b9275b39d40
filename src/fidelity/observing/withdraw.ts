import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { markWithdrawn, mayWithdraw, observationsOfMine, type MyObservation } from './observing.queries.ts'

/** The observation, for whoever can take it back now. */
export async function theObservation(work: Work, id: string): Promise<MyObservation> {
  const found = (await observationsOfMine(work)).find(({ observation }) => observation === id)
  if (!found) throw refuse('not-found')
  if (!mayWithdraw(found)) throw refuse('integrity-not-to-withdraw')
  return found
}

/** Takes an observation back, with the reason: it stays in sight and is not counted, and what it opened to the observer is closed at once. Refuses 'integrity-not-to-withdraw'. */
export async function withdrawObservation(work: Work, id: string, { why }: { why: string }): Promise<void> {
  await theObservation(work, id)
  if (!await markWithdrawn(work, { observation: id, why })) throw refuse('integrity-not-to-withdraw')
}
