import { expect, test } from 'vitest'
import { leastTeam, missingIn } from './least-team.ts'
import type { Role, Team } from './parts.ts'

const role = (id: string, may_act_as: Role['may_act_as']): Role => ({ id, title: id.toUpperCase(), kind: 'staff', may_act_as, need_not_be: [], does: [], incompatible_with: [] })
const team = (minimum: Team['minimum'], below_minimum: Team['below_minimum'] = 'opens_a_task'): Team => ({ shape: 'circle', rings: [], minimum, below_minimum })

test('it says how many of each role of the house a team needs at least, under what the programme calls them', () => {
  const roles = [role('volunteer', 'circle_volunteer'), role('coordinator', 'circle_coordinator')]
  expect(leastTeam({ roles, team: team([{ role: 'volunteer', count: 3 }, { role: 'coordinator', count: 1 }]) })).toEqual([
    { role: 'circle_volunteer', title: 'VOLUNTEER', count: 3 }, { role: 'circle_coordinator', title: 'COORDINATOR', count: 1 }])
})

test('it takes as many as both where two roles of a programme are one of the house', () => {
  const roles = [role('therapist', 'facilitator'), role('trainer', 'facilitator')]
  expect(leastTeam({ roles, team: team([{ role: 'therapist', count: 1 }, { role: 'trainer', count: 1 }]) })).toEqual([{ role: 'facilitator', title: 'THERAPIST, TRAINER', count: 2 }])
})

test('it asks for nobody where falling below is no task, and counts no role without an account', () => {
  const roles = [role('therapist', 'facilitator'), role('chair', 'none')]
  expect(leastTeam({ roles, team: team([{ role: 'therapist', count: 1 }], 'continues') })).toEqual([])
  expect(leastTeam({ roles, team: team([{ role: 'chair', count: 1 }]) })).toEqual([])
})

test('it names what is missing and how many are there', () => {
  const least = [{ role: 'circle_volunteer' as const, title: 'Volunteer', count: 3 }, { role: 'circle_coordinator' as const, title: 'Coordinator', count: 1 }]
  expect(missingIn(least, ['circle_volunteer', 'circle_coordinator', 'circle_volunteer'])).toEqual([{ role: 'circle_volunteer', title: 'Volunteer', count: 3, there: 2 }])
  expect(missingIn(least, ['circle_volunteer', 'circle_volunteer', 'circle_volunteer', 'circle_coordinator'])).toEqual([])
})
