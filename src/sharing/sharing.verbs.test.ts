import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPackage, aReport, asked, aSecondCoordinator, aStatement, rule, strikeTheMeeting, type Reported } from '../../database/testing/a-report.ts'
import { act, aParticipant, become, becomeParticipant, colleague, colleagueId, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { wordsInPdf } from '../../database/testing/words-in-pdf.ts'
import { nameReader } from '../access/index.ts'
import { withdraw } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { stateOf } from './disclosure.ts'
import { decidePackage, decideTelling, handOver, noteError, preparePackage, recallPackage, takeCopy } from './packages.verbs.ts'
import { sharingDue } from './sharing.desk.tsx'
import { disclosureCounts, statementsOf } from './sharing.queries.ts'
import { standingsCoordinated } from './standing.queries.ts'
import { commentMyself, openTellings, recordComment, recordStatement, refuseStatement, setRule, theStatement } from './sharing.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const later = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const found = (one: Reported) => one.kai((work) => theStatement(work, one.statement))
const dana = <T>(one: Pick<Reported, 'publicId'>, what: (work: Work) => Promise<T>) => become('Dana', what, { about: one.publicId, does: 'collect' })
const dueOf = async (one: Reported, first: 'Kai' | 'Amira' = 'Kai') => (await become(first, sharingDue, { about: one.publicId })).map(({ says }) => says)
const approve = async (one: Reported) => ({ number: (await found(one)).package!.number, decision: 'approved' as const, decisionWords: 'It is right and little.' })

test('it goes from the question to the receipt: asked, commented first, frozen, read by another, handed over to a named function', async () => {
  const one = await aReport()
  const statement = await found(one)
  expect(stateOf(statement)).toBe('handed-over')
  expect(statement.receipt).toMatchObject({ on: '2026-11-23', way: 'By hand, in a closed envelope', number: statement.package!.number, hash: statement.package!.hash, usableUntil: '2027-02-21' })
  expect(statement.package!.body).toContain('Took part from 23 November 2026 to 23 November 2026.\nIt ended by own wish.')
  for (const words of ['1 meeting was offered.', '1 meeting took place.', 'I came because I wanted to', 'Prison act, section 38', 'Parole board, Registrar', '12/26']) expect(statement.package!.body).toContain(words)
  const { rows } = await (await asSuperuser()).query(`select record, recipient from access_log where operation = 'disclose' and $1 = any (participant_ids)`, [one.id])
  expect(rows).toEqual([{ record: 'disclosure_package', recipient: 'Parole board, Registrar' }])
})

test('it gives again the very page that was approved, tagged, named after nothing, and each copy is a line of its own', async () => {
  const one = await aReport()
  const pdf = await one.kai((work) => takeCopy(work, one.statement))
  const { drawn, told } = wordsInPdf(pdf)
  expect(drawn).toContain('It ended by own wish')
  expect(told).toContain('Appointment')
  expect(told).not.toContain('Jonas')
  const { rows } = await (await asSuperuser()).query(`select count(*)::int as lines from access_log where operation = 'disclose' and $1 = any (participant_ids)`, [one.id])
  expect(rows).toEqual([{ lines: 2 }])
  await expect(become('Amira', (work) => takeCopy(work, one.statement), one.about)).rejects.toMatchObject({ code: 'not-found' })
})

test('without a written rule, or one that the law asks for none, nothing can be prepared, by the verb and by the database; a refusal can be recorded', async () => {
  const one = await aStatement({ law: { ...rule, asks: 'nothing' } })
  await one.kai((work) => recordComment(work, one.statement, { answer: 'no-comment' }))
  await expect(one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))).rejects.toMatchObject({ code: 'sharing-no-rule' })
  const forCourt = await aStatement({ said: { ...asked, kind: 'court' } })
  await forCourt.kai((work) => recordComment(work, forCourt.statement, { answer: 'no-comment' }))
  await expect(forCourt.kai((work) => preparePackage(work, forCourt.statement, { language: 'en' }))).rejects.toMatchObject({ code: 'sharing-no-rule' })
  await expect(pastTheVerb(one, { asked: false, ending: false })).rejects.toThrow('disclosure_packages_only_what_the_law_asks')
  await one.kai((work) => refuseStatement(work, one.statement, 'The act asks for no such report.'))
  expect(await found(one)).toMatchObject({ refused: { reason: 'The act asks for no such report.' } })
  await expect(one.kai((work) => refuseStatement(work, one.statement, 'Again.'))).rejects.toMatchObject({ code: 'sharing-refused-already' })
})

