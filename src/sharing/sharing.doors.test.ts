import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPackage, aReport, aStatement, asked, rule } from '../../database/testing/a-report.ts'
import { aParticipant, become, instant, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { wordsInPdf } from '../../database/testing/words-in-pdf.ts'
import { recordComment, setRule, theStatement } from './sharing.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const typed = { kind: 'parole-board', authority: 'Parole board', recipientFunction: 'Registrar', askedBy: 'Letter', askedOn: '2026-11-23', purpose: 'Whether to release him', necessity: 'The act asks for it', items: 'taking-part' }

test('it is asked, commented, prepared, approved by Dana, handed over and taken back, over the pages; the file is named after nothing', async () => {
  const one = await aStatement({ alone: true })
  const [kai, dana] = [await visit('Kai'), await visit('Dana')]
  const at = `/people/${one.publicId}/sharing/${one.statement}`
  expect((await kai.get(at)).text).toContain('Ask the person first')
  const empty = await kai.send(`${at}/comments`, { answer: 'comments' }, at)
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('The words are missing')
  expect((await kai.send(`${at}/comments`, { answer: 'comments', words: 'I came every week.' }, at)).status).toBe(303)
  expect((await kai.send(`${at}/packages`, { language: 'en' }, at)).status).toBe(303)
  expect((await kai.get(at)).text).toContain('the data protection officer reads it as second')
  expect((await kai.send(`${at}/decisions`, { number: 'AAAA-AAAA', decision: 'approved', decisionWords: 'Mine.' }, `/people/${one.publicId}/sharing/new`)).status).toBe(409)
  expect((await kai.get(`${at}/report`)).status).toBe(409)
  expect((await dana.get('/disclosures')).text).toContain(at)
  expect((await dana.get(`/people/${one.publicId}/sharing`)).text).toContain(at)
  expect((await dana.get(`/people/${one.publicId}/sharing/new`)).status).toBe(200)
  const read = (await dana.get(at)).text
  expect(read).toContain('I came every week.')
  expect((await dana.send(`${at}/decisions`, { number: /name="number" value="([^"]+)"/.exec(read)?.[1] ?? '', decision: 'approved', decisionWords: 'Right and little.' }, at)).status).toBe(303)
  expect((await kai.send(`${at}/receipts`, { way: 'By hand' }, at)).status).toBe(303)
  const file = await kai.get(`${at}/report`)
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'application/pdf', expect.stringContaining('appointment.pdf')])
  expect((await dana.get(`${at}/report`)).status).toBe(404)
  expect((await kai.send(`${at}/errors`, { wrong: 'One day too many.' }, at)).status).toBe(303)
  expect((await kai.send(`${at}/tellings`, { cause: 'error', telling: 'told', tellingWords: 'By telephone.' }, at)).status).toBe(303)
  expect((await kai.send(`${at}/recalls`, { recallReason: 'Wrong registry.' }, at)).status).toBe(303)
  expect((await kai.get(at)).text).toContain('Recalled on 23 November 2026 by Kai Nyberg, because:')
  expect((await kai.get(`${at}/report`)).status).toBe(409)
})

test('those who oversee go through all that was asked, however much: how many there are, a page of them, and on to the older ones', async () => {
  const one = await aStatement({ alone: true })
  const dana = await visit('Dana')
  const first = /sharing\/(\w+)"/g
  await (await asSuperuser()).query(`insert into disclosure_statements (id, public_id, participant_id, recipient_kind, authority, recipient_function, reference, asked_by, asked_on, purpose, basis, necessity, items, recorded_by, recorded_at)
    select 8500000 + k, 'many' || k, participant_id, recipient_kind, 'Board ' || k, recipient_function, reference, asked_by, '2019-01-01'::date + k / 3, purpose, basis, necessity, items, recorded_by, recorded_at
    from disclosure_statements, generate_series(1, 120) k where public_id = $1`, [one.statement])
  const seen: string[] = []
  let at: string | undefined = '/disclosures'
  while (at) {
    const text: string = (await dana.get(at)).text
    const inAll = Number(/(\d+) questions in all/.exec(text)?.[1])
    const here = [...text.matchAll(first)].map((found) => found[1]!)
    expect(here.length).toBeLessThanOrEqual(50)
    seen.push(...here)
    at = /rel="next" href="([^"]+)"/.exec(text)?.[1]
    expect(text.includes('To the latest')).toBe(seen.length > here.length)
    if (at === undefined) expect(new Set(seen).size).toBe(inAll)
  }
  expect(seen.length).toBe(new Set(seen).size)
  expect(seen.filter((id) => id.startsWith('many')).slice(0, 3)).toEqual(['many120', 'many119', 'many118'])
  expect((await dana.get('/disclosures?before=nothing')).status).toBe(404)
})

