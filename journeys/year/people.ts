import { aParticipant, colleagueId, visit } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { assign, endAssignment, teamOf } from '../../src/access/index.ts'
import { proposeAgreement, recordAnswerOnPaper, signAgreement } from '../../src/agreements/index.ts'
import { addInterpreter } from '../../src/interpreters/index.ts'
import { recordConsent, recordLegalStatus, recordRelease, sayNeeds, sayTimes, shareTimes } from '../../src/participants/index.ts'
import { changeService } from '../../src/people/people.verbs.ts'
import { openUnits, theService } from '../../src/people/index.ts'
import { day } from '../../src/platform/day.ts'
import type { Actor } from '../../src/platform/work.ts'
import { askRuler } from '../../src/measures/index.ts'
import { addAim, addNeed, decideUnits, makePlan, noteState, setGoal } from '../../src/plans/index.ts'
import { addRegime, addRoom, sayAway } from '../../src/timetable/settings/settings.verbs.ts'
import { as, asThemself, aNewFacilitator, type Person, type Who } from './days.ts'

export type Planned = Person & { planId: string, name: string }
export type Norland = Record<'tora' | 'nils' | 'jonas' | 'camille' | 'yusuf', Planned> & { signe: Actor, feed: string }

const holidays = ['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01', '2027-03-25', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'].map(day)

/** The house before anybody comes: holidays, rooms, the hours of the wing, a second facilitator. */
export async function openTheHouse(): Promise<Actor> {
  // The application is put together once, as at its start: what follows a change of a team, a pause or an end is handed in there.
  await visit('Kai')
  await as('Ravi', async (work) => {
    const { name, time_zone: timeZone, languages, codes_required: codesRequired, revision } = (await theService(work))!
    await changeService(work, { name, timeZone, languages, codesRequired, holidays }, revision)
  })
  await as('Kai', async (work) => {
    const unit = (await openUnits(work)).find(({ name }) => name === 'Fjordvik prison')!.public_id
    for (const [name, holds] of [['A1', 2], ['B2', 4]] as const) await addRoom(work, unit, { name, holds })
    for (const weekday of ['1', '2', '3', '4', '5'] as const) for (const [fromTime, untilTime] of [['08:30', '11:30'], ['12:30', '15:30']] as const) await addRegime(work, unit, { weekday, fromTime, untilTime })
    for (const name of ['Sara Nouri', 'Omar Aziz']) await addInterpreter(work, { name, reach: '+45 70 10 00 61', languages: ['ar'] })
  })
  return aNewFacilitator('Signe Falk')
}

type Coming = { name: string, team: First[], unit?: string, programme: string, status?: 'sentenced' | 'remand' | 'order', releaseOn?: string }

/** Somebody comes: accepted with a team, told and asked, the law's state and the day of release as they are known, a plan. */
export async function comes({ name, team, unit, programme, status, releaseOn }: Coming, more: readonly Actor[] = []): Promise<Planned> {
  const person = await aParticipant({ name, team, ...unit && { unit } })
  for (const { id } of more) await as('Kai', (work) => assign(work, { colleagueId: id, participantId: person.id, role: 'facilitator' }), person)
  if (status) await as('Lena', (work) => recordLegalStatus(work, { status, fromOn: day('2026-11-01'), source: 'The judgment', authority: 'District court' }), person)
  if (releaseOn) await as('Lena', (work) => recordRelease(work, { releaseOn: day(releaseOn), reason: 'As the judgment says', authority: 'District court' }), person)
  return { ...person, name, planId: await startPlan(person, programme) }
}

export async function startPlan(person: Person, programme: string): Promise<string> {
  await saysYes(person)
  return as('Kai', (work) => makePlan(work, { programme, beginsOn: work.today }), person)
}

export function saysYes(person: Person): Promise<void> {
  return as('Kai', (work) => recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: work.today }), person)
}

/** Once, with a yes to research. */
export function saysHowTheyCope(person: Person, facilitator: Who = 'Amira'): Promise<void> {
  return as(facilitator, async (work) => {
    await recordConsent(work, person.id, { purpose: 'research', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: work.today })
    await askRuler(work, { on: work.today, question: 'How do you cope?', value: 4 })
  }, person)
}

