import { expect, test } from 'vitest'
import { instant } from '../platform/day.ts'
import { gathered } from './gather.ts'

const line = (at: string, more: object = {}) => ({ at: instant(at), actor_kind: 'colleague', actor_roles: ['mentor'], operation: 'consult', record: 'plan_content', purpose: 'casework', recipient: null, name: 'Mia Juhl', ...more })
const told = (lines: ReturnType<typeof line>[]) => gathered(lines, 'Europe/Copenhagen').map(({ line: { name, record }, times }) => `${name} ${record} ${times}`)

test('it tells equal lines of a day once, with how often and from when until when', () => {
  const [one, ...rest] = gathered([line('2026-11-23T15:00:00Z'), line('2026-11-23T12:00:00Z'), line('2026-11-23T08:00:00Z')], 'Europe/Copenhagen')
  expect(rest).toEqual([])
  expect(one).toMatchObject({ times: 3, first: '2026-11-23T08:00:00.000Z', last: '2026-11-23T15:00:00.000Z' })
})

test('it keeps apart who, what, why and to whom', () => {
  expect(told([line('2026-11-23T15:00:00Z'), line('2026-11-23T14:00:00Z', { name: 'Kai Nyberg' }), line('2026-11-23T13:00:00Z', { record: 'agreement' }), line('2026-11-23T12:00:00Z', { purpose: 'job' }),
    line('2026-11-23T11:00:00Z', { recipient: 'the wing' }), line('2026-11-23T10:00:00Z', { operation: 'alter' })])).toHaveLength(6)
})

test('it counts a day as the service counts it: half past midnight there is another day', () => {
  expect(told([line('2026-11-23T23:30:00Z'), line('2026-11-23T22:30:00Z')])).toEqual(['Mia Juhl plan_content 1', 'Mia Juhl plan_content 1'])
})

test('it stands where the last of its lines stood', () => {
  expect(told([line('2026-11-23T15:00:00Z', { name: 'Kai Nyberg' }), line('2026-11-23T14:00:00Z'), line('2026-11-23T13:00:00Z', { name: 'Kai Nyberg' })])).toEqual(['Kai Nyberg plan_content 2', 'Mia Juhl plan_content 1'])
})
