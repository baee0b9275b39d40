import { appoint, supervise, teamOf } from '../../src/access/index.ts'
import { openAccount } from '../../src/accounts/index.ts'
import { countSessions } from '../../src/app/figures/session-months.ts'
import { countDeliveries } from '../../src/fidelity/index.ts'
import { proposeAgreement, recordAnswerOnPaper, signAgreement } from '../../src/agreements/index.ts'
import { recordConsent } from '../../src/participants/index.ts'
import { colleaguesAppointedAs, openUnits, welcomeColleague } from '../../src/people/index.ts'
import { addDays, addMinutes, dayAt, momentOf, timeAt, type Day } from '../../src/platform/day.ts'
import { caretaker } from '../../src/platform/jobs/index.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import { makePlan } from '../../src/plans/index.ts'
import { decideReferral, refer } from '../../src/referrals/index.ts'
import { planSession, recordSession } from '../../src/sessions/index.ts'
import { planADayAhead } from './a-day-ahead.ts'
import { askQuestions } from './a-study.ts'
import { measureAYear } from './a-year-of-measures.ts'
import { backThen, workingDayAgo, workingDayIn } from './back-then.ts'
import { cast, demonstrationPassword, founder, neighbours, type First } from './cast.ts'
import { disagree } from './complaints.ts'
import { adviseOnHealth } from './health.ts'
import { howItGoes } from './how-it-goes.ts'
import { fillSheets } from './sheets.ts'
import { writeNotes } from './session-notes.ts'
import { tellOthers } from './reports.ts'
import { tellPeople } from './told.ts'
import { nameObservers } from './observers.ts'
import { nameRooms } from './rooms.ts'
import { people, waiting, type SeededPerson } from './people.ts'
import { tellInterpreters } from './interpreters.ts'
import { tellPlaces } from './places.ts'
import { tellTrainings } from './trainings.ts'
import { keepSafe } from './safety.ts'
import { writePlan } from './plans.ts'

const zone = 'Europe/Copenhagen'

/** Everything that a piece of work by one of the cast says of itself. */
/** What is only looked up stands in the log as looked at, and not as written. */
type Doing = { about?: string, shows: string, does?: 'consult' }

/**
 * Fills Norland with people at different places of their path. Every row comes through the verbs, as the colleague who would
 * have done it, and stands in the log: a demonstration that went round the guard would show nothing.
 */
export async function fillNorland(house: House): Promise<void> {
  const now = await actors(house)
  const run = <T>(first: First, doing: Doing, what: (work: Work) => Promise<T>) =>
    inWork(house, { actor: now.get(first)!, does: 'collect', purpose: 'demonstration', door: 'waymark demo', ...doing }, what)
  const today = dayAt(house.clock(), zone)
  const unit = (await run('Kai', { shows: 'nothing' }, openUnits)).find(({ name }) => name === 'Fjordvik prison')!
  await nameStandIns(house)
  await nameSupervisors(house, now)
  await tellPlaces(run)
  await tellInterpreters(run)
  await tellTrainings(house, now.get('Olga')!, today)
  await welcomeNeighbours(house)
  for (const person of people) await bring(house, run, { person, today, unit: unit.public_id })
  await writeNotes(run, today)
  for (const { referredDaysAgo, ...one } of waiting) await run('Lena', { shows: 'referral' }, (work) => refer(work, { ...one, ...ordinary, unit: unit.public_id, referredOn: addDays(today, -referredDaysAgo) }))
  await tellPeople(house, run, { today, unit: unit.public_id })
  await keepSafe(house, run, today)
  await howItGoes(house, run, today)
  await nameRooms(run)
  await planADayAhead(run, today)
  await nameObservers(run, today)
  await fillSheets(run, today)
  await adviseOnHealth(run, today)
  await disagree(house, today)
  await tellOthers(house, run, today)
  await measureAYear(house)
  await inWork(house, { actor: caretaker(), does: 'combine', shows: 'session_attendance', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    await countSessions(work)
    await countDeliveries(work)
  })
  await askQuestions(house, now.get('Sam')!)
}

