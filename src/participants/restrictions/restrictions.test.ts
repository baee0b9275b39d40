import { afterAll, beforeEach, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, instant, testHouse, testMoment, visit } from '../../../database/testing/index.ts'
import { freshId, put } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { assign } from '../../access/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Work } from '../../platform/work.ts'
import { openRelease, recordRelease } from '../legal.verbs.ts'
import { consentsDue } from '../participants.desk.tsx'
import { releasesOf } from '../participants.queries.ts'
import { byTheirWords, checkLook, latestLook, nextLook, reviewDay } from './restriction.ts'
import { looksAtRestrictions } from './restrictions.queries.ts'
import { lookAtRestrictions } from './restrictions.verbs.ts'

const today = async () => { (await testHouse()).clock.now = testMoment }
beforeEach(today)
afterAll(today)

type Person = { id: number, publicId: string }
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Person, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId, does: 'collect' })
const due = async (first: First, person: Person) => (await by(first, person, consentsDue)).filter(({ href }) => href.endsWith('/restriction-reviews')).map(({ on }) => on)
const words = 'Not near the harbour, says the court.'
const record = (person: Person, more: Partial<Parameters<typeof recordRelease>[1]> = {}) => by('Lena', person, (work) => recordRelease(work, { releaseOn: day('2027-06-01'), reason: 'Judgment', authority: 'Court', restrictions: words, ...more }))
const found = { finding: 'ease' as const, words: 'The harbour at night would do: he works there by day.', ownWords: 'I lose the job with it.', nextOn: day('2027-03-20') }

async function restricted(): Promise<Person> {
  const person = await aParticipant()
  await record(person)
  return person
}

test('it is looked at within three months; the same words keep their day, other words get a new one, no words none', () => {
  const now = day('2026-11-23')
  expect(() => checkLook(latestLook(now), now, 'nextOn')).not.toThrow()
  expect(() => checkLook(now, now, 'nextOn')).toThrow('restriction-look-past')
  expect(() => checkLook(day('2027-02-24'), now, 'nextOn')).toThrow('restriction-look-too-far')
  const before = { restrictions: words, on: day('2026-11-30') }
  expect(reviewDay({ restrictions: words, on: undefined }, before, now)).toBe('2026-11-30')
  expect(reviewDay({ restrictions: 'Others.', on: undefined }, before, now)).toBe('2027-02-23')
  expect(reviewDay({ restrictions: words, on: day('2026-11-24') }, before, now)).toBe('2026-11-24')
  expect(() => reviewDay({ restrictions: words, on: day('2026-12-24') }, before, now)).toThrow('restriction-look-put-off')
  expect(() => reviewDay({ restrictions: words, on: day('2026-12-24') }, { restrictions: words, on: day('2026-11-01') }, now)).toThrow('restriction-look-put-off')
  expect(reviewDay({ restrictions: 'Others.', on: day('2026-12-24') }, before, now)).toBe('2026-12-24')
  expect(reviewDay({ restrictions: '', on: undefined }, before, now)).toBe(null)
  expect(() => reviewDay({ restrictions: '', on: day('2026-12-24') }, before, now)).toThrow('restriction-look-at-nothing')
  expect(nextLook({ id: 1, restrictions: words, restrictions_review_on: null, recorded_at: instant('2026-06-30T22:30:00Z') }, [{ releaseId: 2, nextOn: day('2027-01-01') }], 'Europe/Copenhagen')).toBe('2026-10-01')
})

test('what was found stays with the words it was about: a release that moves keeps them, words that come back are ordered anew', () => {
  const releases = [{ id: 6, restrictions: 'A' }, { id: 5, restrictions: 'A' }, { id: 4, restrictions: '' }, { id: 3, restrictions: 'B' }, { id: 2, restrictions: 'B' }, { id: 1, restrictions: 'A' }]
  const [sixth, fifth, third, first] = [6, 5, 3, 1].map((releaseId) => ({ releaseId }))
  expect(byTheirWords(releases, [sixth!, fifth!, third!, first!])).toEqual({ now: [sixth, fifth], before: [{ restrictions: 'B', looks: [third] }, { restrictions: 'A', looks: [first] }] })
  expect(byTheirWords(releases.slice(2), [third!])).toEqual({ now: [], before: [{ restrictions: 'B', looks: [third] }] })
})

