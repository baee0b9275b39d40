import { sql } from 'kysely'
import type { OwnCertificate } from '../../certificates/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { boundsOf, partsOf, programmeOf, type Count, type Programme } from '../../programmes/index.ts'
import { checkAfterTheEnd, type Allowed } from './after-the-end.ts'

/** What the programme names of its time of maintenance; nothing where it names none. A pattern that goes on from before the end says nothing about after it. */
export function allowedAfter(definition: Pick<Programme, 'stages' | 'dose'>): Allowed | undefined {
  const stages = definition.stages.filter(({ kind }) => kind === 'maintenance')
  if (stages.length === 0) return undefined
  const ids = stages.map(({ id }) => id)
  const patterns = partsOf(definition.dose).filter((dose) => dose.stages.length > 0 && dose.stages.every((id) => ids.includes(id)))
  const months = most([...stages.map((one) => one.months), ...patterns.map((one) => one.lasts_months)])
  const meetings = most([...stages.map((one) => one.sessions), ...patterns.map((one) => one.count)])
  return { ...months !== undefined && { months }, ...meetings !== undefined && { meetings } }
}

function most(ranges: readonly (Count | undefined)[]): number | undefined {
  const said = ranges.flatMap((range) => boundsOf(range)?.max ?? [])
  return said.length === 0 ? undefined : Math.max(...said)
}

export type KeptUp = { planId: number, /** It was held when the plan still ran, and only written afterwards. */ isBeforeTheEnd: boolean, programme: { id: string, version: number, hash: string | null, certificates: OwnCertificate[] } }

/** The plan that somebody ended with its work done, where its programme names meetings after it and there is room for one on this day; undefined where it names none. */
export async function planKeptUp(work: Work, participantId: number, { on, isPast, besides = 0 }: { on: Day, /** The meeting has begun, so that it is written down and not planned. */ isPast: boolean, /** The id of a session that is moved and counts once. */ besides?: number | undefined }): Promise<KeptUp | undefined> {
  const plan = await lastEnded(work, participantId, besides)
  if (!plan || !['completed', 'commitments consolidated'].includes(plan.ending)) return undefined
  const definition = await programmeOf(work, plan.programme, plan.version)
  const allowed = definition && allowedAfter(definition)
  if (!allowed) return undefined
  const isBeforeTheEnd = isPast && on <= plan.ended_on
  if (!isBeforeTheEnd) checkAfterTheEnd(allowed, { endedOn: plan.ended_on, on, others: plan.others })
  return { planId: plan.id, isBeforeTheEnd, programme: { id: plan.programme, version: plan.version, hash: plan.hash, certificates: plan.certificates } }
}

type Ended = { id: number, participant_id: number, programme: string, version: number, ended_on: Day, ending: string, hash: string | null, certificates: OwnCertificate[], others: number }

/** With how many meetings there are after it besides this one, and the reader's own certificates for its programme. */
async function lastEnded(work: Work, participantId: number, besides: number): Promise<Ended | undefined> {
  const { rows } = await sql<Ended>`select l.id, l.participant_id, l.programme, l.version, l.ended_on, l.ending, v.hash, (select coalesce(json_agg(k), '[]') from own_certificates_for(l.programme) k) as certificates,
      (select count(*)::int from sessions s where s.plan_id = l.id and s.after_the_end and s.state in ('planned', 'held') and s.id <> ${besides}) as others
    from plans l left join programme_versions v on v.programme = l.programme and v.version = l.version where l.participant_id = ${participantId} and l.state = 'ended' order by l.ended_on desc, l.id desc limit 1`.execute(work.db)
  return rows[0]
}
