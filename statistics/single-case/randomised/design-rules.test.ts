import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { arrangements } from '../../chance/arrangements.ts'
import { alternatingRule, completelyRandomisedRule, phaseRule, randomisedBlockRule } from './design-rules.ts'

const count = (rule: Parameters<typeof arrangements>[0]): number => arrangements(rule).count

test('it lists the orders of small designs by hand', () => {
  const listed: string[] = []
  arrangements(phaseRule(5, 2, 2)).every((labels) => listed.push(labels.join('')))
  expect(listed).toEqual(['00011', '00111'])

  const blocks: string[] = []
  arrangements(randomisedBlockRule(4)).every((labels) => blocks.push(labels.join('')))
  expect(blocks).toEqual(['0101', '0110', '1001', '1010'])

  const alternating: string[] = []
  arrangements(alternatingRule(4, 2, 1)).every((labels) => alternating.push(labels.join('')))
  expect(alternating).toEqual(['0101', '1010'])
})

test('it counts as the stored cases of SCRT 1.3.1 do', () => {
  expect([count(phaseRule(14, 2, 4)), count(phaseRule(15, 3, 3)), count(phaseRule(18, 4, 3))]).toEqual([7, 28, 84])
  expect([count(completelyRandomisedRule(8, 4)), count(randomisedBlockRule(8)), count(alternatingRule(8, 4, 2))]).toEqual([70, 16, 34])
})

test('it is completely random when any run may be as long as it likes', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (length, any) => {
    const inA = any % (length + 1)
    expect(count(alternatingRule(length, inA, length))).toBe(count(completelyRandomisedRule(length, inA)))
  }))
})

test('it refuses what is no design', () => {
  expect(() => randomisedBlockRule(7)).toThrow('condition: blocks of two need an even number of points')
  expect(() => phaseRule(10, 2, 0)).toThrow('limit: 0')
  expect(() => alternatingRule(10, 5, 1.5)).toThrow('limit: 1.5')
  expect(count(phaseRule(3, 4, 1))).toBe(0)
})
