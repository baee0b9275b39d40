import { sql } from 'kysely'
import type { Work } from '../platform/work.ts'

/** Whether a colleague is employed in a role today. */
export async function isAppointed(work: Work, colleagueId: number, role: string): Promise<boolean> {
  const found = await work.db.selectFrom('appointments').select('id').where('colleague_id', '=', colleagueId).where('role', '=', role)
    .where('from_at', '<=', work.now).where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  return found !== undefined
}

/** Whether a colleague has any assignment to this person that runs now or begins later. */
export async function overlapping(work: Work, colleagueId: number, participantId: number): Promise<boolean> {
  const found = await work.db.selectFrom('assignments').select('participant_id').where('colleague_id', '=', colleagueId).where('participant_id', '=', participantId)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  return found !== undefined
}

/** The team of a person today: who, in which role, until when. */
export function teamOf(work: Work, participantId: number) {
  return work.db.selectFrom('assignments').innerJoin('colleagues', 'colleagues.id', 'assignments.colleague_id')
    .select(['assignments.id', 'assignments.public_id', 'assignments.participant_id', 'assignments.role', 'assignments.from_at', 'assignments.until_at', 'assignments.covers_id',
      'colleagues.id as colleague_id', 'colleagues.public_id as colleague_public_id', 'colleagues.name', 'colleagues.title'])
    .where('assignments.participant_id', '=', participantId).where('assignments.from_at', '<=', work.now)
    .where((is) => is.or([is('assignments.until_at', 'is', null), is('assignments.until_at', '>', work.now)]))
    .orderBy('assignments.from_at').orderBy('colleagues.name').execute()
}

/** The role in which the actor works with this person today; nothing when they do not. */
export async function myRoleFor(work: Work, participantId: number): Promise<string | undefined> {
  const found = await work.db.selectFrom('assignments').select(['role', 'participant_id']).where('colleague_id', '=', work.actor.id).where('participant_id', '=', participantId)
    .where('from_at', '<=', work.now).where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).executeTakeFirst()
  return found?.role
}

/** Whether the actor may read or write a record of the person that this work is about, in any scope: asked of the same function as the policies ask. What is asked in one turn is one question. */
export function mayFor(work: Work, verb: 'read' | 'write', record: string): Promise<boolean> {
  const asked = rightsAsked.get(work) ?? { turn: undefined, answers: new Map<string, Promise<boolean>>() }
  rightsAsked.set(work, asked)
  const known = work.looksOnly ? asked.answers.get(`${verb} ${record}`) : undefined
  if (known) return known
  asked.turn ??= newTurn(work, asked)
  const { cells, answer } = asked.turn
  const place = cells.push({ verb, record }) - 1
  const may = answer.then((mays) => mays[place] ?? false)
  asked.answers.set(`${verb} ${record}`, may)
  return may
}

type Turn = { cells: { verb: string, record: string }[], answer: Promise<boolean[]> }
type RightsAsked = { turn: Turn | undefined, answers: Map<string, Promise<boolean>> }

const rightsAsked = new WeakMap<Work, RightsAsked>()

function newTurn(work: Work, asked: RightsAsked): Turn {
  const cells: Turn['cells'] = []
  const answer = new Promise<void>((go) => { process.nextTick(go) }).then(async () => {
    asked.turn = undefined
    const { rows } = await sql<{ may: boolean }>`select exists (
      select from unnest(array['team', 'own', 'mine', 'unit', 'staff', 'agreed', 'named', 'emergency', 'request']) as one(scope)
      where cardinality(people_for(cell.record, cell.verb, one.scope)) > 0) as may
      from unnest(${cells.map(({ record }) => record)}::text[], ${cells.map(({ verb }) => verb)}::text[]) with ordinality as cell(record, verb, place) order by cell.place`.execute(work.db)
    return rows.map(({ may }) => may)
  })
  return { cells, answer }
}

/** Whether anybody at all holds this appointment today. */
export async function anyAppointedAs(work: Work, role: string): Promise<boolean> {
  const found = await work.db.selectFrom('appointments').select('id').where('role', '=', role)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).limit(1).executeTakeFirst()
  return found !== undefined
}

/** The units' coordinator decides who is on the team: whether the actor is that for the person this is about. */
export async function coordinates(work: Work, participantId: number): Promise<boolean> {
  const { rows: [row] } = await sql<{ may: boolean }>`select ${participantId} = any (people_for('register', 'write', 'unit')) as may`.execute(work.db)
  return row?.may ?? false
}

/** One assignment that runs today, to somebody whom the actor knows. */
export function runningAssignment(work: Work, publicId: string) {
  return running(work).where('assignments.public_id', '=', publicId).executeTakeFirst()
}

/** Every assignment that runs today to people of the actor's units, with who it is. */
export function assignmentsOfMyUnits(work: Work) {
  return running(work).where(sql<boolean>`assignments.participant_id = any ((select people_for('register', 'write', 'unit'))::int[])`)
    .orderBy('colleagues.name').orderBy('assignments.participant_id').execute()
}

function running(work: Work) {
  return work.db.selectFrom('assignments').innerJoin('colleagues', 'colleagues.id', 'assignments.colleague_id')
    .select(['assignments.id', 'assignments.public_id', 'assignments.participant_id', 'assignments.role', 'assignments.until_at', 'assignments.covers_id',
      'colleagues.id as colleague_id', 'colleagues.public_id as colleague_public_id', 'colleagues.name'])
    .where('assignments.from_at', '<=', work.now).where((is) => is.or([is('assignments.until_at', 'is', null), is('assignments.until_at', '>', work.now)]))
}

/** Appointments that run today, by colleague. */
export function appointmentsToday(work: Work, colleagueId?: number) {
  return work.db.selectFrom('appointments').leftJoin('units', 'units.id', 'appointments.unit_id')
    .select(['appointments.public_id', 'appointments.colleague_id', 'appointments.role', 'appointments.from_at', 'appointments.until_at', 'units.name as unit'])
    .where('appointments.from_at', '<=', work.now).where((is) => is.or([is('appointments.until_at', 'is', null), is('appointments.until_at', '>', work.now)]))
    .$if(colleagueId !== undefined, (query) => query.where('appointments.colleague_id', '=', colleagueId ?? 0)).orderBy('appointments.from_at').orderBy('units.name').execute()
}

/** Who supervises this colleague today. */
export function supervisorsOf(work: Work, colleagueId: number) {
  return work.db.selectFrom('supervisions').innerJoin('colleagues', 'colleagues.id', 'supervisions.supervisor_id')
    .select(['supervisions.public_id', 'supervisions.role', 'supervisions.from_at', 'colleagues.name'])
    .where('supervisions.colleague_id', '=', colleagueId).where('supervisions.from_at', '<=', work.now)
    .where((is) => is.or([is('supervisions.until_at', 'is', null), is('supervisions.until_at', '>', work.now)])).orderBy('colleagues.name').execute()
}
