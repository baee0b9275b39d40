import { shareOf } from '../../platform/import/columns.ts'
import type { Choice, Field } from '../../platform/import/importer.ts'
import { datePartsOf } from '../../platform/import/day-order.ts'
import { answers, usualNeeds } from './choices.ts'

/** The lists of a service: where referrals come from, which legal statuses and programmes it knows. */
export type ReferralLists = { sources: Choice[], statuses: Choice[], programmes: Choice[] }

export const fieldNames = ['number', 'name', 'firstName', 'surname', 'born', 'place', 'status', 'referredOn', 'by', 'why', 'agrees', 'programme', 'releaseOn', 'languages', 'needs'] as const

/** What a referrals file may say, and the headings under which it has been seen. */
export function referralFields({ sources, statuses, programmes }: ReferralLists): Field[] {
  return [
    { name: 'number', says: 'referral-row.number', kind: 'text', resembles: looksLikeNumbers, synonyms: ['number', 'no', 'nr', 'person number', 'prisoner number', 'participant no', 'case number', 'id', 'nummer', 'sagsnummer', 'fangenummer', 'ärendenummer', 'dossiernummer', 'Aktenzeichen', 'Gefangenennummer', 'numéro', 'n°', 'n° dossier', 'n° de dossier', 'numéro de dossier', 'dossier', 'numéro d’écrou', 'écrou', 'client ref', 'reference', 'Geschäftszeichen', 'sagsnr', 'journalnr', 'j.nr', 'klientnr', 'klientnummer', 'ärendenr', 'dnr', 'diarienr', 'diarienummer', 'Az', 'Aktennummer', 'Buchnummer', 'réf', 'référence', 'matricule', 'inmate', 'inmate no', 'inmate number', 'offender no', 'offender id', 'client id', 'case no', 'ref no', 'رقم', 'رقم الملف', 'رقم السجين', 'رقم النزيل', 'رقم القضية'] },
    { name: 'name', says: 'referral-row.name', kind: 'text', synonyms: ['name', 'full name', 'person', 'prisoner', 'navn', 'fulde navn', 'namn', 'för och efternamn', 'naam', 'nom', 'nom et prénom', 'nom prénom', 'Name Vorname', 'navn på klient', 'klientens namn', 'nom complet', 'nom et prénoms', 'client name', 'inmate name', 'الاسم', 'الاسم الكامل', 'اسم السجين', 'اسم النزيل'] },
    { name: 'firstName', says: 'referral-row.first-name', kind: 'text', synonyms: ['first name', 'given name', 'forename', 'fornavn', 'förnamn', 'Vorname', 'prénom', 'voornaam', 'first', 'tilltalsnamn', 'Rufname', 'prénoms', 'prénom(s)', 'الاسم الأول'] },
    { name: 'surname', says: 'referral-row.surname', kind: 'text', synonyms: ['surname', 'last name', 'family name', 'efternavn', 'etternavn', 'efternamn', 'Nachname', 'Familienname', 'nom de famille', 'achternaam', 'last', 'Zuname', 'nom d’usage', 'nom usuel', 'اسم العائلة', 'اللقب', 'الكنية'] },
    { name: 'born', says: 'referral-row.born', kind: 'day', resembles: looksLikeBirths, synonyms: ['born', 'birth', 'date of birth', 'dob', 'birth date', 'birthday', 'født', 'fødselsdato', 'fødselsdag', 'född', 'födelsedatum', 'född den', 'geboren', 'geboren am', 'Geburtsdatum', 'geb', 'né le', 'née le', 'né(e) le', 'date de naissance', 'naissance', 'geboortedatum', 'fødselsdata', 'födelsedag', 'geb dat', 'geb datum', 'gebdat', 'DDN', 'date naiss', 'تاريخ الميلاد', 'تاريخ الولادة', 'المولد'] },
    { name: 'place', says: 'referral-row.place', kind: 'text', synonyms: ['place', 'prison', 'office', 'unit', 'location', 'establishment', 'sted', 'fængsel', 'afdeling', 'plats', 'anstalt', 'ort', 'Haftanstalt', 'Einrichtung', 'JVA', 'lieu', 'établissement', 'inrichting', 'facility', 'site', 'institution', 'arresthus', 'häkte', 'enhet', 'häkte anstalt', 'verksamhetsställe', 'frivårdskontor', 'Vollzugsanstalt', 'établ', 'maison d’arrêt', 'المكان', 'السجن', 'المؤسسة', 'الوحدة'] },
    { name: 'status', says: 'referral-row.status', kind: 'choice', choices: statuses, synonyms: ['status', 'legal status', 'retsstilling', 'rättslig status', 'juridisk status', 'rettslig status', 'Rechtsstatus', 'Haftart', 'statut', 'situation pénale', 'juridische status', 'Haftstatus', 'régime', 'الوضع القانوني', 'الحالة القانونية', 'الوضع'] },
    { name: 'referredOn', says: 'referral-row.referred-on', kind: 'day', required: true, synonyms: ['referred', 'referred on', 'referral date', 'date of referral', 'date referred', 'henvist', 'henvisningsdato', 'henvist den', 'remitterad', 'remissdatum', 'anmäld', 'anmälningsdatum', 'henvist dato', 'überwiesen', 'überwiesen am', 'Überweisungsdatum', 'gemeldet am', 'Meldedatum', 'zugewiesen', 'zugewiesen am', 'Zuweisung', 'Zuweisungsdatum', 'Anmeldedatum', 'orienté le', 'date d’orientation', 'signalé le', 'date de signalement', 'aangemeld op', 'referral dt', 'ref date', 'referral received', 'received on', 'date received', 'modtaget', 'modtaget den', 'inkom', 'inkom den', 'inkom datum', 'inkommen', 'ansökan inkom', 'ansökningsdatum', 'aktualiserad', 'Eingang', 'Eingang am', 'Eingangsdatum', 'gemeldet', 'saisine', 'date saisine', 'date de saisine', 'saisi le', 'تاريخ الإحالة', 'أحيل في', 'تاريخ التحويل'] },
    { name: 'by', says: 'referral-row.by', kind: 'choice', choices: sources, synonyms: ['by', 'referred by', 'source', 'referrer', 'from', 'henvist af', 'kilde', 'remitterad av', 'anmäld av', 'källa', 'henvist av', 'von', 'überwiesen von', 'gemeldet von', 'zugewiesen durch', 'zugewiesen von', 'Zuweiser', 'par', 'orienté par', 'signalé par', 'origine', 'door', 'aangemeld door', 'referral source', 'referring agency', 'henvisende', 'henviser', 'henvisende instans', 'ansökt av', 'initierad av', 'aktualiserad av', 'Zuweisende Stelle', 'zuweisende Person', 'gemeldet durch', 'saisi par', 'service orienteur', 'أحاله', 'أحيل من', 'جهة الإحالة', 'المحيل', 'المصدر'] },
    { name: 'why', says: 'referral-row.why', kind: 'text', synonyms: ['why', 'reason', 'reasons', 'reason for referral', 'grounds', 'hvorfor', 'begrundelse', 'årsag', 'varför', 'skäl', 'orsak', 'hvorfor henvist', 'begrunnelse', 'Grund', 'Anlass', 'Begründung', 'motif', 'raison', 'reden', 'reason referred', 'rsn', 'henvisningsgrund', 'anledning', 'orsak till remiss', 'Zuweisungsgrund', 'motif de saisine', 'mot saisine', 'السبب', 'سبب الإحالة'] },
    { name: 'agrees', says: 'referral-row.agrees', kind: 'choice', choices: answers, synonyms: ['agrees', 'agree', 'consent', 'consents', 'answer', 'samtykke', 'siger ja', 'samtycke', 'samtycker', 'Zustimmung', 'einverstanden', 'Einwilligung', 'accord', 'consentement', 'd’accord', 'toestemming', 'consent y n', 'consent given', 'agreed', 'wants to take part', 'samtykker', 'vil deltage', 'ønsker at deltage', 'vill delta', 'vill medverka', 'medgivande', 'Einverst', 'Einverständnis', 'Teilnahmebereitschaft', 'accord O N', 'accepte', 'الموافقة', 'موافقة', 'هل يوافق'] },
    { name: 'programme', says: 'referral-row.programme', kind: 'choice', choices: programmes, synonyms: ['programme', 'program', 'intervention', 'indsats', 'programm', 'Maßnahme', 'dispositif', 'programma', 'behandlingsprogram', 'insats', 'Massn', 'progr', 'البرنامج', 'برنامج'] },
    { name: 'releaseOn', says: 'referral-row.release-on', kind: 'day', synonyms: ['release', 'release date', 'planned release', 'expected release', 'løsladelse', 'løsladelsesdato', 'frigivning', 'frigivningsdatum', 'frigivningsdag', 'muck', 'løslatelse', 'løslatelsesdato', 'Entlassung', 'Entlassungsdatum', 'voraussichtliche Entlassung', 'libération', 'sortie', 'date de sortie', 'fin de peine', 'ontslagdatum', 'vrijlating', 'earliest release date', 'release dt', 'løsl dato', 'forventet løsladelse', 'muckdatum', 'muckdag', 'frisläpps', 'frigivs', 'Entlassungstermin', 'Haftende', 'Strafende', 'date prév sortie', 'date prévue de sortie', 'date de libération', 'تاريخ الإفراج', 'الإفراج', 'تاريخ الخروج'] },
    { name: 'languages', says: 'referral-row.languages', kind: 'text', synonyms: ['language', 'languages', 'spoken language', 'mother tongue', 'sprog', 'modersmål', 'språk', 'Sprache', 'Sprachen', 'langue', 'langues', 'taal', 'talen', 'lang', 'tolkesprog', 'tolkspråk', 'Muttersprache', 'langue parlée', 'langue maternelle', 'اللغة', 'اللغات', 'لغة'] },
    { name: 'needs', says: 'referral-row.needs', kind: 'text', synonyms: ['needs', 'access needs', 'support needs', 'adjustments', 'behov', 'særlige behov', 'särskilda behov', 'Bedarf', 'Unterstützungsbedarf', 'besoins', 'besoins particuliers', 'behoeften', 'behov for støtte', 'behov av stöd', 'besonderer Bedarf', 'aménagements', 'الاحتياجات', 'احتياجات خاصة'], resembles: examples => shareOf(examples, isKnownNeed) },
  ]
}

function looksLikeNumbers(examples: string[]): number {
  const different = new Set(examples).size / examples.length
  return different > 0.8 ? shareOf(examples, text => /^\p{Lu}{1,4}[ -]?\d{3,10}$|^\d{5,12}$/u.test(text)) : 0
}

// Of all the days in such a file only births lie mostly far back: years of two digits above the coming ones, or long past.
function looksLikeBirths(examples: string[]): number {
  return shareOf(examples, text => {
    const parts = datePartsOf(text)
    if (!parts) return false
    const year = parts.lengths[0] === 4 ? parts.first : parts.third
    return year > 1900 ? year < 2010 : year > 50 && year < 100
  })
}

function isKnownNeed(text: string): boolean {
  return usualNeeds.some(({ value, synonyms }) => [value, ...synonyms].some(name => text.toLowerCase().includes(name.toLowerCase())))
}
