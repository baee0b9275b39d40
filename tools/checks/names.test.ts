import { expect, test } from 'vitest'
import { names } from './names.ts'
import { treeOf } from './tree.ts'

const look = async (...files: string[]) => names.look(treeOf(Object.fromEntries(files.map((file) => [file, '']))))

test('it refuses names that say nothing, for folders and for files', async () => {
  const { problems } = await look('src/plans/utils/day.ts', 'src/platform/helpers.ts', 'src/plans/types.test.ts', 'src/plans/plan.ts')
  expect(problems).toHaveLength(3)
})

test('it refuses a second spelling', async () => {
  expect((await look('src/plans/reviewPlan.ts', 'src/plans/review_plan.ts', 'src/Plans/plan.ts')).problems).toHaveLength(3)
})

test('it lets the names of the house be', async () => {
  const { problems, seen } = await look('src/plans/README.md', 'src/plans/plans.words.en.json', 'database/migrations/0001-platform-begin.sql', 'docs/decisions/0001-rooms.md')
  expect(problems).toEqual([])
  expect(seen).toBe(4)
})
