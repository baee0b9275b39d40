import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, aVisitor, become, colleagueId, offerProgrammes, visit } from '../database/testing/index.ts'
import { teamOf } from '../src/access/index.ts'
import { appointmentsToday } from '../src/access/access.queries.ts'
import { endAppointment } from '../src/access/access.verbs.ts'
import { reviewAgreement } from '../src/agreements/agreements.verbs.ts'
import { findAgreement } from '../src/agreements/index.ts'
import { countSessions, sessionFigures } from '../src/app/figures/session-months.ts'
import type { Writing } from '../src/evaluation/evaluation.input.ts'
import { lockStudy, studyFindings, writeStudy } from '../src/evaluation/evaluation.verbs.ts'
import { byWeek, continuityOf } from '../src/fidelity/dose.ts'
import { meetingsUnder } from '../src/fidelity/dose.queries.ts'
import { bookingsOf, openInterpreters, sessionsAhead } from '../src/interpreters/interpreters.queries.ts'
import { bookForSession, recordDebrief, refuseInterpreter } from '../src/interpreters/interpreters.verbs.ts'
import { endLegalStatus, noteRelease, pausePerson, recordAdvice, recordLegalStatus, recordRelease, releasesOf, resumePerson, statusesOf } from '../src/participants/index.ts'
import { openUnits } from '../src/people/index.ts'
import { day } from '../src/platform/day.ts'
import { caretaker } from '../src/platform/jobs/index.ts'
import type { Actor, Work } from '../src/platform/work.ts'
import { carryOver } from '../src/plans/change/carry-over.ts'
import { changePlan } from '../src/plans/change/change-plan.ts'
import { decideUnits, endPlan } from '../src/plans/index.ts'
import { recordOffenceAgreement } from '../src/plans/offence/answer-offence.ts'
import { startNewPeriod } from '../src/plans/set-goals.ts'
import { movePlan } from '../src/plans/versions/move-plan.ts'
import { offer, offeredCatalogue } from '../src/programmes/index.ts'
import { planSession, recordSession } from '../src/sessions/index.ts'
import { missedToCatchUp } from '../src/sessions/moving/moving.queries.ts'
import { withoutAnybody } from '../src/sessions/sessions.queries.ts'
import { takeOver } from '../src/sessions/sessions.verbs.ts'
import { makeFeed } from '../src/timetable/feed/feed.verbs.ts'
import { answerOwnClosing, recordAnswer, seeClosing, signClosing, writeClosing } from '../src/transitions/closing/closing.verbs.ts'
import { recordRecall, reEnter } from '../src/transitions/recall/recall.verbs.ts'
import { announceTransfer, takeOverPerson } from '../src/transitions/transfer/transfer.verbs.ts'
import { handOversOf, teamOutside } from '../src/transitions/transitions.queries.ts'
import { acknowledgeOwner, arrangeMaintenance, handOver, nameOwner, takeOver as takeHandOver } from '../src/transitions/transitions.verbs.ts'
import { aNewFacilitator, as, asThemself, go, refused, type Person, type Who } from './year/days.ts'
import { clashes, dayOf, dueOf, firsts, heldByNobody, plannedWhereNothingIs, readWithoutWorkingWith, rows } from './year/look-around.ts'
import { callOffBetween, happened, takeProposal, writeDown, type Went } from './year/meetings.ts'
import { comes, everybodyComes, joins, leaves, openTheHouse, saysHowTheyCope, saysYes, startPlan, type Norland } from './year/people.ts'
import { takePictures } from './year/pictures.ts'

/*
 * A year of Norland, replayed by the verbs that the pages call, with the clock moved on: five people on five programmes, a strike of escorts, a release that moves forward and back, a remand that
 * becomes a sentence, a therapist who leaves and one who comes, and what else life brings. At each end of a month somebody looks around: nothing clashes, nobody reads what is no longer theirs,
 * and what is due is due to somebody.
 */
