import type { Choice } from '../../platform/import/importer.ts'
import { allCauses } from '../session.ts'
import { wordsFor } from './cause-words.ts'

/**
 * What older systems write for held, and for why not. A coordinator looks at each word, and the answer is remembered: nothing here has to
 * be complete. "Cancelled" alone names no cause and gets none: a cause that nobody knows must not become the person's.
 */
export const outcomes: Choice[] = [
  { value: 'held', synonyms: ['held', 'done', 'completed', 'attended', 'took place', 'present', 'yes', 'afholdt', 'gennemført', 'fremmødt', 'mødt', 'genomförd', 'hållen', 'närvarande', 'gjennomført', 'avholdt', 'møtt', 'stattgefunden', 'durchgeführt', 'erschienen', 'anwesend', 'tenu', 'tenue', 'réalisé', 'réalisée', 'effectué', 'effectuée', 'présent', 'présente', 'gehouden', 'aanwezig'] },
  { value: 'called-off', synonyms: callingOff().filter((word) => word !== '') },
  ...allCauses.map((cause) => ({ value: cause, synonyms: [...wordsFor[cause], ...withCallingOff(wordsFor[cause])] })),
]

// Where the cause is told after the word for calling off: "cancelled - no escort", "Aflyst (syg)", "ausgefallen: Begleitung fehlt".
function withCallingOff(words: readonly string[]): string[] {
  return callingOff().flatMap((off) => words.flatMap((word) => [`${off} ${word}`, `${word} ${off}`]))
}

function callingOff(): string[] {
  return ['cancelled', 'canceled', 'called off', 'not held', 'missed', 'aflyst', 'ikke afholdt', 'inställd', 'avlyst', 'ikke avholdt', 'abgesagt', 'ausgefallen', 'entfallen', 'annulé', 'annulée', 'reporté', 'non tenu', 'afgelast', 'geannuleerd']
}
