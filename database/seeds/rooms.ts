import { openUnits } from '../../src/people/index.ts'
import { addRoom } from '../../src/timetable/settings/settings.verbs.ts'
import type { Run } from './norland.ts'

/** The rooms in which people of the prison are met: a slip names no other place. */
export async function nameRooms(run: Run): Promise<void> {
  await run('Kai', { shows: 'nothing' }, async (work) => {
    const prison = (await openUnits(work)).find(({ name }) => name === 'Fjordvik prison')
    for (const name of prison ? ['room A1', 'room B2'] : []) await addRoom(work, prison!.public_id, { name, holds: 4 })
  })
}
