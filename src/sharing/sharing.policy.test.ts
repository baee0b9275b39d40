import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aPackage, aReport, asked, aStatement, rule, strikeTheMeeting, type Reported } from '../../database/testing/a-report.ts'
import { act, become, becomeParticipant, colleague, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { withdraw } from '../participants/index.ts'
import { addDays } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { stateOf } from './disclosure.ts'
import { decidePackage, handOver, preparePackage } from './packages.verbs.ts'
import { sharingDue } from './sharing.desk.tsx'
import { statementsOf } from './sharing.queries.ts'
import { commentMyself, recordComment, recordStatement, setRule, theStatement } from './sharing.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })
// The clock goes back, and with it what was written down of the law: of two the one written last holds.
afterEach(async () => { await (await asSuperuser()).query('update sharing_rules set set_at = $1', [testMoment]) })

const later = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const found = (one: Reported) => one.kai((work) => theStatement(work, one.statement))
const dana = <T>(one: Pick<Reported, 'publicId'>, what: (work: Work) => Promise<T>) => become('Dana', what, { about: one.publicId, does: 'collect' })
const approve = async (one: Reported) => ({ number: (await found(one)).package!.number, decision: 'approved' as const, decisionWords: 'It is right and little.' })
const law = (more: Partial<Parameters<typeof setRule>[1]>) => become('Ravi', (work) => setRule(work, { ...rule, ...more }))

/** Read and approved by the second, an hour after it was prepared. */
async function approved(given: Parameters<typeof aPackage>[0] = {}): Promise<Reported> {
  const one = await aPackage(given)
  await one.second(async (work) => decidePackage(work, one.statement, await approve(one)))
  await later('2026-11-23T10:00:00Z')
  return one
}

/** The receipt as the verb would write it, past the verb. */
const handed = (one: Reported, more: object = {}) => one.kai(async (work) => {
  const { id, package: prepared } = await theStatement(work, one.statement)
  await work.db.insertInto('disclosure_receipts').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: one.id, statement_id: id, package_id: prepared!.id, decision: 'approved', number: prepared!.number, hash: prepared!.hash,
    way: 'By hand', usable_until: prepared!.usableUntil, handed_on: work.today, handed_by: work.actor.id, handed_at: work.now, ...more }).execute()
})
const asksAgain = (one: Reported) => become('Kai', (work) => recordStatement(work, asked), one.about)

const changes: [string, string, (one: Reported) => Promise<unknown>][] = [
  ['the person said stop', 'sharing-facts-since', (one) => become('Mia', (work) => withdraw(work, one.id, { purpose: 'programme', ownWords: 'Stop.' }), one.about)],
  ['the person said no to keeping data', 'sharing-facts-since', (one) => become('Mia', (work) => withdraw(work, one.id, { purpose: 'data', ownWords: 'No.' }), one.about)],
  ['the law asks for nothing any more', 'sharing-no-rule', () => law({ asks: 'nothing' })],
  ['the law asks how it ended no more', 'sharing-ending-not-asked', () => law({ asks: 'report' })],
  ['the law has other words', 'sharing-rule-since', () => law({ basis: 'Prison act, section 39' })],
  ['it may be used for a shorter time', 'sharing-rule-since', () => law({ usableDays: 30 })],
]

test.each(changes)('what was approved is not handed over once %s, by the verb and by the database', async (_, code, change) => {
  const one = await approved()
  await change(one)
  await later('2026-11-23T11:00:00Z')
  await expect(one.kai((work) => handOver(work, one.statement, 'By hand'))).rejects.toMatchObject({ code })
  await expect(handed(one)).rejects.toThrow('row-level security')
})

test('it is handed over, by the verb and past it, where nothing has changed but that the same rule was written down again', async () => {
  const [one, two] = [await approved(), await approved()]
  await law({ usableDays: 120 })
  await one.kai((work) => handOver(work, one.statement, 'By hand'))
  await handed(two)
  expect([stateOf(await found(one)), stateOf(await found(two))]).toEqual(['handed-over', 'handed-over'])
})

