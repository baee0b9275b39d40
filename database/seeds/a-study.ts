import { lockStudy, writeStudy } from '../../src/evaluation/index.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'

/** Sam's questions about the year that was measured, each locked before he sees a value of it; nothing where evaluators are not connected to the database. */
export async function askQuestions(house: House, sam: Actor): Promise<void> {
  if (!house.evaluation) return
  const asSam = <T>(what: (work: Work) => Promise<T>) =>
    inWork(house, { actor: { ...sam, shape: 'evaluator' }, does: 'collect', shows: 'nothing', purpose: 'demonstration', door: 'waymark demo' }, what)
  for (const plan of plans) {
    const studyId = await asSam((work) => writeStudy(work, plan))
    await asSam((work) => lockStudy(work, studyId, undefined))
  }
}

const invented = 'Invented for this demonstration, like everybody in it.'

const plans = [{
  title: 'Coping in the notes of Entré', question: 'Do notes tell more clearly of ways to cope as time goes on?',
  programme: 'entre', outcome: 'code Coping', better: 'higher', design: 'ab', phases: 'first-ones', effect: 'nap', leastPoints: 4, leastPeople: 6,
  conclusion: 'We describe how it went, and how far two readers agree. What caused it, this cannot tell.',
}, {
  title: 'Goals in Back on Track', question: 'How far do people come with the goals that they set?',
  programme: 'back-on-track', outcome: 'goals goals', better: 'higher', design: 'ab', phases: 'as-recorded', effect: 'tau', leastPoints: 5, leastPeople: 5,
  conclusion: 'We describe how far the goals were reached, with each goal beside it, and for how many it went backwards.',
}, {
  title: 'Well-being in Entré', question: 'Are people better off while they are in Entré than in the months before?',
  programme: 'entre', outcome: 'scale WHO-5', better: 'higher', design: 'multiple-baseline', phases: 'as-recorded', effect: 'tau', leastPoints: 5, leastPeople: 6,
  reliability: 0.85, spread: 18, cutoff: 50, yardstickSource: invented,
  conclusion: 'If the whole interval lies above 0 we say that well-being rose, and how many got worse. Otherwise we say that we cannot tell.',
}] as const
