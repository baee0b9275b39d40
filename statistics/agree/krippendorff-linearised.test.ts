import { expect, test } from 'vitest'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { krippendorffLinearised } from './krippendorff-linearised.ts'

const ratings = [[1, 1, null], [2, 2, 3], [3, null, 3], [1, 2, 1], [null, null, 2]]

test('it has the same value as alpha by disagreement, nominal and interval', () => {
  const nominal = krippendorffLinearised({ ratings, categories: [1, 2, 3] })
  const interval = krippendorffLinearised({ ratings, categories: [1, 2, 3], weights: 'quadratic' })
  expect(nominal).toMatchObject({ value: expect.closeTo(valueOf(krippendorffAlpha(ratings, 'nominal')), 12) })
  expect(interval).toMatchObject({ value: expect.closeTo(valueOf(krippendorffAlpha(ratings, 'interval')), 12) })
})
test('it counts only persons with two ratings', () => {
  expect(krippendorffLinearised({ ratings, categories: [1, 2, 3] })).toMatchObject({ n: 4, missing: 4 })
})

const valueOf = (result: ReturnType<typeof krippendorffAlpha>) => (result.kind === 'found' ? result.value : Number.NaN)