test('how it ended goes in only where the rule says that the law asks for the ending, by the verb and by the database', async () => {
  const one = await aStatement({ law: { ...rule, asks: 'report' } })
  await one.kai((work) => recordComment(work, one.statement, { answer: 'no-comment' }))
  await expect(one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))).rejects.toMatchObject({ code: 'sharing-ending-not-asked' })
  await expect(pastTheVerb(one, { asked: true, ending: false })).rejects.toThrow('disclosure_packages_only_what_the_law_asks')
  await expect(pastTheVerb(one, { asked: true, ending: true })).rejects.toThrow('disclosure_packages_by_a_rule')
  const without = await aPackage({ law: { ...rule, asks: 'report' }, said: { ...asked, items: ['taking-part'] } })
  const { package: prepared } = await found(without)
  expect(prepared).toMatchObject({ meetings: null, endedByOwnWish: false })
  expect(prepared!.body).not.toMatch(/own wish|meetings? (was|were|took)/i)
})

async function pastTheVerb(one: Reported, law: { asked: boolean, ending: boolean }) {
  const statement = await found(one)
  return one.kai(async (work) => {
    const rules = await work.db.selectFrom('sharing_rules').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    return work.db.insertInto('disclosure_packages').values({ id: await work.newId(), public_id: work.newPublicId(), number: work.newPublicId(), participant_id: one.id, statement_id: statement.id, rule_id: rules.id, report_asked: law.asked, ending_asked: law.ending,
      asks: 'coordinator', language: 'en', took_part_from: day('2026-11-23'), took_part_until: null, meetings_offered: null, meetings_held: null, meetings_service: null, ended_by_own_wish: law.asked, agreed_words: '', comment: '', body: 'x', pdf: Buffer.from('x'), hash: 'x',
      usable_until: day('2027-02-21'), prepared_by: work.actor.id, prepared_at: work.now }).execute()
  })
}

test('the person is asked first; what they say after it was frozen has to go in before it leaves', async () => {
  const one = await aStatement()
  await expect(one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))).rejects.toMatchObject({ code: 'sharing-comment-first' })
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: 'I go on with Mia.' }))
  await one.kai((work) => preparePackage(work, one.statement, { language: 'da' }))
  expect((await found(one)).package!.body).toMatch(/Deltog fra[\s\S]*I go on with Mia/)
  await later('2026-11-23T10:00:00Z')
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'no-comment' }))
  await expect(one.second(async (work) => decidePackage(work, one.statement, await approve(one)))).rejects.toMatchObject({ code: 'sharing-comment-since' })
})

test('what the person says after it was approved stops it, and it is prepared, read and approved anew; a second approves only the copy that stood on their page', async () => {
  const one = await aPackage()
  const first = await approve(one)
  await expect(one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))).rejects.toMatchObject({ code: 'sharing-prepared-already' })
  await one.second((work) => decidePackage(work, one.statement, first))
  await later('2026-11-23T10:00:00Z')
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: 'And I have a room now.' }))
  await expect(one.kai((work) => handOver(work, one.statement, 'By hand'))).rejects.toMatchObject({ code: 'sharing-comment-since' })
  await later('2026-11-23T11:00:00Z')
  await one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))
  await expect(one.second((work) => decidePackage(work, one.statement, first))).rejects.toMatchObject({ code: 'sharing-nothing-to-approve' })
  await one.second(async (work) => decidePackage(work, one.statement, await approve(one)))
  await one.kai((work) => handOver(work, one.statement, 'By hand'))
  expect((await found(one)).package!.body).toContain('And I have a room now.')
})

