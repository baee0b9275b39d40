import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDefinition } from '../check-definition.ts'
import { exampleWith, guideExample } from '../../../database/testing/guide-example.ts'

/** rule · passage of the example · what stands there instead · a text on the line that must be named */
const bad: [rule: string, passage: string, instead: string, on: string][] = [
  ['yaml', 'title: River mentoring', 'title: "River mentoring', 'title: "River'],
  ['yaml', 'version: 1', 'version: 1\nversion: 2', 'version: 2'],
  ['yaml', 'title: River mentoring', 'title: !name River mentoring', 'title: !name'],
  ['yaml', 'forums: []', 'forums: []\n---\nforums: []', '---'],
  ['yaml', '  - {id: closing,', '\t- {id: closing,', '\t- {id: closing'],
  ['yaml', 'says: Adults who want', 'says: Adults: those who want', 'target_group: {'],
  ['unseen-character', 'title: River mentoring', 'title: "River \\u0000mentoring"', 'title: "River'],
  ['unseen-character', 'title: River mentoring', 'title: River \u202Ementoring', 'title: River'],
  ['alias', 'instruments: []', 'instruments: &none []', 'instruments: &none'],
  ['form', 'version: 1', 'version: one', 'version: one'],
  ['form', 'version: 1', 'version: 1000000000000', 'version: 1000'],
  ['form', 'count: open', 'count: .inf', '  - {id: meetings'],
  ['form', 'per_case: 1', 'per_case: 10001', '  - {id: mentor'],
  ['form', 'forums: []', 'forum: []\nforums: []', 'forum: []'],
  ['form', 'title: River mentoring\n', '', 'schema: waymark'],
  ['form', 'minutes: {min: 45, max: 90}', 'minutes: long', '  - {id: meetings'],
  ['form', 'minutes: {min: 45, max: 90}', 'minutes: {least: 45}', '  - {id: meetings'],
  ['form', 'minutes: {min: 45, max: 90}', 'minutes: {min: "45"}', '  - {id: meetings'],
  ['form', 'may_act_as: mentor', 'may_act_as: administrator', '  - {id: mentor'],
  ['form', 'review_every_months: 2', 'review_every_months: 24', '  - {id: agreement'],
  ['id-is-file-name', 'id: river-mentoring', 'id: lake-mentoring', 'id: lake-mentoring'],
  ['id-is-an-address', 'id: river-mentoring', 'id: compare', 'id: compare'],
  ['unknown-role', 'judged_by: mentor', 'judged_by: chaplain', 'judged_by: chaplain'],
  ['unknown-role', 'parties: [participant, mentor]', 'parties: [participant, uncle]', '  - {id: agreement'],
  ['unknown-name', 'stages: [mentoring]', 'stages: [swimming]', '  - {id: meetings'],
  ['unknown-name', 'rules: [wants_to_leave]', 'rules: [wants_to_stay]', '  - {id: matching'],
  ['double-id', '{id: closing, title: Closing', '{id: matching, title: Closing', 'title: Closing'],
  ['stage-loop', 'kind: delivery', 'kind: delivery, after: [closing]', '  - {id: mentoring'],
  ['stage-not-reached', 'kind: closing', 'kind: closing, after: []', '  - {id: closing'],
  ['exit-not-answered', 'decided_by: coordinator, rules', 'rules', '  - {id: matching'],
  ['formulation-first', 'units: []', 'units:\n  - {id: past, title: The past, selection: by_formulation, offence_focused: true, source: handbook}', '  - {id: past'],
  ['instrument-not-ready', 'instruments: []', 'instruments:\n  - {id: tool, title: Tool, for: [gate], required: true, source: handbook}', '  - {id: tool'],
  ['instrument-wording', 'instruments: []', 'instruments:\n  - {id: tool, title: Tool, for: [gate], items: [How are you?], source: handbook}', '  - {id: tool'],
  ['role-conflict', 'kind: staff, may_act_as: coordinator', 'kind: staff, may_act_as: coordinator, does: [assesses_risk_for_others, holds_confidential_talks]', '  - {id: coordinator'],
  ['team-minimum', '  minimum: [{role: mentor, count: 1}]\n', '', 'team:'],
  ['team-minimum', 'below_minimum: opens_a_task', 'below_minimum: continues', 'below_minimum: continues'],
  ['team-cannot-be-filled', 'count: 1}]', 'count: 3}]', 'minimum: [{role'],
  ['network-rule', 'person_consents, ', '', 'network: {'],
  ['range-order', 'minutes: {min: 45, max: 90}', 'minutes: {min: 90, max: 45}', '  - {id: meetings'],
  ['dose-too-short', 'count: open', 'count: 80', '  - {id: meetings'],
  ['dose-longer-than-a-day', 'minutes: {min: 45, max: 90}', 'minutes: 4500', '  - {id: meetings'],
  ['dose-longer-than-a-day', 'minutes: {min: 45, max: 90}', 'minutes: {typical: 3000}', '  - {id: meetings'],
  ['dose-never', 'frequency: {times: 1, per: week}, lasts', 'frequency: {times: 0, per: week}, lasts', '  - {id: meetings'],
  ['dose-hours', 'minutes: {min: 45, max: 90}, frequency: {times: 1, per: week}', 'minutes: 600, frequency: {times: 5, per: day}', '  - {id: meetings'],
  ['dose-hours', 'counted_in: meetings', 'counted_in: hours, hours_per_week: {typical: 400}', '  - {id: meetings'],
  ['dose-hours', 'frequency: {times: 1, per: week}, lasts', 'frequency: {times: 1, per: week}, hours_per_week: {min: 6}, lasts', '  - {id: meetings'],
  ['dose-bands', 'count: open, minutes', 'count: open, bands: [{from_month: 3, until_month: 1, hours_per_week: 6, source: handbook}], minutes', '  - {id: meetings'],
  ['dose-parts-exceed', 'units: []', 'units:\n  - {id: past, title: The past, selection: required, offence_focused: true, sessions: 99, source: handbook}', '  - {id: meetings'],
  ['agreement-lapse', 'on_lapse: opens_a_task', 'on_lapse: reported_to_authority', '  - {id: agreement'],
  ['participant-not-party', 'parties: [participant, mentor]', 'parties: [coordinator, mentor]', '  - {id: agreement'],
  ['withdrawal-not-free', 'consequence: none', 'consequence: decided_by_the_authority', 'withdrawal: {'],
  ['order-missing', 'basis: voluntary', 'basis: mandatory', 'basis: mandatory'],
  ['belief-is-no-rule', 'about: motivation_to_take_part', 'about: religion', '  - {id: wants_to_leave'],
  ['belief-is-no-rule', 'Does the person want to leave the group?', 'Does the person go to the mosque less often?', '  - {id: wants_to_leave'],
  ['belief-is-no-rule', 'Does the person want to leave the group?', 'Is the person a Salafi?', '  - {id: wants_to_leave'],
  ['belief-is-no-rule', 'Does the person want to leave the group?', 'Has the person shaved his beard?', '  - {id: wants_to_leave'],
  ['belief-is-no-rule', 'Does the person want to leave the group?', 'Does the person see the chaplain?', '  - {id: wants_to_leave'],
  ['belief-is-no-rule', 'The closing meeting is held', 'The person has given up the ideology', 'completion: {'],
  ['belief-is-no-rule', 'Both agree to work together', 'Both share one faith', '  - {id: matching'],
  ['belief-is-no-rule', 'basis: voluntary', 'basis: voluntary\n  asks_for: [renounces_islam]', 'asks_for'],
  ['agency-has-no-account', 'rules:\n', '  - {id: town, title: Town police, kind: agency, may_act_as: mentor, agency: police, source: handbook}\nrules:\n', '  - {id: town'],
  ['sharing-by-default', 'sharing: []', 'sharing: []\nrecords:\n  - {id: minutes, title: Minutes, by: mentor, to: officer, due_hours: 48, source: handbook}', '  - {id: minutes'],
  ['security-decides', 'answered_by: [coordinator]', 'answered_by: [officer]', '  - {id: wants_to_leave'],
  ['security-decides', 'override_by: nobody', 'override_by: officer', '  - {id: wants_to_leave'],
  ['security-decides', 'decided_by: coordinator', 'decided_by: officer', '  - {id: matching'],
  ['security-decides', 'judged_by: mentor', 'judged_by: officer', 'judged_by: officer'],
  ['security-decides', 'roles: [mentor]}', 'roles: [mentor, officer]}', 'rings: [{ring'],
  ['security-decides', 'parties: [participant, mentor]', 'parties: [participant, mentor, officer]', '  - {id: agreement'],
  ['security-decides', 'sharing: []', 'sharing:\n  - {id: own, to: officer, what: [goals], trigger: decision, decided_by: officer, participant_told: true, source: handbook}', '  - {id: own'],
  ['security-decides', 'measures: not_established', 'measures:\n  - {id: count, title: Meetings, by: officer, source: handbook}', '  - {id: count'],
  ['evaluation-plan', '  completion: {says: The closing meeting is held, source: handbook}\n', '', 'evaluation:'],
  ['claim-not-supported', 'claims: []', 'claims: [{claim: less_reoffending, rests_on: first_year}]', 'claims: [{'],
  ['fact-without-source', 'motives: any, source: handbook', 'motives: any', 'target_group: {'],
  ['fact-without-source', 'as_of: 2024-12, source: handbook', 'as_of: 2024-12', '  - {id: first_year'],
  ['source-is-taken', '  - {id: handbook,', '  - {id: general-knowledge, title: Sure now}\n  - {id: handbook,', '  - {id: general-knowledge'],
  ['no-such-day', 'as_of: 2024-12', 'as_of: 2024-02-31', '  - {id: first_year'],
  ['unknown-source', 'says: River association, source: handbook', 'says: River association, source: cookbook', 'owner: {'],
  ['proposal-names-nothing', 'design_proposals: [on_lapse]', 'design_proposals: [review_often]', '  - {id: agreement'],
  ['translation-of-nothing', 'units: []', 'units: []\ntranslations:\n  nb:\n    title: Elvementor\n    stages.swimming.title: Svømming', 'stages.swimming.title'],
  ['sharing-contradicts', 'sharing: []', 'sharing:\n  - {id: all, to: coordinator, what: [notes], trigger: never_by_default, participant_told: true, source: handbook}', '  - {id: all'],
  ['sharing-by-default', 'sharing: []', 'sharing:\n  - {id: all, to: officer, what: [notes], trigger: each_meeting, participant_told: true, source: handbook}', '  - {id: all'],
  ['sharing-by-default', 'sharing: []', 'sharing:\n  - {id: all, to: officer, what: [notes], trigger: decision, participant_told: true, source: handbook}', '  - {id: all'],
]

