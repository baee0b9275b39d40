import { act, become, becomeParticipant, testHouse, unitId } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { founder } from '../../database/seeds/cast.ts'
import { appoint } from '../../src/access/index.ts'
import { welcomeColleague } from '../../src/people/index.ts'
import { day, momentOf, type Day } from '../../src/platform/day.ts'
import type { Actor, Work } from '../../src/platform/work.ts'

/** Somebody of the cast, or a colleague who came later. */
export type Who = First | Actor
export type Person = { id: number, publicId: string }

export const zone = 'Europe/Copenhagen'

/** It is this moment, where the service is. */
export async function go(on: string, time = '09:00'): Promise<void> {
  const { clock } = await testHouse()
  clock.now = momentOf(day(on), time, zone)!
}

export async function today(): Promise<Day> {
  return (await testHouse()).clock.now.slice(0, 10) as Day
}

/** What somebody does, about one person or about none. */
export function as<T>(who: Who, run: (work: Work) => Promise<T>, person?: Person): Promise<T> {
  const doing = { does: 'collect' as const, ...person && { about: person.publicId } }
  return typeof who === 'string' ? become(who, run, doing) : act(who, run, doing)
}

export function asThemself<T>(person: Person, run: (work: Work) => Promise<T>): Promise<T> {
  return becomeParticipant(person.id, run, { about: person.publicId })
}

/** The code of a refusal; "done" where there was none. */
export async function refused(what: Promise<unknown>): Promise<string> {
  return what.then(() => 'done', (fault: { code?: string, message: string }) => fault.code ?? fault.message)
}

/** A facilitator who is not of the cast. */
export async function aNewFacilitator(name: string): Promise<Actor> {
  const inUnit = await unitId('Fjordvik prison')
  const { id } = await act(founder(), (work) => welcomeColleague(work, { name, title: 'Therapist', unitId: inUnit }), { does: 'collect' })
  await as('Ravi', (work) => appoint(work, { colleagueId: id, role: 'facilitator', unitId: inUnit }))
  return { kind: 'colleague', id, shape: 'casework', name, roles: ['facilitator'], language: 'en' }
}