test('it says on the page that nothing can leave without a rule, and what would mend it', async () => {
  const one = await aStatement({ said: { ...asked, kind: 'court' } })
  const kai = await visit('Kai')
  const page = (await kai.get(`/people/${one.publicId}/sharing/${one.statement}`)).text
  expect(page).toContain('Nothing can leave: no rule of the service says that the law asks for such a report.')
  expect([page.includes('Why nothing is told'), page.includes('Ask the person first')]).toEqual([true, false])
  expect((await kai.get(`/people/${one.publicId}/sharing`)).text).toContain('No rule is written down: nothing can leave.')
})

test('the form keeps what was typed, names the field, and writes one statement however often it is sent', async () => {
  const one = await aParticipant()
  const mia = await visit('Mia')
  const at = `/people/${one.publicId}/sharing/new`
  const again = await mia.send(at, { ...typed, purpose: '' })
  expect(again.status).toBe(422)
  for (const words of ['What do they need to decide?', 'The act asks for it']) expect(again.text).toContain(words)
  expect((await mia.send(at, typed)).status).toBe(303)
  expect((await mia.get(`/people/${one.publicId}/sharing`)).text.match(/Parole board<\/span>/g)).toHaveLength(1)
  // Amira reads only what she wrote down: that nobody has asked would be false.
  const amiras = (await (await visit('Amira')).get(`/people/${one.publicId}/sharing`)).text
  expect([amiras.includes('You have written down nothing.'), amiras.includes('Nobody has asked.')]).toEqual([true, false])
})

test('where nothing can leave the form says so first and asks for less', async () => {
  const [one, ravi, mia] = [await aParticipant(), await visit('Ravi'), await visit('Mia')]
  for (const kind of ['court', 'parole-board']) await ravi.send('/service/report-rules', { kind, asks: 'nothing', decision: 'Any', basis: 'The act asks for none.', usableDays: '90' })
  const at = `/people/${one.publicId}/sharing/new`
  const form = (await mia.get(at)).text
  expect(form.indexOf('Nothing can leave')).toBeLessThan(form.indexOf('name="authority"'))
  for (const asked of ['name="necessity"', 'type="checkbox" name="items"']) expect(form).not.toContain(asked)
  const { necessity: _, ...less } = typed
  expect((await mia.send(at, less)).status).toBe(303)
  await ravi.send('/service/report-rules', { kind: 'parole-board', asks: 'report', decision: 'Parole', basis: 'Section 38', usableDays: '90' })
  const more = await mia.send(at, less)
  expect([more.status, more.text.includes('name="necessity"'), more.text.includes('a rule of the service lets this authority be told')]).toEqual([422, true, true])
})

test('where the law lets one kind of authority alone be told, the form is for that one, asks nothing that is decided, and leads whoever else asks to the shorter one', async () => {
  const [one, ravi, mia] = [await aParticipant(), await visit('Ravi'), await visit('Mia')]
  const law = (kind: string, asks: string) => ravi.send('/service/report-rules', { kind, asks, decision: 'Any', basis: 'Section 38', usableDays: '90' })
  await law('court', 'nothing')
  await law('parole-board', 'report')
  const at = `/people/${one.publicId}/sharing/new`
  const [board, court] = [(await mia.get(at)).text, (await mia.get(`${at}?kind=court`)).text]
  const shown = (text: string) => ['type="hidden" name="kind" value="parole-board"', 'type="hidden" name="kind" value="court"', 'type="radio"', 'name="necessity"', 'value="meetings"', 'value="ending"', 'value="taking-part"'].map((one) => text.includes(one))
  expect(shown(board)).toEqual([true, false, false, true, true, false, true])
  expect(shown(court)).toEqual([false, true, false, false, false, false, true])
  expect([board.includes(`href="${at}?kind=court"`), court.includes(`href="${at}?kind=parole-board"`), court.includes('a report to this kind of authority (Court)')]).toEqual([true, true, true])
  expect((await mia.get(`${at}?kind=police`)).text).toContain('name="kind" value="parole-board"')
  // Wrong input shows the form of whoever asked, with all that was typed.
  const { necessity: _, ...less } = { ...typed, kind: 'court', authority: 'Fjordvik district court' }
  const again = await mia.send(at, { ...less, purpose: '' }, `${at}?kind=court`)
  expect([again.status, again.text.includes('value="court"'), again.text.includes('Fjordvik district court'), again.text.includes('name="necessity"')]).toEqual([422, true, true, false])
  expect((await mia.send(at, less, `${at}?kind=court`)).status).toBe(303)
  // Two that may be told: then it is a question again.
  await law('court', 'report-and-ending')
  expect(shown((await mia.get(at)).text)).toEqual([false, false, true, true, true, true, true])
})

