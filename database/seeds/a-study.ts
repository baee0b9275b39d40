import { lockStudy, writeStudy } from '../../src/evaluation/index.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'

/** Sam's question about the year that was measured, locked before he sees a value; nothing where evaluators are not connected to the database. */
export async function askAQuestion(house: House, sam: Actor): Promise<void> {
  if (!house.evaluation) return
  const asSam = <T>(what: (work: Work) => Promise<T>) =>
    inWork(house, { actor: { ...sam, shape: 'evaluator' }, does: 'collect', shows: 'nothing', purpose: 'demonstration', door: 'waymark demo' }, what)
  const studyId = await asSam((work) => writeStudy(work, plan))
  await asSam((work) => lockStudy(work, studyId, undefined))
}

const plan = {
  title: 'Well-being in Entré',
  question: 'Are people better off while they are in Entré than in the months before?',
  programme: 'entre', outcome: 'scale WHO-5', better: 'higher', design: 'multiple-baseline', phases: 'as-recorded', effect: 'tau', leastPoints: 5, leastPeople: 6,
  reliability: 0.85, spread: 18, yardstickSource: 'Invented for this demonstration, like everybody in it.',
  conclusion: 'If the whole interval lies above 0 we say that well-being rose, and how many got worse. Otherwise we say that we cannot tell.',
} as const
