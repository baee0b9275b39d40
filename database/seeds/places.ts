import { addToDirectory } from '../../src/community/index.ts'
import type { Run } from './norland.ts'

/** Where somebody can go in Norland: one or two of each kind. All invented, like everybody in it. */
export async function tellPlaces(run: Run): Promise<void> {
  for (const place of places) await run('Kai', { shows: 'nothing' }, (work) => addToDirectory(work, place))
}

const places = [
  { kind: 'housing', name: 'Quay 9', area: 'Østby', offers: 'Rooms for a first half year, a shared kitchen, somebody there at night. Bring: papers, and a person to call.', reach: '+45 70 10 00 11, weekdays 9 to 15', address: 'Quay 9, Østby' },
  { kind: 'housing', name: 'Fjordvik housing office', area: 'Fjordvik', offers: 'The waiting list for flats of the town, and help with the deposit.', reach: '+45 70 10 00 12', address: 'Town Square 2, Fjordvik' },
  { kind: 'work', name: 'Norland Timber', area: 'Østby', offers: 'Trial work of four weeks in the yard, then a contract. No certificate needed.', reach: '+45 70 10 00 21', address: 'Sawmill Road 4, Østby' },
  { kind: 'work', name: 'Job shop', area: 'Fjordvik', offers: 'An application written together, and a word with an employer before the first day.', reach: 'Drop in, Tuesday and Thursday 10 to 14', address: 'Station Street 18, Fjordvik' },
  { kind: 'education', name: 'Evening school', area: 'Østby', offers: 'School leaving certificate, languages, a welding course. Starts in January and August.', reach: '+45 70 10 00 31', address: 'School Lane 1, Østby' },
  { kind: 'health', name: 'Open surgery', area: 'Østby', offers: 'A doctor without an appointment, and somebody to talk to about sleep, pain and drink.', reach: '+45 70 10 00 41, every morning', address: 'Mill Street 7, Østby' },
  { kind: 'association', name: 'Boxing club Østby', area: 'Østby', offers: 'Training three evenings a week, and helping with the children on Saturday. The first month is free.', reach: 'Drop in, Monday 18:00', address: 'Old Gasworks, Østby' },
  { kind: 'association', name: 'Repair café', area: 'Fjordvik', offers: 'Mending what others bring, together. Coffee, and no forms.', reach: 'Drop in, Saturday 11 to 16', address: 'Bridge Street 3, Fjordvik' },
] as const