/** Who can take whose place when somebody is ill: without a second colleague in a role nobody could be covered for. */
const standIns = [{ first: 'Petra', role: 'mentor' }, { first: 'Ulla', role: 'facilitator' }, { first: 'Cleo', role: 'case_manager' }] as const

async function nameStandIns(house: House): Promise<void> {
  await inWork(house, { actor: founder(), does: 'collect', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    for (const { first, role } of standIns) {
      const member = cast.find((one) => one.first === first)!
      const colleague = (await colleaguesAppointedAs(work, member.role)).find(({ name }) => name === member.name)!
      await appoint(work, { colleagueId: colleague.id, role, unitId: (await openUnits(work)).find(({ name }) => name === member.unit)!.id })
    }
  })
}

/** Who is supervised by whom, as the administrator wrote it down: Amira by Ulla, Mia by Petra. */
async function nameSupervisors(house: House, now: Map<First, Actor>): Promise<void> {
  const ravi: Actor = { ...now.get('Ravi')!, shape: 'administrator' }
  await inWork(house, { actor: ravi, does: 'alter', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    await supervise(work, { supervisorId: now.get('Ulla')!.id, colleagueId: now.get('Amira')!.id, role: 'clinical_supervisor' })
    await supervise(work, { supervisorId: now.get('Petra')!.id, colleagueId: now.get('Mia')!.id, role: 'coach' })
  })
}

async function welcomeNeighbours(house: House): Promise<void> {
  await inWork(house, { actor: founder(), does: 'collect', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    const unitNamed = async (wanted: string) => (await openUnits(work)).find(({ name }) => name === wanted)!.id
    for (const { first, name, title, role, unit, also } of neighbours) {
      const { id: colleagueId } = await welcomeColleague(work, { name, title, unitId: await unitNamed(unit) })
      for (const one of [unit, also]) await appoint(work, { colleagueId, role, unitId: await unitNamed(one) })
      await openAccount(work, { username: first.toLowerCase(), password: demonstrationPassword(first), colleagueId })
    }
  })
}

const ordinary = { source: 'case-manager', ground: 'not-said', needsInterpreter: false } as const

export type Run = <T>(first: First, doing: Doing, what: (work: Work) => Promise<T>) => Promise<T>
type Bringing = { person: SeededPerson, today: Day, unit: string }

async function bring(house: House, run: Run, { person, today, unit }: Bringing): Promise<void> {
  const id = await accept(run, { person, today, unit })
  const about = { about: id.publicId }
  if (person.name === 'Jonas Lind') await giveAccount(house, id.id)
  if (person.planDaysAgo !== undefined) await plan(run, about, person, today)
  for (const session of person.sessions ?? []) await meet(run, about, session, today)
  if (person.next) await run(person.next.by, { ...about, shows: 'session_attendance' }, (work) => planSession(work, { on: workingDayIn(today, person.next!.inDays), time: person.next!.time, minutes: 60, place: person.next!.place }))
  if (person.agreement) await agree(run, about, person, today)
}

async function accept(run: Run, { person, today, unit }: Bringing): Promise<{ id: number, publicId: string }> {
  const { publicId } = await run('Lena', { shows: 'referral' }, (work) => refer(work, {
    ...ordinary, name: person.name, number: person.number, bornOn: person.bornOn as Day, why: person.why, answer: 'yes', programme: person.programme, unit,
    needsInterpreter: person.needsInterpreter ?? false, referredOn: workingDayAgo(today, person.referredDaysAgo), ...(person.languages ? { languages: person.languages } : {}) }))
  return run('Kai', { shows: 'referral' }, async (now) => {
    const work = await backThen(now, workingDayAgo(today, person.referredDaysAgo - 6))
    const team: Record<string, string> = {}
    for (const [role, first] of Object.entries(person.team)) team[role] = await publicIdOf(work, role, first)
    const { participant } = await decideReferral(work, publicId, { decision: 'accepted', reason: 'Fits the programme, and wants to.', person: 'new', team, way: 'spoken' })
    return participant!
  })
}

