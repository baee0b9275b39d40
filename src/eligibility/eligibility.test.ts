import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleWith } from '../../database/testing/guide-example.ts'
import { day, instant } from '../platform/day.ts'
import { loadDefinitions, type AccessRole, type Role, type Rule } from '../programmes/index.ts'
import { againstIn, factFor, mayGoOn, openQuestions, recordSaysOtherwise, sideOf, standingOf, writesDespite, type Given, type Question, type Recorded } from './eligibility.ts'

const nothing: Recorded = { release: undefined, bornOn: null, statuses: [], needs: undefined, unit: null, consent: undefined }
const today = day('2026-11-23')

function aRule(wanted: Partial<Rule> = {}): Rule {
  return { id: 'one', kind: 'eligibility', about: 'need', asks: 'Is there a need?', answered_by: ['assessor'], ...wanted }
}
function anAnswer(answer: Given['answer'], wanted: Partial<Given> = {}): Given {
  return { programme: 'river', ruleId: 'one', asked: 'Is there a need?', answer, words: 'Seen.', seenOn: today, saidBy: 'Noor', writtenBy: 'Kai', writtenAt: instant('2026-11-23T09:00:00Z'), ...wanted }
}
function asked(answer?: Given['answer'], rule: Partial<Rule> = {}): Question {
  return { rule: aRule(rule), given: answer ? [anAnswer(answer)] : [], fact: undefined }
}

test('it knows nothing where nobody answered, and says so', () => {
  const question = asked()
  expect(standingOf(question)).toEqual({ answer: 'unknown', from: 'nobody' })
  expect(openQuestions([question])).toEqual([question])
})

test('it lets the later answer hold and keeps the earlier beside it', () => {
  const question = { ...asked(), given: [anAnswer('no'), anAnswer('yes')] }
  expect(standingOf(question).answer).toBe('no')
  expect(question.given).toHaveLength(2)
})

test('it takes no answer over to another question under the same name', () => {
  expect(standingOf({ ...asked(), given: [anAnswer('yes', { asked: 'Is the person under 30?' })] }).answer).toBe('unknown')
})

test.each([
  ['eligibility', 'yes', 'for'], ['eligibility', 'no', 'against'], ['eligibility', 'unknown', 'open'], ['exclusion', 'yes', 'against'], ['exclusion', 'no', 'for'],
  ['readiness', 'no', 'against'], ['must_accompany', 'no', 'against'], ['priority', 'yes', 'for'], ['priority', 'no', 'neither'], ['eligibility', 'despite', 'despite'],
] as const)('it reads a rule of kind %s that is answered %s as %s', (kind, answer, side) => {
  const question = asked(answer, { kind })
  expect(sideOf(question, [question])).toBe(side)
})

test('it waits with no plan for the answer to who comes first', () => {
  expect(openQuestions([asked(undefined, { kind: 'priority' })])).toEqual([])
})

test('it asks of several conditions of which one is enough no more than one', () => {
  const group = (...answers: (Given['answer'] | undefined)[]) => answers.map((answer, place) => asked(answer, { id: `rule-${place}`, any_of: 'entry' }))
  const sides = (all: Question[]) => all.map((one) => sideOf(one, all))
  expect(sides(group('no', 'yes', undefined))).toEqual(['neither', 'for', 'neither'])
  expect(sides(group('no', undefined))).toEqual(['neither', 'open'])
  expect(againstIn(group('no', 'no'))).toHaveLength(2)
  expect(sides(group('no', 'despite'))).toEqual(['neither', 'despite'])
})

