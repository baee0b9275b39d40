import { shareOf } from '../../platform/import/columns.ts'
import type { Choice, Field } from '../../platform/import/importer.ts'
import { wordsOf } from '../../platform/words/index.ts'
import { outcomes } from './outcomes-in-words.ts'
import en from './session-import.words.en.json' with { type: 'json' }

// The sentences are said by their keys, which fields and faults carry; being here is what registers them.
wordsOf(en)

export const fieldNames = ['number', 'on', 'start', 'end', 'minutes', 'hours', 'way', 'outcome', 'by', 'place', 'done', 'note'] as const

export const ways = ['alone', 'group', 'phone', 'video', 'family'] as const
export type Way = (typeof ways)[number]

/** What a file of sessions may say, and the headings under which it has been seen. Whoever imports reads neither what was done nor a note. */
export function sessionFields(workers: Choice[]): Field[] {
  return [
    { name: 'number', says: 'session-row.number', kind: 'text', required: true, resembles: looksLikeNumbers, synonyms: ['participant no', 'participant number', 'participant', 'number', 'no', 'nr', 'person number', 'prisoner number', 'client no', 'client number', 'client ref', 'reference', 'case number', 'id', 'nummer', 'deltager', 'deltagernr', 'deltagernummer', 'sagsnummer', 'sagsnr', 'fangenummer', 'deltagare', 'ärendenummer', 'deltaker', 'Aktenzeichen', 'Teilnehmer', 'Teilnehmernummer', 'Teilnehmer Nr', 'Gefangenennummer', 'Klient', 'Klientennummer', 'numéro', 'n°', 'n° dossier', 'n° de dossier', 'dossier', 'numéro de dossier', 'écrou', 'participant n°', 'dossiernummer', 'klientnr', 'klientnummer', 'ärendenr', 'dnr', 'matricule', 'réf', 'client id', 'inmate no', 'offender no', 'رقم المشارك', 'رقم الملف', 'رقم', 'رقم السجين', 'رقم النزيل'] },
    { name: 'on', says: 'session-row.on', kind: 'day', synonyms: ['date', 'day', 'session date', 'date of session', 'dato', 'dag', 'mødedato', 'datum', 'Datum', 'Tag', 'Sitzungsdatum', 'jour', 'date de séance', 'date de la séance', 'le', 'session dt', 'datum för samtal', 'date entretien', 'date de l’entretien', 'date du rendez-vous', 'Gesprächsdatum', 'التاريخ', 'تاريخ الجلسة', 'اليوم'] },
    { name: 'start', says: 'session-row.start', kind: 'moment', required: true, synonyms: ['start', 'starts', 'started', 'start time', 'from', 'begin', 'began', 'begins', 'starttid', 'fra', 'startet', 'påbegyndt', 'begyndt', 'start kl', 'från', 'starttidspunkt', 'Beginn', 'von', 'Anfang', 'Startzeit', 'Uhrzeit', 'début', 'heure de début', 'de', 'heure', 'aanvang', 'begintijd', 'start dt', 'session time', 'kl', 'klokkeslæt', 'tidspunkt', 'klockslag', 'starttid kl', 'tid', 'heure entretien', 'h début', 'Zeit', 'وقت البداية', 'وقت البدء', 'البداية', 'الوقت', 'الساعة'] },
    { name: 'end', says: 'session-row.end', kind: 'moment', synonyms: ['end', 'ends', 'ended', 'end time', 'to', 'until', 'finish', 'slut', 'sluttid', 'til', 'afsluttet', 'slut kl', 'till', 'sluttidspunkt', 'Ende', 'bis', 'Endzeit', 'fin', 'heure de fin', 'à', 'einde', 'eindtijd', 'end dt', 'sluttid kl', 'h fin', 'وقت النهاية', 'وقت الانتهاء', 'النهاية'] },
    { name: 'minutes', says: 'session-row.minutes', kind: 'text', synonyms: ['minutes', 'min', 'mins', 'length', 'duration', 'duration (min)', 'duration minutes', 'minutter', 'varighed', 'varighed min', 'længde', 'minuter', 'längd', 'varighet', 'Minuten', 'Dauer', 'Dauer Min', 'Dauer (Minuten)', 'durée', 'durée min', 'durée (minutes)', 'minuten', 'duur', 'durée mn', 'durée (mn)', 'Dauer in Minuten', 'tid min', 'mødetid min', 'المدة', 'المدة بالدقائق', 'الدقائق', 'دقائق'] },
    { name: 'hours', says: 'session-row.hours', kind: 'text', synonyms: ['hours', 'hrs', 'duration (h)', 'duration hours', 'timer', 'varighed timer', 'timmar', 'Stunden', 'Dauer (Std)', 'Dauer Stunden', 'Std', 'heures', 'nombre d’heures', 'durée (h)', 'durée heures', 'uren', 'tid tim', 'tid timmar', 'antal timer', 'antal timmar', 'durée en heures', 'Dauer in Stunden', 'الساعات', 'المدة بالساعات'] },
    { name: 'way', says: 'session-row.way', kind: 'choice', choices: waysInWords, synonyms: ['kind', 'type', 'form', 'format', 'mode', 'session type', 'slags', 'art', 'mødeform', 'typ', 'Art', 'Form', 'Setting', 'modalité', 'type de séance', 'contact type', 'type of contact', 'soort', 'vorm', 'samtalsform', 'mötesform', 'Gesprächsform', 'type entretien', 'type d’entretien', 'نوع الجلسة', 'النوع', 'شكل الجلسة'] },
    { name: 'outcome', says: 'session-row.outcome', kind: 'choice', required: true, confirm: true, choices: outcomes, synonyms: ['outcome', 'status', 'result', 'attendance', 'attended', 'state', 'udfald', 'resultat', 'fremmøde', 'utfall', 'närvaro', 'oppmøte', 'Ergebnis', 'Ausgang', 'Anwesenheit', 'Status', 'Teilnahme', 'résultat', 'présence', 'statut', 'issue', 'uitkomst', 'aanwezigheid', 'genomförd', 'gennemført', 'afholdt', 'held', 'fremmødt', 'deltog', 'durchgeführt', 'stattgefunden', 'erschienen', 'statut RDV', 'statut du rendez-vous', 'effectué', 'النتيجة', 'الحضور', 'الحالة'] },
    { name: 'by', says: 'session-row.by', kind: 'choice', required: true, confirm: true, choices: workers, synonyms: ['by', 'with', 'worker', 'staff', 'held by', 'facilitator', 'mentor', 'therapist', 'initials', 'af', 'ved', 'behandler', 'medarbejder', 'afholdt af', 'av', 'behandlare', 'medarbetare', 'behandler', 'durch', 'von wem', 'Mitarbeiter', 'Mitarbeiterin', 'Fachkraft', 'Therapeut', 'Therapeutin', 'Betreuer', 'par', 'intervenant', 'intervenante', 'animé par', 'éducateur', 'référent', 'door', 'medewerker', 'begeleider', 'handläggare', 'samtalsledare', 'kontaktperson', 'sagsbehandler', 'samtalspartner', 'Gesprächsleitung', 'conseiller', 'psychologue', 'الموظف', 'الموظفة', 'المعالج', 'المرشد'] },
    { name: 'place', says: 'session-row.place', kind: 'text', synonyms: ['place', 'room', 'location', 'where', 'sted', 'lokale', 'rum', 'plats', 'lokal', 'Ort', 'Raum', 'lieu', 'salle', 'plaats', 'ruimte', 'mötesplats', 'mødested', 'المكان', 'الغرفة'] },
    { name: 'done', says: 'session-row.done', kind: 'text', unread: true, synonyms: ['done', 'what was done', 'content', 'topic', 'theme', 'contents', 'indhold', 'emne', 'tema', 'innehåll', 'innhold', 'Inhalt', 'Thema', 'contenu', 'thème', 'objet', 'inhoud', 'onderwerp', 'samtalets innehåll', 'المحتوى', 'الموضوع'] },
    { name: 'note', says: 'session-row.note', kind: 'text', unread: true, synonyms: ['note', 'notes', 'remark', 'remarks', 'comment', 'comments', 'notat', 'notater', 'bemærkning', 'bemærkninger', 'kommentar', 'anteckning', 'anteckningar', 'merknad', 'Notiz', 'Notizen', 'Bemerkung', 'Bemerkungen', 'Anmerkung', 'remarque', 'remarques', 'commentaire', 'observations', 'notitie', 'opmerking', 'opmerkingen', 'journalanteckning', 'journalnotat', 'mødenotat', 'samtalsnotat', 'Protokoll', 'Vermerk', 'Aktennotiz', 'compte rendu', 'compte-rendu', 'CR', 'case note', 'case notes', 'session notes', 'ملاحظات', 'ملاحظة', 'مذكرة'] },
  ]
}

