import type { Choice } from '../../platform/import/importer.ts'

/**
 * What services write in their lists, in the languages that files have come in. A service's own words are added to
 * these by its mapping, which is remembered; nothing here has to be complete.
 */
export const usualStatuses: Choice[] = [
  { value: 'remand', synonyms: ['on remand', 'varetægt', 'varetægtsfængslet', 'häktad', 'häkte', 'varetekt', 'Untersuchungshaft', 'U-Haft', 'détention provisoire', 'prévenu', 'voorlopige hechtenis', 'arresthus', 'detained awaiting trial', 'pre-trial', 'Haft vor Urteil', 'détenu provisoire', 'توقيف احتياطي', 'حبس احتياطي', 'موقوف', 'موقوفة'] },
  { value: 'appeal', synonyms: ['appeal pending', 'under appeal', 'anke', 'ankesag', 'överklagan', 'Berufung', 'appel', 'hoger beroep', 'anket', 'överklagat', 'in Berufung', 'en appel', 'استئناف', 'قيد الاستئناف'] },
  { value: 'sentenced', synonyms: ['convicted', 'serving', 'dom', 'dømt', 'afsoner', 'dömd', 'avtjener', 'verurteilt', 'Strafhaft', 'condamné', 'condamnée', 'veroordeeld', 'domfældt', 'fängelse', 'détenu condamné', 'محكوم', 'محكومة', 'محكوم عليه'] },
  { value: 'probation', synonyms: ['on probation', 'tilsyn', 'betinget', 'skyddstillsyn', 'frivård', 'friomsorg', 'Bewährung', 'sursis', 'sursis probatoire', 'probatoire', 'reclassering', 'övervakning', 'unter Bewährung', 'مراقبة', 'تحت المراقبة'] },
  { value: 'parole', synonyms: ['on parole', 'licence', 'prøveløsladt', 'villkorligt frigiven', 'prøveløslatt', 'bedingte Entlassung', 'libération conditionnelle', 'voorwaardelijk vrij', 'villkorligt fri', 'إفراج مشروط', 'مفرج عنه بشرط'] },
  { value: 'order', synonyms: ['court order', 'treatment order', 'community order', 'samfundstjeneste', 'samhällstjänst', 'Auflage', 'contrainte pénale', 'taakstraf'] },
  { value: 'released', synonyms: ['free', 'løsladt', 'frigiven', 'løslatt', 'entlassen', 'libéré', 'libérée', 'vrijgelaten', 'fri', 'frei', 'مفرج عنه', 'أفرج عنه'] },
]

