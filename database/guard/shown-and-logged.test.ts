import { beforeAll, describe, expect, test } from 'vitest'
import { apiDoorsOf, pageDoorsOf } from '../../src/app/routes.ts'
import { day } from '../../src/platform/day.ts'
import { recordConsent } from '../../src/participants/index.ts'
import { makePlan } from '../../src/plans/index.ts'
import { planSession } from '../../src/sessions/index.ts'
import { aParticipant, become, offerProgrammes, visit, type Page, type Visitor } from '../testing/index.ts'
import { asSuperuser } from '../testing/superuser.ts'

// Lists and searches are consultations: whoever is named on a page stands in its line of the log, found for every door in the routes.
const team = ['Kai', 'Amira', 'Mia', 'Lena'] as const

// Paper has to be told which day, and what people are called on it.
const tomorrow = '2026-11-24'
const asked: Record<string, string> = {
  '/tomorrow/print': `?on=${tomorrow}&as=names`, '/tomorrow/file': `?on=${tomorrow}&as=names`, '/tomorrow/slips/print': `?on=${tomorrow}&as=both`, '/tomorrow/slips/file': `?on=${tomorrow}&as=both`,
}

type Look = { door: string, knock: (visitor: Visitor) => Promise<Page> }

let jonas: { id: number, publicId: string }
const visitors = new Map<string, Visitor>()

const looks: Look[] = [
  ...pageDoorsOf().map((door) => ({ ...door, door: `GET ${door.path}`, at: (visitor: Visitor, address: string) => visitor.get(address) })),
  ...apiDoorsOf().map((door) => ({ ...door, door: `GET /api${door.path}`, at: (visitor: Visitor, address: string) => visitor.api(address) })),
].filter(({ method, as, for: shapes, about, path }) => method === 'get' && as === undefined && (shapes ?? ['casework']).includes('casework') && !path.replace(`{${about}}`, '').includes('{'))
  .map(({ door, at, about, path }) => ({ door, knock: (visitor: Visitor) => at(visitor, `${path.replace(`{${about}}`, jonas.publicId)}${asked[path] ?? ''}`) }))

beforeAll(async () => {
  jonas = await aParticipant({ name: 'Jonas Lind', team: [...team] })
  await aParticipant({ name: 'Anders Krog', team: [...team] })
  await offerProgrammes()
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, { about: jonas.publicId })
  await become('Mia', (work) => planSession(work, { on: day(tomorrow), time: '10:00', minutes: 60, place: 'room B2', units: [] }), { about: jonas.publicId })
  for (const first of team) visitors.set(first, await visit(first))
})

describe.each(looks.map((look) => [look.door, look] as const))('%s', (door, look) => {
  test.each(team)('it names nobody to %s who does not stand in the line of the log', async (first) => {
    const page = await look.knock(visitors.get(first)!)
    if (page.status !== 200) return expect(page.status).toBe(404)
    const client = await asSuperuser()
    const { rows: [line] } = await client.query<{ participant_ids: number[], operation: string }>(`select participant_ids, operation from access_log
      where door = $1 and actor_name like $2 order by at desc, id desc limit 1`, [door, `${first} %`])
    const { rows: people } = await client.query<{ id: number, public_id: string, name: string }>('select p.id, p.public_id, n.name from participants p join identity_names n on n.participant_id = p.id')
    const named = people.filter(({ public_id, name }) => page.text.includes(public_id) || page.text.includes(name)).map(({ id }) => id)
    expect(line?.operation).toBe('consult')
    expect(line?.participant_ids).toEqual(expect.arrayContaining(named))
  })
})

test('it has seen pages that name somebody', async () => {
  const pages = await Promise.all(looks.map((look) => look.knock(visitors.get('Kai')!)))
  expect(pages.filter(({ text }) => text.includes('Jonas Lind')).length).toBeGreaterThan(2)
})
