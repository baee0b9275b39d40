import { colleaguesAppointedAs } from '../../src/people/index.ts'
import { addDays, addMinutes, dayAt, timeAt, type Day } from '../../src/platform/day.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Work } from '../../src/platform/work.ts'
import { acknowledge, addToDuty, foundCard, openTheCase, recordIncidentOf, tellWing, warnPerson } from '../../src/safety/index.ts'
import { cast, founder, type First } from './cast.ts'
import type { Run } from './norland.ts'

/** Nobody answers these numbers: they are of the block that is kept for inventions. */
const numbers = [
  { label: 'Emergency', number: '112', note: 'life in danger, now', forEverybody: true },
  { label: 'Duty nurse', number: '555 0111', note: 'day and night', forEverybody: true },
  { label: 'Duty officer', number: '555 0112', note: 'safe place, escort', forEverybody: true },
  { label: 'Child protection', number: '555 0113', note: 'before 8 and after 16: the police', forEverybody: false },
  { label: 'Psychologist on call', number: '555 0114', note: 'until 22:00', forEverybody: false },
]

const onDuty = [{ first: 'Hedda', role: 'health', minutes: 10, shown: true }, { first: 'Noor', role: 'assessor', minutes: 10, shown: false }, { first: 'Petra', role: 'coach', minutes: 15, shown: false }] as const

/** Norland's card and its duty list; and a crisis of the last half hour, of which everything has been written down but the second signature and the talk. */
export async function keepSafe(house: House, run: Run, today: Day): Promise<void> {
  await inWork(house, { actor: founder(), does: 'alter', shows: 'nothing', purpose: 'demonstration', door: 'waymark demo' },
    (work) => foundCard(work, { numbers, onDutyHere: 'The duty officer sits by the gate, day and night.' }))
  await run('Kai', { shows: 'nothing' }, async (work) => {
    for (const { first, role, ...entry } of onDuty) await addToDuty(work, { ...entry, colleagueId: await idOf(work, first, role) })
  })
  await aCrisis(run, today)
}

async function aCrisis(run: Run, today: Day): Promise<void> {
  const tora = await run('Kai', { shows: 'identity_name', does: 'consult' }, (work) => work.db.selectFrom('identity_names').innerJoin('participants', 'participants.id', 'participant_id')
    .select(['participant_id', 'public_id']).where('name', '=', 'Tora Dahl').executeTakeFirstOrThrow())
  const doing = { about: tora.public_id, shows: 'safety_incident' }
  const { callId } = await run('Amira', doing, (work) => recordIncidentOf(work, {
    kind: 'self-harm', wordsSaid: 'If I have to share that cell one more night I will end it, and her with me.', done: 'Stayed with her until the nurse came. Rang the wing.',
    handedTo: 'The nurse on duty', handedAt: ago(work, 12).time, ...ago(work, 27) }))
  await run('Hedda', { shows: 'safety_incident' }, (work) => openTheCase(work, callId))
  await run('Hedda', { shows: 'safety_incident' }, (work) => acknowledge(work, callId, 'I stay with her now and see her tomorrow at eight.'))
  await run('Amira', { shows: 'safety_incident' }, (work) => tellWing(work, callId, {
    ...told, ...ago(work, 17), measures: ['stay-with', 'check', 'keep-apart'], checkEvery: 15, apartFrom: 'her cellmate', until: addDays(today, 2), untilTime: '08:00' }))
  await run('Amira', { shows: 'safety_incident' }, (work) => warnPerson(work, callId, { ...told, ...ago(work, 15), threatened: 'Her cellmate', danger: 'life', howSoon: 'today' }))
}

const told = { toldWhom: 'Wing officer Dam', toldHow: 'phone' } as const

/** It has just happened: called first, written down a little later. */
function ago(work: Work, minutes: number): { on: Day, time: string } {
  const then = addMinutes(work.now, -minutes)
  return { on: dayAt(then, work.timeZone), time: timeAt(then, work.timeZone) }
}

async function idOf(work: Work, first: First, role: string): Promise<number> {
  const { name } = cast.find((member) => member.first === first)!
  return (await colleaguesAppointedAs(work, role)).find((one) => one.name === name)!.id
}