let norland: Norland
let matti: Actor
let agreement = ''
const calledOff = { tora: 0 }
const people = (): Person[] => [norland.tora, norland.nils, norland.jonas, norland.camille, norland.yusuf]
const workers = (): Who[] => ['Amira', 'Mia', 'Cleo', norland.signe, ...matti ? [matti] : []]

const strike = { from: day('2027-03-01'), until: day('2027-03-19') }
const inPrison = () => [norland.tora.id, norland.nils.id]

/** Whom nobody could bring is missed by the service's doing; beyond that somebody is ill now and then, and now and then somebody would rather not. */
const went: Went = (person, on, nth) => {
  if (inPrison().includes(person) && on >= strike.from && on <= strike.until) return 'no-escort'
  if (nth % 13 === 9) return 'illness'
  return nth % 17 === 14 ? 'person-declined' : 'held'
}

/** Up to a day everybody works as planned and writes it down. */
async function until(on: string, time = '17:00'): Promise<void> {
  await go(on, time)
  expect(await writeDown(workers(), people(), went)).toEqual([])
}

/** The due list in words, for one person. */
const isDue = async (who: Who, name: string): Promise<string[]> => (await dayOf(who)).filter((line) => line.includes(name)).map((line) => line.split(' · ')[1]!)

/** A quarter of meetings with each of them, as it is proposed to whoever meets them. Resolves with how many were planned with whom. */
async function nextQuarter(): Promise<Record<string, number>> {
  const { tora, nils, jonas, camille, yusuf, signe } = norland
  const [first, second] = matti ? [signe, matti] : ['Amira' as const, signe]
  return {
    tora: (await takeProposal(first, tora)).planned, nils: (await takeProposal(first, nils, { aWeek: 1, second: await nameInAddress(second.id) })).planned, jonas: (await takeProposal('Mia', jonas, { aWeek: 1 })).planned,
    camille: (await takeProposal('Cleo', camille)).planned, yusuf: (await takeProposal(signe, yusuf, { aWeek: 2, minutes: 180 })).planned }
}

async function nameInAddress(id: number): Promise<string> {
  return (await rows<{ public_id: string }>('select public_id from colleagues where id = $1', [id]))[0]!.public_id
}

/** What must hold at every end of a month, whatever happened in it. */
async function lookAround(): Promise<void> {
  expect(await clashes()).toEqual([])
  expect(await plannedWhereNothingIs()).toEqual([])
  for (const who of [...firsts, norland.signe, ...matti ? [matti] : []] as Who[]) expect([who, await readWithoutWorkingWith(who, people())]).toEqual([who, []])
  if (process.env['YEAR_SAYS']) for (const who of ['Kai', 'Amira', 'Mia', 'Lena', 'Cleo', norland.signe, ...matti ? [matti] : []] as Who[]) process.stdout.write(`${typeof who === 'string' ? who : who.name}\n  ${(await dayOf(who)).filter((line) => line.startsWith('now')).join('\n  ')}\n`)
}

beforeAll(async () => {
  await offerProgrammes()
  await go('2026-11-23')
  norland = await everybodyComes(await openTheHouse())
})

test('in November five people come to five programmes, and their weeks are planned around prayer, rooms, holidays and each other', async () => {
  const { nils } = norland
  expect(await nextQuarter()).toEqual({ tora: 24, nils: 12, jonas: 13, camille: 13, yusuf: 26 })
  norland.feed = await as('Amira', (work) => makeFeed(work, day('2027-11-22')))
  expect(await rows(`select from sessions where participant_id = $1 and extract(isodow from starts_at at time zone 'Europe/Copenhagen') = 5 and (starts_at at time zone 'Europe/Copenhagen')::time between '11:01' and '13:59'`, [nils.id])).toEqual([])
  expect(await refused(as('Amira', (work) => decideUnits(work, nils.planId, { units: [{ unitId: 'foundation', decision: 'choose', reason: 'How it began' }] }), nils))).toBe('unit-locked')
  await until('2026-11-30')
  await lookAround()
})

