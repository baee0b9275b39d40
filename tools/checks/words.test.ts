import { expect, test } from 'vitest'
import { treeOf } from './tree.ts'
import { words } from './words.ts'

const catalogue = JSON.stringify({
  'plan.title': 'Plan', 'plan.days_one': '{{count}} day', 'plan.days_other': '{{count}} days', 'plan.state.signed': 'Signed', 'plan.refused.late': 'Too late',
})
const pages = "const a = t('plan.title'), b = t('plan.days', { count: 2 }), c = t(`plan.state.${state}`)\nexport const d = <h1 title={a}>{b}: 12 {c}</h1>"
const refusals = "export const planRefusals = refusals({ late: { status: 409, says: 'plan.refused.late' } })"
const whole = { 'src/plans/plans.words.en.json': catalogue, 'src/plans/plans.pages.tsx': pages, 'src/plans/plans.refusals.ts': refusals }

const look = async (changed: Record<string, string>) => (await words.look(treeOf({ ...whole, ...changed }))).problems

test('it finds nothing wrong where every key is there and said', async () => {
  expect(await look({})).toEqual([])
})

test('it finds a key that is in no catalogue, said by a page or by a refusal', async () => {
  expect(await look({ 'src/plans/other.pages.tsx': "t('plan.gone'); t(`plan.nothing.${x}`); t(is ? 'plan.title' : 'plan.titel')" })).toHaveLength(3)
  expect(await look({ 'src/plans/other.refusals.ts': "refusals({ x: { says: 'plan.refused.gone' } })" })).toEqual(['src/plans/other.refusals.ts says plan.refused.gone, which is in no catalogue'])
})

test('it finds a key that nobody says, and a test does not count', async () => {
  expect(await look({ 'src/plans/more.words.en.json': '{ "plan.more": "More" }', 'src/plans/more.test.ts': "t('plan.more')" })).toEqual(['src/plans/more.words.en.json: nobody says plan.more'])
})

test('it finds a sentence outside the catalogues', async () => {
  expect(await look({ 'src/plans/bare.pages.tsx': '<p aria-label="Next step">Agreed on {day}</p>' })).toHaveLength(2)
})

test('it finds a key in two catalogues', async () => {
  expect(await look({ 'src/people/people.words.en.json': '{ "plan.title": "Plan" }' })).toEqual(['src/plans/plans.words.en.json: plan.title stands in src/people/people.words.en.json too'])
})
