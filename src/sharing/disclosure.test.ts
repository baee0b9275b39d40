import { expect, test } from 'vitest'
import { handIn, lists } from '../../database/testing/a-report.ts'
import { connectedAs } from '../../database/testing/index.ts'
import { day, instant } from '../platform/day.ts'
import { checkFile, checkSecond, factsSince, isOver, lawSince, stateOf, toTell, whyNothingCan, type Rule, type Statement } from './disclosure.ts'
import { useShareable, type Piece } from './shareable-pieces.ts'

const at = (hour: number) => instant(`2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`)
const prepared = { id: 7, publicId: 'p', number: 'AB', asks: 'coordinator' as const, language: 'en', from: day('2026-01-01'), until: null, meetings: { offered: 9, held: 7, service: 1 }, endedByOwnWish: false, ruleId: 1, body: '', hash: '', usableUntil: day('2026-12-01'),
  preparedById: 1, preparedBy: 'Kai', preparedAt: at(9), preparedOn: day('2026-11-23') }
const receipt = { id: 3, packageId: 7, number: 'AB', hash: '', way: 'By hand', usableUntil: day('2026-12-01'), on: day('2026-11-23'), by: 'Kai', at: at(12) }
const statement = (given: Partial<Statement> = {}): Statement => ({
  id: 1, publicId: 's', participantId: 1, kind: 'court', authority: 'Court', recipientFunction: 'Registry', reference: '', askedBy: 'Letter', askedOn: day('2026-11-20'), answerBy: null, purpose: 'x', basis: 'x', necessity: 'x', items: ['taking-part'],
  recordedBy: 'Kai', recordedAt: at(8), errors: [], told: [], ...given })
const approved = { packageId: 7, decision: 'approved' as const, words: '', by: 'Vera', at: at(10) }

test('it stands as prepared as long as nobody decided about the last package, also after an earlier one was sent back', () => {
  expect(stateOf(statement())).toBe('asked')
  expect(stateOf(statement({ package: prepared }))).toBe('prepared')
  expect(stateOf(statement({ package: prepared, decided: { ...approved, packageId: 6, decision: 'sent-back' } }))).toBe('prepared')
  expect(stateOf(statement({ package: prepared, decided: approved }))).toBe('approved')
  expect(stateOf(statement({ package: prepared, decided: approved, receipt }))).toBe('handed-over')
})

test('it lets nobody approve what they prepared, and gives no copy before a receipt', () => {
  expect(() => checkSecond(statement({ package: prepared }), 1, 'AB')).toThrow('sharing-second-person')
  expect(checkSecond(statement({ package: prepared }), 2, 'AB')).toBe(prepared)
  expect(() => checkSecond(statement({ package: prepared }), 2, 'CD')).toThrow('sharing-nothing-to-approve')
  expect(() => checkFile(statement({ package: prepared, decided: approved }), day('2026-11-23'))).toThrow('sharing-not-approved')
})

test('it leaves only under the law as it was, or one that asks for no less and for as long; else it says what changed', () => {
  const rule: Rule = { id: 1, kind: 'court', reportAsked: true, endingAsked: false, decision: 'Sentence', basis: 'Code, section 5', usableDays: 90, setAt: at(8) }
  const since = (now: Partial<Rule> | undefined, own = false) => lawSince({ ...prepared, endedByOwnWish: own }, [rule], now && { ...rule, id: 2, ...now })
  expect([since({}), since({ usableDays: 120 }), since({ endingAsked: true }, true)]).toEqual([undefined, undefined, undefined])
  expect([since(undefined), since({ reportAsked: false }), since({}, true)]).toEqual(['sharing-no-rule', 'sharing-no-rule', 'sharing-ending-not-asked'])
  for (const now of [{ usableDays: 30 }, { basis: 'Code, section 6' }, { decision: 'Leave' }]) expect(since(now)).toBe('sharing-rule-since')
})

test('it leaves only while days, counts and ending are recorded as it says, and nobody has said stop since', () => {
  const facts = { from: prepared.from, until: prepared.until, ownWish: false }
  const meetings = { offered: 9, held: 7, service: 1 }
  const since = (now: Partial<Parameters<typeof factsSince>[2]>, given: Partial<Statement> = {}) => factsSince(statement(given), prepared, { facts, stops: [], meetings, ...now })
  // What somebody does not ask for is not told, and so is not missed.
  expect([since({}), since({ stops: [at(8)] }), since({ facts: { ...facts, ownWish: true } })]).toEqual([undefined, undefined, undefined])
  for (const now of [{ stops: [at(10)] }, { facts: { ...facts, until: day('2026-11-23') } }, { facts: { ...facts, from: day('2026-02-01') } }, { meetings: { ...meetings, held: 8 } }]) expect(since(now)).toBe('sharing-facts-since')
  expect(since({ facts: { ...facts, ownWish: true } }, { items: ['taking-part', 'ending'] })).toBe('sharing-facts-since')
  expect([since({ facts: undefined }), since({ meetings: undefined })]).toEqual(['sharing-no-part', 'sharing-kept-apart'])
})

