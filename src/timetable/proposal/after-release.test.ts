import { beforeAll, expect, test } from 'vitest'
import { aPlan } from '../../../database/testing/a-plan.ts'
import { become, colleagueId, offerProgrammes } from '../../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import { proposeSeries } from './propose-series.ts'

beforeAll(offerProgrammes)

test.each([['prioritise', 0], ['continue-outside', 8], ['both', 8]] as const)('it proposes after the release only where it was chosen for that very day that the sessions go on outside: %s', async (choice, count) => {
  const tora = await aPlan({ releaseOn: '2026-12-01' })
  const { rows } = await (await asSuperuser()).query<{ id: number }>('select id from plans where participant_id = $1', [tora.id])
  const chosen = async (releaseOn: string) => put('plan_fits', { id: await freshId(), public_id: newPublicId(), participant_id: tora.id, plan_id: rows[0]!.id, choice, reason: 'Agreed', release_on: releaseOn, sessions_left: 50, sessions_possible: 2,
    chosen_by: await colleagueId('Amira'), chosen_at: '2026-11-23T09:00:00Z' })
  const propose = () => become('Amira', (work) => proposeSeries(work, { weeks: 4, from: day('2026-12-07') }), { about: tora.publicId })
  await chosen('2026-12-24')
  expect((await propose()).meetings).toEqual([])
  await chosen('2026-12-01')
  expect((await propose()).meetings).toHaveLength(count)
})
