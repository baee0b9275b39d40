import { beforeAll, expect, test } from 'vitest'
import { apiDoorsOf, pageDoorsOf } from '../../src/app/routes.ts'
import { newPublicId } from '../../src/platform/open-work.ts'
import { cast, type First } from '../seeds/cast.ts'
import { visit, type Page, type Visitor } from '../testing/index.ts'
import { aBarePerson, aColleague } from '../testing/scopes.ts'
import { freshId, put } from '../testing/superuser.ts'

// Not about a person of the register, and somebody's all the same: a referral and an officer's words to a unit that none of the cast coordinates, somebody else's desk and file.
const things: Record<string, string> = { referralId: newPublicId(), officerReferralId: newPublicId(), deskId: newPublicId(), fileId: newPublicId() }
const nothing = newPublicId()

const doors = [...pageDoorsOf().map((door) => ({ ...door, isApi: false })), ...apiDoorsOf().map((door) => ({ ...door, isApi: true }))]
  .filter(({ path }) => Object.keys(things).some((name) => path.includes(`{${name}}`))).map(({ method, path, isApi }) => ({ method, path, isApi, name: `${method} ${isApi ? '/api' : ''}${path}` }))
const everybody = cast.filter(({ first, role }) => role !== 'trainer' && cast.find((other) => other.role === role)?.first === first)
const visitors = new Map<First, Visitor>()

beforeAll(async () => {
  for (const { first } of everybody) visitors.set(first, await visit(first))
  const [{ unitId: unit_id }, stranger] = [await aBarePerson(), await aColleague()]
  const [at, on] = ['2026-11-20T09:00:00Z', '2026-11-20']
  await put('referrals', { id: await freshId(), public_id: things['referralId']!, receipt: 'HELD-BACK-0001', unit_id, state: 'received', source: 'case-manager', referred_by: stranger, referred_on: on, received_at: at, name: 'Held Back', why: 'Held back.', answer: 'yes' })
  await put('security_referrals', { id: await freshId(), public_id: things['officerReferralId']!, receipt: 'HELD-BACK-0002', unit_id, author_id: stranger, about_whom: 'Held Back', words: 'Held back.', written_on: on, written_at: at, erase_on: '2027-05-20' })
  await put('desks', { id: await freshId(), public_id: things['deskId']!, unit_id, place: 'Held back', code_hash: 'x', opened_by: stranger, opened_at: '2026-11-23T08:00:00Z', ends_at: '2026-11-23T18:00:00Z' })
  await put('import_files', { id: await freshId(), public_id: things['fileId']!, kind: 'referrals', owner_id: stranger, name: 'held-back.csv', size: 10, survey: '{}', sent_at: '2026-11-23T08:00:00Z', expires_at: '2026-11-24T08:00:00Z' })
})

test('it knows doors to such things', () => {
  for (const name of Object.keys(things)) expect(doors.filter(({ path }) => path.includes(`{${name}}`)).length, name).toBeGreaterThan(0)
})

test.each(doors)('$name: it answers each of the cast about what is somebody else\'s exactly as about nothing', async (door) => {
  for (const { first, role } of everybody) {
    const [theirs, none] = [await knock(visitors.get(first)!, door, things), await knock(visitors.get(first)!, door, {})]
    expect([role, theirs.status, bare(theirs)]).toEqual([role, none.status, bare(none)])
    expect(theirs.status, role).toBeLessThan(500)
    expect(theirs.text, role).not.toMatch(/held.back/i)
  }
})

function knock(visitor: Visitor, { method, path, isApi }: (typeof doors)[number], named: Record<string, string>): Promise<Page> {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? (name === 'kind' ? 'referrals' : nothing))
  const sent = { decision: 'declined', reason: 'x', opinion: 'x' }
  if (method === 'get') return isApi ? visitor.api(address) : visitor.get(address)
  return isApi ? visitor.api(address, sent) : visitor.send(address, sent, '/')
}

/** The page without what differs at each look: keys of forms, the address itself, and the name of the request. */
function bare({ text }: Page): string {
  return text.replaceAll(/(name="_\w+" value=")[^"]*/g, '$1').replaceAll(/(?<![0-9a-z])[0-9a-z]{16,}(?![0-9a-z])/g, '#').replaceAll(/[\w-]{32,}/g, '#')
}
