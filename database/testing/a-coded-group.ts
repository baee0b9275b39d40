import { connectedAs } from './test-house.ts'
import type { MeasuredPerson } from './a-measured-group.ts'
import { colleagueId } from './become.ts'

/** Of one session: in which domain, what the first coder and the second read (null: not in this note), and what both agreed on, if they did. */
export type CodedNote = { domain: string, first: number | null, second: number | null, agreed?: number | null }

const titles: Record<string, string> = { coping: 'Coping', identity: 'Identity', ideology: 'Ideology' }

/**
 * Sessions of people who have a plan, each coded by Amira and Ulla; `notes` says for a person's place what was read in one after the other, a week apart. Written as the superuser, because
 * tests ask what an evaluator sees of it. What was noted says WORDS-OF-A-NOTE, and where it was PLACE-OF-A-MEETING: neither may be seen.
 */
export async function aCodedGroup(people: MeasuredPerson[], notes: (place: number) => CodedNote[]): Promise<void> {
  const [superuser, coders] = [await connectedAs('superuser'), [await colleagueId('Amira'), await colleagueId('Ulla')]]
  await superuser.query(`insert into coding_frames (frame, version, domains, titles, kept_at) values ('test-frame', 1, $1, $2, '2026-01-01') on conflict do nothing`, [Object.keys(titles), Object.values(titles)])
  for (const [place, { id }] of people.entries()) {
    for (const [at, { domain, first, second, agreed }] of notes(place).entries()) {
      const session = 2_000_000 + id * 100 + at
      await superuser.query(`insert into sessions (id, public_id, participant_id, plan_id, author_id, starts_at, minutes, place, state, recorded_at)
        select $1, $5, $2, (select max(id) from plans where participant_id = $2), $3, timestamptz '2026-02-02 10:00+01' + $4 * interval '7 days', 60, 'PLACE-OF-A-MEETING', 'held', '2026-02-02'`, [session, id, coders[0], at, `coded${session}`])
      await superuser.query(`insert into session_contents (session_id, participant_id, author_id, done, written_at) values ($1, $2, $3, 'WORDS-OF-A-NOTE', '2026-02-02')`, [session, id, coders[0]])
      for (const [turn, code] of [first, second].entries()) {
        await superuser.query(`insert into codings (id, public_id, session_id, participant_id, author_id, place, frame, frame_version, domains, codes, locked_at)
          values ($7, $8, $1, $2, $3, $4, 'test-frame', 1, $5, $6, '2026-02-03')`, [session, id, coders[turn], turn + 1, [domain], [code], session * 10 + turn, `coding${session}-${turn}`])
      }
      if (agreed !== undefined) await superuser.query(`insert into code_consensus (id, public_id, session_id, participant_id, author_id, domains, codes, reason, proposed_at, confirmed_by, confirmed_at)
        values ($1, $7, $1, $2, $3, $4, $5, 'WORDS-OF-A-NOTE', '2026-02-04', $6, '2026-02-05')`, [session, id, coders[0], [domain], [agreed], coders[1], `agreed${session}`])
    }
  }
  await superuser.end()
}
