import { myPeople } from '../../src/participants/index.ts'
import type { Day } from '../../src/platform/day.ts'
import type { Work } from '../../src/platform/work.ts'
import { chosenUnits } from '../../src/plans/index.ts'
import { planSession, recordSession, strikeSession } from '../../src/sessions/index.ts'
import { backThen, workingDayAgo, workingDayIn } from './back-then.ts'
import type { First } from './cast.ts'

type Run = <T>(first: First, doing: { about?: string, shows: string, does?: 'consult' }, what: (work: Work) => Promise<T>) => Promise<T>

/** What Amira did lately: a note that waits for her signature, and a record that stood in the wrong file, where Noor had opened it. */
export async function writeNotes(run: Run, today: Day): Promise<void> {
  const mine = await run('Amira', { shows: 'identity_name', does: 'consult' }, myPeople)
  const [nils, tora] = ['Nils', 'Tora'].map((first) => mine.find(({ name }) => name.startsWith(first))!.public_id)
  if (!nils || !tora) return
  const about = { about: nils, shows: 'session_content' }
  await run('Amira', about, async (work) => recordSession(await backThen(work, workingDayAgo(today, 4)), {
    on: workingDayAgo(today, 4), time: '14:00', minutes: 60, place: 'room A1', state: 'held', done: 'What the programme is, and what it is not.', homePractice: 'Write down three people who matter, in your own words.',
    note: 'Asks good questions. I want to think about the second one before I sign this.', isDraft: true }))
  await run('Amira', about, async (work) => {
    const units = (await chosenUnits(work, work.about)).filter(({ aboutTheOffence }) => !aboutTheOffence).slice(0, 1).map(({ unitId }) => unitId)
    return planSession(work, { on: workingDayIn(today, 3), time: '14:00', minutes: 75, place: 'room A1', units })
  })
  const wrong = await run('Amira', about, async (work) => recordSession(await backThen(work, workingDayAgo(today, 3)), {
    on: workingDayAgo(today, 3), time: '09:00', minutes: 60, place: 'room A1', state: 'held', done: 'Relations: the letter to her sister.', note: 'Read it aloud, twice.' }))
  await run('Noor', about, async (work) => work.names(wrong))
  await run('Amira', { shows: 'session_content' }, (work) => strikeSession(work, wrong, { reason: 'Written in the file that I had open before.', moveTo: tora }))
}