test('in December an interpreter is booked and not wanted any more: what was booked is called off, and another one comes', async () => {
  const { nils } = norland
  const [omar, sara] = (await as('Kai', openInterpreters)).map(({ public_id: id }) => id)
  const next = async () => (await as('Amira', (work) => sessionsAhead(work, nils.id), nils)).slice(0, 3).map(({ public_id: id }) => id)
  const book = (session: string, interpreter: string) => as('Amira', (work) => bookForSession(work, { session, interpreter, language: 'ar', how: 'in-person', isRelative: 'no', isPrisoner: 'no', isSecurity: 'no', isOfTheWing: 'no' }), nils)
  for (const session of await next()) await book(session, sara!)
  await until('2026-12-11')
  await as('Amira', async (work) => { for (const { public_id: id, until_at: ended, answer } of await bookingsOf(work, nils.id)) if (ended <= work.now && answer === null) await recordDebrief(work, id, { answer: 'held', on: work.today }) }, nils)
  await asThemself(nils, (work) => refuseInterpreter(work, nils.id, sara!))
  expect((await as('Amira', (work) => sessionsAhead(work, nils.id), nils)).every(({ interpreter }) => interpreter === null)).toBe(true)
  expect(await refused(book((await next())[0]!, sara!))).toBe('interpreter-not-wanted')
  for (const session of (await next()).slice(0, 1)) await book(session, omar!)
  await until('2026-12-31')
  expect(await rows(`select from sessions where (starts_at at time zone 'Europe/Copenhagen')::date in ('2026-12-24', '2026-12-25', '2026-12-31')`)).toEqual([])
  await lookAround()
})

test('in January a court shortens Tora\'s term: whoever must know is told until they say that they know it', async () => {
  const { tora } = norland
  await until('2027-01-15', '10:00')
  await as('Lena', (work) => recordRelease(work, { releaseOn: day('2027-06-15'), reason: 'Term shortened', authority: 'District court' }), tora)
  for (const who of ['Kai', 'Amira'] as const) {
    expect(await isDue(who, 'Tora Dahl')).toContain('The release date changed')
    await as(who, (work) => noteRelease(work), tora)
    expect(await isDue(who, 'Tora Dahl')).not.toContain('The release date changed')
  }
  await until('2027-01-31')
  await lookAround()
})

test('in February Nils is sentenced and the parts about the offence open with his own yes alone; goals and the agreement are looked at when their time is over', async () => {
  const { nils, tora, jonas } = norland
  await until('2027-02-08', '08:30')
  await as('Lena', async (work) => {
    for (const { public_id: id } of await statusesOf(work, nils.id)) await endLegalStatus(work, id, work.today)
    await recordLegalStatus(work, { status: 'sentenced', fromOn: work.today, source: 'Judgment', authority: 'District court' })
    await recordRelease(work, { releaseOn: day('2028-05-01'), reason: 'As the judgment says', authority: 'District court' })
  }, nils)
  const foundation = () => refused(as('Amira', (work) => decideUnits(work, nils.planId, { units: [{ unitId: 'foundation', decision: 'choose', reason: 'How it began' }] }), nils))
  expect(await foundation()).toBe('unit-needs-a-new-yes')
  await as('Lena', (work) => recordAdvice(work, { advice: 'taken', advisedOn: work.today }), nils)
  await go('2027-02-08', '08:40')
  await as('Amira', (work) => recordOffenceAgreement(work, { agreed: true, agreedOn: work.today }), nils)
  expect(await foundation()).toBe('done')
  expect(await isDue('Kai', 'Nils Aas')).toContain('Ask anew about taking part')
  await go('2027-02-08', '09:00')
  await saysYes(nils)
  expect(await isDue('Kai', 'Nils Aas')).not.toContain('Ask anew about taking part')
  await until('2027-02-23', '08:30')
  expect(await isDue('Mia', 'Jonas Lind')).toContain('Agreement review')
  agreement = (await rows<{ public_id: string }>('select public_id from agreements where participant_id = $1', [jonas.id]))[0]!.public_id
  await as('Mia', async (work) => reviewAgreement(work, { agreementId: agreement, revision: (await findAgreement(work, agreement)).revision, heldOn: work.today, outcomes: [{ place: 1, outcome: 'carried-out' }], next: 'goes-on' }), jonas)
  expect(await isDue('Mia', 'Jonas Lind')).not.toContain('Agreement review')
  expect(await isDue('Amira', 'Tora Dahl')).toContain('Goals of a new period')
  await as('Amira', (work) => startNewPeriod(work, tora.planId, { how: 'period ended' }), tora)
  expect(await isDue('Amira', 'Tora Dahl')).not.toContain('Goals of a new period')
  await nextQuarter()
  await until('2027-02-28')
  await lookAround()
})