export const usualSources: Choice[] = [
  { value: 'security', synonyms: ['security staff', 'security officer', 'prison security', 'sikkerhed', 'sikkerhedspersonale', 'säkerhetspersonal', 'säkerhet', 'sikkerhet', 'Sicherheit', 'Sicherheitsdienst', 'sécurité', 'agent de sécurité', 'beveiliging', 'säkerhetsavdelningen', 'Abteilung Sicherheit', 'service de sécurité', 'الأمن', 'ضابط الأمن', 'موظف الأمن'] },
  { value: 'self', synonyms: ['themselves', 'himself', 'herself', 'own request', 'selv', 'själv', 'egen begäran', 'selbst', 'Selbstmeldung', 'lui-même', 'elle-même', 'zelf', 'klienten', 'klienten selv', 'den intagne', 'klienten själv', 'eigener Wunsch', 'à sa demande', 'بنفسه', 'بنفسها', 'طلب شخصي'] },
  { value: 'case-manager', synonyms: ['case manager', 'probation officer', 'caseworker', 'sagsbehandler', 'kriminalforsorgen', 'frivårdsinspektör', 'kontaktbetjent', 'Bewährungshilfe', 'Bewährungshelfer', 'conseiller', 'CPIP', 'SPIP', 'reclasseringswerker', 'frivården', 'Bewährungsdienst', 'Sozialdienst JVA', 'مسؤول الحالة', 'ضابط المراقبة'] },
  { value: 'chaplain', synonyms: ['prison chaplain', 'imam', 'prison imam', 'fængselspræst', 'präst', 'fängelsepräst', 'prest', 'Seelsorge', 'Gefängnisseelsorge', 'aumônier', 'geestelijk verzorger', 'Seelsorger', 'imam i fængslet', 'إمام', 'إمام السجن'] },
  { value: 'court', synonyms: ['judge', 'ret', 'retten', 'domstol', 'domstolen', 'Gericht', 'tribunal', 'juge', 'rechtbank', 'tingsrätten', 'tribunal correctionnel', 'المحكمة', 'القاضي'] },
  { value: 'family', synonyms: ['relatives', 'familie', 'pårørende', 'familj', 'anhöriga', 'Angehörige', 'famille', 'slægtninge', 'proches', 'العائلة', 'الأسرة', 'الأهل'] },
  { value: 'other-agency', synonyms: ['other agency', 'municipality', 'social services', 'kommune', 'kommun', 'socialtjänst', 'Jugendamt', 'mairie', 'gemeente', 'school', 'health service', 'police', 'politi', 'polis', 'Polizei', 'police nationale', 'البلدية', 'الشرطة', 'المدرسة'] },
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
  { value: 'yes', synonyms: ['y', 'ja', 'j', 'oui', 'sí', 'tak', 'agrees', 'agreed', 'consents', 'نعم', 'موافق', 'موافقة', 'يوافق'] },
  { value: 'no', synonyms: ['n', 'nej', 'nei', 'nein', 'non', 'nee', 'refuses', 'refused', 'declined', 'no thanks', 'no thank you', 'not agreed', 'does not agree', 'not consented', 'nej tak', 'nej tack', 'vil ikke', 'ønsker ikke', 'vill ej', 'vill inte', 'nein danke', 'möchte nicht', 'lehnt ab', 'non merci', 'ne souhaite pas', 'refuse', 'لا', 'غير موافق', 'غير موافقة', 'لا يوافق', 'رفض', 'رفضت'] },
  { value: 'not-now', synonyms: ['not now', 'later', 'ikke nu', 'senere', 'inte nu', 'ikke nå', 'jetzt nicht', 'später', 'pas maintenant', 'plus tard', 'niet nu', 'maybe later', 'måske senere', 'kanske senare', 'vielleicht später', 'ليس الآن', 'لاحقا', 'فيما بعد'] },
  { value: 'not-asked', synonyms: ['not asked', 'not asked yet', 'ikke spurgt', 'ej tillfrågad', 'inte tillfrågad', 'ikke spurt', 'nicht gefragt', 'pas demandé', 'non demandé', 'niet gevraagd', 'not yet asked', 'endnu ikke spurgt', 'har ikke spurgt', 'ännu ej tillfrågad', 'ej frågad', 'noch nicht gefragt', 'non sollicité', 'non sollicitée', 'pas encore demandé', 'لم يسأل', 'لم تسأل', 'لم يسأل بعد'] },
]

export const usualNeeds: Choice[] = [
  { value: 'interpreter', synonyms: ['tolk', 'needs interpreter', 'Dolmetscher', 'Dolmetscherin', 'interprète', 'translator', 'needs an interpreter', 'مترجم', 'مترجمة', 'ترجمة'] },
  { value: 'easy-reading', synonyms: ['low literacy', 'easy read', 'easy reading', 'cannot read', 'læsevanskeligheder', 'lässvårigheter', 'lesevansker', 'Leseschwäche', 'einfache Sprache', 'lecture difficile', 'illettrisme', 'laaggeletterd', 'لا يقرأ', 'صعوبة القراءة'] },
  { value: 'step-free', synonyms: ['wheelchair', 'mobility', 'kørestol', 'rullstol', 'rullestol', 'Rollstuhl', 'fauteuil roulant', 'rolstoel', 'كرسي متحرك'] },
  { value: 'hearing', synonyms: ['deaf', 'hard of hearing', 'hearing aid', 'hørehæmmet', 'hörselskadad', 'schwerhörig', 'malentendant', 'slechthorend', 'ضعف السمع'] },
  { value: 'sight', synonyms: ['blind', 'low vision', 'partially sighted', 'svagtseende', 'synskadad', 'sehbehindert', 'malvoyant', 'slechtziend', 'ضعف البصر'] },
]