test('what nobody read in thirty days is prepared anew, and not before', async () => {
  const one = await aPackage({ alone: true })
  await later('2026-12-23T09:00:00Z')
  await expect(one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))).rejects.toMatchObject({ code: 'sharing-prepared-already' })
  await later('2026-12-24T09:00:00Z')
  await expect(dana(one, async (work) => decidePackage(work, one.statement, await approve(one)))).rejects.toMatchObject({ code: 'not-found' })
  await one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))
  await dana(one, async (work) => decidePackage(work, one.statement, await approve(one)))
})

test('somebody else\'s person comments on nothing, and nobody of the team but who was asked does', async () => {
  const [one, other] = [await aStatement(), await aParticipant()]
  await expect(becomeParticipant(other.id, (work) => commentMyself(work, one.statement, { answer: 'no-comment' }))).rejects.toMatchObject({ code: 'not-found' })
  for (const first of ['Amira', 'Mia', 'Lena'] as const) await expect(become(first, (work) => recordComment(work, one.statement, { answer: 'no-comment' }), one.about), first).rejects.toMatchObject({ code: 'not-found' })
})

test('whoever prepared it cannot approve it, by the verb and by the database; another coordinator can, once', async () => {
  const one = await aPackage()
  await expect(one.kai(async (work) => decidePackage(work, one.statement, await approve(one)))).rejects.toMatchObject({ code: 'sharing-second-person' })
  const { id, package: prepared } = await found(one)
  const kaiId = await colleagueId('Kai')
  const row = async (work: Work, preparedBy: number) => work.db.insertInto('disclosure_decisions').values({ id: await work.newId(), participant_id: one.id, statement_id: id, package_id: prepared!.id, prepared_by: preparedBy, decision: 'approved', words: 'x', decided_by: work.actor.id, decided_at: work.now }).execute()
  await expect(one.kai((work) => row(work, kaiId))).rejects.toThrow('disclosure_decisions_by_somebody_else')
  await expect(one.kai((work) => row(work, one.vera!.id))).rejects.toThrow('disclosure_decisions_of_a_package')
  await expect(one.kai((work) => handOver(work, one.statement, 'By hand'))).rejects.toMatchObject({ code: 'sharing-not-approved' })
  await one.second(async (work) => decidePackage(work, one.statement, await approve(one)))
  await expect(one.second(async (work) => decidePackage(work, one.statement, await approve(one)))).rejects.toMatchObject({ code: 'sharing-nothing-to-approve' })
})

test('nothing is handed over that was not approved, past the verb too', async () => {
  const one = await aPackage()
  await one.second(async (work) => decidePackage(work, one.statement, { ...await approve(one), decision: 'sent-back', decisionWords: 'Leave the sentence out.' }))
  const { id, package: prepared } = await found(one)
  const hand = (decision: string) => one.kai(async (work) => work.db.insertInto('disclosure_receipts').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: one.id, statement_id: id, package_id: prepared!.id, decision, number: prepared!.number, hash: prepared!.hash, way: 'x',
    usable_until: prepared!.usableUntil, handed_on: work.today, handed_by: work.actor.id, handed_at: work.now }).execute())
  await expect(hand('approved')).rejects.toThrow('disclosure_receipts_of_an_approval')
  await expect(hand('sent-back')).rejects.toThrow('disclosure_receipts_only_approved')
  await expect(one.kai((work) => handOver(work, one.statement, 'By hand'))).rejects.toMatchObject({ code: 'sharing-not-approved' })
  await one.kai((work) => preparePackage(work, one.statement, { language: 'en', agreedWords: 'He was on time.' }))
  expect(stateOf(await found(one))).toBe('prepared')
})