test('where nothing can leave the person reads so in three languages and is asked for no words; under a later rule the coordinator is told to write it down anew, with the reason', async () => {
  const law = (asks: 'nothing' | 'report') => become('Ravi', (work) => setRule(work, { ...rule, asks }))
  const one = await aStatement({ law: { ...rule, asks: 'nothing' }, said: { ...asked, items: ['taking-part'], necessity: undefined } })
  const [own, kai, at] = [await visitAsParticipant(one), await visit('Kai'), `/people/${one.publicId}/sharing/${one.statement}`]
  const asksNothing = async (says: string) => {
    const [page, form] = [(await own.get('/own/reports')).text, `/own/reports/${one.statement}/comments`]
    expect([page.includes(says), page.includes(form), (await own.get(form)).status]).toEqual([true, false, 409])
  }
  await asksNothing('Nothing was told. As it stands nothing can be told either')
  await law('report')
  await asksNothing('Nothing was told. As it stands nothing can be told either')
  const page = (await kai.get(at)).text
  expect([page.includes('Write the question down anew, with the reason.'), page.includes('Ask the person first'), page.includes(`${at}/packages`), page.includes('Why nothing is told')]).toEqual([true, false, false, true])
  for (const [language, words] of [['da', 'Som det står nu, kan intet heller fortælles'], ['ar', 'لا يمكن أن يُقال شيء']] as const) {
    await own.send('/language', { language }, '/account')
    await asksNothing(words)
  }
})

