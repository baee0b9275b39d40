import { beforeAll, expect, test } from 'vitest'
import { aPlan } from '../../database/testing/a-plan.ts'
import { become, offerProgrammes, visit } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { recordRelease } from '../participants/index.ts'
import { day } from '../platform/day.ts'

beforeAll(offerProgrammes)

test('it shows on the plan why the day of release is another, and leads the facilitator to a new period of goals', async () => {
  const tora = await aPlan({ releaseOn: '2027-06-28' })
  const page = async (first: First) => (await (await visit(first)).get(`/people/${tora.publicId}/plans/${tora.planId}`)).text
  expect(await page('Amira')).not.toContain('was moved')
  await become('Lena', (work) => recordRelease(work, { releaseOn: day('2026-12-28'), reason: 'shortened', authority: 'Court' }), { about: tora.publicId })
  for (const first of ['Amira', 'Kai', 'Lena'] as const) expect(await page(first), first).toMatch(/moved from 28 June 2027 to 28 December 2026.*shortened, Court/s)
  expect([(await page('Amira')).includes('/goals/period'), (await page('Kai')).includes('/goals/period')]).toEqual([true, false])
  expect(await page('Mia'), 'a mentor is shown no count').not.toContain('was moved')
})