test('it thinks of an earlier recipient for what came after the receipt, once for each thing, and not of one whose copy was taken back', () => {
  const given = statement({ package: prepared, decided: approved, receipt, errors: [{ words: 'The day.', by: 'Kai', at: at(14) }] })
  const now = { stops: [at(11), at(13)], meetings: { offered: 9, held: 7, service: 1 } }
  expect(toTell(given, now).map(({ cause, sinceAt }) => [cause, sinceAt])).toEqual([['withdrawal', at(13)], ['error', at(14)]])
  const told = [{ cause: 'withdrawal' as const, sinceAt: at(13), meetings: null, decision: 'told' as const, words: '', on: day('2026-11-23'), by: '' }]
  expect(toTell({ ...given, told }, now).map(({ cause }) => cause)).toEqual(['error'])
  expect(toTell(given, { ...now, meetings: { offered: 8, held: 6, service: 1 } }).map(({ cause }) => cause)).toContain('meetings')
  // Meetings that cannot be read are no other meetings.
  expect(toTell(given, { ...now, meetings: undefined }).map(({ cause }) => cause)).not.toContain('meetings')
  expect(toTell({ ...given, recalled: { reason: '', on: day('2026-11-24'), by: '' } }, now)).toEqual([])
})

test('it raises a recipient when the time to use it is over, once, and none whose copy was taken back', () => {
  const given = statement({ package: prepared, decided: approved, receipt })
  expect([isOver(given, day('2026-12-01')), isOver(given, day('2026-12-02')), isOver(statement({ package: prepared }), day('2026-12-02'))]).toEqual([false, true, false])
  expect(isOver({ ...given, recalled: { reason: '', on: day('2026-11-24'), by: '' } }, day('2026-12-02'))).toBe(false)
  const overAt = instant('2026-12-01T22:59:00Z')
  expect(toTell(given, { stops: [], meetings: undefined, overAt })).toEqual([{ cause: 'over', sinceAt: overAt, meetings: null, what: '' }])
  const told = [{ cause: 'over' as const, sinceAt: instant('2026-12-01T23:59:00Z'), meetings: null, decision: 'told' as const, words: '', on: day('2026-12-03'), by: '' }]
  expect(toTell({ ...given, told }, { stops: [], meetings: undefined, overAt })).toEqual([])
})

test('after the last day a stop or another count raises nobody; what was undecided before, and a mistake, still does', () => {
  const given = statement({ package: prepared, decided: approved, receipt, errors: [{ words: 'The day.', by: 'Kai', at: instant('2028-01-01T09:00:00Z') }] })
  const overAt = instant('2026-12-01T22:59:00Z')
  const now = { stops: [at(13), instant('2027-06-01T09:00:00Z')], meetings: { offered: 8, held: 6, service: 1 } }
  expect(toTell(given, { ...now, overAt }).map(({ cause, sinceAt }) => [cause, sinceAt])).toEqual([['withdrawal', at(13)], ['error', instant('2028-01-01T09:00:00Z')], ['over', overAt]])
  expect(toTell(given, now).map(({ cause }) => cause)).toEqual(['withdrawal', 'withdrawal', 'error', 'meetings'])
})

test('nothing can be done by a question without a rule, with an ending that no law asks for, or without a reason; what waits under a law that still lets it go is not stopped', () => {
  const rule: Rule = { id: 1, kind: 'court', reportAsked: true, endingAsked: false, decision: 'Sentence', basis: 'Code, section 5', usableDays: 90, setAt: at(8) }
  const why = (given: Partial<Statement>, rules: Rule[] = [rule]) => whyNothingCan(statement(given), rules)
  expect([why({}), why({}, []), why({}, [{ ...rule, kind: 'parole-board' }]), why({}, [{ ...rule, reportAsked: false }])]).toEqual([undefined, 'sharing-no-rule', 'sharing-no-rule', 'sharing-no-rule'])
  expect([why({ items: ['taking-part', 'ending'] }), why({ necessity: '' })]).toEqual(['sharing-ending-not-asked', 'sharing-necessity-first'])
  const waits = { items: ['taking-part' as const, 'ending' as const], package: prepared, decided: approved }
  expect([why(waits), why({ ...waits, package: { ...prepared, endedByOwnWish: true } }), why(waits, [{ ...rule, reportAsked: false }])]).toEqual([undefined, 'sharing-ending-not-asked', 'sharing-no-rule'])
})

test('it takes from other rooms days and counts, and refuses at start what somebody else would offer', () => {
  expect([...lists.plans, ...lists.sessions].map(({ piece, detail }) => [piece, detail])).toEqual([['taking-part', 'days'], ['meetings', 'counts']])
  for (const piece of ['notes', 'ratings', 'measures', 'goals', 'drawings', 'plan', 'restrictions', 'assessment']) {
    expect(() => useShareable([{ piece, detail: 'counts', of: () => Promise.resolve(undefined) } as unknown as Piece]), piece).toThrow('nothing that can be shared')
  }
  expect(() => useShareable([{ ...lists.sessions[0], detail: 'days' } as unknown as Piece])).toThrow('nothing that can be shared')
  handIn()
})

test('it has no column for anything else: what a package can hold is this', async () => {
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name = 'disclosure_packages' order by 1`)
  await superuser.end()
  expect(rows.map(({ name }) => name)).toEqual(['agreed_words', 'asks', 'body', 'comment', 'ended_by_own_wish', 'ending_asked', 'hash', 'id', 'language', 'meetings_held', 'meetings_offered', 'meetings_service', 'number', 'participant_id', 'pdf', 'prepared_at', 'prepared_by',
    'public_id', 'report_asked', 'rule_id', 'statement_id', 'took_part_from', 'took_part_until', 'usable_until'])
})
