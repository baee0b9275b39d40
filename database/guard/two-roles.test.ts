import { expect, test } from 'vitest'
import { recordKinds } from '../../src/app/records.ts'
import type { Actor } from '../../src/platform/work.ts'
import { aColleague, openBy } from '../testing/scopes.ts'
import { placed, seen, someone } from './scene.ts'

// Somebody with several roles never has the union of them for one person, and a hat of another kind shows nothing of the first.
const kindOf = (record: string) => recordKinds().find((kind) => kind.record === record)!

async function somebodyWith(...roles: string[]): Promise<Actor> {
  const id = await aColleague()
  const { unitId, ...person } = await someone()
  for (const role of roles) await openBy('unit', { colleagueId: id, role, record: '', person: { ...person, unitId }, workerId: person.workerId })
  return { kind: 'colleague', id, shape: 'casework', name: 'Somebody', roles, language: 'en' }
}

test('it gives a mentor of one person, who is the facilitator of another, each time the rights of that role alone', async () => {
  const both = await somebodyWith('mentor', 'facilitator')
  const [jonas, anders] = [await someone(), await someone()]
  await openBy('assignment', { colleagueId: both.id, role: 'mentor', record: '', person: jonas, workerId: jonas.workerId })
  await openBy('assignment', { colleagueId: both.id, role: 'facilitator', record: '', person: anders, workerId: anders.workerId })
  const notes = kindOf('facilitator_note')
  expect(await seen(both, await placed(notes, jonas, { kind: 'colleague', id: jonas.workerId }))).toEqual([])
  expect(await seen(both, await placed(notes, anders, { kind: 'colleague', id: anders.workerId }))).toEqual(['facilitator_notes'])
})

test('it refuses a second role for the same person at the same time', async () => {
  const both = await somebodyWith('mentor', 'facilitator')
  const jonas = await someone()
  const opening = { colleagueId: both.id, record: '', person: jonas, workerId: jonas.workerId }
  await openBy('assignment', { ...opening, role: 'mentor' })
  await expect(openBy('assignment', { ...opening, role: 'facilitator' })).rejects.toThrow('assignments_one_role_at_a_time')
})

test('it shows a mentor who is also data-protection officer the log in that hat alone, and in it nothing of their people', async () => {
  const both = await somebodyWith('mentor', 'data_protection_officer')
  const jonas = await someone()
  await openBy('assignment', { colleagueId: both.id, role: 'mentor', record: '', person: jonas, workerId: jonas.workerId })
  const author = { kind: 'colleague' as const, id: jonas.workerId }
  const [lines, contents] = [await placed(kindOf('access_log'), jonas, author), await placed(kindOf('plan_content'), jonas, author)]
  expect([await seen(both, lines), await seen(both, contents)]).toEqual([[], contents.map(({ table }) => table.name)])
  const officer: Actor = { ...both, shape: 'oversight' }
  expect([await seen(officer, lines), await seen(officer, contents)]).toEqual([['access_log'], []])
})
