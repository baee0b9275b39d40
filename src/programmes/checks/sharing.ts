import type { Fault } from '../finding.ts'
import { partsOf, type Programme, type Role, type SharingRule } from '../programme.ts'
import { fault, type Check } from './draft.ts'

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