/** Where a case needs a security service in the file, one is there, and is told nothing. */
function withOfficer(text: string): string {
  return text.includes('officer') ? text.replace('rules:\n', '  - {id: officer, title: Police, kind: agency, may_act_as: none, agency: police, source: handbook}\nrules:\n') : text
}

test.each(bad)('it finds %s and nothing else: %s → %s', (rule, passage, instead, on) => {
  const text = withOfficer(dosedFor(rule, exampleWith(passage, instead)))
  const line = text.split('\n').findIndex(one => one.includes(on)) + 1
  expect(checkDefinition('river-mentoring.yaml', text).findings.map(finding => [finding.rule, finding.line])).toEqual([[rule, line]])
})

/** An open count has no end that units could exceed. */
function dosedFor(rule: string, text: string): string {
  return rule === 'dose-parts-exceed' ? text.replace('count: open', 'count: {min: 6, max: 20}') : text
}

test('it finds a dose that its stages have no room for, in weeks and in sessions', () => {
  const rules = (stage: string, dose: string) => checkDefinition('river-mentoring.yaml', exampleWith('kind: delivery,', `kind: delivery, ${stage},`).replace('count: open', dose).replace(', lasts_months: {min: 6, max: 12}', ''))
    .findings.map(({ rule, sentence }) => [rule, sentence.includes('meetings cannot fit')])
  expect(rules('weeks: 4', 'count: 40')).toEqual([['dose-too-short', true]])
  expect(rules('months: 12', 'count: 40')).toEqual([])
  expect(rules('sessions: 10', 'count: 20')).toEqual([['dose-stages-too-few', true]])
  expect(rules('sessions: {min: 10}', 'count: 20')).toEqual([])
})

