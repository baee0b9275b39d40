import fc from 'fast-check'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import schema from '../../definitions/schema/programme.schema.json' with { type: 'json' }
import { checkDefinition, definitionAsKept } from './check-definition.ts'
import { guideExample } from '../../database/testing/guide-example.ts'
import { textIn } from './programme.ts'

/** Written from the guide by somebody with another programme: a group with single sessions beside it, partly by court order. */
const stranger = `
schema: waymark-programme/1
id: leaving-together
version: 3
title: Leaving together
country: CA
sources:
  - {id: board-2025, title: Decision of the board, year: 2025-03}
  - {id: memory, title: What the founders remember, standing: unverified}
owner: {says: A charity in two towns, source: board-2025}
dates: [{event: in_use, on: 2019, source: memory}]
settings: {in: [probation, community], source: board-2025}
target_group: {says: Adults after an offence of group violence, motives: any, source: board-2025}
aims: [{id: out, says: Out of the group, source: board-2025}]
stance: {contests_beliefs: not_established, says: not_established}
participation:
  basis: either
  source: board-2025
  withdrawal: {says: In writing or by word to anybody, consequence: decided_by_the_authority, source: board-2025}
  order: {reference: required, end_date: required, complaint_route: The ombudsman of the province, source: board-2025}
roles:
  - {id: leader, title: Group leader, kind: staff, may_act_as: facilitator, per_case: 2, source: board-2025}
  - {id: former, title: Somebody who left before, kind: former, may_act_as: mentor, per_case: {min: 0, max: 1}, source: memory}
  - {id: office, title: Probation office, kind: agency, may_act_as: none, agency: probation, source: board-2025}
rules: not_established
instruments: not_established
stages:
  - {id: talk, title: First talk, kind: assessment, source: board-2025}
  - {id: group, title: Group, kind: delivery, after: [talk], source: board-2025}
  - {id: single, title: Single sessions, kind: delivery, after: [talk], source: board-2025}
  - {id: end, title: End, kind: closing, after: [group, single], source: board-2025}
units:
  - {id: harm, title: Who was harmed, selection: optional, offence_focused: true, caution: May hurt again, source: memory}
dose:
  - {id: evenings, title: Evenings, counted_in: sessions, stages: [group], form: group, count: {min: 20, max: 24}, minutes: 180, frequency: {times: 1, per: week}, lasts_weeks: {max: 30}, source: board-2025}
  - {id: alone, title: Alone, counted_in: hours, stages: [single], form: one_to_one, bands: [{from_month: 0, until_month: 2, hours_per_week: {max: 2}, source: memory}, {from_month: 2, until_month: open, hours_per_week: not_established}], source: memory, design_proposals: [form]}
team: {shape: group, rings: [{ring: inner, roles: [leader, former]}], minimum: [{role: leader, count: 2}], below_minimum: opens_a_task, source: board-2025}
agreements: not_established
forums: []
sharing:
  - {id: attendance, to: office, what: [attendance], trigger: report_due, basis: court_order, participant_told: true, source: board-2025}
states: not_established
measures: []
network: {default: sought, involve_if: [participant_consents, person_consents, judged_positive_resource], judged_by: leader, source: memory}
evaluation:
  participant_from: {says: The second evening, source: board-2025}
  completion: {says: Twenty evenings attended, source: board-2025}
  evidence: [{id: survey, design: interviews, population: this_programme, n: 31, finding: Most would come again, as_of: 2024, source: board-2025}]
  claims: [{claim: acceptable_to_participants, rests_on: survey}]
translations: {fr: {title: Partir ensemble, units.harm.title: Qui a été blessé}}
`

test('it loads a stranger’s programme that was written from the guide alone', () => {
  const { definition, findings } = checkDefinition('leaving-together.yaml', stranger)
  expect(findings).toEqual([])
  expect(definition).toMatchObject({ id: 'leaving-together', version: 3, methods: [], records: [] })
  if (!definition) return
  expect(textIn(definition, 'units.harm.title', 'fr')).toBe('Qui a été blessé')
  expect(textIn(definition, 'units.harm.title', 'nb')).toBe('Who was harmed')
})

