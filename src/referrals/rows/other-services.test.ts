import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { fileOfBytes } from '../../platform/import/import-file.ts'
import { isRefusal, refusalKind } from '../../platform/refusals.ts'
import { sentence } from '../../platform/words/index.ts'
import { suggestMapping } from '../../platform/import/columns.ts'
import { listWord } from '../../platform/import/spelling.ts'
import { csvLine } from '../../platform/import/safe-cell.ts'
import { inShort, outcomesOfTrial, trialOf } from './trial.test-support.ts'

const expected = {
  number: 'A-1', name: { firstName: 'Zoé', surname: 'van der Meer' }, born: '1984-05-27', status: { is: 'remand' }, referredOn: '2026-04-03',
  by: { is: 'security' }, answer: 'not-asked', programme: { is: 'back-on-track' }, releaseOn: '2027-08-04', languages: { codes: ['ar', 'fr'], unknown: [] },
}

test.each([
  ['Danish, commas', Buffer.from('Sagsnummer,Navn,Fødselsdato,Retsstilling,Henvisningsdato,Henvist af,Begrundelse,Samtykke,Indsats,Løsladelsesdato,Sprog,Behov\nA-1,"van der Meer, Zoé",27.05.1984,varetægt,3. april 2026,sikkerhedspersonale,"Bange, vil ud",ikke spurgt,BoT,04.08.2027,arabisk og fransk,tolk\n')],
  ['Swedish, UTF-16 with tabs', Buffer.from('\ufeffÄrendenummer\tNamn\tFödelsedatum\tRättslig status\tRemissdatum\tRemitterad av\tSkäl\tSamtycke\tProgram\tFrigivningsdatum\tSpråk\tBehov\r\nA-1\tZoé van der Meer\t840527\thäktad\t2026-04-03\tsäkerhetspersonal\tRädd\tinte tillfrågad\tBack on track\t2027-08-04\tarabiska, franska\ttolk\r\n'.replace('840527', '1984-05-27'), 'utf16le')],
  ['German, Windows-1252', Buffer.from('Aktenzeichen;Nachname;Vorname;Geburtsdatum;Rechtsstatus;Überwiesen am;Gemeldet von;Anlass;Einwilligung;Maßnahme;Entlassungsdatum;Sprachen\r\nA-1;van der Meer;Zoé;27.05.84;Untersuchungshaft;3.4.2026;Sicherheitsdienst;Angst;nicht gefragt;Back on Track;04.08.27;Arabisch/Französisch\r\nA-2;Groß;Jörg;13.12.70;Strafhaft;28.4.2026;Gericht;;ja;;;Türkisch\r\n', 'latin1')],
  ['French, with a title above', Buffer.from('\ufeffOrientations 2026;;;;;;;;;;;\n\nN°;Nom;Prénom;Né(e) le;Situation pénale;Orienté le;Orienté par;Motif;Accord;Dispositif;Date de sortie;Langues\nA-1;van der Meer;Zoé;27/05/1984;détention provisoire;03/04/2026;agent de sécurité;Peur;pas demandé;BoT;04/08/2027;arabe et français\nA-2;DUPONT;Éric;13/12/1970;condamné;28/04/2026;tribunal;;oui;;;français\n')],
  ['Arabic, its own digits and names of months', Buffer.from('\ufeffرقم الملف;الاسم;تاريخ الميلاد;الوضع القانوني;تاريخ الإحالة;أحاله;السبب;الموافقة;البرنامج;تاريخ الإفراج;اللغة\nA-1;van der Meer, Zoé;٢٧/٠٥/١٩٨٤;توقيف احتياطي;٣ أبريل ٢٠٢٦;الأمن;خوف;لم يُسأل;BoT;٠٤/٠٨/٢٠٢٧;العربية، الفرنسية\n')],
  ['Swedish, cut short, two lines in a heading, Mac line ends', Buffer.from('Dnr\tEfternamn\tTilltalsnamn\tFödd\tStatus\t"Inkom\n(datum)"\tInitierad av\tVill delta\tInsats\tMuckdatum\tTolkspråk\t\t\rA-1\tvan der Meer\tZoé\t19840527-1234\thäktad\t3.4.26\tsäkerhet\tej tillfrågad\tBack on track\t2027-08-04\tarabiska, franska\t\t\r')],
  ['French, cut short, UTF-16 with the other byte first and strokes', Buffer.from('\ufeffRéf.|Nom d’usage|Prénom(s)|DDN|Régime|Date saisine|Saisi par|Accord O/N|Progr.|Date prév. sortie|Langue parlée\r\nA-1|van der Meer|Zoé|27/05/1984|prévenu|le 3 avril 2026|sécurité|non sollicitée|BoT|04/08/2027|arabe, français\r\n', 'utf16le').swap16()],
  ['English, months first in every column though the release fits both ways', Buffer.from('Inmate #,Last,First,DOB,Status,Referral Dt,Referral Source,Consent (Y/N),Program,Earliest Release Date,First Language\nA-1,van der Meer,Zoé,5/27/84,On remand,4/3/26 3:22 PM,Security Staff,Not asked,BoT,8/4/2027,Arabic and French\nA-2,Doe,Jo,12/13/70,Serving,4/28/26,Court,N,,,\n')],
])('it reads the file of another service: %s', async (_, bytes) => {
  const [first] = await outcomesOfTrial(fileOfBytes('trial.csv', bytes))
  expect(first?.becomes).toMatchObject(expected)
})

