import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAccessFile, rightsIn } from '../../src/access/index.ts'
import { apiDoorsOf, pageDoorsOf } from '../../src/app/routes.ts'
import { newPublicId } from '../../src/platform/open-work.ts'
import { cast, type First } from '../seeds/cast.ts'
import { aParticipant, visit, type Page, type Visitor } from '../testing/index.ts'
import { aBarePerson } from '../testing/scopes.ts'
import { put } from '../testing/superuser.ts'

// The trainer works in the workshop and does not enter this house at all.
const outside = ['trainer']

// Every door about one person, found in the routes: each of the cast knocks, without and with the person in their team.
const rights = rightsIn(readAccessFile(join(import.meta.dirname, '../../src/access/access.yaml')))
const everybody = cast.filter(({ first, role }) => cast.find((other) => other.role === role)?.first === first && !outside.includes(role)).map(({ first, role }) => ({ first: first as First, role: role as string }))
const nobody = 'nobody0000000000'

type Door = { name: string, shows: string, isWhole: boolean, isForm: boolean, knock: (visitor: Visitor, person: string) => Promise<Page> }

const doors: Door[] = [
  ...pageDoorsOf().map((door) => ({ ...door, knockAt: (visitor: Visitor, address: string) => visitor.get(address) })),
  ...apiDoorsOf().map((door) => ({ ...door, path: door.path, isApi: true, knockAt: (visitor: Visitor, address: string) => visitor.api(address) })),
].filter(({ method, about }) => method === 'get' && about !== undefined).map(({ path, about, shows, knockAt, ...rest }) => {
  const address = (person: string) => path.replace(`{${about}}`, person).replaceAll(/\{\w+\}/g, nobody)
  const isWhole = !path.replace(`{${about}}`, '').includes('{')
  const isForm = !('isApi' in rest) && pageDoorsOf().some((other) => other.method === 'post' && other.path === path)
  return { name: `${'isApi' in rest ? 'GET /api' : 'GET '}${path}`, shows, isWhole, isForm, knock: (visitor: Visitor, person: string) => knockAt(visitor, address(person)) }
})

const visitors = new Map<First, Visitor>()
let stranger: string

beforeAll(async () => {
  for (const { first } of everybody) visitors.set(first, await visit(first))
  const person = await aBarePerson()
  await put('identity_names', { participant_id: person.id, name: 'Jonas Lind' })
  stranger = person.publicId
})

test('it knows doors about a person', () => {
  expect(doors.length).toBeGreaterThan(3)
})

test('it does not let the trainer in', async () => {
  for (const { first } of cast.filter(({ role }) => outside.includes(role))) await expect(visit(first)).rejects.toThrow('could not sign in')
})

describe.each(doors.map((door) => [door.name, door] as const))('%s', (_, door) => {
  // The officer and the administrator of the log read lines about anybody: their door says nothing about whether somebody is there.
  const readsAll = (role: string) => rights.some((right) => right.record === door.shows && right.role === role && right.verb === 'read' && right.scope === 'all')

  test('it answers each of the cast about somebody else\'s person exactly as about nobody', async () => {
    for (const { first, role } of everybody.filter((member) => !readsAll(member.role))) {
      const [theirs, unknown, invented] = [await door.knock(visitors.get(first)!, stranger), await door.knock(visitors.get(first)!, nobody), await door.knock(visitors.get(first)!, newPublicId())]
      expect([role, theirs.status, bare(theirs)]).toEqual([role, unknown.status, bare(unknown)])
      expect([role, theirs.status, bare(theirs)]).toEqual([role, invented.status, bare(invented)])
      expect(theirs.text).not.toContain('Jonas Lind')
    }
  })

  test.each(teamsOf(door))('it opens to $team for a person they work with', async ({ members }) => {
    for (const { first, role } of members) {
      const person = await aParticipant({ team: first === 'Kai' ? ['Kai'] : ['Kai', first] })
      expect([role, (await door.knock(visitors.get(first)!, person.publicId)).status]).toEqual([role, 200])
    }
  })

  test.each(formsOf(door))('it is a form, open to those of $team who may send it', async ({ members }) => {
    const statuses: number[] = []
    for (const { first } of members) {
      const person = await aParticipant({ team: first === 'Kai' ? ['Kai'] : ['Kai', first] })
      statuses.push((await door.knock(visitors.get(first)!, person.publicId)).status)
    }
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => ![200, 404, 409].includes(status))).toEqual([])
  })
})

type Team = { team: string, members: typeof everybody }

/** Those who may read what a door shows of a person they work with; none for a door that needs more than a person. */
function membersOf(door: Door): typeof everybody {
  return door.isWhole ? everybody.filter(({ role }) => rights.some((right) => right.record === door.shows && right.role === role && right.verb === 'read' && right.scope === 'team')) : []
}

function teamsOf(door: Door): Team[] {
  const members = door.isForm ? [] : membersOf(door)
  return members.length > 0 ? [{ team: members.map(({ role }) => role).join(', '), members }] : []
}

/** A form is shown to whom its own room lets send it, which is for its room's tests. */
function formsOf(door: Door): Team[] {
  const members = door.isForm ? membersOf(door) : []
  return members.length > 0 ? [{ team: members.map(({ role }) => role).join(', '), members }] : []
}

/** The page without what differs at each look: keys of forms, and the address itself. */
function bare({ text }: Page): string {
  return text.replaceAll(/(name="_\w+" value=")[^"]*/g, '$1').replaceAll(stranger, nobody).replaceAll(/\/people\/[0-9a-z]{16}/g, `/people/${nobody}`)
}