test('it lets a security service be asked beside somebody else, and sit in an outer ring', () => {
  const text = withOfficer(exampleWith('answered_by: [coordinator]', 'answered_by: [coordinator, officer]').replace('{ring: support, roles: [coordinator]}', '{ring: support, roles: [coordinator]}, {ring: outer, roles: [officer]}'))
  expect(checkDefinition('river-mentoring.yaml', text).findings).toEqual([])
})

test('it looks at the rest of a file in which a key stands twice', () => {
  const text = exampleWith('title: River mentoring\n', 'title: River mentoring\ntitle: Another\n').replace('judged_by: mentor', 'judged_by: chaplain').replace('says: Adults', 'says: Nobody, says: Adults')
  const { definition, findings } = checkDefinition('river-mentoring.yaml', text)
  expect(definition).toBeUndefined()
  expect(findings.map(({ rule }) => rule)).toEqual(['yaml', 'yaml', 'unknown-role'])
  expect(findings[0]?.sentence).toContain('"title" stands twice')
})

test('it speaks to whoever writes a definition, not to programmers', () => {
  const sentences = (passage: string, instead: string) => checkDefinition('river-mentoring.yaml', exampleWith(passage, instead)).findings.map(({ sentence }) => sentence)
  expect(sentences('says: Adults who want to leave a violent group', 'says: Adults, young people, and who else asks')).toEqual([expect.stringContaining('has "young people", "and who else asks" without a value. If this belongs to a text with a comma')])
  expect(sentences('units: []', 'units:')).toEqual([expect.stringMatching(/It is empty\.$/)])
  expect(sentences('count: open', 'count: .inf')).toEqual([expect.stringMatching(/It is Infinity\.$/)])
  expect(sentences('says: Adults who', 'says: Adults: who')).toEqual([expect.stringContaining('Put a text with a colon in quotation marks')])
  expect(sentences('person_consents, ', '')).toEqual([expect.stringContaining('network lacks involve_if: [person_consents]')])
  const tower = checkDefinition('river-mentoring.yaml', `${guideExample()}more: ${'['.repeat(60_000)}${']'.repeat(60_000)}`).findings
  expect(tower.map(({ rule }) => rule)).toEqual(['too-deep'])
})