test('in March nobody brings anybody for three weeks: missed or called off, it is the service\'s doing and never theirs, rooms and slips are empty, and it is caught up on', async () => {
  const { tora, nils } = norland
  await until('2027-03-07')
  const week = { from: day('2027-03-08'), until: day('2027-03-12') }
  const before = await rows('select from sessions where state = $1 and room_id is not null and starts_at between $2 and $3', ['planned', '2027-03-08', '2027-03-13'])
  calledOff.tora = await callOffBetween('Amira', tora, { ...week, cause: 'no-escort' })
  expect([calledOff.tora > 0, await callOffBetween('Amira', nils, { ...week, cause: 'no-escort' }) > 0]).toEqual([true, true])
  expect([before.length > 0, await rows(`select from sessions where state = 'planned' and participant_id = any ($1) and starts_at between '2027-03-08' and '2027-03-13'`, [inPrison()])]).toEqual([true, []])
  for (const on of ['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12']) {
    const slips = (await (await visit('Kai')).get(`/tomorrow/slips?on=${on}`)).text
    expect([slips.includes('Tora'), slips.includes('Nils')]).toEqual([false, false])
  }
  await until('2027-03-22', '08:00')
  const missed = await as('Amira', (work) => missedToCatchUp(work, tora.id), tora)
  expect(missed.map(({ cause }) => cause)).toContain('no-escort')
  await as('Amira', (work) => planSession(work, { on: day('2027-03-24'), time: '15:30', minutes: 60, place: 'A1', catchesUp: missed[0]!.public_id }), tora)
  await until('2027-03-29')
  await as('Lena', (work) => recordRelease(work, { releaseOn: day('2027-08-20'), reason: 'The higher court', authority: 'Court of appeal' }), tora)
  for (const who of ['Kai', 'Amira'] as const) await as(who, (work) => noteRelease(work), tora)
  await until('2027-03-31')
  await lookAround()
})

test('in April Jonas is let go, and mentoring goes on outside; Amira hands over to Signe and leaves', async () => {
  const { tora, nils, signe } = norland
  await until('2027-04-15', '08:00')
  await joins(signe, tora, 'facilitator')
  const to = (await as('Amira', (work) => teamOf(work, tora.id), tora)).find(({ colleague_id: id }) => id === signe.id)!.colleague_public_id
  await as('Amira', (work) => handOver(work, { to, items: ['meetings', 'goals'], words: 'She likes to begin with tea.' }), tora)
  expect(await isDue(signe, 'Tora Dahl')).toContain('Handed over to you')
  await as(signe, async (work) => takeHandOver(work, (await handOversOf(work, tora.id))[0]!.publicId), tora)
  await until('2027-04-29', '16:30')
  await as('Amira', (work) => recordSession(work, { on: day('2027-04-29'), time: '16:00', minutes: 15, place: 'the wing', state: 'held', done: 'To say goodbye.', note: 'I did not finish this sentence', isDraft: true }), tora)
  happened.push({ person: tora.id, on: day('2027-04-29'), by: 'Amira Haddad', minutes: 15, went: 'held' })
  await until('2027-04-30', '16:30')
  const calendar = async () => (await (await aVisitor()).get(`/appointments/${norland.feed}`)).text
  expect(await calendar()).toContain('BEGIN:VEVENT')
  await as('Ravi', async (work) => { for (const one of await appointmentsToday(work, await colleagueId('Amira'))) await endAppointment(work, one.public_id) })
  expect(await readWithoutWorkingWith('Amira', people(), { evenOwn: true })).toEqual([])
  expect(await isDue('Kai', 'Tora Dahl')).toContain('Name somebody for the session')
  for (const person of [tora, nils]) await leaves('Amira', person)
  expect(await calendar()).not.toContain('BEGIN:VEVENT')
  matti = await aNewFacilitator('Matti Ranta')
  await joins(matti, nils, 'facilitator')
  await lookAround()
})

