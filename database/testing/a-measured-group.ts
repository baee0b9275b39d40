import { connectedAs } from './test-house.ts'
import { aParticipant } from './a-participant.ts'

export type MeasuredPerson = { publicId: string, id: number }

/**
 * Some people with a plan of a programme and a ruler measured every second week: `before` measurements around 3 in phase A, then ten around `later` in phase B. Written as
 * the superuser, because tests ask what an evaluator sees of it, not how it came there.
 */
export async function aMeasuredGroup({ people = 4, before = 6, later = 7, programme = 'entre' }: { people?: number, before?: number, later?: number, programme?: string } = {}): Promise<MeasuredPerson[]> {
  const made: MeasuredPerson[] = []
  for (let place = 0; place < people; place += 1) made.push(await aParticipant({ name: `Measured ${place + 1}` }))
  const superuser = await connectedAs('superuser')
  await superuser.query(`insert into programme_versions (programme, version, hash, definition, kept_at) values ($1, 1, 'test', '', '2026-01-01') on conflict do nothing`, [programme])
  for (const [place, { id }] of made.entries()) await measured(superuser, { id, place, before: before + place, later, programme })
  await superuser.end()
  return made
}

type Wanted = { id: number, place: number, before: number, later: number, programme: string }

async function measured(superuser: Awaited<ReturnType<typeof connectedAs>>, { id, place, before, later, programme }: Wanted): Promise<void> {
  const start = `date '2026-01-05' + ${place}`
  await superuser.query(`insert into plans (id, public_id, participant_id, programme, version, state, begins_on, made_by, made_at)
    select 900000 + $1, 'plan' || $1, $1, $2, 1, 'running', ${start} + 14 * $3::int, (select min(id) from colleagues), '2026-01-05'`, [id, programme, before])
  await superuser.query(`insert into measures (id, public_id, participant_id, kind, series, measured_on, value, lowest, highest, phase, said_by, way, recorded_by_kind, recorded_by, recorded_at)
    select 1000000 + $1 * 100 + i, 'm' || $1 || '-' || i, $1, 'ruler', 'How I cope', ${start} + 14 * i, case when i < $2 then 2 + i % 3 else $3 - i % 3 end, 0, 10, case when i < $2 then 'A' else 'B' end,
      'person', 'with-person', 'colleague', (select min(id) from colleagues), '2026-01-05' from generate_series(0, $2 + 9) i`, [id, before, later])
}