test('a day that is typed puts off no look at the same words, by the verb and by the database; a nearer one counts, and one without restrictions is told', async () => {
  const nils = await restricted()
  await at('2027-03-01T09:00:00Z')
  const code = (more: Parameters<typeof record>[1]) => record(nils, more).then(() => 'taken', (error: { code?: string }) => error.code)
  expect(await code({ restrictionsReviewOn: day('2027-05-20') })).toBe('restriction-look-put-off')
  expect(await code({ restrictions: '', restrictionsReviewOn: day('2027-05-20') })).toBe('restriction-look-at-nothing')
  const again = (await (await visit('Lena')).send(`/people/${nils.publicId}/release`, { releaseOn: '2027-06-01', reason: 'Judgment, said anew', authority: 'Court', restrictions: words, restrictionsReviewOn: '2027-05-20' })).text
  expect([again.includes('to be looked at again by 23 February 2027. Leave this empty'), again.includes('Judgment, said anew'), /id="field-restrictionsReviewOn"[^>]*aria-invalid="true"/.test(again)]).toEqual([true, true, true])
  expect(await due('Lena', nils)).toEqual(['2027-02-23'])
  const past = (restrictions: string, on: string | null) => by('Lena', nils, async (work) => work.db.insertInto('releases').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: nils.id, reason: 'r', authority: 'a', restrictions, restrictions_review_on: on === null ? null : day(on), recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await expect(past(words, '2027-05-20')).rejects.toThrow(/row-level security/)
  await past(words, '2027-02-23')
  await by('Lena', nils, (work) => lookAtRestrictions(work, { ...found, nextOn: day('2027-05-20') }))
  await expect(past(words, '2027-05-21')).rejects.toThrow(/row-level security/)
  expect(await code({ restrictionsReviewOn: day('2027-04-20') })).toBe('taken')
  await at('2027-04-20T09:00:00Z')
  expect(await due('Lena', nils)).toEqual(['2027-04-20'])
  await past('', null)
  await past(words, '2027-07-20')
  expect(await due('Lena', nils)).toEqual([])
})

test('under restrictions that were written anew no look stands that was about others: those are folded, with the words they were about', async () => {
  const nils = await restricted()
  await by('Lena', nils, (work) => lookAtRestrictions(work, { ...found, finding: 'needed', nextOn: day('2027-02-20') }))
  const parts = async () => {
    const page = (await (await visit('Lena')).get(`/people/${nils.publicId}/release`)).text
    const fold = /<details[^>]*><summary>Of restrictions before<\/summary>[\s\S]*?<\/details>/.exec(page)?.[0] ?? ''
    return [page.replace(fold, '').includes('Still needed as they are'), fold.includes('Still needed as they are'), fold.includes(words)]
  }
  await at('2026-11-24T09:00:00Z')
  await record(nils, { releaseOn: day('2027-05-01') })
  expect(await parts()).toEqual([true, false, false])
  await record(nils, { restrictions: 'Not in the library, says the court.' })
  expect(await parts()).toEqual([false, true, true])
  await record(nils, { restrictions: '' })
  expect(await parts()).toEqual([false, true, true])
})

test('it stands on the day of the case manager from its day on, and of nobody else, until it was looked at; a day of release that moves puts it off in nothing', async () => {
  const nils = await restricted()
  await at('2027-02-22T09:00:00Z')
  expect(await due('Lena', nils)).toEqual([])
  await at('2027-02-23T09:00:00Z')
  expect(await due('Lena', nils)).toEqual(['2027-02-23'])
  for (const first of ['Kai', 'Amira', 'Mia', 'Noor'] as const) expect(await due(first, nils), first).toEqual([])
  await at('2027-02-24T09:00:00Z')
  await record(nils, { releaseOn: day('2027-05-01') })
  await by('Lena', nils, (work) => openRelease(work, { reason: 'Taken back', authority: 'Court' }))
  expect(await due('Lena', nils)).toEqual(['2027-02-23'])
  await by('Lena', nils, (work) => lookAtRestrictions(work, found))
  expect(await due('Lena', nils)).toEqual([])
  await at('2027-03-21T09:00:00Z')
  await record(nils, { releaseOn: day('2027-04-01') })
  expect(await due('Lena', nils)).toEqual(['2027-03-20'])
  await record(nils, { restrictions: '' })
  expect(await due('Lena', nils)).toEqual([])
  await expect(by('Lena', nils, (work) => lookAtRestrictions(work, { ...found, nextOn: day('2027-04-20') }))).rejects.toMatchObject({ code: 'restriction-none' })
})

test('it asks of restrictions from before it was asked, three months after they were recorded', async () => {
  const nils = await aParticipant()
  await put('releases', { id: await freshId(), public_id: newPublicId(), participant_id: nils.id, reason: 'Judgment', authority: 'Court', restrictions: words, recorded_by: await colleagueId('Lena'), recorded_at: '2026-06-01T09:00:00Z' })
  expect(await due('Lena', nils)).toEqual(['2026-09-01'])
})

test('where nobody manages the case, whoever coordinates is told to name somebody, and the look is theirs who is named', async () => {
  const nils = await aParticipant({ team: ['Kai', 'Amira', 'Mia'] })
  await put('releases', { id: await freshId(), public_id: newPublicId(), participant_id: nils.id, reason: 'Judgment', authority: 'Court', restrictions: words, recorded_by: await colleagueId('Lena'), recorded_at: '2026-06-01T09:00:00Z' })
  const told = async (first: First) => (await by(first, nils, consentsDue)).filter(({ because }) => because.includes('nobody manages the case')).map(({ on, href }) => [on, href])
  expect(await told('Kai')).toEqual([['2026-09-01', `/people/${nils.publicId}/team`]])
  for (const first of ['Lena', 'Amira', 'Mia'] as const) expect(await told(first), first).toEqual([])
  await by('Kai', nils, async (work) => assign(work, { colleagueId: await colleagueId('Lena'), participantId: nils.id, role: 'case_manager' }))
  expect([await told('Kai'), await due('Kai', nils), await due('Lena', nils)]).toEqual([[], [], ['2026-09-01']])
})

test('it is written by the case manager alone, while there is something to look at, by the verb and by the database; read by whoever reads the release', async () => {
  const nils = await restricted()
  const soon = { ...found, nextOn: day('2027-02-20') }
  for (const first of ['Kai', 'Amira', 'Mia'] as const) await expect(by(first, nils, (work) => lookAtRestrictions(work, soon)), first).rejects.toMatchObject({ code: 'not-found' })
  for (const _ of ['first window', 'second window']) await by('Lena', nils, (work) => lookAtRestrictions(work, soon))
  for (const [reader, count] of [['Lena', 1], ['Kai', 1], ['Amira', 1], ['Hedda', 0], ['Petra', 0]] as const) expect(await by(reader, nils, (work) => looksAtRestrictions(work, nils.id)), reader).toHaveLength(count)
  expect(await becomeParticipant(nils.id, (work) => looksAtRestrictions(work, nils.id))).toMatchObject([{ finding: 'ease', ownWords: 'I lose the job with it.', by: 'Lena Berg' }])
  const release = (await by('Lena', nils, (work) => releasesOf(work, nils.id)))[0]!.id
  const write = (first: First, more: { reviewed_by?: number, next_on?: string, release_id?: number } = {}) => by(first, nils, async (work) => work.db.insertInto('restriction_reviews').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: nils.id, release_id: release, finding: 'needed', words: 'x', reviewed_by: work.actor.id, reviewed_at: work.now, ...more, next_on: day(more.next_on ?? '2026-12-24') }).execute())
  await expect(write('Amira')).rejects.toThrow(/row-level security/)
  await expect(write('Lena', { reviewed_by: await colleagueId('Amira') })).rejects.toThrow(/row-level security/)
  await expect(write('Lena', { next_on: '2027-02-24' })).rejects.toThrow(/row-level security/)
  await write('Lena', { next_on: '2027-02-23' })
  await record(nils, { restrictions: '' })
  const without = (await by('Lena', nils, (work) => releasesOf(work, nils.id)))[0]!
  expect([without.restrictions, without.restrictions_review_on]).toEqual(['', null])
  await expect(write('Lena', { release_id: without.id })).rejects.toThrow(/row-level security/)
  const endless = by('Lena', nils, async (work) => work.db.insertInto('releases').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: nils.id, reason: 'r', authority: 'a', restrictions: words, recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await expect(endless).rejects.toThrow(/row-level security/)
})