test.each(['yes?', 'Ja ?', 'نعم؟', '✓', '✗', '☑ yes ☐ no', 'yes / no', 'yes - withdrawn', 'agreed not', '0', '1', 'x', 'FALSE', 'TRUE', 'no, but yes', 'O'])('it takes “%s” for no yes', async (text) => {
  const [outcome] = await outcomesOfTrial(`Number;Name;Born;Referred;Agrees\nN-1;Bo Lund;1984-05-27;2026-04-03;${text}\n`)
  expect([outcome?.becomes?.answer, inShort(outcome?.cautions ?? [])]).toEqual(['not-asked', [`Agrees: “Agrees” says “${text}”, which is not a clear yes. Taken as not asked.`]])
})

test.each(['no', 'NEJ', 'Nej tack', 'vill ej', 'nein', 'lehnt ab', 'non', 'لا', 'لا يوافق', 'رفض', 'does not agree', 'not consented'])('it takes “%s” for a no', async (text) => {
  const [outcome] = await outcomesOfTrial(`Number;Name;Born;Referred;Agrees\nN-1;Bo Lund;1984-05-27;2026-04-03;${text}\n`)
  expect([outcome?.becomes?.answer, outcome?.cautions]).toEqual(['no', []])
})

test.each([['✓', '✗'], ['☑ yes ☐ no', '☐ yes ☑ no'], ['[x] yes [ ] no', '[ ] yes [x] no'], ['yes* no', 'yes no*'], ['yes', 'yes?']])('what a person said of “%s” says nothing of “%s”', async (yes, other) => {
  const { survey, importer } = await trialOf(`Number;Referred;Agrees\nN-1;2026-04-03;${yes}\nN-2;2026-04-03;${other}\n`)
  const said = { fields: { number: 'Number', referredOn: 'Referred', agrees: 'Agrees' }, values: { agrees: { [listWord(yes)]: 'yes' } } }
  expect(suggestMapping(importer.fields, survey, said).values.map(({ text, value }) => [text, value])).toEqual([[yes, 'yes'], [other, undefined]])
})

test('it shows of a cell and a heading nothing that a terminal obeys or that turns the words around it', async () => {
  const [outcome] = await outcomesOfTrial('Number;Name;Referred;\u001bBorn\u202e\nN-1;Bo Lund;2026-04-03;\u001b[31m\u202esoon\u0007\n')
  expect(inShort(outcome!.faults)).toEqual(['Born: “Born”: “ [31msoon ” is not a date.'])
  expect(JSON.stringify(outcome!.shown)).not.toMatch(/\\u001b|\u202e|\\u0007/)
})

test('it takes for a name no column that speaks of a first or a last thing', async () => {
  const { survey, importer } = await trialOf('Number;Name;First contact;Last seen by;Referred\nN-1;Bo Lund;2026-04-03;Kim;2026-04-03\n')
  expect(suggestMapping(importer.fields, survey).mapping.fields).toEqual({ number: 'Number', name: 'Name', referredOn: 'Referred' })
})

test('it remembers what a person said about the columns and words of a service', async () => {
  const { survey, importer } = await trialOf('A;B;C\nFV-1;x;03.04.2026\n')
  const remembered = { fields: { number: 'a', agrees: 'B', referredOn: 'C', goneField: 'B' }, values: { agrees: { x: 'yes' } } }
  const { mapping, because } = suggestMapping(importer.fields, survey, remembered)
  expect(mapping).toEqual({ fields: { number: 'A', agrees: 'B', referredOn: 'C' }, values: { agrees: { x: 'yes' } } })
  expect(because['agrees']).toBe('remembered')
})

test('it finds columns by what stands in them when the headings say nothing, and says which it could not', async () => {
  const { survey, importer } = await trialOf('F1;F2;F3;F4;F5\nFV-11111;22/02/86;sentenced;nej;court\nFV-22222;13/03/72;remand;ja;self\nFV-33333;01/01/65;parole;ja;court\n')
  expect(suggestMapping(importer.fields, survey)).toMatchObject({
    mapping: { fields: { number: 'F1', born: 'F2', status: 'F3', agrees: 'F4', by: 'F5' } },
    because: { number: 'content', born: 'content' }, missing: ['referredOn'], unused: [],
  })
})

test('it refuses to read rows while a needed column is not chosen', async () => {
  await expect(outcomesOfTrial('Number;Name\nFV-1;Åse Berg\n')).rejects.toMatchObject({ code: 'import-column-missing', values: { field: 'Referred on' } })
})