const waysInWords: Choice[] = [
  { value: 'alone', synonyms: ['1:1', '1 1', 'one to one', 'F2F', 'face to face', 'individual', 'single', 'enesamtale', 'individuel', 'individuelt', 'enskilt', 'individuell', 'einzel', 'Einzelgespräch', 'Einzelsitzung', 'individuel', 'individuelle', 'entretien individuel', 'entretien', 'individueel', 'enskild', 'enskilt samtal', 'فردي', 'فردية', 'جلسة فردية'] },
  { value: 'group', synonyms: ['group', 'gruppe', 'gruppesession', 'grupp', 'Gruppe', 'Gruppensitzung', 'groupe', 'collectif', 'collective', 'séance collective', 'groep', 'i grupp', 'جماعي', 'جماعية', 'جلسة جماعية'] },
  { value: 'phone', synonyms: ['phone', 'telephone', 'call', 'by phone', 'telefon', 'opkald', 'Telefon', 'telefonisch', 'téléphone', 'par téléphone', 'appel', 'telefoon', 'telefonisch', 'هاتف', 'بالهاتف', 'هاتفي'] },
  { value: 'video', synonyms: ['video', 'online', 'video call', 'videoopkald', 'videosamtal', 'Videogespräch', 'visio', 'visioconférence', 'vidéo', 'فيديو', 'عن بعد'] },
  { value: 'family', synonyms: ['family', 'family session', 'familie', 'familiesamtale', 'familj', 'Familie', 'Familiengespräch', 'famille', 'entretien familial', 'عائلية', 'مع العائلة'] },
]

function looksLikeNumbers(examples: string[]): number {
  return shareOf(examples, (text) => /^\p{Lu}{1,4}[ -]?\d{3,10}$|^\d{5,12}$/u.test(text))
}