test('whoever had the form before them when the law came to ask for nothing is told that it went to nobody, and loses no word', async () => {
  const one = await aStatement()
  const [own, form] = [await visitAsParticipant(one), `/own/reports/${one.statement}/comments`]
  const hidden = Object.fromEntries([...(await own.get(form)).text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  await become('Ravi', (work) => setRule(work, { ...rule, asks: 'nothing' }))
  const sent = await own.post(form, { ...hidden, answer: 'comments', words: 'I go every week.' })
  expect([sent.status, sent.text.includes('would go along to nobody'), sent.text.includes('I go every week.')]).toEqual([409, true, true])
})

test('when its time is over the page asks what the recipient answers, gives no copy, and the person reads it', async () => {
  const one = await aReport();
  (await testHouse()).clock.now = instant('2027-02-22T09:00:00Z')
  const [kai, own] = [await visit('Kai'), await visitAsParticipant(one)]
  const at = `/people/${one.publicId}/sharing/${one.statement}`
  const page = (await kai.get(at)).text
  for (const words of ['Handed over; its time is over', 'Its time is over: is it destroyed?', 'They are reminded that it is to be destroyed']) expect(page).toContain(words)
  expect(page).not.toContain(`${at}/report`)
  expect((await own.get('/own/reports')).text).toContain('They could use it until 21 February 2027')
  expect((await kai.send(`${at}/tellings`, { cause: 'over', telling: 'told', tellingWords: 'By letter; answered: destroyed.' }, at)).status).toBe(303)
  const later = (await kai.get(at)).text
  expect([later.includes('is it destroyed?'), later.includes('told that its time was over')]).toEqual([false, true])
  const theirs = (await own.get('/own/reports')).text
  for (const words of ['they were reminded to destroy it', 'By letter; answered: destroyed.', '/own/complaints/new?kind=objection&amp;subject=shared']) expect(theirs).toContain(words)
})

test('the person reads who asked, why, what was told and when, in three languages, comments before it is told and not after', async () => {
  const [open, told] = [await aStatement(), await aReport()]
  const visitor = await visitAsParticipant(open)
  expect((await visitor.get('/own/reports')).text).toContain('Nothing was told yet')
  const empty = await visitor.send(`/own/reports/${open.statement}/comments`, { answer: 'comments' })
  expect([empty.status, empty.text.includes('The words are missing')]).toEqual([422, true])
  expect((await visitor.send(`/own/reports/${open.statement}/comments`, { answer: 'comments', words: 'Mine.' })).status).toBe(303)
  expect((await visitor.get('/own/reports')).text).toContain('Mine.')
  expect((await visitor.get(`/own/reports/${told.statement}/comments`)).status).toBe(404)
  const other = await visitAsParticipant(told)
  const page = (await other.get('/own/reports')).text
  for (const words of ['They were told on 23 November 2026', 'Whether he is released on parole.', 'Prison act, section 38', 'It ended by own wish.', '<title>Information']) expect(page).toContain(words)
  expect((await other.send(`/own/reports/${told.statement}/comments`, { answer: 'no-comment' })).status).toBe(409)
  for (const [language, words] of [['da', 'De fik det at vide den'], ['ar', 'قيل لهم في']] as const) {
    await other.send('/language', { language }, '/account')
    expect((await other.get('/own/reports')).text).toContain(words)
  }
})

test('the report speaks Arabic where the recipient does, from right to left', async () => {
  const one = await aStatement()
  const kai = await visit('Kai')
  const at = `/people/${one.publicId}/sharing/${one.statement}`
  await kai.send(`${at}/comments`, { answer: 'no-comment' }, at)
  await kai.send(`${at}/packages`, { language: 'ar' }, at)
  expect((await kai.get(at)).text).toContain('تقرير عن المشاركة')
  const { rows } = { rows: await one.kai((work) => work.db.selectFrom('disclosure_packages').select(['participant_id', 'pdf']).where('participant_id', '=', one.id).execute()) }
  expect(wordsInPdf(rows[0]!.pdf).told).toContain('R2L')
})

test('it answers the JSON interface with what the reader may read, and does there what the pages do', async () => {
  const one = await aPackage()
  const kai = await visit('Kai')
  const { text } = await kai.api(`/people/${one.publicId}/disclosures`)
  expect(JSON.parse(text)).toMatchObject({ disclosures: [{ state: 'prepared', recipient: { authority: 'Parole board', function: 'Registrar' }, package: { language: 'en' }, receipt: null }] })
  expect(text).not.toMatch(/pdf|agreedWords/)
  expect((await (await visit('Viktor')).api(`/people/${one.publicId}/disclosures`)).status).toBe(404)
  expect(JSON.parse((await (await visit('Olga')).api('/disclosures/counts')).text)).toHaveProperty('counts')
  const theirs = JSON.parse((await (await visit('Dana')).api(`/people/${one.publicId}/disclosures`)).text) as { disclosures: { package: unknown }[] }
  expect(theirs.disclosures[0]!.package).toBeNull()
})

test('the rule is written down by the administrator alone, with its words', async () => {
  const ravi = await visit('Ravi')
  expect((await ravi.send('/service/report-rules', { kind: 'court', asks: 'report', decision: 'Sentence', usableDays: '90' })).status).toBe(422)
  expect((await ravi.send('/service/report-rules', { kind: 'court', asks: 'report', decision: 'Sentence', basis: 'Code, section 5', usableDays: '90' })).status).toBe(303)
  expect((await ravi.get('/service/report-rules')).text).toContain('Code, section 5')
  expect((await (await visit('Kai')).get('/service/report-rules')).status).toBe(404)
})

test('it stands on one person\'s page for whoever may read it, and not for others', async () => {
  const one = await aReport()
  const kai = await visit('Kai')
  expect((await kai.get(`/people/${one.publicId}`)).text).toContain('Handed over')
  expect((await (await visit('Noor')).get(`/people/${one.publicId}`)).text).not.toContain('What others ask and are told')
  expect(await become('Noor', (work) => work.db.selectFrom('disclosure_receipts').select('participant_id').execute(), one.about)).toEqual([])
})

test('a name that paper has no letters for is said before the report is prepared, with what to do; written in Latin letters too, the report has those', async () => {
  const one = await aStatement()
  const [kai, at] = [await visit('Kai'), `/people/${one.publicId}/sharing/${one.statement}`]
  await one.kai((work) => recordComment(work, one.statement, { answer: 'no-comment' }))
  const called = (name: string) => one.kai((work) => work.db.updateTable('identity_names').set({ name }).where('participant_id', '=', one.id).execute())
  await called('宋美')
  expect((await kai.get(at)).text).toContain('our letters for paper do not have 宋 美.')
  const refused = await kai.send(`${at}/packages`, { language: 'en' }, at)
  expect([refused.status, refused.text.includes('write behind it, in brackets, how it is said in Latin letters')]).toEqual([422, true])
  await called('宋美 (Song Mei)')
  expect((await kai.get(at)).text).not.toContain('our letters for paper')
  expect((await kai.send(`${at}/packages`, { language: 'en' }, at)).status).toBe(303)
  const prepared = (await one.kai((work) => theStatement(work, one.statement))).package!
  expect(prepared.body).toContain(': Song Mei\n')
})