test('where the team has no second coordinator the data protection officer reads this one package, and approves it', async () => {
  const [one, two] = [await aPackage({ alone: true }), await aPackage()]
  expect((await dana(one, (work) => statementsOf(work, one.id)))[0]!.package!.body).toContain('Took part')
  expect((await become('Dana', sharingDue, { about: one.publicId })).map(({ says }) => says)).toEqual(['Read a report as second'])
  // Opened for as long as reading takes, and not for a year, whoever writes it past the verb.
  await expect(one.kai(async (work) => nameReader(work, { readerId: await colleagueId('Dana'), participantId: one.id, record: 'disclosure_package', role: 'data_protection_officer', reason: 'For good', until: instant('2027-11-23T09:00:00Z') }))).rejects.toThrow('row-level security')
  await dana(one, async (work) => decidePackage(work, one.statement, await approve(one)))
  expect(stateOf(await found(one))).toBe('approved')
  // With a second coordinator on the team she reads the statement, and no package.
  expect((await dana(two, (work) => statementsOf(work, two.id)))[0]).not.toHaveProperty('package')
  await expect(dana(two, async (work) => decidePackage(work, two.statement, await approve(two)))).rejects.toMatchObject({ code: 'not-found' })
})

test('whoever was asked writes it down and reads what became of it, without the package; the others of the team read nothing', async () => {
  const one = await aParticipant()
  const about = { about: one.publicId, does: 'collect' as const }
  const statement = await become('Mia', (work) => recordStatement(work, { ...asked, items: ['taking-part'] }), about)
  await expect(become('Mia', (work) => refuseStatement(work, statement, 'No.'), about)).rejects.toMatchObject({ code: 'not-found' })
  await become('Kai', (work) => refuseStatement(work, statement, 'Nobody has begun.'), about)
  expect(await become('Mia', (work) => statementsOf(work, one.id), about)).toMatchObject([{ refused: { reason: 'Nobody has begun.' } }])
  for (const first of ['Amira', 'Lena', 'Noor', 'Viktor', 'Hedda'] as const) expect(await act(await colleague(first), (work) => statementsOf(work, one.id), about), first).toEqual([])
  await expect(become('Noor', (work) => recordStatement(work, asked), about)).rejects.toMatchObject({ code: 'not-found' })
  await expect(become('Lena', (work) => recordStatement(work, { ...asked, askedOn: day('2026-11-24') }), about)).rejects.toMatchObject({ code: 'sharing-asked-ahead' })
  await expect(become('Lena', (work) => recordStatement(work, { ...asked, items: ['meetings'] }), about)).rejects.toMatchObject({ code: 'sharing-without-taking-part' })
})

test('it is taken back with a reason, once, and no copy is given any more', async () => {
  const one = await aReport()
  await expect(become('Lena', (work) => recallPackage(work, one.statement, 'No.'), one.about)).rejects.toMatchObject({ code: 'not-found' })
  await one.kai((work) => recallPackage(work, one.statement, 'It went to the wrong registry.'))
  expect((await found(one)).recalled).toMatchObject({ on: '2026-11-23', reason: 'It went to the wrong registry.' })
  await expect(one.kai((work) => takeCopy(work, one.statement))).rejects.toMatchObject({ code: 'sharing-recalled' })
  await expect(one.kai((work) => recallPackage(work, one.statement, 'Again.'))).rejects.toMatchObject({ code: 'sharing-recalled-already' })
})

test('its time is over on the day after the one it may be used until', async () => {
  const one = await aReport()
  await later('2027-02-21T09:00:00Z')
  await one.kai((work) => takeCopy(work, one.statement))
  await later('2027-02-22T09:00:00Z')
  await expect(one.kai((work) => takeCopy(work, one.statement))).rejects.toMatchObject({ code: 'sharing-over' })
})

