import type { Fault, Path } from '../../platform/definitions/index.ts'
import { boundsOf } from '../dose.ts'
import { agreementsOf, partsOf, type Programme, type Role, type Rule, type SharingRule } from '../programme.ts'
import { fault, type Check } from '../programme-form.ts'

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
  const conditions = (['participant_consents', 'person_consents', 'judged_positive_resource'] as const).filter(condition => !network.involve_if.includes(condition))
  const lacks = [...(conditions.length > 0 ? [`involve_if: [${conditions.join(', ')}]`] : []), ...(network.judged_by ? [] : ['judged_by'])]
  return lacks.length > 0 ? [fault(draft, 'network-rule', ['network'], { lacks: lacks.join('; ') })] : []
}

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

/** Rehabilitation has its own independence: what reaches a security service is decided by somebody, each time; nothing flows by itself. */
export const nothingFlowsToSecurity: Check = draft => draft.definition.sharing.flatMap((rule, index): Fault[] =>
  rule.what.length > 0 && reachesSecurity(draft.definition, rule) && !isDecidedEachTime(rule) ? [fault(draft, 'sharing-by-default', ['sharing', index])] : [])

/** A record that goes to a security service by itself would be the same by another door. */
export const noRecordFlowsToSecurity: Check = draft => draft.definition.records.flatMap((record, index): Fault[] =>
  record.to && isSecurity(roleOf(draft.definition, record.to)) ? [fault(draft, 'sharing-by-default', ['records', index])] : [])

/** Police and intelligence are told things; they never sign in. A prison's security officers sign in as such, and as nothing else. */
export const securityHasNoOtherAccount: Check = draft => draft.definition.roles.flatMap((role, index): Fault[] => {
  const allowed = role.agency === 'prison_security' ? ['none', 'security'] : ['none']
  return isSecurityAgency(role) && !allowed.includes(role.may_act_as) ? [fault(draft, 'agency-has-no-account', ['roles', index, 'may_act_as'])] : []
})

/** A security service at the table has a rule in sight that says what it is told, if only that it is told nothing. */
export const securityAtTheTableHasARule: Check = draft => {
  const { definition } = draft
  return partsOf(definition.forums).flatMap((forum, index) => forum.members.flatMap((member, seat): Fault[] =>
    isSecurity(roleOf(definition, member)) && !definition.sharing.some(rule => rule.to === member)
      ? [fault(draft, 'security-without-rule', ['forums', index, 'members', seat], { name: member })] : []))
}

/**
 * A security service is told what others decide; it decides, judges and measures nothing here, is party to no agreement and is not near the person. Its officers may refer, and
 * police may sit in an outer ring or at a table that has a rule.
 */
export const securityDecidesNothing: Check = draft => placesOfPower(draft.definition)
  .flatMap(({ at, name }) => (name !== undefined && isSecurity(roleOf(draft.definition, name)) ? [fault(draft, 'security-decides', at, { name })] : []))

function placesOfPower(definition: Programme): { at: Path, name: string | undefined }[] {
  const { stages, team, network, states, sharing } = definition
  return [
    ...partsOf(definition.rules).flatMap((rule, index) => [...answeredByNobodyElse(definition, rule, index), { at: ['rules', index, 'override_by'], name: rule.override_by }]),
    ...partsOf(definition.instruments).map(({ by }, index) => ({ at: ['instruments', index, 'by'], name: by })),
    ...stages.flatMap((stage, index) => (['entry', 'exit'] as const).map(gate => ({ at: ['stages', index, gate, 'decided_by'], name: stage[gate]?.decided_by }))),
    ...partsOf(definition.dose).map(({ change }, index) => ({ at: ['dose', index, 'change', 'decided_by'], name: change?.decided_by })),
    ...team.rings.flatMap(({ ring, roles }, index) => (ring === 'outer' ? [] : roles.map((name, place) => ({ at: ['team', 'rings', index, 'roles', place], name })))),
    { at: ['team', 'matching', 'decided_by'], name: typeof team.matching === 'object' ? team.matching.decided_by : undefined },
    ...agreementsOf(definition).flatMap(({ parties }, index) => parties.map((name, place) => ({ at: ['agreements', index, 'parties', place], name }))),
    ...sharing.map(({ decided_by: name }, index) => ({ at: ['sharing', index, 'decided_by'], name })),
    { at: ['states', 'seen_by'], name: typeof states === 'object' ? states.seen_by : undefined },
    ...partsOf(definition.measures).map(({ by }, index) => ({ at: ['measures', index, 'by'], name: by })),
    { at: ['network', 'judged_by'], name: network.judged_by },
  ]
}