const headings = 'Number;Name;Born;Referred;Why;Agrees;Release;Language;Programme;By\n'

test.each([
  ['a year of birth below ten', 'FV-1;Åse Berg;01.02.2020;03.04.2026;x;yes', ['Born: “Born”: born 01.02.2020, this person would have been 6 years old when referred.']],
  ['a birth after the referral', 'FV-1;Åse Berg;01.02.2026;03.04.2025;x;yes', ['Born: “Born”: 01.02.2026 is later than the referral.']],
  ['no day of referral', 'FV-1;Åse Berg;01.02.1990;;x;yes', ['Referred: It does not say when the person was referred.']],
  ['a referral on no day, and a birth on none', 'FV-1;Åse Berg;30.02.1990;31.04.2026;x;yes', ['Referred: “Referred”: there is no day 31.04.2026.', 'Born: “Born”: there is no day 30.02.1990.']],
  ['nobody', ';?;01.02.1990;03.04.2026;x;yes', ['Name: The row has neither a number nor a name.']],
  ['a name of 10,000 letters', `FV-1;${'å'.repeat(10_000)};01.02.1990;03.04.2026;x;yes`, ['Name: “Name” has 10,000 letters; at most 200 are read.']],
  ['a cell too many', 'FV-1;Åse Berg;01.02.1990;03.04.2026;x;yes;;;;self;more', ['By: The row has 1 cell more than there are headings, so that texts may stand under the wrong heading.']],
])('it does not take a row with %s', async (_, row, faults) => {
  const [outcome] = await outcomesOfTrial(`${headings}${row}${';'.repeat(Math.max(0, 9 - row.split(';').length + 1))}\n`)
  expect([outcome?.is, inShort(outcome?.faults ?? [])]).toEqual(['bad', faults])
})

test('it leaves empty what can be asked again, says so, and keeps it as written', async () => {
  const [outcome] = await outcomesOfTrial(`${headings}FV-1;Åse Berg;;03.04.2026;x;perhaps;31.02.2028;Danish, Klingonish;Anger group;a neighbour\n`)
  expect(inShort(outcome?.cautions ?? [])).toEqual([
    'Release: “Release”: there is no day 31.02.2028.',
    'Born: No date of birth.',
    'By: “By” says “a neighbour”, which is not in the list.',
    'Programme: “Programme”: there is no definition of “Anger group”.',
    'Agrees: “Agrees” says “perhaps”, which is not a clear yes. Taken as not asked.',
    'Language: “Language”: Klingonish is not a language known here.',
  ])
  expect(outcome?.becomes).toMatchObject({
    answer: 'not-asked', releaseOn: null, born: null, by: { asSent: 'a neighbour', is: null }, programme: { asSent: 'Anger group', is: null },
    languages: { codes: ['da'], unknown: ['Klingonish'] }, asSent: { Release: '31.02.2028', Agrees: 'perhaps' },
  })
})

test('it comes to one outcome for every row, whatever stands in the cells', async () => {
  const cell = check.oneof(check.constantFrom('FV-1', 'Åse Berg', '13.03.1997', '=1+1', 'yes', 'constructor', '__proto__', '31.02.1990', '"', '…\ufffd', 'two\nlines', 'two\r\nlines'), check.string({ unit: 'grapheme' }))
  await check.assert(check.asyncProperty(check.array(check.array(cell, { minLength: 1, maxLength: 12 }), { maxLength: 12 }), async rows => {
    const text = headings.replaceAll(';', ',') + rows.map(cells => csvLine(cells)).join('')
    const rowsWithText = rows.filter(cells => cells.some(cell => cell.trim() !== ''))
    if (rowsWithText.length === 0) {
      await expect(trialOf(text)).rejects.toMatchObject({ code: 'import-file-only-headings' })
      return
    }
    const outcomes = await outcomesOfTrial(text)
    expect([outcomes.length, (await trialOf(text)).survey.rows]).toEqual([rowsWithText.length, rowsWithText.length])
    expect(new Set(outcomes.map(({ row }) => row)).size).toBe(outcomes.length)
    for (const { is, becomes, faults, cautions, twiceOf } of outcomes) {
      expect(is).toBe(faults.length > 0 ? 'bad' : cautions.length > 0 ? 'caution' : 'good')
      expect(becomes === null).toBe(is === 'bad' || twiceOf !== undefined)
      inShort([...faults, ...cautions])
    }
  }), { numRuns: 60 })
})

test('it answers any bytes at all with rows or with a sentence', async () => {
  const bytes = check.oneof(check.uint8Array({ maxLength: 400 }), check.uint8Array({ maxLength: 200 }).map(tail => Buffer.concat([Buffer.from(headings), tail])))
  await check.assert(check.asyncProperty(bytes, async sent => {
    try {
      await outcomesOfTrial(fileOfBytes('trial.csv', sent))
    } catch (fault) {
      if (!isRefusal(fault)) throw fault
      expect(sentence(refusalKind(fault.code).says, fault.values)).not.toBe('')
    }
  }), { numRuns: 200 })
})