async function publicIdOf(work: Work, role: string, first: First): Promise<string> {
  const { name } = cast.find((member) => member.first === first)!
  return (await colleaguesAppointedAs(work, role)).find((one) => one.name === name)!.public_id
}

async function plan(run: Run, about: { about: string }, person: SeededPerson, today: Day): Promise<void> {
  const beginsOn = workingDayAgo(today, person.planDaysAgo ?? 0)
  await run('Kai', { ...about, shows: 'consent_and_notice' }, async (work) => recordConsent(await backThen(work, beginsOn), work.about, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: beginsOn }))
  const planId = await run('Kai', { ...about, shows: 'plan_dates' }, async (work) => makePlan(await backThen(work, beginsOn), { programme: person.programme, beginsOn }))
  await writePlan(run, about, { person, planId, today })
}

async function meet(run: Run, about: { about: string }, session: NonNullable<SeededPerson['sessions']>[number], today: Day): Promise<void> {
  const { by, daysAgo, time, minutes, done, ownWords, cause } = session
  const when = { on: workingDayAgo(today, daysAgo), time, minutes, place: 'room B2' }
  // Within the hour after it, as whoever does it in two minutes would.
  const written = timeAt(addMinutes(momentOf(when.on, time, zone)!, minutes + 20), zone)
  await run(by, { ...about, shows: 'session_content' }, async (work) => recordSession(await backThen(work, when.on, written), cause ? { ...when, state: 'missed', cause, travelMinutes: 25 } : { ...when, state: 'held', done, ownWords, preparationMinutes: 15, travelMinutes: 25 }))
}

/** At the meeting on which both had time to read it. */
async function agree(run: Run, about: { about: string }, { agreement, programme }: SeededPerson, today: Day): Promise<void> {
  const { by, daysAgo, clauses, signed } = agreement!
  const on = workingDayAgo(today, daysAgo)
  const then = <T>(what: (work: Work) => Promise<T>) => run(by, { ...about, shows: 'agreement' }, async (work) => what(await backThen(work, on)))
  const agreementId = await then(async (work) => {
    const me = (await teamOf(work, work.about)).find(({ colleague_id }) => colleague_id === work.actor.id)!
    return proposeAgreement(work, { purpose: 'mentoring', programme, parties: [me.colleague_public_id], clauses: clauses.map((text) => ({ text })) })
  })
  await then((work) => signAgreement(work, { agreementId, version: 1 }))
  if (signed) await then((work) => recordAnswerOnPaper(work, { agreementId, version: 1, answer: 'signed', on, seenBy: 'Kai Nyberg', ownWords: 'Fair enough.' }))
}

/** Jonas has an account of his own, as if he had opened it at the desk. */
async function giveAccount(house: House, participantId: number): Promise<void> {
  await inWork(house, { actor: founder(), does: 'collect', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' },
    (work) => openAccount(work, { username: 'jonas', password: demonstrationPassword('Jonas'), participantId }))
}

/** The colleagues as their sign-ins would be. */
async function actors(house: House): Promise<Map<First, Actor>> {
  const rows = await inWork(house, { actor: founder(), does: 'consult', shows: 'nothing', purpose: 'demonstration', door: 'waymark demo' },
    (work) => work.db.selectFrom('colleagues').select(['id', 'name']).execute())
  return new Map(cast.map(({ first, name, role }): [First, Actor] =>
    [first, { kind: 'colleague', id: rows.find((row) => row.name === name)?.id ?? 0, shape: 'casework', name, roles: [role], language: 'en' }]))
}