test('from the day after the last the coordinator is asked whether it is destroyed, until it is decided with words; nobody else is', async () => {
  const [one, back] = [await aReport(), await aReport()]
  await back.kai((work) => recallPackage(work, back.statement, 'Wrong registry.'))
  await later('2027-02-21T09:00:00Z')
  expect(await dueOf(one)).toEqual([])
  const reminded = { cause: 'over' as const, telling: 'told' as const, tellingWords: 'Letter to the registrar. Answered: destroyed.' }
  await expect(one.kai((work) => decideTelling(work, one.statement, reminded))).rejects.toMatchObject({ code: 'sharing-told-already' })
  await later('2027-02-22T09:00:00Z')
  expect([await dueOf(one), await dueOf(one, 'Amira'), await dueOf(back)]).toEqual([['Ask whether a report is destroyed'], [], []])
  await expect(become('Amira', (work) => decideTelling(work, one.statement, reminded), one.about)).rejects.toMatchObject({ code: 'not-found' })
  await one.kai((work) => decideTelling(work, one.statement, reminded))
  expect([await dueOf(one), (await found(one)).told]).toMatchObject([[], [{ cause: 'over', decision: 'told', words: 'Letter to the registrar. Answered: destroyed.' }]])
  await expect(one.kai((work) => decideTelling(work, one.statement, reminded))).rejects.toMatchObject({ code: 'sharing-told-already' })
})

test('a stop, or a meeting struck, after the last day asks nobody whether a recipient is told, on the day and on the page; a stop before it does until it is decided, and a mistake always', async () => {
  const [one, before] = [await aReport(), await aReport()]
  const open = (each: Reported) => each.kai(async (work) => (await openTellings(work, await theStatement(work, each.statement))).map(({ cause }) => cause))
  const stops = (each: Reported) => become('Mia', (work) => withdraw(work, each.id, { purpose: 'programme', ownWords: 'Stop.' }), each.about)
  await later('2027-02-21T21:00:00Z')
  await stops(before)
  await later('2027-03-01T09:00:00Z')
  await strikeTheMeeting(one)
  await stops(one)
  expect([await dueOf(one), await open(one)]).toEqual([['Ask whether a report is destroyed'], ['over']])
  expect([await dueOf(before), await open(before)]).toEqual([['Decide whether an earlier recipient is told'], ['withdrawal', 'over']])
  await one.kai((work) => decideTelling(work, one.statement, { cause: 'over', telling: 'told', tellingWords: 'Answered: destroyed.' }))
  expect([await dueOf(one), await open(one)]).toEqual([[], []])
  await expect(one.kai((work) => decideTelling(work, one.statement, { cause: 'withdrawal', telling: 'told', tellingWords: 'Stopped.' }))).rejects.toMatchObject({ code: 'sharing-told-already' })
  await one.kai((work) => noteError(work, one.statement, 'It was the 22nd.'))
  expect([await dueOf(one), await open(one)]).toEqual([['Decide whether an earlier recipient is told'], ['error']])
})

test('what still asks for something stands on the day however much was asked since, and what asks for nothing more is not looked through', async () => {
  const [one, unread] = [await aReport(), await aPackage({ alone: true })]
  const listed = async () => (await become('Kai', standingsCoordinated, { about: one.publicId })).filter(({ statement }) => statement === one.statement).length
  for (const each of [one, unread]) await (await asSuperuser()).query(`insert into disclosure_statements select nextval('ids'), 'later-' || $1 || '-' || n, $1::int, recipient_kind, authority, recipient_function, '', asked_by, asked_on + 30, null, purpose, basis, necessity, items, recorded_by, recorded_at
    from disclosure_statements, generate_series(1, 210) n where public_id = $2`, [each.id, each.statement])
  expect(await become('Dana', sharingDue, { about: unread.publicId })).toHaveLength(1)
  await later('2027-02-22T09:00:00Z')
  expect((await dueOf(one)).filter((says) => says === 'Ask whether a report is destroyed')).toHaveLength(1)
  expect(await listed()).toBe(1)
  await one.kai((work) => decideTelling(work, one.statement, { cause: 'over', telling: 'need-not', tellingWords: 'They sent it back.' }))
  expect(await listed()).toBe(0)
  await one.kai((work) => noteError(work, one.statement, 'It was the 22nd.'))
  expect(await listed()).toBe(1)
})

