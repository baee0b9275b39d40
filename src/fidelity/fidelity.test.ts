import { expect, test } from 'vitest'
import { answerTo, checklistFor, ratedFrom } from './fidelity.ts'
import { agreementOver, leastSessions } from './how-far-they-agree.ts'

const brings = { units: [{ id: 'relations', name: 'Relations' }], methods: ['Problem solving'], leavesBeliefs: true }

test('it asks the units planned, the methods and the stance of the programme, between what begins and what ends a session', () => {
  expect(checklistFor(brings).filter(({ part }) => part === 'adherence').map(({ id }) => id)).toEqual(['opening', 'unit-relations', 'method-1', 'stance', 'departures', 'closing'])
})

test('it asks nothing of beliefs where the programme does not say that it leaves them alone', () => {
  expect(checklistFor({ ...brings, leavesBeliefs: false }).map(({ id }) => id)).not.toContain('stance')
})

test('it asks the same of how well it was done under every programme', () => {
  const competence = (units: typeof brings.units) => checklistFor({ ...brings, units }).filter(({ part }) => part === 'competence').map(({ id }) => id)
  expect(competence([])).toEqual(competence(brings.units))
  expect(competence([])).toHaveLength(7)
})

test('it takes one answer for each item, in the order asked, and nothing else', () => {
  const asked = [{ id: 'opening' }, { id: 'closing' }]
  expect(ratedFrom(asked, [{ item: 'closing', code: 'partly' }, { item: 'opening', code: 'not-arisen' }])).toEqual({ items: ['opening', 'closing'], codes: [null, 1] })
  for (const sent of [[{ item: 'opening', code: 'fully' as const }], [{ item: 'opening', code: 'fully' as const }, { item: 'opening', code: 'partly' as const }], [{ item: 'opening', code: 'fully' as const }, { item: 'other', code: 'partly' as const }]]) {
    expect(() => ratedFrom(asked, sent)).toThrow('integrity-other-items')
  }
})

test('it tells an item that did not arise from one that was not asked', () => {
  const rated = { items: ['opening', 'closing'], codes: [null, 2] }
  expect([answerTo(rated, 'opening'), answerTo(rated, 'closing'), answerTo(rated, 'stance')]).toEqual(['not-arisen', 'fully', undefined])
})

const rating = (session: number, author: number, codes: (number | null)[]) => ({ session_id: session, author_id: author, facilitator_id: 1, items: ['opening', 'closing', 'together'], codes })

test('it keeps adherence and competence apart, and counts only sessions that both rated', () => {
  const agreed = agreementOver([rating(1, 1, [2, 1, 2]), rating(1, 9, [2, 2, 0]), rating(2, 1, [2, 2, 2])])
  expect(agreed.map(({ part, sessions, pairs }) => [part, sessions, pairs])).toEqual([['adherence', 1, 2], ['competence', 1, 1]])
  expect(agreed[0]!.counts).toEqual([[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
  expect(agreed[0]!.coefficients).toBeNull()
})

test('it does not count a session whose observation was taken back', () => {
  const of = [rating(1, 1, [2, 1, 2]), { ...rating(1, 9, [2, 2, 0]), is_withdrawn: true }, rating(2, 1, [2, 2, 2]), { ...rating(2, 9, [2, 2, 2]), is_withdrawn: false }]
  expect(agreementOver(of).map(({ sessions, pairs }) => [sessions, pairs])).toEqual([[1, 2], [1, 1]])
})

// Five sessions of one item each: (2,2) (2,2) (2,1) (1,1) (0,0). Observed 4/5. Kappa: rows 3,1,1 and columns 2,2,1 of 5, chance (3*2 + 1*2 + 1*1)/25 = 9/25,
// (4/5 - 9/25) / (1 - 9/25) = (11/25) / (16/25) = 0.6875.
test('it gives kappa with its n and interval from five sessions on, as worked by hand', () => {
  const pairs = [[2, 2], [2, 2], [2, 1], [1, 1], [0, 0]]
  const of = pairs.flatMap(([one, two], session) => [{ ...rating(session, 1, [one!]), items: ['together'] }, { ...rating(session, 9, [two!]), items: ['together'] }])
  const { coefficients } = agreementOver(of)[1]!
  expect(leastSessions).toBe(5)
  expect(coefficients!.kappa).toMatchObject({ kind: 'found', n: 5, value: expect.closeTo(0.6875, 12), interval: expect.anything() })
  expect(coefficients!.percent).toMatchObject({ value: expect.closeTo(0.8, 12) })
  expect(coefficients!.ac1).toMatchObject({ kind: 'found', n: 5 })
})
