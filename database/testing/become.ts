import { inWork, type Opening } from '../../src/platform/open-work.ts'
import { doorkeeper } from '../../src/platform/doors/index.ts'
import type { Actor, Shape, Work } from '../../src/platform/work.ts'
import { cast, type First } from '../seeds/cast.ts'
import { testHouse } from './test-house.ts'

export type Doing = Partial<Pick<Opening, 'does' | 'shows' | 'purpose'>> & {
  /** The public id of the person this is about. */
  about?: string
  shape?: Shape
}

/** Runs a piece of work as a named colleague of the cast, exactly as a door would. */
export async function become<T>(first: First, run: (work: Work) => Promise<T>, doing: Doing = {}): Promise<T> {
  return act(await colleague(first, doing.shape), run, doing)
}

/** The same as a participant, by their id. */
export async function becomeParticipant<T>(id: number, run: (work: Work) => Promise<T>, doing: Doing = {}): Promise<T> {
  return act({ kind: 'participant', id, shape: 'person', name: 'participant', roles: ['participant'], language: 'en' }, run, doing)
}

/** The actor that a colleague's sign-in would be. */
export async function colleague(first: First, shape?: Shape): Promise<Actor> {
  const person = cast.find((member) => member.first === first)!
  const id = await colleagueId(first)
  return { kind: 'colleague', id, shape: shape ?? shapeOf(person.role), name: person.name, roles: [person.role], language: 'en' }
}

const ids = new Map<string, number>()

export async function colleagueId(first: First): Promise<number> {
  const known = ids.get(first)
  if (known !== undefined) return known
  const { name } = cast.find((member) => member.first === first)!
  const row = await act(doorkeeper('en'), (work) => work.db.selectFrom('colleagues').select('id').where('name', '=', name).executeTakeFirstOrThrow(), {})
  ids.set(first, row.id)
  return row.id
}

export async function unitId(name: string): Promise<number> {
  const row = await act(doorkeeper('en'), (work) => work.db.selectFrom('units').select('id').where('name', '=', name).executeTakeFirstOrThrow(), {})
  return row.id
}

/** Any actor at all, for tests of the machine actors and of tokens. */
export async function act<T>(actor: Actor, run: (work: Work) => Promise<T>, { about, does = 'consult', shows = 'nothing', purpose = 'test' }: Doing): Promise<T> {
  const { house } = await testHouse()
  return inWork(house, { actor, does, shows, purpose, door: 'test', about }, run)
}

function shapeOf(role: string): Shape {
  if (role === 'security') return 'referrer'
  if (role === 'head') return 'counts'
  if (['rights_officer', 'data_protection_officer', 'inspector'].includes(role)) return 'oversight'
  return role === 'administrator' || role === 'evaluator' ? role : 'casework'
}