test('it is asked again on the day what stands on the page: what was approved and cannot leave as it stands is prepared anew, not handed over', async () => {
  const [stopped, said, fine] = [await aPackage(), await aPackage(), await aPackage()]
  for (const each of [stopped, said, fine]) await each.second(async (work) => decidePackage(work, each.statement, await approve(each)))
  await later('2026-11-23T10:00:00Z')
  await become('Mia', (work) => withdraw(work, stopped.id, { purpose: 'data', ownWords: 'No.' }), stopped.about)
  await becomeParticipant(said.id, (work) => commentMyself(work, said.statement, { answer: 'comments', words: 'And I have a room now.' }))
  expect([await dueOf(stopped), await dueOf(said), await dueOf(fine)]).toEqual([['Prepare a report anew, or refuse'], ['Prepare a report anew, or refuse'], ['Hand over a report']])
  await become('Ravi', (work) => setRule(work, { ...rule, asks: 'nothing' }))
  expect(await dueOf(fine)).toEqual(['Refuse a question of an authority'])
  await (await asSuperuser()).query('update sharing_rules set set_at = $1', [testMoment])
})

test('what nobody read in time, and what was approved and may not be used any more, is prepared anew: the coordinator is told so, whoever prepared it', async () => {
  const [unread, kept] = [await aPackage(), await aPackage()]
  await kept.second(async (work) => decidePackage(work, kept.statement, await approve(kept)))
  await later('2026-12-23T09:00:00Z')
  expect([await dueOf(unread), await dueOf(kept)]).toEqual([[], ['Hand over a report']])
  await later('2026-12-24T09:00:00Z')
  expect([await dueOf(unread), await dueOf(kept)]).toEqual([['Prepare a report anew, or refuse'], ['Hand over a report']])
  await later('2027-02-22T09:00:00Z')
  expect(await dueOf(kept)).toEqual(['Prepare a report anew, or refuse'])
  await kept.kai((work) => preparePackage(work, kept.statement, { language: 'en' }))
})

test('why it is needed is asked where a rule lets anything leave, by the verb and by the database; what was written down without it is asked anew', async () => {
  const { necessity: _, ...bare } = { ...asked, items: ['taking-part' as const] }
  const one = await aStatement({ law: { ...rule, asks: 'nothing' }, said: bare })
  expect(await found(one)).toMatchObject({ necessity: '', basis: '' })
  // Nobody is sent to ask the person, and what they write would go along to nobody.
  expect(await dueOf(one)).toEqual(['Refuse a question of an authority'])
  const says = () => becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: 'Mine.' }))
  await expect(says()).rejects.toMatchObject({ code: 'sharing-own-nothing-can' })
  await one.kai((work) => recordComment(work, one.statement, { answer: 'no-comment' }))
  await become('Ravi', (work) => setRule(work, rule))
  expect(await dueOf(one)).toEqual(['Write a question of an authority down anew, or refuse'])
  await expect(says()).rejects.toMatchObject({ code: 'sharing-own-nothing-can' })
  await expect(one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))).rejects.toMatchObject({ code: 'sharing-necessity-first' })
  await expect(one.kai((work) => recordStatement(work, bare))).rejects.toMatchObject({ code: 'sharing-necessity-missing' })
  const past = one.kai(async (work) => work.db.insertInto('disclosure_statements').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: one.id, recipient_kind: 'court', authority: 'Court', recipient_function: 'Clerk', reference: '', asked_by: 'Letter', asked_on: work.today, purpose: 'x', basis: 'Section 38', necessity: '', items: ['taking-part'],
    recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await expect(past).rejects.toThrow('disclosure_statements_say_why')
})

test('a stop raises each earlier recipient to the coordinator alone, until it is decided with words', async () => {
  const one = await aReport()
  expect(await dueOf(one)).toEqual([])
  await later('2026-11-25T09:00:00Z')
  await become('Mia', (work) => withdraw(work, one.id, { purpose: 'programme', ownWords: 'Stop.' }), one.about)
  expect(await dueOf(one)).toEqual(['Decide whether an earlier recipient is told'])
  expect(await dueOf(one, 'Amira')).toEqual([])
  const decide = { cause: 'withdrawal' as const, telling: 'need-not' as const, tellingWords: 'They have decided already.' }
  await expect(become('Amira', (work) => decideTelling(work, one.statement, decide), one.about)).rejects.toMatchObject({ code: 'not-found' })
  await one.kai((work) => decideTelling(work, one.statement, decide))
  expect(await dueOf(one)).toEqual([])
  expect((await found(one)).told).toMatchObject([{ cause: 'withdrawal', decision: 'need-not', words: 'They have decided already.', on: '2026-11-25' }])
  await expect(one.kai((work) => decideTelling(work, one.statement, decide))).rejects.toMatchObject({ code: 'sharing-told-already' })
})

