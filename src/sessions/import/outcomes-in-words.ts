import type { Choice } from '../../platform/import/importer.ts'
import { allCauses, type Cause } from '../session.ts'

/** What older systems write for each cause, in the languages that files have come in. */
const wordsFor: Record<Cause, readonly string[]> = {
  'no-escort': ['no escort', 'no escort available', 'escort', 'ingen ledsager', 'ingen ledsagelse', 'manglende ledsagelse', 'ledsager', 'ingen eskort', 'ingen ledsagare', 'ingen følge', 'keine Begleitung', 'Begleitung fehlt', 'keine Vorführung', 'pas d’escorte', 'sans escorte', 'escorte absente', 'escorte', 'geen begeleiding', 'لا مرافقة', 'بدون مرافقة'],
  lockdown: ['lockdown', 'lock-down', 'lock down', 'wing locked', 'nedlukning', 'lukket afdeling', 'nedstängning', 'Einschluss', 'Verschluss', 'confinement', 'blocage', 'insluiting', 'إغلاق الجناح'],
  'staff-away': ['staff away', 'staff ill', 'staff sick', 'therapist ill', 'mentor ill', 'no staff', 'worker ill', 'personale syg', 'behandler syg', 'personalemangel', 'personal sjuk', 'Personal krank', 'Therapeut krank', 'kein Personal', 'intervenant absent', 'intervenant malade', 'personnel absent', 'medewerker ziek', 'غياب الموظف'],
  room: ['no room', 'room', 'intet lokale', 'lokale', 'inget rum', 'kein Raum', 'Raum fehlt', 'pas de salle', 'salle', 'geen ruimte'],
  interpreter: ['no interpreter', 'interpreter', 'interpreter away', 'ingen tolk', 'tolk', 'tolk udeblevet', 'kein Dolmetscher', 'Dolmetscher fehlt', 'pas d’interprète', 'interprète absent', 'geen tolk', 'لا مترجم', 'غياب المترجم'],
  transfer: ['transfer', 'transferred', 'moved', 'overførsel', 'overflyttet', 'förflyttad', 'överflyttad', 'overflyttet', 'verlegt', 'Verlegung', 'transfert', 'transféré', 'overplaatsing', 'نقل', 'نقل إلى سجن آخر'],
  illness: ['ill', 'illness', 'sick', 'unwell', 'syg', 'sygdom', 'sjuk', 'sjukdom', 'syk', 'sykdom', 'krank', 'Krankheit', 'erkrankt', 'malade', 'maladie', 'ziek', 'ziekte', 'مرض', 'مريض', 'مريضة'],
  court: ['court', 'court date', 'hearing', 'at court', 'retsmøde', 'i retten', 'rättegång', 'domstol', 'rettsmøte', 'Gericht', 'Gerichtstermin', 'tribunal', 'audience', 'rechtbank', 'zitting', 'محكمة', 'جلسة محكمة'],
  'person-declined': ['declined', 'refused', 'did not want to', 'not today', 'ønskede ikke', 'afviste', 'ville ikke', 'avböjde', 'ville inte', 'takket nei', 'abgelehnt', 'verweigert', 'wollte nicht', 'refusé', 'refus', 'ne souhaite pas', 'geweigerd', 'رفض', 'لم يرغب', 'لم ترغب'],
  'person-absent': ['no show', 'no-show', 'noshow', 'did not attend', 'did not come', 'dna', 'absent', 'not attended', 'udeblevet', 'udeblev', 'ikke mødt', 'uteblev', 'utebliven', 'ikke møtt', 'nicht erschienen', 'ferngeblieben', 'unentschuldigt', 'abwesend', 'absente', 'non présenté', 'ne s’est pas présenté', 'niet verschenen', 'afwezig', 'لم يحضر', 'لم تحضر', 'غائب', 'غياب'],
  other: ['other', 'other cause', 'andet', 'anden årsag', 'annat', 'annan orsak', 'annet', 'sonstiges', 'anderer Grund', 'autre', 'autre motif', 'anders', 'سبب آخر'],
}

/**
 * What older systems write for held, and for why not. A coordinator looks at each word, and the answer is remembered: nothing here has to
 * be complete. "Cancelled" alone names no cause and gets none: a cause that nobody knows must not become the person's.
 */
export const outcomes: Choice[] = [
  { value: 'held', synonyms: ['held', 'done', 'completed', 'attended', 'took place', 'present', 'yes', 'y', 'ja', 'oui', 'afholdt', 'gennemført', 'fremmødt', 'mødt', 'genomförd', 'hållen', 'närvarande', 'gjennomført', 'avholdt', 'møtt', 'stattgefunden', 'durchgeführt', 'erschienen', 'anwesend', 'tenu', 'tenue', 'réalisé', 'réalisée', 'effectué', 'effectuée', 'présent', 'présente', 'gehouden', 'aanwezig', 'honoré', 'honorée', 'عقدت', 'تمت', 'حضر', 'حضرت'] },
  { value: 'called-off', synonyms: callingOff().filter((word) => word !== '') },
  ...allCauses.map((cause) => ({ value: cause, synonyms: [...wordsFor[cause], ...withCallingOff(wordsFor[cause])] })),
]

// Where the cause is told after the word for calling off: "cancelled - no escort", "Aflyst (syg)", "ausgefallen: Begleitung fehlt".
function withCallingOff(words: readonly string[]): string[] {
  return callingOff().flatMap((off) => words.flatMap((word) => [`${off} ${word}`, `${word} ${off}`]))
}

function callingOff(): string[] {
  return ['cancelled', 'canceled', 'called off', 'not held', 'missed', 'aflyst', 'ikke afholdt', 'inställd', 'avlyst', 'ikke avholdt', 'abgesagt', 'ausgefallen', 'entfallen', 'annulé', 'annulée', 'reporté', 'non tenu', 'afgelast', 'geannuleerd', 'ألغيت', 'ملغاة', 'لم تعقد']
}
