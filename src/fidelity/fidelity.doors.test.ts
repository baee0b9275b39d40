import { beforeAll, expect, test } from 'vitest'
import { become, colleagueId, offerProgrammes, visit, type Visitor } from '../../database/testing/index.ts'
import { aHeldSession, amiraHolds, ullaSupervisesAmira } from '../../database/testing/an-observed-session.ts'
import type { First } from '../../database/seeds/cast.ts'
import { day } from '../platform/day.ts'
import { nameObserver, whatIsAsked } from './fidelity.verbs.ts'

beforeAll(offerProgrammes)
beforeAll(ullaSupervisesAmira)

const publicIdOf = (first: First) => become('Kai', async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', await colleagueId(first)).executeTakeFirstOrThrow()).public_id)

async function filled(one: { publicId: string, session: string }, code: string) {
  const { items } = await become('Amira', (work) => whatIsAsked(work, one.session), { about: one.publicId })
  return Object.fromEntries(items.flatMap(({ id }, place) => [[`codes.${place}.item`, id], [`codes.${place}.code`, code]]))
}

const ratingOf = (one: { publicId: string, session: string }) => `/people/${one.publicId}/sessions/${one.session}/integrity`

test('it goes from a naming over two blind forms to both beside each other', async () => {
  const one = await aHeldSession()
  const [ulla, otto, amira] = [await visit('Ulla'), await visit('Otto'), await visit('Amira')]
  const named = await ulla.send(`/observers/${one.session}`, { observer: await publicIdOf('Otto'), reason: 'Her first sessions.', saidYes: 'true' })
  expect(named.status).toBe(303)
  expect((await ulla.get('/observers')).text).toContain('Otto Lindgren')

  expect((await otto.get('/')).text).toContain('Say how the session was held')
  const blank = (await otto.get(ratingOf(one))).text
  expect(blank).toContain('Problem solving: used where it was called for')
  expect(blank).toContain('contested no belief')
  expect((await otto.send(ratingOf(one), { ...await filled(one, 'partly'), restsOnCompetence: 'He was asked twice.' })).status).toBe(303)
  expect((await otto.get(ratingOf(one))).text).toContain('for them and their supervisor')

  expect((await amira.get('/')).text).toContain('somebody sat in, and sees nothing of yours')
  const hers = (await amira.get(ratingOf(one))).text
  expect(hers).not.toContain('He was asked twice.')
  expect(hers).not.toContain('checked')
  await amira.send(ratingOf(one), await filled(one, 'fully'))
  const both = (await amira.get(ratingOf(one))).text
  expect(both).toContain('<b>Partly</b>')
  expect(both).toContain('He was asked twice.')

  const supervisor = await ulla.get(`/integrity/of/${await publicIdOf('Amira')}/${one.session}`)
  expect(supervisor.text).toContain('He was asked twice.')
  expect(supervisor.text).not.toContain('Jonas Lind')
})

test('it keeps what was chosen, and says which answer is missing', async () => {
  const one = await aHeldSession()
  const amira = await visit('Amira')
  const again = await amira.send(ratingOf(one), { ...await filled(one, 'fully'), 'codes.3.code': '' })
  expect(again.status).toBe(422)
  expect(again.text).toMatch(/value="fully" checked/)
})

test('it asks for the person\'s yes at its field', async () => {
  const one = await aHeldSession()
  const again = await (await visit('Ulla')).send(`/observers/${one.session}`, { observer: await publicIdOf('Otto'), reason: 'Her first sessions.' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('without their yes nobody sits in')
  expect(again.text).toContain('Her first sessions.')
})

test('it gives a coefficient with n and interval from five sessions on, and none before', async () => {
  const one = await aHeldSession({ on: '2026-11-23' })
  const amira = await visit('Amira')
  const [otto, observer] = [await visit('Otto'), await publicIdOf('Otto')]
  await rated(one, { amira, otto, observer })
  expect((await amira.get('/integrity')).text).toContain('given from 5 sessions on')
  for (const time of ['07:00', '07:10', '07:20', '07:30', '07:40']) await rated({ ...one, session: await holdsAt(one, time) }, { amira, otto, observer })
  expect((await amira.get('/integrity')).text).toMatch(/−?\d[\d.]* \([^)]*n = \d+\)/)
})

async function holdsAt(one: { publicId: string }, time: string) {
  return amiraHolds(one, day('2026-11-23'), time)
}

async function rated(one: { publicId: string, session: string, about: { about: string, shows: string } }, { amira, otto, observer }: { amira: Visitor, otto: Visitor, observer: string }) {
  await become('Ulla', (work) => nameObserver(work, one.session, { observer, reason: 'Every tenth.', saidYes: true }), { does: 'collect' })
  await amira.send(ratingOf(one), { ...await filled(one, 'fully'), 'codes.0.code': 'partly' })
  await otto.send(ratingOf(one), { ...await filled(one, 'fully'), 'codes.1.code': 'partly' })
}

test('it does not exist for colleagues who work with the person otherwise, nor for the head', async () => {
  const one = await aHeldSession()
  for (const first of ['Mia', 'Kai', 'Noor', 'Olga', 'Viktor', 'Rune'] as const) expect((await (await visit(first)).get(ratingOf(one))).status, first).toBe(404)
  for (const first of ['Amira', 'Mia', 'Kai', 'Olga', 'Petra'] as const) expect((await (await visit(first)).get(`/integrity/of/${await publicIdOf('Amira')}`)).status, first).toBe(404)
  for (const first of ['Amira', 'Mia', 'Otto', 'Olga'] as const) expect((await (await visit(first)).get('/observers')).status, first).toBe(404)
})
