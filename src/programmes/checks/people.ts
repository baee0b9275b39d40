import { boundsOf } from '../dose.ts'
import type { Fault } from '../finding.ts'
import { partsOf } from '../programme.ts'
import { fault, type Check } from './draft.ts'

/** Whoever tells others how dangerous somebody is cannot also be the one they confide in, unless the service says openly that it is so. */
export const rolesDoNotConflict: Check = draft => draft.definition.roles.flatMap((role, index): Fault[] =>
  role.does.includes('assesses_risk_for_others') && role.does.includes('holds_confidential_talks') && !role.waiver
    ? [fault(draft, 'role-conflict', ['roles', index])] : [])

/** Below its smallest size a team is somebody's task, never something that goes on unseen. */
export const teamHasAMinimum: Check = draft => {
  const { team } = draft.definition
  if (team.minimum.length === 0) return [fault(draft, 'team-minimum', ['team'])]
  return team.below_minimum === 'opens_a_task' ? [] : [fault(draft, 'team-minimum', ['team', 'below_minimum'])]
}

export const teamCanBeFilled: Check = draft => draft.definition.team.minimum.flatMap(({ role: name, count }, index): Fault[] => {
  const most = boundsOf(draft.definition.roles.find(role => role.id === name)?.per_case)?.max
  return most !== undefined && count > most ? [fault(draft, 'team-cannot-be-filled', ['team', 'minimum', index], { name, count, most })] : []
})

/** An instrument that decides something needs a right to use it, somebody who rates it, and a time. */
export const instrumentsAreReady: Check = draft => partsOf(draft.definition.instruments).flatMap((instrument, index): Fault[] => {
  if (!instrument.required) return []
  const hasTime = Array.isArray(instrument.at) || typeof instrument.every_months === 'number'
  const lacks = [...(instrument.rights ? [] : ['rights']), ...(instrument.by ? [] : ['by']), ...(hasTime ? [] : ['at'])]
  return lacks.length > 0 ? [fault(draft, 'instrument-not-ready', ['instruments', index], { lacks: lacks.join(', ') })] : []
})

/** Family and network come in by consent of both sides and a person's judgement that they are a resource. */
export const networkRuleIsWhole: Check = draft => {
  const { network } = draft.definition
  const lacks = [
    ...['participant_consents', 'person_consents', 'judged_positive_resource'].filter(condition => !network.involve_if.includes(condition)),
    ...(network.judged_by ? [] : ['judged_by']),
  ]
  return lacks.length > 0 ? [fault(draft, 'network-rule', ['network'], { lacks: lacks.join(', ') })] : []
}