test('it says on the page by when, keeps what was typed, and shows what was found', async () => {
  const nils = await restricted()
  const lena = await visit('Lena')
  const here = `/people/${nils.publicId}/release`
  expect((await lena.get(here)).text).toContain('To be looked at again by 23 February 2027.')
  // Before anything is written, at both fields: by name who reads it, and that nothing of whom they protect belongs there, which fewer read.
  const form = (await lena.get(`${here}/restriction-reviews`)).text
  expect([form.match(/id="field-(words|ownWords)-readers"[^]*?Mia Juhl \(mentor\)[^]*?whoever answers a request or inspects; and the person, in their file/g)?.length, form.match(/[Nn]othing of whom (they|it) protects?/g)?.length, form.includes('whom, what has changed')]).toEqual([2, 2, false])
  const far = await lena.send(`${here}/restriction-reviews`, { ...found, nextOn: '2027-12-01' })
  expect([far.status, far.text.includes('he works there by day'), far.text.includes('Restrictions are looked at again within three months')]).toEqual([422, true, true])
  expect((await lena.send(`${here}/restriction-reviews`, { ...found, nextOn: '2027-02-20' })).status).toBe(303)
  const page = (await lena.get(here)).text
  for (const said of ['The authority should be asked to ease them', 'I lose the job with it.', 'To be looked at again by 20 February 2027.']) expect(page).toContain(said)
  const late = await lena.send(here, { releaseOn: '2027-06-01', reason: 'Judgment', authority: 'Court', restrictions: words, restrictionsReviewOn: '2028-01-01' })
  expect(late.text).toMatch(/id="field-restrictionsReviewOn"[^>]*aria-invalid="true"/)
  expect((await (await visit('Amira')).get(`${here}/restriction-reviews`)).status).toBe(404)
  const free = await aParticipant()
  expect((await lena.get(`/people/${free.publicId}/release/restriction-reviews`)).text).toContain('Nothing restricts contact here.')
})