test('a meeting that was struck since stops it, also for the second; the page says why, and it is prepared, read and handed over anew', async () => {
  const one = await approved()
  await strikeTheMeeting(one)
  await expect(one.kai((work) => handOver(work, one.statement, 'By hand'))).rejects.toMatchObject({ code: 'sharing-facts-since' })
  const kai = await visit('Kai')
  const at = `/people/${one.publicId}/sharing/${one.statement}`
  const page = (await kai.get(at)).text
  expect([page.includes('Something is recorded since this was prepared'), page.includes(`${at}/packages`), page.includes(`${at}/receipts`)]).toEqual([true, true, false])
  await later('2026-11-23T10:05:00Z')
  expect((await kai.send(`${at}/packages`, { language: 'en' }, at)).status).toBe(303)
  expect((await found(one)).package).toMatchObject({ meetings: { offered: 0, held: 0, service: 0 } })
  await one.second(async (work) => decidePackage(work, one.statement, await approve(one)))
  await one.kai((work) => handOver(work, one.statement, 'By hand'))
  expect((await (await visit('Kai')).get(at)).text).toContain('Handed over')
})

test('a second approves nothing that could not be handed over, and can send it back', async () => {
  const one = await aPackage()
  await strikeTheMeeting(one)
  await expect(one.second(async (work) => decidePackage(work, one.statement, await approve(one)))).rejects.toMatchObject({ code: 'sharing-facts-since' })
  await one.second(async (work) => decidePackage(work, one.statement, { ...await approve(one), decision: 'sent-back' }))
  const other = await aPackage({ alone: true })
  await law({ asks: 'nothing' })
  await expect(dana(other, async (work) => decidePackage(work, other.statement, await approve(other)))).rejects.toMatchObject({ code: 'sharing-no-rule' })
  await law({})
})

test('past the verb nothing leaves that was refused, that the person has spoken to since, under another number or for longer, and none but the copy that was made last', async () => {
  const [refused, spoken, forged] = [await approved(), await approved(), await approved()]
  await refused.kai(async (work) => work.db.insertInto('disclosure_refusals').values({ id: await work.newId(), participant_id: refused.id, statement_id: (await theStatement(work, refused.statement)).id, reason: 'No.', refused_by: work.actor.id, refused_at: work.now }).execute())
  await later('2026-11-23T10:30:00Z')
  await becomeParticipant(spoken.id, (work) => commentMyself(work, spoken.statement, { answer: 'comments', words: 'And I have a room.' }))
  for (const one of [refused, spoken]) await expect(handed(one)).rejects.toThrow('row-level security')
  for (const more of [{ number: 'ZZZZ-ZZZZ' }, { hash: 'another' }, { usable_until: '2030-01-01' }, { handed_on: '2027-01-01' }]) await expect(handed(forged, more)).rejects.toThrow('row-level security')
  const { package: first } = await found(spoken)
  await later('2026-11-23T11:00:00Z')
  await spoken.kai((work) => preparePackage(work, spoken.statement, { language: 'en' }))
  await expect(handed(spoken, { package_id: first!.id, number: first!.number, hash: first!.hash })).rejects.toThrow('row-level security')
  await handed(forged)
})