test('in May Signe takes over what Amira had planned, with one of two and alone', async () => {
  const { signe } = norland
  await go('2027-05-03', '08:00')
  const left = await as(signe, withoutAnybody)
  expect(left.length).toBeGreaterThan(0)
  for (const one of left) expect([one.name, await refused(as(signe, (work) => takeOver(work, one.session), people().find(({ id }) => id === one.participant_id)))]).toEqual([one.name, 'done'])
  expect(await heldByNobody()).toEqual([])
  await until('2027-05-24', '08:00')
  expect(await nextQuarter()).toMatchObject({ jonas: 13 })
  await until('2027-05-31')
  await lookAround()
})

test('in June Jonas is in hospital for two weeks, and Nils\'s plan goes over to a newer version of its programme', async () => {
  const { jonas, nils } = norland
  const ahead = await rows<{ starts_at: Date }>(`select starts_at from sessions where participant_id = $1 and state = 'planned' and starts_at > '2027-06-14'`, [jonas.id])
  await until('2027-06-01', '08:00')
  await as('Kai', (work) => pausePerson(work, 'In hospital'), jonas)
  expect(await refused(as('Mia', (work) => planSession(work, { on: day('2027-06-08'), time: '17:00', minutes: 60, place: '' }), jonas))).toBe('session-while-paused')
  secondVersion()
  await as('Kai', (work) => movePlan(work, nils.planId, { reason: 'The new one leaves mindfulness out.' }), nils)
  await until('2027-06-14', '08:00')
  await as('Kai', (work) => resumePerson(work, 'Back on the wing'), jonas)
  expect(await rows(`select from sessions where participant_id = $1 and state = 'called-off' and starts_at between '2027-06-01' and '2027-06-14' and cause is not null`, [jonas.id])).toEqual([])
  expect((await rows(`select from sessions where participant_id = $1 and state = 'planned'`, [jonas.id])).length).toBe(ahead.length)
  await until('2027-06-30')
  await lookAround()
})

/** Offered from now on: Healthy Identity without mindfulness. */
function secondVersion(): void {
  const before = offeredCatalogue()
  const loaded = before.definitions.get('healthy-identity')!
  const { units } = loaded.definition
  const definition = { ...loaded.definition, version: 1 + loaded.definition.version, units: units === 'not_established' ? units : units.filter(({ id }) => id !== 'mindfulness') }
  offer({ ...before, definitions: new Map([...before.definitions, ['healthy-identity', { ...loaded, hash: 'second', definition }]]) })
}

test('in July Jonas is taken back into custody, and everybody hears of it who works with him', async () => {
  const { jonas } = norland
  await until('2027-07-05', '09:00')
  await as('Lena', (work) => recordRecall(work, { recalledOn: day('2027-07-03'), authority: 'Parole board', reason: 'Did not live where he was to live.', ownWords: 'I had told the office.' }), jonas)
  expect(await isDue('Mia', 'Jonas Lind')).toContain('Back in custody')
  expect(await isDue('Kai', 'Jonas Lind')).toContain('The release date changed')
  await as('Kai', (work) => noteRelease(work), jonas)
  expect((await as('Lena', (work) => releasesOf(work, jonas.id), jonas)).map(({ release_on: on }) => on)).toEqual([null, '2027-04-01'])
  await until('2027-07-31')
  await lookAround()
})

