import { expect, test } from 'vitest'
import stored from '../references/r-timings.json' with { type: 'json' }
import { timedTasks } from './timed-tasks.ts'

const tasks = timedTasks(20261123)

test.each(Object.keys(tasks))('it does the task that is stored as %s, and has an answer', (id) => {
  expect(stored.timings.map((timing) => timing.id)).toContain(id)
  expect(tasks[id]!()).toBeInstanceOf(Object)
})

test('it lists 1331 arrangements and draws 10,000, as the stored tasks do', () => {
  expect(tasks['randtest1331']!()).toMatchObject({ exact: true, nAssignments: 1331 })
  expect(tasks['randtest10000.6cases']!()).toMatchObject({ exact: false, draws: 10_000 })
})
