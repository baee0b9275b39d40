import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followed } from './followed.ts'
import { kaplanMeier } from './kaplan-meier.ts'

const stepsOf = (times: number[], events: number[]) => {
  const curve = kaplanMeier(followed(times, events))
  return curve.kind === 'found' ? curve.steps : []
}

// Four people: event at 1 (3/4), one leaves at 2, event at 3 of two left (3/8), one leaves at 4.
test('it matches the hand case', () => {
  const steps = stepsOf([1, 2, 3, 4], [1, 0, 1, 0])
  expect(steps.map((step) => step.surviving)).toEqual([0.75, 0.75, 0.375, 0.375])
  expect(steps.map((step) => step.atRisk)).toEqual([4, 3, 2, 1])
  expect(steps[2]!.se).toBeCloseTo(0.375 * Math.sqrt(1 / 12 + 1 / 2), 12)
})
test('it counts a person who leaves at the time of an event as at risk there', () => {
  expect(stepsOf([2, 2, 3], [1, 0, 0])[0]).toMatchObject({ atRisk: 3, events: 1, left: 1, surviving: expect.closeTo(2 / 3, 12) })
})
test('it has no bounds where nobody is left, and before the first event none on the log(-log) scale', () => {
  const steps = stepsOf([1, 2], [0, 1])
  expect(steps[0]).toMatchObject({ surviving: 1, se: 0, log: { lower: 1, upper: 1 }, logLog: null })
  expect(steps[1]).toMatchObject({ surviving: 0, se: null, log: null, logLog: null })
})
test('it never rises, stays within its bounds, and does not depend on the order of people', () => {
  const person = fc.record({ time: fc.integer({ min: 1, max: 9 }), event: fc.boolean() })
  fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), (people) => {
    const curve = kaplanMeier(people)
    expect(kaplanMeier(people.toReversed())).toEqual(curve)
    if (curve.kind !== 'found') return
    curve.steps.forEach((step, i) => {
      expect(step.surviving).toBeLessThanOrEqual(curve.steps[i - 1]?.surviving ?? 1)
      if (step.log) expect(step.log.lower <= step.surviving && step.surviving <= step.log.upper + 1e-12).toBe(true)
    })
  }))
})
test('it asks for a person', () => expect(kaplanMeier([])).toMatchObject({ kind: 'too-few' }))
