import { appoint } from '../../src/access/index.ts'
import { loadFrames } from '../../src/coding/index.ts'
import { welcomeColleague } from '../../src/people/index.ts'
import { addDays, dayAt, momentOf, type Day, type Instant } from '../../src/platform/day.ts'
import { inWork, newPublicId, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import { partsOf, useProgramme } from '../../src/programmes/index.ts'
import { sql } from 'kysely'
import { join } from 'node:path'
import { asOf, inTheirMoments, workingDayAgo } from './back-then.ts'
import { founder } from './cast.ts'
import { domains, meetingsOf, type Meeting } from './course-of-a-year.ts'
import type { MeasuredPerson } from './measured-people.ts'

export type TakenIn = MeasuredPerson & { id: number, planId: number }
type Office = { house: House, runa: Actor, unitId: number, today: Day, rows: TakenIn[] }

const zone = 'Europe/Copenhagen'
const at = (on: Day, time: string): Instant => momentOf(on, time, zone)!
const daysAgo = (today: Day, on: Day) => Math.round((Date.parse(today) - Date.parse(on)) / 86_400_000)

/**
 * What the other office did in that year: how its people came, what they answered, the meetings, what was said of them, the notes that two coded, and three crises. Many rows a statement, as
 * they would come over from another system; each is written by whoever would have written it, and the policies look at each.
 */
export async function workAYear({ house, runa, unitId, today, rows }: Office): Promise<void> {
  const as = <T>(actor: Actor, shows: string, what: (work: Work) => Promise<T>) => inWork(house, { actor, does: 'collect', shows, purpose: 'demonstration', door: 'waymark demo' }, what)
  const [signe, matti] = [await facilitator(house, unitId, 'Signe Falk'), await facilitator(house, unitId, 'Matti Ranta')]
  await as(runa, 'referral', (work) => referAll(work, { unitId, rows, today }))
  await as(runa, 'consent_and_notice', (work) => answerAll(work, rows))
  await as(runa, 'referral', (work) => askWhetherItFits(work, rows))
  await as(runa, 'register', (work) => assignAll(work, rows, [signe.id, matti.id]))
  const year = rows.flatMap((row, place) => meetingsOf(row, place, today).map((meeting) => ({ ...meeting, row })))
  const met = await as(signe, 'session_content', (work) => meetAll(work, year))
  await as(signe, 'measure', (work) => sayAll(work, met))
  const coded = met.filter(({ codes, row }) => codes !== null && !saysNo(rows.indexOf(row)))
  await as(signe, 'session_content', (work) => codeAll(work, coded, 1))
  await as(matti, 'session_content', (work) => codeAll(work, coded, 2))
  await as(signe, 'session_content', (work) => proposeAll(work, coded))
  await as(matti, 'session_content', (work) => work.db.updateTable('code_consensus').set({ confirmed_by: matti.id, confirmed_at: work.now }).where('participant_id', 'in', rows.map(({ id }) => id)).execute())
  await as(signe, 'safety_incident', (work) => threeCrises(work, rows, today))
}

/** One in each programme said no to research: nothing of theirs is in any study, and they are counted. */
function saysNo(place: number): boolean {
  return place === 5 || place === 18
}

async function facilitator(house: House, unitId: number, name: string): Promise<Actor> {
  return inWork(house, { actor: founder(), does: 'collect', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    const { id } = await welcomeColleague(work, { name, title: 'Therapist', unitId })
    await appoint(asOf(work, workingDayAgo(dayAt(work.now, zone), 700)), { colleagueId: id, role: 'facilitator', unitId })
    return { kind: 'colleague', id, shape: 'casework', name, roles: ['facilitator'], language: 'en' }
  })
}

// How seven came who took no part: who was declined, with what they had said, and who went another way.
const others = [
  ['declined', 'no', 'entre'], ['declined', 'not-now', 'entre'], ['declined', 'yes', 'entre'], ['another-route', 'yes', 'entre'], ['declined', 'no', 'back-on-track'], ['another-route', 'not-asked', 'back-on-track'], ['declined', 'not-asked', 'back-on-track'],
] as const

async function referAll(work: Work, { unitId, rows, today }: { unitId: number, rows: TakenIn[], today: Day }): Promise<void> {
  const came = [
    ...rows.map(({ id, name, number, programme, beginsOn }, place) => ({ participant_id: id, name, number, programme, state: 'accepted', answer: 'yes', before: daysAgo(today, beginsOn) + 21 + place * 5 % 40, decided: 5 + place * 3 % 14 })),
    ...others.map(([state, answer, programme], place) => ({ participant_id: null, name: `Came and went ${place + 1}`, number: `HV-${30_901 + place}`, programme, state, answer, before: 60 + 31 * place, decided: 4 + 3 * place })),
  ]
  const referrals = [], decisions = []
  for (const { before, decided, ...one } of came) {
    const [id, on, day] = [await work.newId(), workingDayAgo(today, before), workingDayAgo(today, before - decided)]
    referrals.push({ ...one, id, public_id: newPublicId(), receipt: newPublicId(), unit_id: unitId, source: 'case-manager', recorded_by: work.actor.id, referred_on: on, received_at: at(on, '09:00'), why: 'Asks for help to leave.', ground: 'own-wish',
      erase_on: one.participant_id === null ? addDays(today, 300) : null })
    decisions.push({ id: await work.newId(), public_id: newPublicId(), referral_id: id, decision: one.state, reason: 'Talked about with the person and the team.', decided_by: work.actor.id, decided_at: at(day, '15:00') })
  }
  await inTheirMoments(work, referrals, { at: (one) => one.received_at, write: (some) => work.db.insertInto('referrals').values(some).execute() })
  await inTheirMoments(work, decisions, { at: (one) => one.decided_at, write: (some) => work.db.insertInto('referral_decisions').values(some).execute() })
}

async function answerAll(work: Work, rows: TakenIn[]): Promise<void> {
  const answers = []
  for (const [place, { id, beginsOn }] of rows.entries()) {
    const research = saysNo(place) ? 'no' : place % 7 === 6 ? 'not-asked' : 'yes'
    for (const [purpose, answer] of [['programme', 'yes'], ['research', research]] as const) answers.push({
      id: await work.newId(), public_id: newPublicId(), participant_id: id, purpose, answer, notice_version: '1', language: 'en', way: 'spoken', answered_on: beginsOn, recorded_by: work.actor.id, recorded_at: at(beginsOn, '10:00') })
  }
  await inTheirMoments(work, answers, { at: (one) => one.recorded_at, write: (some) => work.db.insertInto('consents').values(some).execute() })
}

/** The first rules of each programme, answered for most; once somebody went on against an answer. */
async function askWhetherItFits(work: Work, rows: TakenIn[]): Promise<void> {
  const definitions = new Map<string, Awaited<ReturnType<typeof useProgramme>>>()
  for (const programme of new Set(rows.map((row) => row.programme))) definitions.set(programme, await useProgramme(work, programme))
  const answers = []
  for (const [place, { id, programme, beginsOn }] of rows.entries()) {
    const definition = definitions.get(programme)!
    const answer = (rule: { kind: string }) => rule.kind === 'exclusion' ? 'no' : 'yes'
    const row = (rule: { id: string, asks: string }, said: string, hour: string) => ({ public_id: newPublicId(), participant_id: id, programme, version: definition.version, rule_id: rule.id, asked: rule.asks, answer: said,
      words: 'As told in the first talk.', seen_on: beginsOn, said_by: work.actor.name, written_by: work.actor.id, written_at: at(beginsOn, hour) })
    if (place % 6 === 5) continue
    for (const rule of partsOf(definition.rules).slice(0, 3)) answers.push({ ...row(rule, answer(rule), '09:00'), id: await work.newId() })
    const [first] = partsOf(definition.rules)
    if (place === 3 && first) answers.push({ ...row(first, answer(first) === 'yes' ? 'no' : 'yes', '11:00'), id: await work.newId() }, { ...row(first, 'despite', '12:00'), id: await work.newId() })
  }
  await inTheirMoments(work, answers, { at: (one) => one.written_at, write: (some) => work.db.insertInto('eligibility_answers').values(some).execute() })
}

async function assignAll(work: Work, rows: TakenIn[], colleagues: number[]): Promise<void> {
  const assignments = []
  for (const { id, beginsOn } of rows) for (const colleague of colleagues) assignments.push({
    id: await work.newId(), public_id: newPublicId(), colleague_id: colleague, participant_id: id, role: 'facilitator', from_at: at(beginsOn, '08:00'), made_by: work.actor.id })
  await inTheirMoments(work, assignments, { at: (one) => one.from_at, write: (some) => work.db.insertInto('assignments').values(some).execute() })
}

type Met = Meeting & { row: TakenIn, id: number, publicId: string }
const parts = [['problem_solving', 'Problem solving'], ['identity', 'Identity and self-image']] as const

async function meetAll(work: Work, year: (Meeting & { row: TakenIn })[]): Promise<Met[]> {
  const met: Met[] = []
  for (const one of year) met.push({ ...one, id: await work.newId(), publicId: newPublicId() })
  const held = met.filter(({ state }) => state === 'held')
  await inTheirMoments(work, met, { at: writtenAt, write: async (some, then) => {
    await work.db.insertInto('sessions').values(some.map(({ id, publicId, row, on, time, state, cause }) => ({
      id, public_id: publicId, participant_id: row.id, plan_id: row.planId, author_id: work.actor.id, starts_at: at(on, time), minutes: 60, place: 'room 3', state, cause, recorded_at: then }))).execute()
    const contents = some.filter(({ state }) => state === 'held').map(({ id, row }) => ({
      session_id: id, participant_id: row.id, author_id: work.actor.id, done: 'What happened since, and what to try until next time.', written_at: then }))
    if (contents.length > 0) await work.db.insertInto('session_contents').values(contents).execute()
  } })
  await work.db.insertInto('session_units').values(held.filter(({ row }) => row.programme === 'entre').flatMap(({ id, row, isAsPlanned }) => parts.slice(0, isAsPlanned ? 1 : 2).map(([unit, name], place) => ({
    session_id: id, participant_id: row.id, author_id: work.actor.id, unit_id: unit, name, about_the_offence: false, planned: place === 0, delivered: isAsPlanned || place === 1,
    reason: isAsPlanned ? null : place === 0 ? 'came-first' : 'came-up', reason_words: isAsPlanned || place === 1 ? '' : 'His mother was ill.' })))).execute()
  return met
}

/** On the day itself; what was called off was so on the day before. */
function writtenAt({ on, state }: Meeting): Instant {
  return at(state === 'called-off' ? addDays(on, -1) : on, '16:30')
}

async function sayAll(work: Work, met: Met[]): Promise<void> {
  const said = []
  for (const { id, row, on, said: word } of met) if (word !== null) said.push({
    id: await work.newId(), public_id: newPublicId(), participant_id: row.id, kind: 'session', series: 'session', session_id: id, measured_on: on, value: word === 'did-not-want' ? null : word, missing: word === 'did-not-want' ? word : null,
    lowest: 0, highest: 10, said_by: 'person', way: 'with-person', recorded_by_kind: 'colleague', recorded_by: work.actor.id, recorded_at: at(on, '16:30') })
  await inTheirMoments(work, said, { at: (one) => one.recorded_at, write: (some) => work.db.insertInto('measures').values(some).execute() })
}

const codesIn = (codes: (number | null)[]) => sql<number[]>`${`{${codes.map((code) => code ?? 'null').join(',')}}`}::int[]`

async function codeAll(work: Work, coded: Met[], place: 1 | 2): Promise<void> {
  const frame = (await loadFrames([join(import.meta.dirname, '../../definitions')])).frame!
  await work.db.insertInto('coding_frames').values({ frame: frame.id, version: frame.version, domains: frame.domains.map(({ id }) => id), titles: frame.domains.map(({ title }) => title), kept_at: work.now }).onConflict((conflict) => conflict.doNothing()).execute()
  const codings = []
  for (const { id, row, on, codes } of coded) codings.push({
    id: await work.newId(), public_id: newPublicId(), session_id: id, participant_id: row.id, author_id: work.actor.id, place, frame: frame.id, frame_version: frame.version, domains: [...domains],
    codes: codesIn(place === 1 ? codes!.first : codes!.second), locked_at: at(on, '17:30') })
  await inTheirMoments(work, codings, { at: (one) => one.locked_at, write: (some) => work.db.insertInto('codings').values(some).execute() })
}

/** Where the two differed they talked about the note, and agreed on what the first one had read. */
async function proposeAll(work: Work, coded: Met[]): Promise<void> {
  const proposals = []
  for (const { id, row, codes } of coded.filter((one) => one.codes!.first.join() !== one.codes!.second.join()).filter((_, place) => place % 2 === 0)) proposals.push({
    id: await work.newId(), public_id: newPublicId(), session_id: id, participant_id: row.id, author_id: work.actor.id, domains: [...domains], codes: codesIn(codes!.first), reason: 'We read the passage together.', proposed_at: work.now })
  await work.db.insertInto('code_consensus').values(proposals).execute()
}

async function threeCrises(work: Work, rows: TakenIn[], today: Day): Promise<void> {
  const [one, other] = [rows[2]!, rows[10]!]
  const crises = []
  for (const [{ id }, ago] of [[one, 120], [one, 74], [other, 43]] as const) crises.push({
    id: await work.newId(), public_id: newPublicId(), participant_id: id, kind: 'self-harm', words_said: 'I cannot go on like this.', done: 'Stayed, and rang the duty nurse.', handed_to: 'The nurse on duty', handed_at: at(workingDayAgo(today, ago), '15:10'),
    happened_at: at(workingDayAgo(today, ago), '15:00'), author_id: work.actor.id, recorded_at: at(workingDayAgo(today, ago), '15:20') })
  await inTheirMoments(work, crises, { at: (one) => one.recorded_at, write: (some) => work.db.insertInto('incidents').values(some).execute() })
  const after = []
  for (const { id, participant_id: person, happened_at: then } of crises) for (const what of ['told', 'planned-anew']) after.push({
    id: await work.newId(), incident_id: id, participant_id: person, what, author_id: work.actor.id, done_on: addDays(String(then).slice(0, 10) as Day, 1), recorded_at: at(addDays(String(then).slice(0, 10) as Day, 1), '09:00') })
  await inTheirMoments(work, after, { at: (one) => one.recorded_at, write: (some) => work.db.insertInto('incident_aftercares').values(some).execute() })
}