test('it answers by itself only what is a number: weeks until a confirmed release, an age', () => {
  const weeks = aRule({ about: 'time_available', at_least: 25 })
  const releasedOn = (on: string, asTold = false) => factFor(weeks, { ...nothing, release: { on: day(on), asTold } }, today)
  expect(releasedOn('2027-05-17')).toEqual({ about: 'weeks', answer: 'yes', weeks: 25, on: '2027-05-17', asTold: false })
  expect(releasedOn('2027-05-16')).toMatchObject({ answer: 'no', weeks: 24 })
  expect(releasedOn('2027-05-17', true)).not.toHaveProperty('answer')
  expect(releasedOn('2026-11-01')).toBeUndefined()
  const age = (bornOn: string) => factFor(aRule({ about: 'age', at_least: 21 }), { ...nothing, bornOn: day(bornOn) }, today)
  expect([age('2005-11-23'), age('2005-11-24')]).toMatchObject([{ answer: 'yes', years: 21 }, { answer: 'no', years: 20 }])
})

test('it tells a legal status, a language and a consent beside the question, and answers nothing with them', () => {
  const recorded: Recorded = { ...nothing, statuses: [{ status: 'sentenced', fromOn: today, source: 'judgment' }], needs: { languages: ['fr'], interpreter: true }, consent: { answer: 'yes', on: today } }
  for (const about of ['offence', 'order', 'legal_status', 'language', 'consent']) {
    const question = { ...asked(undefined, { about }), fact: factFor(aRule({ about }), recorded, today) }
    expect(question.fact, about).toBeDefined()
    expect(standingOf(question).answer, about).toBe('unknown')
  }
})

test('it computes no risk and no need: whatever is recorded, a person answers', () => {
  const everything: Recorded = { release: { on: day('2027-11-23'), asTold: false }, bornOn: day('1990-01-01'), statuses: [{ status: 'sentenced', fromOn: today, source: 'judgment' }], needs: { languages: ['en'], interpreter: false }, unit: 'Fjordvik', consent: { answer: 'yes', on: today } }
  for (const about of ['judged_risk', 'judged_vulnerability', 'need', 'conduct', 'intent', 'safety', 'health', 'relationships', 'assessment']) expect(factFor(aRule({ about, at_least: 1 }), everything, today), about).toBeUndefined()
})

test('it lets what a person said stand, and notices when the record says otherwise since', () => {
  const fact = { about: 'weeks', answer: 'no', weeks: 4, on: today, asTold: false } as const
  const question = { ...asked('yes'), fact }
  expect(standingOf(question)).toMatchObject({ answer: 'yes', from: 'person' })
  expect([recordSaysOtherwise(question), recordSaysOtherwise({ ...asked('no'), fact })]).toEqual([true, false])
})

test('it lets the named role go on, the coordinator where none is named, and nobody where the definition says nobody', () => {
  const aRole = (id: string, may_act_as: AccessRole): Role => ({ id, title: id, kind: 'staff', may_act_as, need_not_be: [], does: [], incompatible_with: [] })
  const named = (override_by?: string) => mayGoOn({ roles: [aRole('therapist', 'facilitator'), aRole('psychologist', 'assessor')] }, { ...(override_by && { override_by }) })
  expect([named(), named('not_established'), named('nobody'), named('psychologist'), named('therapist')]).toEqual(['coordinator', 'coordinator', 'nobody', 'assessor', 'facilitator'])
  expect([writesDespite('coordinator', 'coordinator'), writesDespite('case_manager', 'coordinator'), writesDespite('coordinator', 'assessor'), writesDespite('assessor', 'assessor'), writesDespite('coordinator', 'nobody')]).toEqual([true, false, false, true, false])
  // A role that writes no answers decides all the same; the coordinator writes down who.
  expect([writesDespite('coordinator', 'facilitator'), writesDespite('assessor', 'none')]).toEqual([true, false])
})

test('it can be given no rule about belief or worship: such a file is named and never asked of anybody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'definitions-'))
  mkdirSync(join(folder, 'programmes'))
  for (const [passage, instead] of [['about: motivation_to_take_part', 'about: worship'], ['Does the person want to leave the group?', 'Does the person pray less often?']] as const) {
    writeFileSync(join(folder, 'programmes/river-mentoring.yaml'), exampleWith(passage, instead))
    const { definitions, findings } = await loadDefinitions([folder])
    expect([definitions.size, findings.map(({ rule }) => rule).includes('belief-is-no-rule')]).toEqual([0, true])
  }
  rmSync(folder, { recursive: true })
})
