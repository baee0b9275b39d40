import { agreementGlance, agreementsDue } from '../../agreements/index.ts'
import { measureGlance, measuresDue } from '../../measures/index.ts'
import { certificatesDue } from '../../certificates/index.ts'
import { codingDue, codingGlance } from '../../coding/index.ts'
import { complaintsDue } from '../../complaints/index.ts'
import { exercisesGlance } from '../../exercises/index.ts'
import { eligibilityDue, eligibilityGlance } from '../../eligibility/index.ts'
import { doseGlance, fidelityDue, fidelityGlance } from '../../fidelity/index.ts'
import { consentsDue, personGlance } from '../../participants/index.ts'
import { planGlance, plansDue, planSteps } from '../../plans/index.ts'
import { referralGlance, referralsDue, referralSteps } from '../../referrals/index.ts'
import { sharingDue, sharingGlance } from '../../sharing/index.ts'
import { safetyDue, safetyGlance } from '../../safety/index.ts'
import { sessionGlance, sessionsDue } from '../../sessions/index.ts'
import { transitionGlance, transitionsDue } from '../../transitions/index.ts'
import { healthDue, healthGlance } from '../../health/index.ts'
import { interpretersDue, interpretersGlance } from '../../interpreters/index.ts'
import type { Due, Glance, Step } from '../../platform/due.ts'
import { together } from '../../platform/together.ts'
import type { Shape, Work } from '../../platform/work.ts'
import { importsDue } from '../imports/imports-due.ts'
import { nextMeetingsToPlan } from './plan-next.ts'

/** What each room says is due for whoever works. No room knows of the others; here they meet. */
const dues: ((work: Work) => Promise<Due[]>)[] = [safetyDue, importsDue, referralsDue, eligibilityDue, consentsDue, plansDue, sessionsDue, codingDue, fidelityDue, nextMeetingsToPlan, measuresDue, agreementsDue, transitionsDue, complaintsDue, sharingDue, certificatesDue, interpretersDue, healthDue]

/** Those who oversee have a day of their own: what was promised to somebody. */
const duesOfOversight: typeof dues = [complaintsDue, sharingDue]

/** Each room's part of one person's page; a room answers nothing where this reader may see nothing of it. */
const glances: ((work: Work, participantId: number, publicId: string) => Promise<Glance | undefined>)[] = [personGlance, eligibilityGlance, planGlance, sessionGlance, exercisesGlance, measureGlance, agreementGlance, referralGlance, safetyGlance, codingGlance, doseGlance, fidelityGlance, transitionGlance, sharingGlance, interpretersGlance, healthGlance]

/** Each room's step on the person's path. */
const steps: ((work: Work, participantId: number) => Promise<Step[]>)[] = [referralSteps, planSteps]

/** Everything that awaits this colleague, the earliest first. */
export async function dueFor(work: Work): Promise<Due[]> {
  return inOrder((await together(duesIn(work.actor.shape).map((due) => due(work)))).flat())
}

/** The earliest first; of one day, what has no time before what has one. */
export function inOrder(due: readonly Due[]): Due[] {
  return [...due].sort((one, other) => `${one.on}${one.at ?? ''}`.localeCompare(`${other.on}${other.at ?? ''}`))
}

/** Whoever sees no person has no such list: their page says where they can go. */
function duesIn(shape: Shape): typeof dues {
  if (shape === 'casework') return dues
  return shape === 'oversight' ? duesOfOversight : []
}

export async function glancesAt(work: Work, participantId: number, publicId: string): Promise<Glance[]> {
  const found = await together(glances.map((glance) => glance(work, participantId, publicId)))
  return found.filter((one) => one !== undefined).sort((one, other) => one.order - other.order)
}

export async function stepsOf(work: Work, participantId: number): Promise<Step[]> {
  return (await together(steps.map((step) => step(work, participantId)))).flat()
}
