import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactBinomial } from './exact-binomial.ts'
import { jeffreys } from './jeffreys.ts'
import { share } from './share.ts'
import { wilson } from './wilson.ts'

const all = Object.entries({ exactBinomial, jeffreys, wilson })

test.each(all)('%s turns over when yes and no change places, holds the share, and stays between 0 and 1', (_, interval) => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), (n, some) => {
    const events = some % (n + 1)
    const [here, turned] = [interval(events, n), interval(n - events, n)]
    if (here.kind !== 'found' || turned.kind !== 'found') throw new Error('a share has an interval')
    expect(here.interval!.lower).toBeCloseTo(1 - turned.interval!.upper, 9)
    expect(here.interval!.lower).toBeGreaterThanOrEqual(0)
    expect(here.interval!.upper).toBeLessThanOrEqual(1)
    expect(here.interval!.lower).toBeLessThanOrEqual(here.value)
    expect(here.interval!.upper).toBeGreaterThanOrEqual(here.value)
  }))
})
test.each(all)('%s is never a bare 0: none of five has an upper bound', (_, interval) => {
  const none = interval(0, 5)
  expect(none.kind === 'found' && none.interval!.upper > 0.3).toBe(true)
})
test.each(all)('%s asks for one person', (_, interval) => expect(interval(0, 0)).toMatchObject({ kind: 'too-few' }))
test('it refuses more events than people, and half events', () => {
  expect(() => share(6, 5, 'share')).toThrow('events: 6')
  expect(() => share(0.5, 5, 'share')).toThrow('events: 0.5')
  expect(() => share(0, -1, 'share')).toThrow('n: -1')
})
