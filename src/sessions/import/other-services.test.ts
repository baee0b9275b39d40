import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { suggestMapping } from '../../platform/import/columns.ts'
import { dryRun } from '../../platform/import/dry-run.ts'
import { sayFault } from '../../platform/import/fault.ts'
import { fileOfBytes } from '../../platform/import/import-file.ts'
import type { Outcome } from '../../platform/import/outcomes.ts'
import { surveyFile } from '../../platform/import/survey.ts'
import { writtenAs } from './known-people.ts'
import { sessionImporter, type SessionRow } from './session-row.ts'

const workers = [{ id: 1, publicId: 'amira', name: 'Amira Haddad', roles: [] }, { id: 2, publicId: 'mia', name: 'Mia Juhl', roles: [] }]
const expected = [
  { participantId: 52445, authorId: 2, startsAt: '2026-05-04T07:00:00.000Z', minutes: 90, state: 'held', way: 'alone' },
  { participantId: 52445, authorId: 1, startsAt: '2026-05-18T12:30:00.000Z', minutes: 45, state: 'missed', cause: 'no-escort', way: 'group' },
  { participantId: 19494, authorId: 1, startsAt: '2026-05-20T11:00:00.000Z', state: 'missed', cause: 'illness', way: 'phone' },
]

async function read(bytes: Buffer) {
  const ways = writtenAs(workers)
  const importer = sessionImporter({ person: (number) => ({ id: Number(number.replace(/\D/g, '')), isMine: true }), worker: (id) => workers.find(({ publicId }) => publicId === id)?.id },
    workers.map(({ publicId, name }) => ({ value: publicId, label: name, synonyms: ways.get(publicId)! })))
  const file = fileOfBytes('sessions.csv', bytes)
  const survey = await surveyFile(file)
  const { mapping, missing } = suggestMapping(importer.fields, survey)
  const outcomes: Outcome<SessionRow>[] = []
  await dryRun({ importer, file, survey, terms: { mapping, today: day('2026-11-23'), timeZone: 'Europe/Copenhagen', dayOrder: 'day-first' } }, { onOutcome: (outcome) => { outcomes.push(outcome) } })
  return { outcomes, mapping, missing }
}

// Files as other services send them, each with its own headings, letters, signs between the cells, dates and ways of saying how long.
test.each([
  ['Danish, Windows-1252, day and times in columns of their own, decimal hours', Buffer.from([
    'Sagsnr;Dato;Fra;Til;Mødeform;Fremmøde;Medarbejder;Timer;Bemærkninger',
    'FV 52445;04.05.2026;kl. 09.00;kl. 10.30;Enesamtale;Afholdt;Mia Juhl;1,5;Talte om søsteren',
    'fv-52445;18.05.2026;14.30;15.15;Gruppe;Aflyst - ingen ledsager;A. Haddad;0,75;',
    'FV-19494;20.05.2026;13.00;13.00;Telefon;Aflyst (syg);Haddad, Amira;0;'].join('\r\n'), 'latin1')],
  ['German, UTF-16 with tabs and a title above', Buffer.from(['\ufeffSitzungen 2026', '', 'Aktenzeichen\tBeginn\tEnde\tSetting\tErgebnis\tFachkraft\tDauer (Minuten)\tNotiz',
    'FV-52445\t04.05.2026, 9:00 Uhr\t04.05.2026, 10:30 Uhr\tEinzelgespräch\tdurchgeführt\tJuhl, Mia\t90 Min.\tÜber die Schwester',
    'FV-52445\t18.05.2026, 14:30 Uhr\t18.05.2026, 15:15 Uhr\tGruppe\tausgefallen: Begleitung fehlt\tHaddad\t45 Min.\t',
    'FV-19494\t20.05.2026, 13:00 Uhr\t20.05.2026, 13:00 Uhr\ttelefonisch\tabgesagt (krank)\tA. Haddad\t0\t'].join('\r\n'), 'utf16le')],
  ['French, UTF-8 with its mark, hours in words and spaces that do not break', Buffer.from(['\ufeffN° dossier;Jour;Heure de début;Durée;Modalité;Présence;Intervenante;Observations',
    'FV-52445;04/05/2026;9\u202fh\u202f00;1\u00a0h\u00a030;Entretien individuel;Effectuée;Mia  JUHL;Sa sœur',
    'FV-52445;18/05/2026;14h30;45 min;Séance collective;Annulée (pas d’escorte);A. Haddad;',
    'FV-19494;20/05/2026;13h;0;Par téléphone;Annulée - malade;Amira Haddad;'].join('\n'))],
  ['English, months first, with AM and PM', Buffer.from(['Client Number,Start Time,End Time,Session Type,Attendance,Held By,Comments',
    'FV-52445,05/04/2026 9:00 AM,05/04/2026 10:30 AM,Individual,Attended,Mia Juhl,her sister',
    'FV-52445,05/18/2026 2:30 PM,05/18/2026 3:15 PM,Group,Cancelled: no escort,"Haddad, A.",',
    'FV-19494,05/20/2026 1:00 PM,05/20/2026 1:00 PM,Telephone,Cancelled (sick),Amira,'].join('\r\n'))],
  ['Swedish, tabs, from when to when in one column', Buffer.from(['Klientnr\tDatum\tKl.\tSamtalsform\tGenomförd\tBehandlare\tJournalanteckning',
    'FV 52445\t2026-05-04\t09.00-10.30\tenskilt samtal\tJa\tMia Juhl\tsystern', 'FV 52445\t2026-05-18\tkl 14.30 – 15.15\tgrupp\tInställd - ingen eskort\tA. Haddad\t', 'FV-19494\t2026-05-20\t13\ttelefon\tInställd (sjuk)\tHaddad, Amira\t'].join('\r'))],
  ['Arabic, its own digits and halves of the day', Buffer.from(['\ufeffرقم المشارك;التاريخ;وقت البداية;المدة;نوع الجلسة;النتيجة;الموظف;ملاحظات',
    'FV-52445;٠٤/٠٥/٢٠٢٦;٠٩:٠٠;٩٠;فردي;عُقدت;Mia Juhl;أخته', 'FV-52445;١٨/٠٥/٢٠٢٦;٠٢:٣٠ م;٤٥;جماعي;ألغيت - بدون مرافقة;A. Haddad;', 'FV-19494;20/05/2026;13:00;;هاتف;ألغيت (مرض);Haddad, Amira;'].join('\n'))],
])('it reads the sessions of another service: %s', async (_, bytes) => {
  const { outcomes, missing } = await read(bytes)
  expect(missing).toEqual([])
  expect(outcomes.map(({ becomes, faults }) => becomes ?? faults.map(sayFault))).toMatchObject(expected)
})