export async function everybodyComes(signe: Actor): Promise<Norland> {
  const inside = ['Kai', 'Amira', 'Noor', 'Lena'] as First[]
  const norland = {
    tora: await comes({ name: 'Tora Dahl', team: inside, programme: 'entre', status: 'sentenced', releaseOn: '2027-09-30' }),
    nils: await comes({ name: 'Nils Aas', team: inside, programme: 'healthy-identity', status: 'remand' }, [signe]),
    jonas: await comes({ name: 'Jonas Lind', team: ['Kai', 'Mia', 'Lena'], programme: 'back-on-track', status: 'sentenced', releaseOn: '2027-04-01' }),
    camille: await comes({ name: 'Camille Roux', team: ['Kai', 'Cleo', 'Bea', 'Cem', 'Dov', 'Eli', 'Lena'], unit: 'Østby probation office', programme: 'cosa' }),
    yusuf: await comes({ name: 'Yusuf Amin', team: ['Kai', 'Noor', 'Hedda', 'Lena'], unit: 'Østby probation office', programme: 'rive', status: 'order' }, [signe]),
    signe, feed: '' }
  await writePlans(norland)
  return norland
}

async function writePlans({ tora, nils, jonas }: Norland): Promise<void> {
  await as('Amira', async (work) => {
    await addAim(work, tora.planId, { aim: 'To stand on her own feet outside', reason: 'Her words' })
    await decideUnits(work, tora.planId, { units: [{ unitId: 'relations', decision: 'choose', position: 1, reason: 'Her sister' }, { unitId: 'problem_solving', decision: 'choose', position: 2, reason: 'Rent and work' }] })
    await setGoal(work, tora.planId, { title: 'Two mornings a week in the workshop', from: work.today, until: day('2027-02-22'), levels: ([-2, -1, 0, 1, 2] as const).map((level) => ({ level, sentence: `${level + 2} mornings.` })) })
    await addNeed(work, tora.planId, { kind: 'work', what: 'The workshop' })
  }, tora)
  await saysHowTheyCope(tora)
  await as('Amira', async (work) => {
    await noteState(work, nils.planId, { state: 'engaged', reason: 'He says so.', seenOn: work.today })
    await addAim(work, nils.planId, { aim: 'Simply to question whether to go on', reason: 'Where he stands', state: 'engaged' })
    await decideUnits(work, nils.planId, { units: [{ unitId: 'self_image', decision: 'choose', position: 1, reason: 'His wish' }, { unitId: 'mindfulness', decision: 'choose', position: 2, reason: 'Sleeps badly' }] })
    await addNeed(work, nils.planId, { kind: 'education', what: 'Danish, twice a week' })
    await sayNeeds(work, nils.id, { languages: 'ar', needsInterpreter: true })
  }, nils)
  await asThemself(nils, async (work) => {
    await sayTimes(work, { weekday: '5', fromTime: '12:00', untilTime: '14:00', what: 'Prayer' })
    await shareTimes(work, { facilitator: true, mentor: false })
  })
  await agree(jonas, 'Mia')
  await as('Amira', (work) => sayAway(work, { fromOn: day('2027-02-01'), untilOn: day('2027-02-05') }))
}

/** What mentor and mentee agree, signed by both on the day. */
export async function agree(person: Person, mentor: First): Promise<string> {
  const agreementId = await as(mentor, async (work) => proposeAgreement(work, { purpose: 'mentoring', programme: 'back-on-track', clauses: [{ text: 'We meet every week.' }],
    parties: (await teamOf(work, person.id)).filter(({ colleague_id: id }) => id === work.actor.id).map((one) => one.colleague_public_id) }), person)
  await as(mentor, async (work) => {
    await signAgreement(work, { agreementId, version: 1 })
    await recordAnswerOnPaper(work, { agreementId, version: 1, answer: 'signed', on: work.today, seenBy: 'Kai Nyberg' })
  }, person)
  return agreementId
}

/** Somebody leaves the team of a person, as the coordinator writes it. */
export async function leaves(who: Who, person: Person): Promise<void> {
  const id = typeof who === 'string' ? await colleagueId(who) : who.id
  await as('Kai', async (work) => {
    await endAssignment(work, (await teamOf(work, person.id)).find((one) => one.colleague_id === id)!.public_id)
  }, person)
}

export async function joins(who: Who, person: Person, role: string): Promise<void> {
  const id = typeof who === 'string' ? await colleagueId(who) : who.id
  await as('Kai', (work) => assign(work, { colleagueId: id, participantId: person.id, role }), person)
}
