import { beginExercise } from '../../src/exercises/index.ts'
import { myPeople } from '../../src/participants/index.ts'
import type { Day } from '../../src/platform/day.ts'
import { backThen, workingDayAgo } from './back-then.ts'
import type { Run } from './norland.ts'

const line = (part: string, words: string, weight?: number, when?: string) => ({ part, words, ...(weight !== undefined && { weight }), ...(when && { when }) })

const sheets = [
  { daysAgo: 34, tool: 'life_line', entries: [line('moments', 'Riding with her grandfather', 4, 'at six'), line('moments', 'Moved to the city, new school', -2, 'at ten'), line('moments', 'Her brother’s accident', -5, 'at fifteen'), line('moments', 'First friends who stood by her', 3, 'at seventeen'), line('moments', 'Apprenticeship broken off', -3, 'at nineteen'), line('moments', 'Her niece is born', 5, 'at thirty')] },
  { daysAgo: 27, tool: 'functional_analysis', entries: [line('situation', 'Queue at the telephone, somebody pushes in front of her.'), line('thoughts', '“Again nobody sees me.”'), line('feelings', 'Heat in the face, hands tight: anger, and shame under it.'), line('act', 'Hit the other one, twice.'), line('soon_after', 'Quiet inside for a moment; then three days in the cell.'), line('long_after', 'Lost the visit of her sister.'), line('another_way', 'To step out of the queue when the hands go tight, and tell the officer she will come back.')] },
  { daysAgo: 20, tool: 'costs_and_benefits', entries: [line('gains_of_staying', 'Respect on the wing', 6), line('gains_of_staying', 'Nobody asks questions', 4), line('costs_of_staying', 'Visits cancelled', 9), line('costs_of_staying', 'Her sister does not write', 8), line('gains_of_change', 'The workshop', 7), line('gains_of_change', 'Her niece', 10), line('costs_of_change', 'Some will say she has gone soft', 5)] },
  { daysAgo: 13, tool: 'identity_map', entries: [line('before', 'the Saturday lot', 1), line('before', 'the gym', 2), line('before', 'my brother', 1), line('now', 'my niece', 1), line('now', 'the workshop', 2), line('now', 'my sister', 3)] },
] as const

const chances = [
  { part: 'opportunities', words: 'The joiner’s training school', outcome: 'Said yes for the spring.' },
  { part: 'opportunities', words: 'A trial week in the workshop of the town', outcome: 'They ring back after the holidays.' },
] as const

/** What Amira and Tora have worked on, a sheet a week; and the chances that Mia and Jonas have looked at. */
export async function fillSheets(run: Run, today: Day): Promise<void> {
  const of = async (first: 'Amira' | 'Mia', wanted: string) => (await run(first, { shows: 'identity_name', does: 'consult' }, myPeople)).find(({ name }) => name === wanted)!.public_id
  const tora = await of('Amira', 'Tora Dahl')
  for (const { daysAgo, tool, entries } of sheets) {
    const on = workingDayAgo(today, daysAgo)
    await run('Amira', { about: tora, shows: 'session_content' }, async (work) => beginExercise(await backThen(work, on), { tool, madeOn: on, entries: [...entries] }))
  }
  const on = workingDayAgo(today, 10)
  await run('Mia', { about: await of('Mia', 'Jonas Lind'), shows: 'session_content' }, async (work) => beginExercise(await backThen(work, on), { tool: 'opportunity_log', madeOn: on, entries: [...chances] }))
}
