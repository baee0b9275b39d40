import type { Fault } from '../finding.ts'
import { agreementsOf } from '../programme.ts'
import { fault, type Check } from './draft.ts'

/** Whoever takes part freely may stop freely: stopping has no consequence of its own. */
export const withdrawalIsFree: Check = draft => {
  const { basis, withdrawal } = draft.definition.participation
  return basis === 'voluntary' && withdrawal.consequence !== 'none' ? [fault(draft, 'withdrawal-not-free', ['participation', 'withdrawal', 'consequence'])] : []
}

/** Nobody can be held to a programme without an order that they can read, that ends, and that they can complain about. */
export const mandatoryHasAnOrder: Check = draft => {
  const { basis, order } = draft.definition.participation
  return (basis === 'mandatory' || basis === 'either') && !order ? [fault(draft, 'order-missing', ['participation', 'basis'])] : []
}

/** An agreement that runs out is a reason to talk, not a measure against the person. */
export const lapseOpensATask: Check = draft => agreementsOf(draft.definition).flatMap((agreement, index): Fault[] =>
  agreement.on_lapse === 'opens_a_task' ? [] : [fault(draft, 'agreement-lapse', agreement.on_lapse ? ['agreements', index, 'on_lapse'] : ['agreements', index])])

export const participantIsParty: Check = draft => agreementsOf(draft.definition).flatMap((agreement, index): Fault[] =>
  agreement.parties.length > 1 && !agreement.parties.includes('participant') ? [fault(draft, 'participant-not-party', ['agreements', index, 'parties'])] : [])
