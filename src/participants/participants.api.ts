import { z } from 'zod'
import { mayFor } from '../access/index.ts'
import { apiDoors, created, field } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import { withdraw } from './change-person.ts'
import { noticeFor } from './notices.verbs.ts'
import { answers, purposes } from './participant.ts'
import { RecordAnswer, Withdraw } from './participants.input.ts'
import { answersOf, mayUseRegister, myPeople, searchRegister, thePerson } from './participants.queries.ts'
import { recordConsent } from './participants.verbs.ts'

const api = apiDoors()
export const participantApi = api

const Consents = z.object({ consents: z.array(z.object({ purpose: z.enum(purposes), answer: z.enum(answers), answeredOn: z.string(), withdrawnAt: z.string().nullable() })) })

const Search = z.object({ words: field.line('person.register.words').optional() })
const mostFound = 25

api.get('/people', {
  does: 'consult', shows: 'identity_name', takes: Search, summary: 'The people that the caller works with today, with the role they work in; with "words", those whose name has them.',
  gives: z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string().nullable(), state: z.string(), role: z.string() })) }),
}, async (work, { words }) => ({ people: (await myPeople(work, words)).map(({ public_id, name, unit, state, role }) => ({ id: public_id, name, unit, state, role })) }))

api.get('/register', {
  does: 'consult', shows: 'register', takes: Search, summary: 'Anybody in the service whose name is like these words or who has this number: for coordinators.',
  gives: z.object({ people: z.array(z.object({ id: z.string().nullable(), name: z.string(), number: z.string().nullable(), bornYear: z.number().int().nullable(), unit: z.string().nullable(), state: z.string(), coordinators: z.array(z.string()) })) }),
}, async (work, { words }) => {
  const found = await searchRegister(work, words ?? '', mostFound)
  // The search finds nobody for whoever may not search; only then it has to be asked which it was.
  if (found.length === 0 && !await mayUseRegister(work)) throw refuse('not-found')
  return { people: found.map((one) => ({ id: one.public_id, name: one.name, number: one.number, bornYear: one.born_year, unit: one.unit, state: one.state, coordinators: one.coordinators })) }
})

api.get('/people/{participantId}/consents', { does: 'consult', shows: 'consent_and_notice', about: 'participantId', summary: 'What the person has answered to each purpose, and what they have withdrawn.', gives: Consents }, async (work) => {
  await thePerson(work)
  if (!await mayFor(work, 'read', 'consent_and_notice')) throw refuse('not-found')
  const found = await answersOf(work, work.about)
  return { consents: found.map((one) => ({ purpose: one.purpose as (typeof purposes)[number], answer: one.answer as (typeof answers)[number], answeredOn: one.answered_on, withdrawnAt: one.withdrawn })) }
})

api.post('/people/{participantId}/consents', { does: 'collect', shows: 'consent_and_notice', about: 'participantId', summary: 'Records what the person answered.', takes: RecordAnswer, gives: z.object({ recorded: z.literal(true) }) },
  async (work, { participantId: _, ...answer }) => {
    if (!await mayFor(work, 'write', 'consent_and_notice')) throw refuse('not-found')
    const notice = await noticeFor(work, answer.purpose, [answer.language])
    await recordConsent(work, work.about, { ...answer, noticeVersion: String(notice.version), noticeLanguage: notice.language })
    return created({ recorded: true as const })
  })

api.post('/people/{participantId}/withdrawals', { does: 'collect', shows: 'withdrawal', about: 'participantId', summary: 'Records at once that the person has said stop, in their words.', takes: Withdraw, gives: z.object({ recorded: z.literal(true) }) },
  async (work, { participantId: _, ...said }) => {
    await withdraw(work, work.about, said)
    return created({ recorded: true as const })
  })
