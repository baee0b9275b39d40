import { t } from './words.ts'

/** The roles of access.yaml, in its order. */
export const roles = ['coordinator', 'assessor', 'facilitator', 'mentor', 'coach', 'clinical_supervisor', 'observer', 'case_manager', 'health', 'security', 'circle_volunteer',
  'circle_coordinator', 'faith_contributor', 'interpreter', 'guardian', 'head', 'rights_officer', 'data_protection_officer', 'inspector', 'evaluator', 'trainer',
  'administrator', 'machine', 'participant'] as const

export type Role = (typeof roles)[number]

/** Roles that somebody holds for one participant, by assignment. */
export const teamRoles = ['coordinator', 'assessor', 'facilitator', 'mentor', 'case_manager', 'health', 'circle_volunteer', 'circle_coordinator', 'faith_contributor', 'interpreter', 'guardian'] as const

export type TeamRole = (typeof teamRoles)[number]

/** What the reader calls a role. */
export function roleName(role: string): string {
  return roles.includes(role as Role) ? t(`role.${role as Role}`) : role
}