test('a mistake in it raises the recipient; that they are told is a line of the log', async () => {
  const one = await aReport()
  await one.kai((work) => noteError(work, one.statement, 'It was the 22nd.'))
  expect(await dueOf(one)).toEqual(['Decide whether an earlier recipient is told'])
  await one.kai((work) => decideTelling(work, one.statement, { cause: 'error', telling: 'told', tellingWords: 'Told the registrar by telephone.' }))
  expect(await dueOf(one)).toEqual([])
  const { rows } = await (await asSuperuser()).query(`select count(*)::int as lines from access_log where operation = 'disclose' and recipient = 'Parole board, Registrar' and $1 = any (participant_ids)`, [one.id])
  expect(rows).toEqual([{ lines: 2 }])
})

test('a meeting that is struck afterwards raises the recipient with what is recorded now, and a recipient of what was taken back needs no more', async () => {
  const [one, two] = [await aReport(), await aReport()]
  await later('2026-11-24T09:00:00Z')
  for (const each of [one, two]) await strikeTheMeeting(each)
  expect(await dueOf(one)).toEqual(['Decide whether an earlier recipient is told'])
  expect(await one.kai(async (work) => openTellings(work, await theStatement(work, one.statement)))).toMatchObject([{ cause: 'meetings', meetings: { offered: 0, held: 0, service: 0 } }])
  await one.kai((work) => decideTelling(work, one.statement, { cause: 'meetings', telling: 'told', tellingWords: 'A corrected count, by letter.' }))
  expect(await dueOf(one)).toEqual([])
  await two.kai((work) => recallPackage(work, two.statement, 'Counted wrong.'))
  expect(await dueOf(two)).toEqual([])
})

test('who could not be asked is said so with the reason, and it is kept apart from who wished to say nothing', async () => {
  const one = await aStatement()
  await one.kai((work) => recordComment(work, one.statement, { answer: 'not-reached', words: 'He was in hospital.' }))
  await one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))
  expect((await found(one)).package!.body).toContain('Could not be asked: He was in hospital.')
})

test('the head learns counts from five on and by fives', async () => {
  for (let times = 0; times < 5; times += 1) {
    const one = await aParticipant()
    await become('Kai', (work) => recordStatement(work, asked), { about: one.publicId })
  }
  const counts = await become('Olga', disclosureCounts)
  const { rows } = await (await asSuperuser()).query<{ asked: number, refused: number }>('select (select count(*)::int from disclosure_statements) as asked, (select count(*)::int from disclosure_refusals) as refused')
  const told = (howMany: number) => (howMany < 5 ? null : howMany - howMany % 5)
  expect(rows[0]!.asked).toBeGreaterThanOrEqual(5)
  for (const what of ['asked', 'refused'] as const) expect(counts.find((one) => one.what === what)!.howMany).toBe(told(rows[0]![what]))
})

test('a second coordinator who joins later reads as second, too', async () => {
  const one = await aPackage({ alone: true })
  const vera = await aSecondCoordinator(one)
  await act(vera, async (work) => decidePackage(work, one.statement, await approve(one)), one.about)
  expect(stateOf(await found(one))).toBe('approved')
})

test('the rule is the administrator\'s to write down, and the latest holds', async () => {
  await expect(become('Kai', (work) => setRule(work, rule))).rejects.toThrow(/row-level security|permission denied/)
  await become('Ravi', (work) => setRule(work, { ...rule, kind: 'court', asks: 'nothing' }))
})
