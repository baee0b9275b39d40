import { beforeAll, expect, test } from 'vitest'
import { act, aParticipant, become, becomeParticipant, colleague, offerProgrammes, testHouse, unitId } from '../../database/testing/index.ts'
import { aBarePerson } from '../../database/testing/scopes.ts'
import { asSuperuser, put } from '../../database/testing/superuser.ts'
import { instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { askForMyself, decideReferral, eraseDueReferrals, filterSecurityReferral, readSecond, referBySecurity, refer } from './index.ts'
import { referralsDue } from './referrals.desk.tsx'
import { namedBy, openUnits } from './referrals.queries.ts'
import { Refer, type Deciding } from './referrals.input.ts'

beforeAll(offerProgrammes)

const fjordvik = (work: Work) => openUnits(work).then((units) => units.find(({ name }) => name === 'Fjordvik prison')!.public_id)

let count = 0

/** A referral by Lena of somebody of whom nobody has heard; says only what matters. */
async function referred(given: Partial<typeof Refer._zod.input> = {}): Promise<string> {
  count += 1
  const name = `${['Ask', 'Bo', 'Dagny', 'Eskil', 'Frida', 'Gorm', 'Hilde', 'Ivar'][count % 8]} ${'qwrtzpsdfgh'.slice(count % 11)}${count}`
  return become('Lena', async (work) => (await refer(work, Refer.parse({ name, why: 'Asks for help.', answer: 'yes', unit: await fjordvik(work), ...given }))).publicId, { does: 'collect', shows: 'referral' })
}

const colleagueNamed = (work: Work, role: 'mentor' | 'facilitator') => namedBy(work, [role]).then(([one]) => one!.public_id)

function decide(publicId: string, given: Partial<Deciding> & Pick<Deciding, 'decision'>, about?: string) {
  return become('Kai', async (work) => decideReferral(work, publicId, { reason: 'Because.', ...given }), { does: 'alter', shows: 'referral', ...(about ? { about } : {}) })
}

async function accept(publicId: string, given: Partial<Deciding> = {}) {
  const mentor = await become('Kai', (work) => colleagueNamed(work, 'mentor'))
  return decide(publicId, { decision: 'accepted', team: { mentor }, ...given })
}

async function row(publicId: string): Promise<Record<string, unknown>> {
  const { rows } = await (await asSuperuser()).query<Record<string, unknown>>('select * from referrals where public_id = $1', [publicId])
  return rows[0]!
}

test('it is written by a case manager, and read by the coordinator of the unit and by nobody of another role', async () => {
  const publicId = await referred()
  const seenBy = (first: 'Kai' | 'Lena' | 'Mia' | 'Amira') => become(first, (work) => work.db.selectFrom('referrals').select('public_id').where('public_id', '=', publicId).execute()).then(({ length }) => length)
  expect([await seenBy('Kai'), await seenBy('Lena'), await seenBy('Mia'), await seenBy('Amira')]).toEqual([1, 1, 0, 0])
})

test('it is not for a mentor to refer', async () => {
  await expect(become('Mia', async (work) => refer(work, Refer.parse({ name: 'X', why: 'y', answer: 'yes', unit: await fjordvik(work) })))).rejects.toThrow('not-found')
})

test('it is accepted with a reason and a team, who know the person from then on', async () => {
  const { participant } = await accept(await referred())
  const names = await become('Mia', (work) => work.db.selectFrom('identity_names').select('name').where('participant_id', '=', participant!.id).execute())
  expect(names).toHaveLength(1)
  const consent = await become('Mia', (work) => work.db.selectFrom('consents').select(['answer', 'way']).where('participant_id', '=', participant!.id).execute())
  expect(consent).toEqual([{ answer: 'yes', way: 'as-imported' }])
})

test('it accepts nobody without a team, nor against their no', async () => {
  await expect(decide(await referred(), { decision: 'accepted' })).rejects.toThrow('referral-needs-a-team')
  await expect(accept(await referred({ answer: 'no' }))).rejects.toThrow('referral-person-said-no')
})

test('it lets the person say yes after a no, and takes in with the new answer', async () => {
  const publicId = await referred({ answer: 'no' })
  await accept(publicId, { answer: 'yes', way: 'spoken' })
  expect(await row(publicId)).toMatchObject({ state: 'accepted', answer: 'yes', erase_on: null })
})

test('it waits with a reason, is declined, opened again and accepted after all', async () => {
  const publicId = await referred()
  for (const decision of ['waiting', 'waiting', 'declined'] as const) await decide(publicId, { decision })
  expect(await row(publicId)).toMatchObject({ state: 'declined', erase_on: '2027-02-23' })
  await expect(accept(publicId)).rejects.toThrow('referral-decided-already')
  await decide(publicId, { decision: 'reopened' })
  expect(await row(publicId)).toMatchObject({ state: 'received', erase_on: null })
  await accept(publicId)
  await expect(decide(publicId, { decision: 'reopened' })).rejects.toThrow('referral-not-over')
})

test('it tells the second of two deciders what the first has decided', async () => {
  const publicId = await referred()
  await decide(publicId, { decision: 'waiting', reason: 'No place before May.', revision: 1 })
  await expect(decide(publicId, { decision: 'declined', revision: 1 })).rejects.toMatchObject({ code: 'referral-decided-meanwhile', values: { name: 'Kai Nyberg', reason: 'No place before May.' } })
})

test('it lets one of two simultaneous deciders win, and the other know', async () => {
  const publicId = await referred()
  const [one, other] = await Promise.allSettled([decide(publicId, { decision: 'waiting', revision: 1 }), decide(publicId, { decision: 'declined', revision: 1 })])
  expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await (await asSuperuser()).query('select 1 from referral_decisions d join referrals r on r.id = d.referral_id where r.public_id = $1', [publicId])
  expect(rows).toHaveLength(1)
})

test('it merges nobody by itself: with somebody alike in the register the coordinator says who it is', async () => {
  const known = await aParticipant({ name: 'Torbjørn Vestergaard', number: 'DUP-1' })
  const again = await referred({ name: 'VESTERGAARD, Torbjørn' })
  await expect(accept(again)).rejects.toThrow('referral-choose-person')
  expect((await accept(again, { person: known.publicId })).participant).toMatchObject({ id: known.id })
  const somebodyElse = await accept(await referred({ name: 'Torbjørn Vestergaard', number: 'DUP-2' }), { person: 'new' })
  expect(somebodyElse.participant!.id).not.toBe(known.id)
  await expect(accept(await referred({ name: 'Somebody Other', number: 'DUP-1' }), { person: 'new' })).rejects.toThrow('referral-number-taken')
})

test('it takes no stranger for somebody known', async () => {
  const stranger = await aParticipant({ name: 'Quite Another' })
  await expect(accept(await referred({ name: 'Nobody Alike' }), { person: stranger.publicId })).rejects.toThrow('referral-person-not-yours')
})

test('it asks of a word about somebody vulnerable for conduct with its day, another explanation and a second reader', async () => {
  const vulnerable = { ground: 'vulnerable', conductOn: '2026-11-20', conduct: 'Burned letters.', otherExplanation: 'Grief.' } as const
  await expect(referred({ ground: 'vulnerable' })).rejects.toThrow('referral-conduct-day-missing')
  await expect(referred({ ...vulnerable, conductOn: '2026-11-24' })).rejects.toThrow('referral-conduct-ahead')
  await expect(referred({ ...vulnerable, otherExplanation: undefined })).rejects.toThrow('referral-explanation-missing')

  const publicId = await referred({ ...vulnerable, name: 'Read Twice' })
  const due = async (actor: Parameters<typeof act>[0]) => (await act(actor, referralsDue, {})).filter(({ about }) => about === 'Read Twice').map(({ says }) => says)
  const kai = await colleague('Kai')
  await expect(accept(publicId)).rejects.toThrow('referral-needs-second-reader')
  expect(await due(kai)).toEqual(['Ask the administrator for a second reader'])
  await become('Kai', (work) => readSecond(work, publicId, 'I have read it.'))
  await expect(accept(publicId)).rejects.toThrow('referral-needs-second-reader')

  const another = await colleague('Petra')
  await put('appointments', { id: 990_001, public_id: 'petra-coordinates', colleague_id: another.id, role: 'coordinator', unit_id: await unitId('Fjordvik prison'), from_at: '2026-11-01T09:00:00Z' })
  const petra = { ...another, roles: ['coach', 'coordinator'] }
  expect([await due(kai), await due(petra), await due(await colleague('Noor'))]).toEqual([[], [], []])
  const unread = await referred({ ...vulnerable, name: 'Read Twice' })
  expect([await due(kai), await due(petra)]).toEqual([['Read as the second reader'], ['Read as the second reader']])
  await decide(unread, { decision: 'declined' })
  await act(another, (work) => readSecond(work, publicId, 'It could be grief, yet worth a talk.'), {})
  expect((await accept(publicId)).participant).toBeDefined()
})

test('it lets a word about somebody vulnerable run out', async () => {
  const publicId = await referred({ ground: 'vulnerable', conductOn: '2026-03-01', conduct: 'c', otherExplanation: 'e', referredOn: '2026-04-01' })
  await expect(accept(publicId)).rejects.toThrow('referral-expired')
  await decide(publicId, { decision: 'declined' })
})

test('it is for a participant who has ended to ask again, once', async () => {
  const person = await aParticipant({})
  await expect(becomeParticipant(person.id, (work) => askForMyself(work, { why: 'A job' }))).rejects.toThrow('referral-asked-already')
  await (await asSuperuser()).query(`update participants set state = 'ended' where id = $1`, [person.id])
  const { publicId } = await becomeParticipant(person.id, (work) => askForMyself(work, { why: 'A job' }))
  await expect(becomeParticipant(person.id, (work) => askForMyself(work, { why: 'A job' }))).rejects.toThrow('referral-asked-already')
  expect((await accept(publicId)).participant).toMatchObject({ id: person.id })
})

test('it tells a security officer nothing but the calendar, whatever was decided', async () => {
  const wrote = (words: string) => become('Viktor', async (work) => referBySecurity(work, { unit: await fjordvik(work), aboutWhom: 'Wing B, cell 4', words }), { does: 'collect', shows: 'security_referral' })
  const [declined, accepted, untouched] = [await wrote('one'), await wrote('two'), await wrote('three')]
  const filtered = (publicId: string, name: string) => become('Kai', (work) => filterSecurityReferral(work, publicId, { name, why: 'Asks for a talk.', ground: 'not-said' }))
  await decide((await filtered(declined.publicId, 'Filtered Onewise')).publicId, { decision: 'declined' })
  await accept((await filtered(accepted.publicId, 'Zelda Quist')).publicId)
  const rows = await become('Viktor', (work) => work.db.selectFrom('security_referrals').selectAll().execute())
  const theirOwn = ['id', 'public_id', 'receipt', 'words']
  const told = (one: (typeof rows)[number]) => Object.entries(one).filter(([name]) => !theirOwn.includes(name))
  expect(rows).toHaveLength(3)
  expect(new Set(rows.map((one) => JSON.stringify(told(one)))).size).toBe(1)
  expect(untouched.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await expect(become('Viktor', (work) => work.db.selectFrom('referrals').select('id').execute())).rejects.toMatchObject({ code: '42501' })
  await expect(filtered(accepted.publicId, 'Zelda Quist')).rejects.toThrow('security-referral-filtered-already')
})

test('it keeps the officer\'s words from everybody whom the filtered referral reaches', async () => {
  const { publicId } = await become('Viktor', async (work) => referBySecurity(work, { unit: await fjordvik(work), aboutWhom: 'Cell 9', words: 'An informant said so.' }))
  const passed = await become('Kai', (work) => filterSecurityReferral(work, publicId, { name: 'Yrsa Umber', why: 'Asks for a talk.', ground: 'not-said' }))
  const facilitator = await become('Kai', (work) => colleagueNamed(work, 'facilitator'))
  const { participant } = await decide(passed.publicId, { decision: 'accepted', team: { facilitator } })
  const whys = await become('Amira', (work) => work.db.selectFrom('referrals').select('why').where('participant_id', '=', participant!.id).execute())
  expect(whys).toEqual([{ why: 'Asks for a talk.' }])
  expect(await become('Amira', (work) => work.db.selectFrom('security_referrals').select('words').execute())).toEqual([])
})

test('it is erased early by the caretaker when it led nowhere, and never when somebody was accepted', async () => {
  const [declined, accepted] = [await referred(), await referred()]
  await decide(declined, { decision: 'another-route' })
  await accept(accepted)
  const caretaker = { kind: 'machine', id: 0, shape: 'machine', name: 'caretaker', roles: [], language: 'en' } as const
  const erase = () => act(caretaker, eraseDueReferrals, { does: 'erase', shows: 'referral' })
  const { clock } = await testHouse()
  clock.now = instant('2027-02-22T22:00:00Z')
  await erase()
  expect(await row(declined)).toBeDefined()
  clock.now = instant('2027-02-23T09:00:00Z')
  expect(await erase()).toBeGreaterThan(0)
  expect([await row(declined), (await row(accepted))['state']]).toEqual([undefined, 'accepted'])
  clock.now = instant('2026-11-23T09:00:00Z')
})

test('it chooses a defined programme with the decision, or keeps one without a definition as it was written, and asks until one of both is said', async () => {
  const superuser = await asSuperuser()
  const asks = async () => (await become('Kai', referralsDue)).filter(({ says }) => says.includes('Anger group')).map(({ because }) => because.slice(0, 11))
  const undefinedOnes = await Promise.all([referred({ name: 'Ada One' }), referred({ name: 'Ada Two' })])
  await superuser.query(`update referrals set programme_as_sent = 'Anger group' where public_id = any ($1)`, [undefinedOnes])
  expect([await asks(), (await become('Mia', referralsDue)).length]).toEqual([['2 referrals'], 0])
  const programmeOf = async (publicId: string) => (await superuser.query<{ programme: string | null, programme_kept: boolean }>('select programme, programme_kept from referrals where public_id = $1', [publicId])).rows[0]
  await decide(undefinedOnes[0]!, { decision: 'waiting' })
  expect(await asks()).toEqual(['2 referrals'])
  await expect(decide(undefinedOnes[0]!, { decision: 'waiting', programme: 'no-such-programme' })).rejects.toThrow('referral-programme-unknown')
  await decide(undefinedOnes[0]!, { decision: 'waiting', programme: 'back-on-track' })
  expect([await programmeOf(undefinedOnes[0]!), await asks()]).toEqual([{ programme: 'back-on-track', programme_kept: false }, ['1 referral ']])
  await decide(undefinedOnes[1]!, { decision: 'waiting', programme: 'as-written' })
  expect([await programmeOf(undefinedOnes[1]!), await asks()]).toEqual([{ programme: null, programme_kept: true }, []])
  await expect(decide(undefinedOnes[0]!, { decision: 'waiting', programme: 'as-written' })).rejects.toThrow('referral-programme-unknown')
})

test('it becomes somebody\'s own only by who coordinates their unit, and theirs for good; past the verb none names a stranger, comes decided or is kept for another time', async () => {
  const [mine, stranger] = [await aParticipant(), await aBarePerson()]
  const [asked, declined] = [await referred(), await referred()]
  const set = (first: 'Kai' | 'Lena', publicId: string, to: object) => become(first, async (work) => (await work.db.updateTable('referrals').set(to).where('public_id', '=', publicId).executeTakeFirst()).numUpdatedRows)
  await expect(set('Kai', asked, { participant_id: stranger.id })).rejects.toThrow('row-level security')
  expect([await set('Lena', asked, { participant_id: mine.id }), await set('Kai', asked, { participant_id: mine.id })]).toEqual([0n, 1n])
  for (const to of [null, stranger.id, (await aParticipant()).id]) await expect(set('Kai', asked, { participant_id: to }), String(to)).rejects.toThrow('row-level security')
  for (const on of [null, '2026-11-23', '2036-11-23']) await expect(set('Kai', declined, { state: 'declined', erase_on: on }), String(on)).rejects.toThrow('row-level security')
  expect(await set('Kai', declined, { state: 'declined', erase_on: '2027-02-23' })).toBe(1n)
  const write = (first: 'Kai' | 'Lena', more: object) => become(first, async (work) => work.db.insertInto('referrals').values({
    id: await work.newId(), public_id: work.newPublicId(), receipt: work.newPublicId(), unit_id: await unitId('Fjordvik prison'), state: 'received', source: 'case-manager', referred_by: work.actor.id, referred_on: work.today, received_at: work.now, name: 'Nobody', answer: 'yes', ...more }).execute())
  for (const wrong of [{ participant_id: mine.id }, { participant_id: stranger.id }, { state: 'accepted' }]) await expect(write('Lena', wrong), JSON.stringify(wrong)).rejects.toThrow('row-level security')
  await expect(write('Kai', { participant_id: stranger.id, referred_by: null })).rejects.toThrow('row-level security')
  await write('Lena', {})
})