/** An officer may be asked what they know; a question that only they may answer would be theirs to decide. */
function answeredByNobodyElse(definition: Programme, { answered_by: names }: Rule, index: number): { at: Path, name: string }[] {
  const isTheirs = names.every(name => isSecurity(roleOf(definition, name)))
  return isTheirs ? names.map((name, place) => ({ at: ['rules', index, 'answered_by', place], name })) : []
}

export const nothingByDefaultIsEmpty: Check = draft => draft.definition.sharing.flatMap((rule, index): Fault[] =>
  rule.trigger === 'never_by_default' && rule.what.length > 0 && !reachesSecurity(draft.definition, rule) ? [fault(draft, 'sharing-contradicts', ['sharing', index, 'what'])] : [])

function isDecidedEachTime(rule: SharingRule): boolean {
  return ['decision', 'imminent_harm', 'court_order'].includes(rule.trigger) && rule.decided_by !== undefined && rule.decided_by !== ''
}

function reachesSecurity(definition: Programme, rule: SharingRule): boolean {
  const forums = partsOf(definition.forums)
  return [rule.to, ...rule.then_to].some(name =>
    isSecurity(roleOf(definition, name)) || forums.some(forum => forum.id === name && forum.members.some(member => isSecurity(roleOf(definition, member)))))
}

function roleOf(definition: Programme, name: string): Role | undefined {
  return definition.roles.find(role => role.id === name)
}

function isSecurity(role: Role | undefined): boolean {
  return role !== undefined && (role.may_act_as === 'security' || isSecurityAgency(role))
}

function isSecurityAgency({ agency }: Role): boolean {
  return agency === 'intelligence_service' || agency === 'police' || agency === 'prison_security'
}

/**
 * Freedom of belief: what somebody believes or how they worship opens no door, closes none, and is no success. Conduct, intent and commitment to
 * non-violence may be asked about. This is a net under the closed list of subjects, not a proof: it knows some words of some languages.
 */
export const beliefIsNoRule: Check = draft =>
  conditionsIn(draft.definition).filter(({ text }) => namesABelief(text)).map(({ at }) => fault(draft, 'belief-is-no-rule', at))

/** Whatever a person has to fulfil to come in, to go on, to be matched, or to count as a success. */
function conditionsIn({ rules, measures, stages, participation, team, evaluation }: Programme): { at: Path, text: string }[] {
  return [
    ...partsOf(rules).map((rule, index) => ({ at: ['rules', index], text: `${rule.id} ${rule.asks}` })),
    ...stages.flatMap((stage, index) => (['entry', 'exit'] as const).map(gate => ({ at: ['stages', index, gate], text: stage[gate]?.says ?? '' }))),
    ...participation.asks_for.map((asked, index) => ({ at: ['participation', 'asks_for', index], text: asked })),
    ...(typeof team.matching === 'object' ? partsOf(team.matching.criteria) : []).map((criterion, index) => ({ at: ['team', 'matching', 'criteria', index], text: criterion })),
    ...partsOf(measures).map((measure, index) => ({ at: ['measures', index], text: isWanted(measure.wanted) ? measure.title : '' })),
    { at: ['evaluation', 'completion'], text: evaluation.completion?.says ?? '' },
  ]
}

export function namesABelief(text: string): boolean {
  const spaced = text.replaceAll('_', ' ')
  return stems.test(spaced) || words.test(spaced)
}

function isWanted(wanted: string | undefined): boolean {
  return wanted === 'higher' || wanted === 'lower'
}

// Written out in the languages of the programmes that are in this folder, and a few more.
const stems = /(?<!\p{L})(relig|belie[fv]|faith|worship|prayer|mosque|church|synagog|muslim|islam|christian|buddh|hindu|sikh|atheis|qur.?an|koran|theolog|ideolog|salaf|wahhab|sunni|shi.?a\b|shi.?it|sufi|ahmad[iy]|cathol|protestant|evangelical|pagan|scriptur|sharia|beard|headscarf|headscarv|ramadan|fasting|croyan|prière|mosquée|musulm|glaub|gebet|moschee|gelovig|moskee|moské|överty|overbevis|creenc|mezquit|religi)/iu

const words = /(?<!\p{L})(pray|prays|praying|imam|jew|jews|jewish|bible|torah|temple|halal|kosher|hijab|niqab|burqa|burka|turban|god|allah|sermon|sermons|gospel|creed|chaplain|pork|foi|culte|église|kirche|kirke|kyrka|kerk|geloof|gebed|fede|culto|الدين|صلاة|مسجد|إيمان)(?!\p{L})/iu
