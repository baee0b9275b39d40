import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { become, colleagueId, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { freshId, put } from '../../../database/testing/superuser.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Work } from '../../platform/work.ts'
import { offer, offeredCatalogue, type Programme } from '../../programmes/index.ts'
import { noteState } from '../adapt-plan.ts'
import { decideUnits, finishUnit, type UnitDecision } from '../choose-units.ts'
import { chosenUnits } from '../plans.queries.ts'
import { beginStage } from '../stages/begin-stage.ts'
import { movePlan } from './move-plan.ts'

beforeEach(async () => {
  (await testHouse()).clock.now = testMoment
  await offerProgrammes()
})
afterEach(offerProgrammes)

const at = (plan: Planned) => `/people/${plan.publicId}/plans/${plan.planId}`
const asAmira = (plan: Planned, run: (work: Work) => Promise<unknown>) => become('Amira', run, { about: plan.publicId, does: 'collect' })
const decide = (plan: Planned, ...units: UnitDecision[]) => asAmira(plan, (work) => decideUnits(work, plan.planId, { units }))
const inMain = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''

/** A plan with a part, a stage and a state that the version offered from now on no longer has. */
async function aPlanBehind(): Promise<Planned> {
  const nils = await aPlan({ programme: 'healthy-identity' })
  await decide(nils, { unitId: 'mindfulness', decision: 'choose', reason: 'Own wish' }, { unitId: 'self_image', decision: 'choose', reason: 'Needed' }, { unitId: 'moving_on', decision: 'leave-out', reason: 'Later' })
  await asAmira(nils, (work) => beginStage(work, nils.planId, { stage: 'planning', beginsOn: day('2026-11-23') }))
  await asAmira(nils, (work) => noteState(work, nils.planId, { state: 'doubting', reason: 'He says so.', seenOn: day('2026-11-23') }))
  const dropped = (id: string) => ['mindfulness', 'moving_on', 'planning', 'doubting'].includes(id)
  offerSecondVersion((one) => ({
    ...one, units: one.units === 'not_established' ? one.units : one.units.filter(({ id }) => !dropped(id)), stages: one.stages.filter(({ id }) => !dropped(id)),
    states: one.states === 'not_established' ? one.states : { ...one.states, values: one.states.values.filter(({ id }) => !dropped(id)) } }))
  return nils
}

// The version that plans here are made with, and the one offered after it.
let [first, second] = [0, 0]

function offerSecondVersion(changed: (definition: Programme) => Programme): void {
  const before = offeredCatalogue()
  const loaded = before.definitions.get('healthy-identity')!
  first = loaded.definition.version
  second = first + 1
  offer({ ...before, definitions: new Map([...before.definitions, ['healthy-identity', { ...loaded, hash: 'second', definition: { ...changed(loaded.definition), version: second } }]]) })
}

test('it says before the move, by name, what stands in the plan and the newer version no longer has; to whoever may not read the content, only what was dropped', async () => {
  const nils = await aPlanBehind()
  const page = inMain((await (await visit('Amira')).get(`${at(nils)}/version`)).text)
  for (const words of ['the part “Mindfulness”', 'the part “Moving On”', 'the stage “Choice of sessions”', '“Begun to have doubts”, noted as where']) expect(page).toContain(words)
  expect(page).not.toContain('Self-Image')
  const forKai = inMain((await (await visit('Kai')).get(`${at(nils)}/version`)).text)
  expect(forKai).toContain('the stage “Choice of sessions”')
  expect(forKai).toContain('also dropped: Mindfulness, Moving On and Begun to have doubts. Whether they stand')
  expect(forKai).not.toContain('which is decided on')
})

test('it keeps the old names everywhere after the move, never an id, and what is no longer there can be left out but not chosen anew', async () => {
  const nils = await aPlanBehind()
  const amira = await visit('Amira')
  expect((await amira.send(`${at(nils)}/version`, { reason: 'The new one is shorter.' })).status).toBe(303)
  const pages = [at(nils), `${at(nils)}/units`, `${at(nils)}/units/mindfulness/done`, `${at(nils)}/stages`, `/people/${nils.publicId}`]
  const texts = await Promise.all(pages.map(async (path) => inMain((await amira.get(path)).text)))
  expect(texts.map((text) => [text.includes('Mindfulness') || text.includes('Choice of sessions'), />(?:mindfulness|moving_on|planning|doubting)</.test(text)])).toEqual(pages.map(() => [true, false]))
  for (const words of ['Mindfulness</b><span class="muted">, from an earlier version', 'Choice of sessions', 'Begun to have doubts', 'Moving On']) expect(texts[0]).toContain(words)
  expect(inMain((await (await visitAsParticipant(nils)).get('/own/plan')).text)).toContain('Mindfulness')
  await expect(decide(nils, { unitId: 'moving_on', decision: 'choose', reason: 'Now' })).rejects.toThrow('unit-not-of-programme')
  await decide(nils, { unitId: 'mindfulness', decision: 'leave-out', reason: 'The programme dropped it.' })
  await decide(nils, { unitId: 'mindfulness', decision: 'later' })
  expect((await amira.api(`${at(nils)}/units`)).json).toMatchObject({ units: [{ unitId: 'self_image', title: 'Self-Image' }, { unitId: 'moving_on', title: 'Moving On', decision: 'left-out' }] })
})

test('it moves and warns over the interface by the same verb: the coordinator and the facilitator, not the mentor', async () => {
  const nils = await aPlanBehind()
  const [amira, kai, mia] = [await visit('Amira'), await visit('Kai'), await visit('Mia')]
  expect((await amira.api(`${at(nils)}/version`)).json).toMatchObject({ version: first, newer: second, noLongerThere: [
    { kind: 'unit', title: 'Mindfulness', standsInThisPlan: true }, { kind: 'unit', id: 'moving_on' }, { kind: 'stage', id: 'planning' }, { kind: 'state', id: 'doubting', title: 'Begun to have doubts' }] })
  expect((await kai.api(`${at(nils)}/version`)).json).toMatchObject({ noLongerThere: [{ kind: 'stage', standsInThisPlan: true }, { kind: 'unit', id: 'mindfulness', standsInThisPlan: null }, { kind: 'unit' }, { kind: 'state' }] })
  for (const body of [undefined, { reason: 'r' }]) expect((await mia.api(`${at(nils)}/version`, body)).json).toMatchObject({ code: 'plan-not-yours' })
  expect((await kai.api(`${at(nils)}/version`, { reason: 'Shorter.', revision: 99 })).json).toMatchObject({ code: 'plan-changed-meanwhile' })
  expect((await kai.api(`${at(nils)}/version`, { reason: 'Shorter.' })).json).toMatchObject({ version: second })
  expect((await kai.api(`${at(nils)}/version`)).json).toEqual({ version: second, newer: null, noLongerThere: [] })
})

test('it treats a part as about the offence as soon as the version that the plan was moved to says so, though it was chosen as another', async () => {
  const kaur = await aPlan({ programme: 'healthy-identity', status: 'remand' })
  await decide(kaur, { unitId: 'mindfulness', decision: 'choose', reason: 'Own wish' })
  offerSecondVersion((one) => ({ ...one, units: one.units === 'not_established' ? one.units : one.units.map((unit) => (unit.id === 'mindfulness' ? { ...unit, offence_focused: true } : unit)) }))
  const chosen = () => become('Amira', (work) => chosenUnits(work, kaur.id), { about: kaur.publicId })
  expect(await chosen()).toMatchObject([{ unitId: 'mindfulness', aboutTheOffence: false }])
  await become('Kai', (work) => movePlan(work, kaur.planId, { reason: 'It is about the offence after all.' }), { about: kaur.publicId, does: 'alter' })
  expect(await chosen()).toMatchObject([{ unitId: 'mindfulness', aboutTheOffence: true }])
  await expect(asAmira(kaur, (work) => finishUnit(work, kaur.planId, { unitId: 'mindfulness', doneOn: work.today }))).rejects.toThrow('unit-locked')
  const page = inMain((await (await visit('Amira')).get(at(kaur))).text)
  expect([page.includes('locked now'), page.includes('/units/mindfulness/done')]).toEqual([true, false])
})

test('it is locked by the database too: neither a unit planned before the move nor one written past the verbs as another is given while guilt is open', async () => {
  const kaur = await aPlan({ programme: 'healthy-identity', status: 'remand' })
  await decide(kaur, { unitId: 'mindfulness', decision: 'choose', reason: 'Own wish' }, { unitId: 'self_image', decision: 'choose', reason: 'Own wish' })
  const session = await sessionWith(kaur, 'mindfulness', 'self_image')
  offerSecondVersion((one) => ({ ...one, units: one.units === 'not_established' ? one.units : one.units.map((unit) => (unit.id === 'mindfulness' ? { ...unit, offence_focused: true } : unit)) }))
  const give = (unit: string) => asAmira(kaur, (work) => work.db.updateTable('session_units').set({ delivered: true }).where('session_id', '=', session).where('unit_id', '=', unit).execute())
  await become('Kai', (work) => movePlan(work, kaur.planId, { reason: 'It is about the offence after all.' }), { about: kaur.publicId, does: 'alter' })
  await expect(give('mindfulness')).rejects.toThrow(/row-level security/)
  await give('self_image')
  const another = await sessionWith(kaur)
  const write = (unit: string) => asAmira(kaur, (work) => work.db.insertInto('session_units').values({ session_id: another, participant_id: kaur.id, author_id: work.actor.id, unit_id: unit, name: unit, about_the_offence: false, planned: false, delivered: true }).execute())
  await expect(write('mindfulness')).rejects.toThrow(/row-level security/)
  await write('self_image')
})

test('it is marked by whoever may move the plan and by nobody else, and the mark is taken off by no hand', async () => {
  const kaur = await aPlan({ programme: 'healthy-identity', status: 'remand' })
  await decide(kaur, { unitId: 'mindfulness', decision: 'choose', reason: 'Own wish' })
  const { plan_id: plan } = await become('Amira', (work) => work.db.selectFrom('plan_units').select(['plan_id', 'participant_id']).where('participant_id', '=', kaur.id).executeTakeFirstOrThrow(), { about: kaur.publicId })
  const marked = async () => (await become('Amira', (work) => chosenUnits(work, kaur.id), { about: kaur.publicId }))[0]!.aboutTheOffence
  const mark = (first: 'Mia' | 'Kai') => become(first, (work) => sql`select lock_units(${plan}, array['mindfulness'])`.execute(work.db), { about: kaur.publicId, does: 'alter' })
  await mark('Mia')
  expect(await marked()).toBe(false)
  await mark('Kai')
  expect(await marked()).toBe(true)
  await expect(asAmira(kaur, (work) => work.db.updateTable('plan_units').set({ about_the_offence: false }).where('plan_id', '=', plan).execute())).rejects.toThrow(/permission denied/)
})

/** A session that Amira planned with these units; its id. */
async function sessionWith(person: Planned, ...units: string[]): Promise<number> {
  const [id, publicId] = [await freshId(), newPublicId()]
  await put('sessions', { id, public_id: publicId, participant_id: person.id, author_id: await colleagueId('Amira'), starts_at: `2026-12-0${1 + units.length}T09:00:00Z`, minutes: 60, state: 'planned', recorded_at: testMoment })
  for (const unit of units) await put('session_units', { session_id: id, participant_id: person.id, author_id: await colleagueId('Amira'), unit_id: unit, name: unit, about_the_offence: false, planned: true, delivered: false })
  return id
}
