import type { AccessRole } from './parts.ts'
import type { Programme } from './programme.ts'

/** So many colleagues of one role of the house, under what the programme calls them. */
export type LeastOf = { role: Exclude<AccessRole, 'none'>, title: string, count: number }

/**
 * Who has to be on the team of a person at least, by the roles of the house; nobody where the programme does not say that falling below is somebody's task. A role
 * without an account (an agency, a chair of a panel) is on no team here and cannot be counted.
 */
export function leastTeam(programme: Pick<Programme, 'team' | 'roles'>): readonly LeastOf[] {
  const found = known.get(programme) ?? least(programme)
  known.set(programme, found)
  return found
}

/** A definition does not change, and a coordinator's day asks it of every programme on offer. */
const known = new WeakMap<Pick<Programme, 'team' | 'roles'>, readonly LeastOf[]>()

function least({ team, roles }: Pick<Programme, 'team' | 'roles'>): LeastOf[] {
  if (team.below_minimum !== 'opens_a_task') return []
  const asked = team.minimum.flatMap(({ role: id, count }) => {
    const role = roles.find((one) => one.id === id)
    return role === undefined || role.may_act_as === 'none' ? [] : [{ role: role.may_act_as, title: role.title, count }]
  })
  // Two roles of a programme can be one role of the house: then it takes as many as both.
  return [...Map.groupBy(asked, ({ role }) => role)].map(([role, of]) => ({ role, title: of.map(({ title }) => title).join(', '), count: of.reduce((sum, { count }) => sum + count, 0) }))
}

/** What is missing on a team of these roles, with how many are there. */
export function missingIn(least: readonly LeastOf[], team: readonly string[]): (LeastOf & { there: number })[] {
  return least.map((one) => ({ ...one, there: team.filter((role) => role === one.role).length })).filter(({ there, count }) => there < count)
}