test('past the verb nothing is frozen under an older rule, another authority\'s, for longer than it allows or before the person was asked, and nothing is said or refused after it left', async () => {
  const [one, silent, told] = [await aPackage(), await aStatement(), await aReport()]
  const copied = (of: Reported, more: object) => of.kai(async (work) => {
    const copy = (await (await asSuperuser()).query<Record<string, unknown>>('select * from disclosure_packages where participant_id = $1', [one.id])).rows[0]!
    const latest = await work.db.selectFrom('sharing_rules').select('id').where('recipient_kind', '=', 'parole-board').orderBy('set_at', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow()
    await work.db.insertInto('disclosure_packages').values({ ...copy, id: await work.newId(), public_id: work.newPublicId(), number: work.newPublicId(), participant_id: of.id, statement_id: (await theStatement(work, of.statement)).id, rule_id: latest.id, prepared_by: work.actor.id, ...more } as never).execute()
  })
  const { package: prepared } = await found(one)
  await law({})
  await become('Ravi', (work) => setRule(work, { ...rule, kind: 'court' }))
  const court = await one.kai((work) => work.db.selectFrom('sharing_rules').select('id').where('recipient_kind', '=', 'court').orderBy('id', 'desc').executeTakeFirstOrThrow())
  // Nor made tomorrow, so that nothing that happens until then would come after it.
  for (const more of [{ rule_id: prepared!.ruleId }, { rule_id: court.id }, { usable_until: addDays(prepared!.usableUntil, 1) }, { prepared_at: instant('2026-11-24T09:00:00Z') }]) await expect(copied(one, more)).rejects.toThrow('row-level security')
  for (const of of [silent, told]) await expect(copied(of, {})).rejects.toThrow('row-level security')
  await copied(one, {})
  const says = (work: Work, id: number) => ({ id, public_id: work.newPublicId(), participant_id: told.id, answer: 'no-comment', words: '', said_at: work.now, said_by: work.actor.id })
  const { id } = await found(told)
  await expect(becomeParticipant(told.id, async (work) => work.db.insertInto('disclosure_comments').values({ ...says(work, await work.newId()), statement_id: id, said_by_kind: 'participant' }).execute())).rejects.toThrow('row-level security')
  await expect(told.kai(async (work) => work.db.insertInto('disclosure_refusals').values({ id: await work.newId(), participant_id: told.id, statement_id: id, reason: 'No.', refused_by: work.actor.id, refused_at: work.now }).execute())).rejects.toThrow('row-level security')
})

test('the data protection officer reads the one package she is asked about, none beside it, none that was made anew, and decides about no other', async () => {
  const [one, beside] = [await aPackage({ alone: true }), await aPackage()]
  const another = await asksAgain(one)
  const readBy = (first: 'Dana' | 'Rune') => become(first, async (work) => (await work.db.selectFrom('disclosure_packages').select(['participant_id', 'id']).where('participant_id', '=', one.id).execute()).map(({ id }) => id), { about: one.publicId })
  const { package: first } = await found(one)
  expect([await readBy('Dana'), await readBy('Rune')]).toEqual([[first!.id], []])
  // A second question about the same person, for which the team has a second of its own by now: nothing of hers.
  await later('2026-11-23T10:00:00Z')
  await (await asSuperuser()).query(`insert into assignments (id, public_id, colleague_id, participant_id, role, from_at, made_by) values (nextval('ids'), 'second-' || $1, $2, $1::int, 'coordinator', '2026-11-23T09:30:00Z', $2)`, [one.id, beside.vera!.id])
  await one.kai((work) => recordComment(work, another, { answer: 'no-comment' }))
  await one.kai((work) => preparePackage(work, another, { language: 'en' }))
  expect(await readBy('Dana')).toEqual([first!.id])
  const theirs = await dana(one, (work) => statementsOf(work, one.id))
  expect(theirs.filter(({ package: prepared }) => prepared).map(({ publicId }) => publicId)).toEqual([one.statement])
  const other = (await one.kai((work) => theStatement(work, another))).package!
  await expect(dana(one, (work) => decidePackage(work, another, { number: other.number, decision: 'approved', decisionWords: 'Unread.' }))).rejects.toMatchObject({ code: 'not-found' })
  await expect(dana(one, async (work) => work.db.insertInto('disclosure_decisions').values({ id: await work.newId(), participant_id: one.id, statement_id: (await theStatement(work, another)).id, package_id: other.id, prepared_by: other.preparedById,
    decision: 'approved', words: 'Unread.', decided_by: work.actor.id, decided_at: work.now }).execute())).rejects.toThrow('row-level security')
  // The first is made anew and asks somebody else: the earlier copy is closed to her, and asks nothing of her any more.
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: 'I go on with Mia.' }))
  await later('2026-11-23T11:00:00Z')
  await one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))
  expect(await readBy('Dana')).toEqual([])
  expect(await become('Dana', sharingDue, { about: one.publicId })).toEqual([])
  await act(beside.vera!, async (work) => decidePackage(work, one.statement, await approve(one)), one.about)
  expect(stateOf(await found(one))).toBe('approved')
})