test('in August Tora is done: the plan ends, the report is written with her and signed, somebody outside knows, and it is kept up', async () => {
  const { tora, signe, jonas } = norland
  await until('2027-08-02', '08:00')
  expect(await isDue('Kai', 'Tora Dahl')).toContain('Name an owner outside')
  const outside = (await as('Kai', teamOutside, tora))[0]!.public_id
  await as('Kai', (work) => nameOwner(work, `colleague:${outside}`), tora)
  await as('Lena', (work) => acknowledgeOwner(work), tora)
  await until('2027-08-13', '16:00')
  const held = happened.filter(({ person, went: what }) => person === tora.id && what === 'held')
  await as(signe, (work) => endPlan(work, tora.planId, { endedOn: work.today, ending: 'completed', revision: undefined }), tora)
  expect(await isDue(signe, 'Tora Dahl')).toContain('Write the closing report')
  const sentence = 'It came to an end, and something goes on.'
  const said = { programme: sentence, dose: sentence, units: sentence, goals: sentence, agreements: sentence, after: sentence, places: sentence, follows: sentence, plain: sentence }
  const report = await as(signe, (work) => writeClosing(work, tora.planId, { ...said, versions: 0 }), tora)
  await asThemself(tora, (work) => answerOwnClosing(work, report, { answer: 'objects', words: 'It was more than that.' }))
  await as(signe, async (work) => { await recordAnswer(work, report, { answer: 'agrees' }); await signClosing(work, report) }, tora)
  await as('Kai', (work) => seeClosing(work, report), tora)
  expect(await rows('select held, minutes from closing_doses where participant_id = $1', [tora.id])).toEqual([{ held: held.length, minutes: held.reduce((sum, { minutes }) => sum + minutes, 0) }])
  const who = (await as(signe, (work) => teamOf(work, tora.id), tora)).find(({ colleague_id: id }) => id === signe.id)!.colleague_public_id
  await as(signe, (work) => arrangeMaintenance(work, { who, fromOn: day('2027-08-27'), everyWeeks: 4, meetings: 3 }), tora)
  for (const on of ['2027-08-27', '2027-09-24', '2027-10-22']) await as(signe, (work) => planSession(work, { on: day(on), time: '16:00', minutes: 45, place: 'Quay 9' }), tora)
  await until('2027-08-31')
  await as('Mia', async (work) => reviewAgreement(work, { agreementId: agreement, revision: (await findAgreement(work, agreement)).revision, heldOn: work.today, outcomes: [{ place: 1, outcome: 'partly' }], next: 'ends', endWord: 'withdrawn', endReason: 'His own wish.' }), jonas)
  await as('Kai', async (work) => endPlan(work, jonas.planId, { endedOn: work.today, ending: 'own wish', revision: undefined }), jonas)
  await lookAround()
})

test('in September Nils goes over to another unit, and only who goes on with him still sees him', async () => {
  const { nils, yusuf, camille, signe } = norland
  await until('2027-09-06', '09:00')
  await takeProposal(signe, yusuf, { aWeek: 2, minutes: 180 })
  await takeProposal('Cleo', camille)
  await takeProposal(signe, nils, { aWeek: 1, second: await nameInAddress(matti.id) })
  await as('Lena', async (work) => {
    const to = (await openUnits(work)).find(({ name }) => name === 'Skovby prison (youth)')!.public_id
    const team = (await teamOf(work, nils.id)).map((one) => ({ assignment: one.public_id, goes: one.name === 'Matti Ranta' ? 'ends' as const : 'on' as const }))
    await announceTransfer(work, { to, movesOn: day('2027-09-20'), reason: 'Nearer to his children', authority: 'Prison service', team })
  }, nils)
  await until('2027-09-20', '08:00')
  const transfer = (await rows<{ public_id: string }>('select public_id from unit_transfers where participant_id = $1', [nils.id]))[0]!.public_id
  await as('Kai', (work) => takeOverPerson(work, transfer), nils)
  await until('2027-09-30')
  await lookAround()
})