test('it says of the column of the day that there is no such day, and of the column of the time that it is no time', async () => {
  const { outcomes } = await read(Buffer.from('participant_no,date,start,end,outcome,by,note\nFV-1,2026-11-31,10:00,11:00,held,Mia Juhl,x\nFV-1,2026-11-03,soon,11:00,held,Mia Juhl,x\n'))
  expect(outcomes.map(({ faults }) => faults.map((one) => sayFault(one).wrong))).toEqual([['“date”: there is no day 2026-11-31.'], ['“start”: “soon” is not a date with a time.']])
})

test('it reads “09:00-10:30” as two times, and a zone only where it is written as one', async () => {
  const { outcomes } = await read(Buffer.from(['participant_no,start,end,outcome,by,minutes', 'FV-1,2026-05-07 09:00-10:00,,held,Mia Juhl,', 'FV-1,2026-05-08T09:00:00-05:00,,held,Mia Juhl,60',
    'FV-1,2026-05-09 10:30-09:00,,held,Mia Juhl,', 'FV-1,2026-05-10 23:30,00:30,held,Mia Juhl,60'].join('\n')))
  expect(outcomes.map(({ becomes, faults }) => (becomes ? [becomes.startsAt, becomes.minutes] : faults.map((one) => Object.values(sayFault(one)).join(' '))))).toEqual([
    ['2026-05-07T07:00:00.000Z', 60], ['2026-05-08T14:00:00.000Z', 60],
    ['“start”: it ends at 2026-05-09 10:30-09:00, before it begins. Correct the beginning or the end. If it went past midnight, write the end with its day.'],
    ['“end”: it ends at 00:30, before it begins. Correct the beginning or the end. If it went past midnight, write the end with its day.']])
})

test.each(['held?', '✗', 'no', 'not present', 'heldt'])('it does not take “%s” for held', async (text) => {
  const { outcomes } = await read(Buffer.from(`participant_no,start,end,outcome,by\nFV-1,2026-05-04 09:00,2026-05-04 10:00,${text},Mia Juhl\n`))
  expect(outcomes.map(({ is, faults }) => [is, faults.map((one) => sayFault(one).wrong)])).toEqual([['bad', [`“outcome” says “${text}”: it is not known whether the session was held.`]]])
})