test('what somebody still says of an earlier copy does not hold up the one that followed it', async () => {
  const one = await aPackage()
  const first = (await found(one)).package!
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'no-comment' }))
  await later('2026-11-23T10:00:00Z')
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: 'Once more.' }))
  await later('2026-11-23T11:00:00Z')
  await one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))
  await one.second(async (work) => decidePackage(work, one.statement, await approve(one)))
  await later('2026-11-23T12:00:00Z')
  await one.second(async (work) => work.db.insertInto('disclosure_decisions').values({ id: await work.newId(), participant_id: one.id, statement_id: (await theStatement(work, one.statement)).id, package_id: first.id, prepared_by: first.preparedById,
    decision: 'sent-back', words: 'Late.', decided_by: work.actor.id, decided_at: work.now }).execute())
  expect(stateOf(await found(one))).toBe('approved')
  await one.kai((work) => handOver(work, one.statement, 'By hand'))
})

test('through a token that may not read whether somebody said stop nothing leaves, by the verb and past it', async () => {
  const one = await approved()
  const kai = await colleague('Kai')
  const records = ['disclosure_statement', 'disclosure_package', 'identity_name', 'session_attendance', 'plan_dates'].flatMap((record) => [`${record}:read`, `${record}:write`])
  const through = (more: string[]) => act({ ...kai, allows: [...records, ...more] }, (work) => handOver(work, one.statement, 'By hand'), one.about)
  await expect(through(['consent_and_notice:read'])).rejects.toMatchObject({ code: 'not-found' })
  await through(['consent_and_notice:read', 'withdrawal:read'])
})

test('what the person has said themselves nobody silences or says otherwise for them, by the verb, by the page and by the database; they themselves do', async () => {
  const one = await aStatement()
  await one.kai((work) => recordComment(work, one.statement, { answer: 'not-reached', words: 'In hospital.' }))
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: 'I went because nobody fetched me.' }))
  await expect(one.kai((work) => recordComment(work, one.statement, { answer: 'no-comment' }))).rejects.toMatchObject({ code: 'sharing-own-words-stand' })
  await expect(one.kai(async (work) => work.db.insertInto('disclosure_comments').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: one.id, statement_id: (await theStatement(work, one.statement)).id, answer: 'no-comment', words: '', said_by_kind: 'colleague',
    said_by: work.actor.id, said_at: work.now }).execute())).rejects.toThrow('row-level security')
  const page = (await (await visit('Kai')).get(`/people/${one.publicId}/sharing/${one.statement}`)).text
  expect([page.includes(`${one.statement}/packages`), page.includes(`${one.statement}/comments`)]).toEqual([true, false])
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'no-comment' }))
  expect((await found(one)).comment).toMatchObject({ answer: 'no-comment', byPerson: true })
})

test('a character that cannot stand on paper is named at its field to whoever writes it, and holds up nobody who prepares the report', async () => {
  const [one, smile] = [await aStatement(), 'I went \u{1F600}']
  await expect(becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: smile }))).rejects.toMatchObject({ code: 'document-no-glyph', field: 'words' })
  await expect(one.kai((work) => recordComment(work, one.statement, { answer: 'comments', words: smile }))).rejects.toMatchObject({ field: 'words' })
  for (const field of ['authority', 'recipientFunction', 'reference', 'purpose'] as const) await expect(one.kai((work) => recordStatement(work, { ...asked, [field]: smile })), field).rejects.toMatchObject({ code: 'document-no-glyph', field })
  await expect(law({ basis: smile })).rejects.toMatchObject({ field: 'basis' })
  await becomeParticipant(one.id, (work) => commentMyself(work, one.statement, { answer: 'comments', words: 'ذهبت لأن أحدًا لم يأخذني. – “Jeg gik”' }))
  await expect(one.kai((work) => preparePackage(work, one.statement, { language: 'en', agreedWords: smile }))).rejects.toMatchObject({ field: 'agreedWords' })
  await one.kai((work) => preparePackage(work, one.statement, { language: 'en' }))
})

test('whoever is given the text of a package by the interface leaves a line that says so, and whoever reads the statement alone does not', async () => {
  const one = await aPackage()
  for (const first of ['Kai', 'Dana'] as const) await (await visit(first)).api(`/people/${one.publicId}/disclosures`)
  const { rows } = await (await asSuperuser()).query(`select actor_id, record from access_log where door = 'GET /api/people/{participantId}/disclosures' and $1 = any (participant_ids) order by at, id`, [one.id])
  expect(rows).toEqual([{ actor_id: await colleagueId('Kai'), record: 'disclosure_package' }, { actor_id: await colleagueId('Dana'), record: 'disclosure_statement' }])
})