test('in October Jonas comes back and Yusuf goes on with another programme; what was begun stays as it was', async () => {
  const { jonas, yusuf, signe } = norland
  await until('2027-10-04', '08:00')
  expect(await refused(as('Kai', (work) => changePlan(work, yusuf.planId, { programme: 'pairs', changesOn: work.today, ending: 'transferred', reason: 'The order names the other centre.' }), yusuf))).toBe('plan-change-needs-yes')
  await go('2027-10-04', '08:10')
  await saysYes(yusuf)
  await go('2027-10-04', '08:20')
  const next = await as('Kai', (work) => changePlan(work, yusuf.planId, { programme: 'pairs', changesOn: work.today, ending: 'transferred', reason: 'The order names the other centre.' }), yusuf)
  expect(await isDue(signe, 'Yusuf Amin')).toContain('Another programme')
  await as(signe, (work) => carryOver(work, next, { goals: [], aims: [], needs: [] }), yusuf)
  await until('2027-10-11', '09:00')
  expect(await as('Kai', (work) => reEnter(work, 'Rang and asked for it.'), jonas)).toEqual({ needsYes: false })
  const again = await startPlan(jonas, 'back-on-track')
  expect(await rows('select state, ending from plans where participant_id = $1 order by id', [jonas.id])).toEqual([{ state: 'ended', ending: 'own wish' }, { state: 'running', ending: null }])
  expect(again).not.toBe(jonas.planId)
  await until('2027-10-31')
  await lookAround()
})

test('in November the circle has done its work: its plan ends, and what was planned under it is called off with it', async () => {
  const { camille } = norland
  await until('2027-11-15', '10:00')
  await as('Kai', (work) => endPlan(work, camille.planId, { endedOn: work.today, ending: 'completed', revision: undefined }), camille)
  expect((await rows(`select from sessions where participant_id = $1 and state = 'called-off' and cause = 'plan-ended'`, [camille.id])).length).toBeGreaterThan(0)
  expect(await rows(`select from sessions where participant_id = $1 and state = 'planned'`, [camille.id])).toEqual([])
})

test('at the end of the year every meeting is there once, held or missed, with the cause that it had', async () => {
  await until('2027-11-22', '09:00')
  await lookAround()
  for (const { id, name } of [norland.tora, norland.nils, norland.jonas, norland.camille, norland.yusuf]) {
    const stored = await rows<{ went: string, count: number, minutes: number }>(`select coalesce(cause, 'held') as went, count(*)::int, sum(minutes)::int as minutes from sessions where participant_id = $1 and state in ('held', 'missed') group by 1 order by 1`, [id])
    const told = [...Map.groupBy(happened.filter(({ person }) => person === id), ({ went: what }) => what)].map(([what, of]) => ({ went: what, count: of.length, minutes: of.reduce((sum, { minutes }) => sum + minutes, 0) }))
    expect([name, stored]).toEqual([name, told.toSorted((one, other) => one.went < other.went ? -1 : 1)])
  }
})

test('the dose of a plan is what was held under it, by whom, and whose doing the rest was; what came after the end is no part of it', async () => {
  const { tora, signe } = norland
  const [plan] = await rows<{ id: number, ended_on: string }>('select id, ended_on::text from plans where public_id = $1', [tora.planId])
  const meetings = await as(signe, (work) => meetingsUnder(work, plan!.id), tora)
  const mine = happened.filter(({ person, on }) => person === tora.id && on <= plan!.ended_on)
  const heldBy = [...Map.groupBy(mine.filter((one) => one.went === 'held'), ({ by }) => by)].map(([, of]) => of.length).toSorted((one, other) => other - one)
  expect(byWeek(meetings).reduce((sum, { held, service, person, neither }) => [sum[0]! + held, sum[1]! + service, sum[2]! + person, sum[3]! + neither], [0, 0, 0, 0])).toEqual([
    mine.filter((one) => one.went === 'held').length, mine.filter((one) => one.went === 'no-escort').length + calledOff.tora, mine.filter((one) => one.went === 'person-declined').length, mine.filter((one) => one.went === 'illness').length])
  expect(continuityOf(meetings)).toEqual({ held: heldBy[0]! + heldBy[1]!, colleagues: 2, main: heldBy[0] })
})

