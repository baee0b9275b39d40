import { z } from 'zod'
import { myPeople, thePerson } from '../../participants/index.ts'
import { apiDoors } from '../../platform/doors/index.ts'
import type { Due } from '../../platform/due.ts'
import { together } from '../../platform/together.ts'
import { lastSessionsJson, SessionJson } from '../../sessions/index.ts'
import { dueFor } from './gathered.ts'

const api = apiDoors()
export const deskApi = api

const NextJson = z.object({ on: z.string(), at: z.string().nullable(), what: z.string() })
const sessionsShown = 20

api.get('/due', { does: 'consult', shows: 'plan_dates', summary: 'What awaits the caller, the earliest first, each with the reason it is due.',
  gives: z.object({ due: z.array(NextJson.extend({ about: z.string().nullable(), because: z.string(), href: z.string() })) }) },
async (work) => ({ due: (await dueFor(work)).map((due) => ({ ...nextJson(due), about: due.about ?? null, because: due.because, href: due.href })) }))

api.get('/caseload', { does: 'consult', shows: 'plan_dates', summary: 'The people that the caller works with today, each with what is due next.',
  gives: z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string().nullable(), state: z.string(), role: z.string(), next: NextJson.nullable() })) }) },
async (work) => {
  const [people, due] = await together([myPeople(work), dueFor(work)])
  const next = earliest(due)
  return { people: people.map(({ public_id: id, name, unit, state, role }) => ({ id, name, unit, state, role, next: next.get(id) ?? null })) }
})

api.get('/people/{participantId}', { does: 'consult', shows: 'identity_name', about: 'participantId', summary: 'One person, with the last twenty sessions; what was done in them where the caller may read it.',
  gives: z.object({ id: z.string(), name: z.string(), unit: z.string().nullable(), state: z.string(), meetsAt: z.string(), sessions: z.array(SessionJson) }) },
async (work) => {
  const [person, sessions] = await together([thePerson(work), lastSessionsJson(work, work.about, sessionsShown)])
  return { id: person.public_id, name: person.name, unit: person.unit, state: person.state, meetsAt: person.meets_at, sessions }
})

function nextJson({ on, at, says }: Due): z.input<typeof NextJson> {
  return { on, at: at ?? null, what: says }
}

/** The first of what is due for each person; the address of a thing to do says whose it is. What is due comes in order. */
function earliest(due: readonly Due[]): Map<string, z.input<typeof NextJson>> {
  const first = new Map<string, z.input<typeof NextJson>>()
  for (const one of due) {
    const person = /^\/people\/([^/]+)\//.exec(one.href)?.[1]
    if (person !== undefined && !first.has(person)) first.set(person, nextJson(one))
  }
  return first
}
