import { newPublicId } from '../../src/platform/open-work.ts'
import { freshId, put } from './superuser.ts'

/** What can open a record about somebody to a colleague; see the scopes of access.yaml. */
export const settings = ['assignment', 'agreed', 'named', 'request', 'emergency', 'supervision', 'unit'] as const
export type Setting = (typeof settings)[number]

export type BarePerson = { id: number, publicId: string, unitId: number }

/** Somebody of whom nothing is written yet, in a unit of their own. */
export async function aBarePerson(): Promise<BarePerson> {
  const person = { id: await freshId(), publicId: newPublicId(), unitId: await freshId() }
  await put('units', { id: person.unitId, public_id: newPublicId(), name: `Unit ${person.unitId}`, kind: 'prison' })
  await put('participants', { id: person.id, public_id: person.publicId, unit_id: person.unitId, state: 'active', state_since: '2026-01-01', made_at: yesterday })
  return person
}

/** A colleague who holds no appointment. */
export async function aColleague(): Promise<number> {
  const id = await freshId()
  await put('colleagues', { id, public_id: newPublicId(), name: `Colleague ${id}` })
  return id
}

export type Opening = { colleagueId: number, role: string, record: string, person: BarePerson, /** A mentor of the person, whom a supervisor supervises. */ workerId: number }

/** The settings that the database would take for a role at all. */
export function settingsOf(role: string): Setting[] {
  return settings.filter((setting) => {
    if (setting === 'request') return ['rights_officer', 'inspector'].includes(role)
    if (setting === 'emergency') return ['assessor', 'facilitator', 'health'].includes(role)
    return setting !== 'supervision' || ['coach', 'clinical_supervisor'].includes(role)
  })
}

/** Opens a person's record to a colleague by one setting, since yesterday; or opened it then and ended it an hour ago. */
export async function openBy(setting: Setting, opening: Opening, ended = false): Promise<void> {
  const { colleagueId: colleague_id, role, record, person: { id: participant_id, unitId: unit_id }, workerId } = opening
  const named = { id: await freshId(), public_id: newPublicId() }
  const until = { from_at: recently, until_at: ended ? anHourAgo : tonight }
  switch (setting) {
    case 'assignment': return put('assignments', { ...named, colleague_id, participant_id, role, from_at: yesterday, until_at: ended ? anHourAgo : null, made_by: colleague_id })
    case 'agreed': return put('agreed_readings', { ...named, participant_id, record, role, from_at: yesterday, withdrawn_at: ended ? anHourAgo : null, recorded_by: colleague_id })
    // Named in the moment in which what they are to read is made, where it is one thing and no more.
    case 'named': return put('named_readings', { ...named, reader_id: colleague_id, participant_id, record, role, reason: 'test', ...until, from_at: ended ? recently : justNow, made_by: workerId })
    case 'request': return put('opened_requests', { ...named, colleague_id, participant_id, role, purpose: 'test', ...until, opened_by: workerId })
    case 'emergency': return put('break_glasses', { ...named, colleague_id, participant_id, role, reason: 'test', ...until })
    case 'supervision': return put('supervisions', { ...named, supervisor_id: colleague_id, colleague_id: workerId, role, from_at: yesterday, until_at: ended ? anHourAgo : null })
    case 'unit': return put('appointments', { ...named, colleague_id, role, unit_id, from_at: yesterday, until_at: ended ? anHourAgo : null })
  }
}

/** Makes a colleague the mentor of a person, so that somebody can be their supervisor. */
export async function mentors(workerId: number, person: BarePerson): Promise<void> {
  await put('assignments', { id: await freshId(), public_id: newPublicId(), colleague_id: workerId, participant_id: person.id, role: 'mentor', from_at: yesterday, made_by: workerId })
}

const yesterday = '2026-11-22T09:00:00Z'
const recently = '2026-11-23T07:00:00Z'
const justNow = '2026-11-23T09:00:00.000Z'
const anHourAgo = '2026-11-23T08:00:00Z'
const tonight = '2026-11-23T14:00:00Z'
