import { addInterpreter } from '../../src/interpreters/index.ts'
import type { Run } from './norland.ts'

/** Who can be booked in Norland. All invented. */
export async function tellInterpreters(run: Run): Promise<void> {
  for (const one of interpreters) await run('Kai', { shows: 'nothing' }, (work) => addInterpreter(work, { ...one, languages: [...one.languages] }))
}

const interpreters = [
  { name: 'Sara Nour', agency: 'Norland interpreters', reach: '+45 70 10 00 51', languages: ['ar', 'ku', 'en'], gender: 'woman' },
  { name: 'Omar Aziz', agency: 'Norland interpreters', reach: '+45 70 10 00 52', languages: ['ar', 'fa'], gender: 'man' },
  { name: 'Line of tongues', agency: 'By telephone alone, day and night', reach: '+45 70 10 00 53', languages: ['ar', 'so', 'ti', 'ps', 'prs', 'fr'] },
] as const
