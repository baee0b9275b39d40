import { expect, test } from 'vitest'
import { sizes } from './sizes.ts'
import { treeOf } from './tree.ts'

const lines = (count: number): string => 'x\n'.repeat(count)
const look = async (contents: Record<string, string>) => sizes.look(treeOf(contents))

test('it stops at 300 lines of source and 500 of test, and asks from 200 and 300', async () => {
  const { problems, questions } = await look({
    'src/plans/plan.ts': lines(301), 'src/plans/plans.verbs.ts': lines(250), 'src/plans/plan.test.ts': lines(501), 'src/plans/plans.verbs.test.ts': lines(450),
  })
  expect(problems).toEqual(['src/plans/plan.test.ts has 501 lines of test, 500 is the most', 'src/plans/plan.ts has 301 lines, 300 is the most'])
  expect(questions).toHaveLength(2)
})

test('it lets 300 lines be, and what a tool has written', async () => {
  expect((await look({ 'src/plans/plan.ts': lines(300), 'src/platform/database/tables.ts': '/** Made by `npm run tables` */\n' + lines(900) })).problems).toEqual([])
})

test('it stops at a README of more than 100 lines', async () => {
  expect((await look({ 'README.md': lines(101), 'src/plans/README.md': lines(101) })).problems).toHaveLength(1)
})

test('it stops at a room of more than 30 files, and counts each part by itself and the pages with their room', async () => {
  const room = (place: string, count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${place}/${at}.sql`, '']))
  expect((await look(room('src/plans', 31))).problems).toEqual(['src/plans has 31 files (tests apart) in the room, 30 is the most'])
  expect((await look({ ...room('src/platform/page', 20), ...room('src/platform/words', 20), ...room('src/plans', 20), ...room('src/plans/offence', 20) })).problems).toEqual([])
  expect((await look({ ...room('src/plans', 20), ...room('src/plans/pages', 20) })).problems).toEqual(['src/plans has 40 files (tests apart) in the room, 30 is the most'])
})
