import { expect, test } from 'vitest'
import stored from '../references/r-timings.json' with { type: 'json' }
import { timedTasks } from './timed-tasks.ts'

const tasks = timedTasks(20261123)

test('it has a task for every stored timing, and no other', () => {
  expect(Object.keys(tasks).toSorted()).toEqual(stored.timings.map((timing) => timing.id).toSorted())
})

test.each(Object.keys(tasks).filter((id) => id !== 'all100'))('it does the task that is stored as %s, and has an answer', (id) => {
  expect(tasks[id]!()).toMatchObject({ kind: 'found' })
})

test('it reckons all effect sizes of two phases, none of them empty', () => {
  const all = Object.values(tasks['all100']!() as Record<string, Record<string, unknown>>)
  expect(all).toHaveLength(19)
  expect(all.flatMap(Object.values).filter((figure) => typeof figure !== 'number')).toEqual([])
})

test('it lists 1331 arrangements and draws 10,000, as the stored tasks do', () => {
  expect(tasks['randtest1331']!()).toMatchObject({ exact: true, nAssignments: 1331 })
  expect(tasks['randtest10000.6cases']!()).toMatchObject({ exact: false, draws: 10_000 })
})

test('its cases are as many and as long as the stored ones', () => {
  expect(tasks['lmer25']!()).toMatchObject({ cases: 25, n: 500 })
  expect(tasks['lmerSmall']!()).toMatchObject({ cases: 3, n: 60 })
  expect(tasks['bcsmdReml']!()).toMatchObject({ n: 128 })
  expect(tasks['rma100']!()).toMatchObject({ n: 13 })
  expect(tasks['km100']!()).toMatchObject({ n: 23 })
  expect(tasks['wilcoxExact100']!()).toMatchObject({ n: 22 })
})

test('the same seed makes the same inputs', () => {
  expect(timedTasks(5)['lme25ar1']!()).toEqual(timedTasks(5)['lme25ar1']!())
  expect(timedTasks(5)['lmer25']!()).not.toEqual(timedTasks(6)['lmer25']!())
})