test('it finds a security service at the table that no sharing rule speaks of', () => {
  const forum = 'forums:\n  - {id: board, title: Board, members: [coordinator, officer], does: advises, source: handbook}'
  const text = withOfficer(exampleWith('forums: []', forum))
  expect(checkDefinition('river-mentoring.yaml', text).findings.map(finding => finding.rule)).toEqual(['security-without-rule'])
  const ruled = text.replace('sharing: []', 'sharing:\n  - {id: none, to: officer, what: [], trigger: never_by_default, participant_told: true, design_proposals: all}')
  expect(checkDefinition('river-mentoring.yaml', ruled).findings).toEqual([])
})

test('it finds what is shared with a whole forum in which a security service sits', () => {
  const text = withOfficer(exampleWith('forums: []', 'forums:\n  - {id: board, title: Board, members: [coordinator, officer], does: advises, source: handbook}'))
    .replace('sharing: []', 'sharing:\n  - {id: none, to: officer, what: [], trigger: never_by_default, participant_told: true, source: handbook}\n  - {id: board, to: board, what: [goals], trigger: each_meeting, participant_told: true, source: handbook}')
  expect(checkDefinition('river-mentoring.yaml', text).findings.map(finding => finding.rule)).toEqual(['sharing-by-default'])
})

test('it says everything at once, in the order of the lines, and loads nothing', () => {
  const text = exampleWith('version: 1', 'version: one').replace('judged_by: mentor', 'judged_by: chaplain').replace('kind: delivery', 'kind: delivery, after: [closing]')
    .replace('about: motivation_to_take_part', 'about: worship').replace('count: open', 'count: 80')
  const { definition, findings } = checkDefinition('river-mentoring.yaml', text)
  expect(definition).toBeUndefined()
  expect(findings.map(finding => finding.rule)).toEqual(['form', 'belief-is-no-rule', 'stage-loop', 'dose-too-short', 'unknown-role'])
  expect(findings.every(({ sentence }) => /[.)]$/.test(sentence))).toBe(true)
})

test('it says what would be right in words, once for each place', () => {
  const [finding] = checkDefinition('river-mentoring.yaml', exampleWith('minutes: {min: 45, max: 90}', 'minutes: long')).findings
  expect(finding?.sentence).toBe('dose.meetings.minutes must be a number up to 10,000, a range such as {min: 10, typical: 20, max: 32}, or not_established. It is "long".')
})

test('it accepts both examples of the guide as they are printed', () => {
  expect(checkDefinition('river-mentoring.yaml', guideExample()).findings).toEqual([])
  expect(checkDefinition('harbour-talks.yaml', guideExample('harbour-talks')).findings).toEqual([])
})

test('it has every rule in the table of the guide', () => {
  const table = readFileSync(join(import.meta.dirname, '../../../docs/programmes.md'), 'utf8')
  expect(bad.map(([rule]) => rule).filter(rule => !table.includes(`\`${rule}\``))).toEqual([])
})

test('it lets nobody be asked about belief in other words, and lets conduct and motives be asked about', () => {
  const asking = (question: string) => checkDefinition('river-mentoring.yaml', exampleWith('Does the person want to leave the group?', question)).findings.length
  for (const question of ['Is the person Muslim?', 'Has he stopped praying?', 'Glaubt die Person noch daran?', 'Va-t-elle à la mosquée ?', 'Does she believe in the cause?']) expect(asking(question), question).toBe(1)
  for (const question of ['Has the person threatened somebody?', 'Was the theft of jewellery?', 'Is the person prepared to live without violence?']) expect(asking(question), question).toBe(0)
})