test('it reads a kept version also when a rule of today would refuse it', () => {
  const kept = stranger.replace('claims: [{claim: acceptable_to_participants, rests_on: survey}]', 'claims: [{claim: less_reoffending, rests_on: survey}]')
  expect(checkDefinition('leaving-together.yaml', kept).definition).toBeUndefined()
  expect(definitionAsKept(kept)).toEqual({ ...definitionAsKept(stranger), evaluation: expect.objectContaining({ claims: [{ claim: 'less_reoffending', rests_on: 'survey' }] }) })
})

test('it has a published schema that is itself sound', () => {
  expect(new Ajv2020({ allowUnionTypes: true }).validateSchema(schema)).toBe(true)
})

test('it refuses what is no definition with one sentence', () => {
  for (const text of ['', '[]', 'hello', '42', '--- {}\n--- {}', '\u0000']) expect(checkDefinition('x.yaml', text).findings, text).toHaveLength(1)
})

test('it tells a missing section and a part of a wrong kind once, and not what they lack inside', () => {
  const rules = (text: string) => checkDefinition('river-mentoring.yaml', text).findings.map(finding => `${finding.line} ${finding.rule}`)
  expect(rules(guideExample().replace(/^evaluation:[^]*/m, ''))).toEqual(['1 form'])
  expect(rules(guideExample().replace('owner: {says: River association, source: handbook}', 'owner: River association'))).toEqual(['8 form'])
  expect(rules('id: river-mentoring').every(one => one === '1 form')).toBe(true)
})

test('it refuses a bomb of aliases and a tower of brackets, and says why', () => {
  const bomb = `a: &a [x, x]\n${'bcdefgh'.split('').map((name, index) => `${name}: &${name} [*${'abcdefg'[index]}, *${'abcdefg'[index]}]`).join('\n')}`
  expect(checkDefinition('x.yaml', bomb).findings.map(finding => finding.rule)).toEqual(['alias'])
  expect(checkDefinition('x.yaml', `a: ${'['.repeat(90_000)}`).findings.length).toBeGreaterThan(0)
})

test('it never throws, whatever text it is given, and gives a definition only without a finding', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), text => holds(text)), { numRuns: 150 })
})

test('it never throws, whatever is put in the place of a part of a good definition', () => {
  const places = placesIn(guideExample())
  expect(places).toBeGreaterThan(100)
  const anything = fc.anything({ withBigInt: false, withDate: false, withMap: false, withSet: false, withTypedArray: false, maxDepth: 3 })
  fc.assert(fc.property(fc.nat(places - 1), fc.oneof(anything, fc.constantFrom('not_established', 'participant', '', '{{x}}', 'open', -1, [], {})), (place, value) => holds(changed(guideExample(), place, value))), { numRuns: 250 })
})

function holds(text: string): boolean {
  const { definition, findings } = checkDefinition('river-mentoring.yaml', text)
  return (definition === undefined) === (findings.length > 0) && findings.every(finding => finding.line >= 1 && finding.sentence !== '' && !finding.sentence.includes('must be must'))
}

type Holder = { items: { value?: unknown }[] }

/** The holders of a definition's parts, with the number of the part: every place where something else could stand. */
function partsIn(node: unknown): [Holder, number][] {
  if (!isMap(node) && !isSeq(node)) return []
  return node.items.flatMap((item, index): [Holder, number][] => [[node as Holder, index], ...partsIn(isMap(node) ? (item as { value: unknown }).value : item)])
}

function placesIn(text: string): number {
  return partsIn(parseDocument(text).contents).length
}

function changed(text: string, place: number, value: unknown): string {
  const document = parseDocument(text)
  const [holder, index] = partsIn(document.contents)[place] ?? []
  if (!holder || index === undefined) return text
  const node = document.createNode(value ?? null)
  const item = holder.items[index]
  if (item && 'key' in item && !isScalar(item)) item.value = node
  else holder.items[index] = node as { value?: unknown }
  return document.toString()
}
