import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { boundsOf, sessionRange } from './dose.ts'
import { agreementReviewMonths, checkAll, isOffenceFocused, mayAskAboutBeliefs, notEstablishedIn, partsOf, sourceIdsOf, sourcesFor, surenessOf, unitsOf, unitsOpenOnRemand } from './index.ts'
import { statementsIn } from './programme-form.ts'

const home = fileURLToPath(new URL('../../definitions', import.meta.url))

const catalogue = await checkAll(home)

function programme(id: string) {
  const loaded = catalogue.definitions.get(id)
  if (!loaded) throw new Error(`There is no definition ${id}.`)
  return loaded.definition
}

test('it loads every definition of the folder without a finding', () => {
  const files = readdirSync(`${home}/programmes`).filter(name => name.endsWith('.yaml'))
  expect(catalogue.findings).toEqual([])
  expect([...catalogue.definitions.keys()].toSorted()).toEqual(files.map(name => name.replace('.yaml', '')).toSorted())
  expect(files.length).toBeGreaterThanOrEqual(6)
})

test('it keeps definitions between 40 and 300 lines', () => {
  for (const { file, text } of catalogue.definitions.values()) {
    const lines = text.split('\n').length
    expect(lines, file).toBeGreaterThanOrEqual(40)
    expect(lines, file).toBeLessThanOrEqual(300)
  }
})

test('it lists no source that no definition names', () => {
  const used = new Set([...catalogue.definitions.values()].flatMap(({ definition }) => statementsIn(definition).flatMap(({ statement }) => sourceIdsOf(statement))))
  const framing = readdirSync(`${home}/coding-frames`).map(name => readFileSync(`${home}/coding-frames/${name}`, 'utf8')).join('\n')
  expect([...catalogue.sources.keys()].filter(id => !used.has(id) && !framing.includes(`source: ${id}`))).toEqual([])
})

test('it reviews the mentoring agreement of Back on Track every three months, as the deck says', () => {
  expect(agreementReviewMonths(programme('back-on-track'))).toBe(3)
  expect(agreementReviewMonths(programme('entre'))).toBeUndefined()
})

test('it gives Entré fifty sessions twice a week and five themes, and never asks about beliefs there', () => {
  const entre = programme('entre')
  expect(partsOf(entre.dose)[0]).toMatchObject({ count: 50, minutes: { min: 60, max: 90 }, frequency: { times: 2, per: 'week' } })
  expect(unitsOf(entre)).toHaveLength(5)
  expect(mayAskAboutBeliefs(entre)).toBe(false)
})

test('it gives Healthy Identity eight groups of sessions, three states with aims, and one or two facilitators', () => {
  const healthyIdentity = programme('healthy-identity')
  expect(unitsOf(healthyIdentity).map(unit => unit.title)).toEqual(['Engagement and Insight', 'Foundation', 'Mindfulness', 'Personal Identity', 'Group Involvement and Conflict', 'Self-Image', 'Seeking Change', 'Moving On'])
  expect(healthyIdentity.states).toMatchObject({ reversible: true, values: [{ id: 'engaged' }, { id: 'doubting' }, { id: 'disengaged' }] })
  expect(boundsOf(healthyIdentity.roles[0]?.per_case)).toMatchObject({ min: 1, max: 2 })
  expect(sessionRange(healthyIdentity)).toEqual({ min: 10, max: 32 })
})

test('it closes the offence-focused units on remand', () => {
  const entre = programme('entre')
  expect(unitsOf(entre).filter(isOffenceFocused).map(unit => unit.id)).toEqual(['aggression_history'])
  expect(unitsOpenOnRemand(entre)).toHaveLength(4)
})

test('it shows no unverified fact as established', () => {
  const alFurqan = programme('al-furqan')
  const sources = sourcesFor(catalogue, alFurqan)
  expect(surenessOf(alFurqan.settings, 'in', sources)).toBe('unverified')
  expect(surenessOf(alFurqan.aims[0] ?? {}, 'says', sources)).toBe('established')
  expect(surenessOf(alFurqan.network, 'judged_by', sources)).toBe('proposed')
  expect(surenessOf(alFurqan.network, 'default', sources)).toBe('not_established')
})

test('it lets the weakest of several sources count, and a band rest on the dose that it is in', () => {
  const rive = programme('rive')
  const sources = sourcesFor(catalogue, rive)
  const [contact] = partsOf(rive.dose)
  expect(surenessOf(programme('back-on-track').stance, 'contests_beliefs', sources)).toBe('inferred')
  expect(surenessOf({}, 'hours_per_week', sources, contact)).toBe('established')
  expect(surenessOf(contact?.bands[0] ?? {}, 'until_month', sources, contact)).toBe('not_established')
})

test('it ships no claim that a programme works', () => {
  for (const { definition } of catalogue.definitions.values()) expect(definition.evaluation.claims, definition.id).toEqual([])
})

test('it says what is not established, by the place in the definition', () => {
  expect(notEstablishedIn(programme('back-on-track'))).toEqual(expect.arrayContaining(['instruments', 'dose.meetings.minutes', 'dose.meetings.frequency', 'team.matching.criteria']))
})

test('it offers the access roles of access.yaml and no others', () => {
  const access = readFileSync(fileURLToPath(new URL('../access/access.yaml', import.meta.url)), 'utf8')
  const roles = /^roles: \[([^\]]*)\]/m.exec(access)?.[1]?.split(',').map(role => role.trim()) ?? []
  const schema = JSON.parse(readFileSync(`${home}/schema/programme.schema.json`, 'utf8')) as { $defs: { role: { properties: { may_act_as: { enum: string[] } } } } }
  const offered = schema.$defs.role.properties.may_act_as.enum
  expect(roles.length).toBeGreaterThan(10)
  expect(offered.filter(role => role !== 'none' && !roles.includes(role))).toEqual([])
})
