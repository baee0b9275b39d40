import type { Choice } from '../../platform/import/importer.ts'

/**
 * What services write in their lists, in the languages that files have come in. A service's own words are added to
 * these by its mapping, which is remembered; nothing here has to be complete.
 */
export const usualStatuses: Choice[] = [
  { value: 'remand', synonyms: ['on remand', 'varetægt', 'varetægtsfængslet', 'häktad', 'häkte', 'varetekt', 'Untersuchungshaft', 'U-Haft', 'détention provisoire', 'prévenu', 'voorlopige hechtenis'] },
  { value: 'appeal', synonyms: ['appeal pending', 'under appeal', 'anke', 'ankesag', 'överklagan', 'Berufung', 'appel', 'hoger beroep'] },
  { value: 'sentenced', synonyms: ['convicted', 'serving', 'dom', 'dømt', 'afsoner', 'dömd', 'avtjener', 'verurteilt', 'Strafhaft', 'condamné', 'condamnée', 'veroordeeld'] },
  { value: 'probation', synonyms: ['on probation', 'tilsyn', 'betinget', 'skyddstillsyn', 'frivård', 'friomsorg', 'Bewährung', 'sursis', 'sursis probatoire', 'probatoire', 'reclassering'] },
  { value: 'parole', synonyms: ['on parole', 'licence', 'prøveløsladt', 'villkorligt frigiven', 'prøveløslatt', 'bedingte Entlassung', 'libération conditionnelle', 'voorwaardelijk vrij'] },
  { value: 'order', synonyms: ['court order', 'treatment order', 'community order', 'samfundstjeneste', 'samhällstjänst', 'Auflage', 'contrainte pénale', 'taakstraf'] },
  { value: 'released', synonyms: ['free', 'løsladt', 'frigiven', 'løslatt', 'entlassen', 'libéré', 'libérée', 'vrijgelaten'] },
]

export const usualSources: Choice[] = [
  { value: 'security', synonyms: ['security staff', 'security officer', 'prison security', 'sikkerhed', 'sikkerhedspersonale', 'säkerhetspersonal', 'säkerhet', 'sikkerhet', 'Sicherheit', 'Sicherheitsdienst', 'sécurité', 'agent de sécurité', 'beveiliging'] },
  { value: 'self', synonyms: ['themselves', 'himself', 'herself', 'own request', 'selv', 'själv', 'egen begäran', 'selbst', 'Selbstmeldung', 'lui-même', 'elle-même', 'zelf'] },
  { value: 'case-manager', synonyms: ['case manager', 'probation officer', 'caseworker', 'sagsbehandler', 'kriminalforsorgen', 'frivårdsinspektör', 'kontaktbetjent', 'Bewährungshilfe', 'Bewährungshelfer', 'conseiller', 'CPIP', 'SPIP', 'reclasseringswerker'] },
  { value: 'chaplain', synonyms: ['prison chaplain', 'imam', 'prison imam', 'fængselspræst', 'präst', 'fängelsepräst', 'prest', 'Seelsorge', 'Gefängnisseelsorge', 'aumônier', 'geestelijk verzorger'] },
  { value: 'court', synonyms: ['judge', 'ret', 'retten', 'domstol', 'domstolen', 'Gericht', 'tribunal', 'juge', 'rechtbank'] },
  { value: 'family', synonyms: ['relatives', 'familie', 'pårørende', 'familj', 'anhöriga', 'Angehörige', 'famille'] },
  { value: 'other-agency', synonyms: ['other agency', 'municipality', 'social services', 'kommune', 'kommun', 'socialtjänst', 'Jugendamt', 'mairie', 'gemeente', 'school', 'health service', 'police'] },
]

/** The programmes people ask for by name, and the names they use. Replaced by the service's own definitions when these are handed in. */
export const usualProgrammes: Choice[] = [
  { value: 'back-on-track', synonyms: ['Back on Track', 'BoT', 'BOT', 'Tilbage på sporet'] },
  { value: 'entre', synonyms: ['Entré', 'Entre'] },
  { value: 'healthy-identity', synonyms: ['Healthy Identity Intervention', 'Healthy Identity', 'HII'] },
  { value: 'cosa', synonyms: ['CoSA', 'Circles of Support and Accountability', 'Circles', 'Circle of Support'] },
  { value: 'al-furqan', synonyms: ['Al-Furqan', 'Al Furqan'] },
  { value: 'rive', synonyms: ['RIVE'] },
]

/**
 * The person's answer to being told. "Not now" is no "no", and "not asked" is neither: they are different words here and
 * none of them has a consequence for the person. A cross, a tick or a 1 is left out on purpose: consent is never presumed,
 * and a service that writes so says what it means once, in its mapping.
 */
export const answers: Choice[] = [
  { value: 'yes', synonyms: ['y', 'ja', 'j', 'oui', 'sí', 'tak', 'agrees', 'agreed', 'consents'] },
  { value: 'no', synonyms: ['n', 'nej', 'nei', 'nein', 'non', 'nee', 'refuses', 'refused', 'declined'] },
  { value: 'not-now', synonyms: ['not now', 'later', 'ikke nu', 'senere', 'inte nu', 'ikke nå', 'jetzt nicht', 'später', 'pas maintenant', 'plus tard', 'niet nu'] },
  { value: 'not-asked', synonyms: ['not asked', 'not asked yet', 'ikke spurgt', 'ej tillfrågad', 'inte tillfrågad', 'ikke spurt', 'nicht gefragt', 'pas demandé', 'non demandé', 'niet gevraagd'] },
]

export const usualNeeds: Choice[] = [
  { value: 'interpreter', synonyms: ['tolk', 'needs interpreter', 'Dolmetscher', 'Dolmetscherin', 'interprète', 'translator'] },
  { value: 'easy-reading', synonyms: ['low literacy', 'easy read', 'easy reading', 'cannot read', 'læsevanskeligheder', 'lässvårigheter', 'lesevansker', 'Leseschwäche', 'einfache Sprache', 'lecture difficile', 'illettrisme', 'laaggeletterd'] },
  { value: 'step-free', synonyms: ['wheelchair', 'mobility', 'kørestol', 'rullstol', 'rullestol', 'Rollstuhl', 'fauteuil roulant', 'rolstoel'] },
  { value: 'hearing', synonyms: ['deaf', 'hard of hearing', 'hearing aid', 'hørehæmmet', 'hörselskadad', 'schwerhörig', 'malentendant', 'slechthorend'] },
  { value: 'sight', synonyms: ['blind', 'low vision', 'partially sighted', 'svagtseende', 'synskadad', 'sehbehindert', 'malvoyant', 'slechtziend'] },
]
