import { expect, test } from 'vitest'
import { personKeys } from './person-words.ts'
import { translations } from './translations.ts'
import { treeOf } from './tree.ts'

const english = JSON.stringify({ 'plan.own': 'My plan', 'plan.due': '{{name}} by {{day}}', 'plan.days_one': '{{count}} day', 'plan.days_other': '{{count}} days', 'plan.state.running': 'Running', 'plan.staff': 'For colleagues', 'plan.refused.late': 'Too late' })
const pages = [
  "import { later } from './later.ts'", "import { Head } from './parts.ts'", "const own = { for: ['person'] } as const", 'const kept = { ...own, draft: true }',
  "page.get('/own/plan', { ...kept }, (work) => show(later(work)))",
  "page.get('/plans', { for: ['casework'] }, () => t('plan.staff'))",
].join('\n')
const later = "import { refuse } from 'x'\nexport function later(work) { if (work) throw refuse('plan-late')\n return [t('plan.own'), t(`plan.state.${work.state}`), t('plan.days', { count: 2 })] }\nfunction never() { return t('plan.due', {}) }"
const refusals = "export const list = refusals({ 'plan-late': { status: 409, says: 'plan.refused.late' } })"
const whole = { 'src/plans/plans.words.en.json': english, 'src/plans/plans.pages.tsx': pages, 'src/plans/later.ts': later, 'src/plans/plans.refusals.ts': refusals }

const danish = { 'plan.own': 'Min plan', 'plan.state.running': 'I gang', 'plan.days_one': '{{count}} dag', 'plan.days_other': '{{count}} dage', 'plan.refused.late': 'For sent' }
const look = async (code: string, own: Record<string, string>, file = `src/plans/plans.words.${code}.json`) => (await translations.look(treeOf({ ...whole, [file]: JSON.stringify(own) }))).problems

test('it knows what a person can meet: from their doors through what these call, refusals too, and nothing of colleagues', () => {
  const keys = new Set(['plan.own', 'plan.due', 'plan.days', 'plan.state.running', 'plan.staff', 'plan.refused.late'])
  expect([...personKeys(treeOf(whole), keys)].sort()).toEqual(['plan.days', 'plan.own', 'plan.refused.late', 'plan.state.running'])
})

test('it is content with a language that says all of that', async () => {
  expect(await look('da', danish)).toEqual([])
})

test('it finds what a person would meet in English', async () => {
  const { 'plan.own': _, ...less } = danish
  expect(await look('da', less)).toEqual(['src/plans/plans.words.da.json lacks plan.own, and a person can meet it'])
})

test('it finds a translation of nothing, one without text, and one that stands elsewhere', async () => {
  expect(await look('da', { ...danish, 'plan.titel': 'Plan', 'plan.staff': ' ' })).toEqual(['src/plans/plans.words.da.json: plan.titel is in no English catalogue', 'src/plans/plans.words.da.json: plan.staff has no text'])
  expect(await look('da', danish, 'src/people/people.words.da.json')).toHaveLength(Object.keys(danish).length)
})

test('it finds a place for a value that is lost or invented; a number may be said in a word', async () => {
  expect(await look('da', { ...danish, 'plan.due': '{{name}} senest {{dag}}' })).toEqual(['src/plans/plans.words.da.json: plan.due has other places for values than the English sentence'])
  expect(await look('da', { ...danish, 'plan.days_one': 'en dag' })).toEqual([])
})

test('it asks for the plural forms of the language: six in Arabic', async () => {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [`plan.days_${form}`, '{{count}} يوم'] as const)
  expect(await look('ar', { ...danish, ...Object.fromEntries(forms) })).toEqual([])
  expect(await look('ar', danish)).toHaveLength(2)
})