test('whoever evaluates is given the same meetings, under another name and on other days', async () => {
  const { tora } = norland
  const writing: Writing = { title: 'A year', question: 'How was it given?', programme: 'entre', outcome: 'ruler How do you cope?', better: 'higher', design: 'ab', phases: 'plan-begins', effect: 'tau', leastPoints: 3, leastPeople: 1, conclusion: 'Only described.' }
  // An outcome can be chosen once three people of a programme have it.
  for (const name of ['Ida Holm', 'Per Lund']) await saysHowTheyCope(await comes({ name, team: ['Kai', 'Lena'], programme: 'entre' }, [norland.signe]), norland.signe)
  const asSam = <T>(run: (work: Work) => Promise<T>) => become('Sam', run, { shows: 'evaluation_data' })
  const study = await asSam((work) => writeStudy(work, writing))
  await asSam((work) => lockStudy(work, study, undefined))
  const { data } = await asSam((work) => studyFindings(work, study))
  const during = data.sessions.filter(({ state }) => state === 'held')
  const held = happened.filter(({ person, on, went: what }) => person === tora.id && what === 'held' && on <= '2027-08-13')
  expect([new Set(data.sessions.map(({ person }) => person)).size, during.length, during.reduce((sum, { minutes }) => sum + minutes, 0)]).toEqual([1, held.length, held.reduce((sum, { minutes }) => sum + minutes, 0)])
  expect(data.sessions.filter(({ whose }) => whose === 'service').length).toBe(happened.filter(({ person, went: what }) => person === tora.id && what === 'no-escort').length + calledOff.tora)
})

test('the figures of the months add up to what happened, and tell nothing of so few', async () => {
  await act(caretaker(), countSessions, {})
  const kept = await rows<{ month: string, held: number, missed: number }>(`select to_char(month, 'YYYY-MM') as month, sum(held)::int as held, sum(missed)::int as missed from session_months group by 1 order by 1`)
  const months = [...Map.groupBy(happened, ({ on }) => on.slice(0, 7))].map(([month, of]) => ({ month, held: of.filter((one) => one.went === 'held').length, missed: of.filter((one) => one.went !== 'held').length }))
  expect(kept).toEqual(months.toSorted((one, other) => one.month < other.month ? -1 : 1))
  expect((await become('Olga', sessionFigures)).figures).toEqual([])
})

test('what was known before is still known: each day of release, each status, each version, each team', async () => {
  const { tora, nils, jonas } = norland
  expect((await as('Lena', (work) => releasesOf(work, tora.id), tora)).map(({ release_on: on }) => on)).toEqual(['2027-08-20', '2027-06-15', '2027-09-30'])
  expect((await as('Lena', (work) => statusesOf(work, nils.id), nils)).map(({ status }) => status).toSorted()).toEqual(['remand', 'sentenced'])
  expect(await rows('select to_version - from_version as by, reason from plan_moves where participant_id = $1', [nils.id])).toEqual([{ by: 1, reason: 'The new one leaves mindfulness out.' }])
  expect(await rows('select state from participation_changes where participant_id = $1 order by changed_at', [jonas.id])).toEqual([{ state: 'paused' }, { state: 'active' }])
  expect((await rows<{ name: string }>(`select c.name from assignments a join colleagues c on c.id = a.colleague_id where a.participant_id = $1 and a.until_at is not null`, [tora.id])).map(({ name }) => name)).toEqual(['Amira Haddad'])
})

test('each line of each day leads to a page that opens', async () => {
  for (const who of ['Kai', 'Mia', 'Lena', 'Cleo', 'Noor', 'Bea'] as const) {
    const visitor = await visit(who)
    for (const href of new Set((await dueOf(who)).map((one) => one.href))) expect([who, href, (await visitor.get(href)).status]).toEqual([who, href, 200])
  }
})

// To look at it: YEAR_SHOTS=folder keeps pictures of the pages at the end of the year.
afterAll(async () => {
  const folder = process.env['YEAR_SHOTS']
  if (folder) await takePictures(folder, norland)
})
