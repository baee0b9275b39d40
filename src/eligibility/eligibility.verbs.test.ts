import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, offerProgrammes } from '../../database/testing/index.ts'
import { recordRelease } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { programmesOnOffer } from '../programmes/index.ts'
import { openQuestions, sideOf, standingOf } from './eligibility.ts'
import { eligibilityDue } from './eligibility.desk.tsx'
import { givenAnswers, questionsFor } from './eligibility.queries.ts'
import { answerRule, beforeAPlan, goOnDespite, theProgramme } from './eligibility.verbs.ts'

beforeAll(offerProgrammes)

const team = { team: ['Kai', 'Noor', 'Amira', 'Mia', 'Lena'] as ('Kai' | 'Noor' | 'Amira' | 'Mia' | 'Lena')[] }
const said = { answer: 'yes', words: 'Read in the report of 3 November.', saidBy: 'Noor Aziz, psychologist', seenOn: day('2026-11-20') } as const
const risk = { programme: 'entre', rule: 'high_risk' }
const time = { programme: 'entre', rule: 'time_left' }

async function jonas() {
  const person = await aParticipant(team)
  return { ...person, about: { about: person.publicId, does: 'collect' as const, shows: 'referral' } }
}

test.each(['Kai', 'Lena', 'Noor'] as const)('it lets %s write down an answer with its evidence, its day and who says so', async (who) => {
  const { id, about } = await jonas()
  await become(who, (work) => answerRule(work, risk, said), about)
  const [found] = await become('Amira', (work) => givenAnswers(work, [id]), about)
  expect(found).toMatchObject({ ruleId: 'high_risk', answer: 'yes', words: said.words, saidBy: said.saidBy, seenOn: said.seenOn })
  expect(found?.asked).toBe(theProgramme('entre').rules === 'not_established' ? '' : programmesOnOffer().flatMap(({ definition: { rules } }) => rules === 'not_established' ? [] : rules).find(({ id: rule }) => rule === 'high_risk')?.asks)
})

test('it lets the facilitator read and write nothing, and shows the mentor nothing', async () => {
  const { id, about } = await jonas()
  await become('Kai', (work) => answerRule(work, risk, said), about)
  await expect(become('Amira', (work) => answerRule(work, risk, said), about)).rejects.toThrow('eligibility-not-yours')
  await expect(become('Mia', (work) => answerRule(work, risk, said), about)).rejects.toThrow('not-found')
  expect(await become('Mia', (work) => givenAnswers(work, [id]), about)).toEqual([])
})

test('it lets another answer stand beside the first, and the later one hold', async () => {
  const { id, about } = await jonas()
  await become('Kai', (work) => answerRule(work, risk, said), about)
  await become('Noor', (work) => answerRule(work, risk, { ...said, answer: 'no', words: 'A second look.' }), about)
  const rows = await become('Lena', (work) => givenAnswers(work, [id], 'entre'), about)
  expect(rows.map(({ answer, writtenBy }) => [answer, writtenBy])).toEqual([['no', 'Noor Aziz'], ['yes', 'Kai Nyberg']])
})

test('it takes no yes and no no without evidence, no day ahead, no rule that is not asked; "not known" needs none', async () => {
  const { about } = await jonas()
  const kai = (place: typeof risk, more: object) => become('Kai', (work) => answerRule(work, place, { ...said, ...more }), about)
  await expect(kai(risk, { words: undefined })).rejects.toThrow('eligibility-needs-evidence')
  await expect(kai(risk, { seenOn: day('2026-12-24') })).rejects.toThrow('eligibility-day-ahead')
  await expect(kai({ ...risk, rule: 'prays' }, {})).rejects.toThrow('eligibility-rule-unknown')
  await expect(kai({ ...risk, programme: 'made-up' }, {})).rejects.toThrow('not-found')
  await expect(kai(risk, { answer: 'unknown', words: undefined })).resolves.toBeUndefined()
})

test('it tells the second of two who answer at once, and keeps the first answer', async () => {
  const { id, about } = await jonas()
  await become('Kai', (work) => answerRule(work, { ...risk, shown: 0 }, said), about)
  await expect(become('Lena', (work) => answerRule(work, { ...risk, shown: 0 }, { ...said, answer: 'no' }), about)).rejects.toThrow('eligibility-answered-meanwhile')
  expect(await become('Kai', (work) => givenAnswers(work, [id]), about)).toHaveLength(1)
})

test('it counts the weeks until release by itself, anew when the day changes, until a person answers', async () => {
  const { about } = await jonas()
  const standing = () => become('Kai', async (work) => standingOf((await questionsFor(work, theProgramme('entre'))).find(({ rule }) => rule.id === 'time_left')!), about)
  const release = (on: string) => become('Lena', (work) => recordRelease(work, { releaseOn: day(on), reason: 'judgment', authority: 'District court' }), about)
  expect(await standing()).toMatchObject({ answer: 'unknown', from: 'nobody' })
  await release('2027-11-23')
  expect(await standing()).toMatchObject({ answer: 'yes', from: 'record' })
  await release('2027-02-01')
  expect(await standing()).toMatchObject({ answer: 'no', from: 'record' })
  await become('Kai', (work) => answerRule(work, time, { ...said, words: 'He goes on outside, in Østby.' }), about)
  expect(await standing()).toMatchObject({ answer: 'yes', from: 'person' })
})

test('it lets the coordinator go on despite a no, with a reason, and nobody else; a new answer asks anew', async () => {
  const { about } = await jonas()
  const reason = { words: 'He goes on outside.' }
  await expect(become('Kai', (work) => goOnDespite(work, time, reason), about)).rejects.toThrow('eligibility-nothing-against')
  await become('Lena', (work) => answerRule(work, time, { ...said, answer: 'no' }), about)
  await expect(become('Lena', (work) => goOnDespite(work, time, reason), about)).rejects.toThrow('eligibility-not-yours-to-override')
  await expect(become('Noor', (work) => goOnDespite(work, time, reason), about)).rejects.toThrow('eligibility-not-yours-to-override')
  await become('Kai', (work) => goOnDespite(work, time, reason), about)
  const side = () => become('Amira', async (work) => { const all = await questionsFor(work, theProgramme('entre')); return sideOf(all.find(({ rule }) => rule.id === 'time_left')!, all) }, about)
  expect(await side()).toBe('despite')
  await become('Kai', (work) => answerRule(work, time, { ...said, answer: 'no' }), about)
  expect(await side()).toBe('against')
})

test('it keeps as who decided whoever holds the role, whatever name is sent with it', async () => {
  const { id, about } = await jonas()
  await become('Lena', (work) => answerRule(work, time, { ...said, answer: 'no' }), about)
  await become('Kai', (work) => goOnDespite(work, time, { words: 'He goes on outside.', decidedBy: 'The judge' }), about)
  expect((await become('Kai', (work) => givenAnswers(work, [id], 'entre'), about))[0]).toMatchObject({ answer: 'despite', saidBy: 'Kai Nyberg' })
})

test('it tells apart what a person said against and what is recorded against, before a plan', async () => {
  const { about } = await jonas()
  await become('Lena', (work) => recordRelease(work, { releaseOn: day('2027-02-01'), reason: 'judgment', authority: 'District court' }), about)
  const before = await become('Kai', (work) => beforeAPlan(work, theProgramme('entre')), about)
  expect([before.against, before.recordedAgainst.map(({ id: rule }) => rule)]).toEqual([[], ['time_left']])
})

test('it lets nobody go on where the definition says nobody, not even the coordinator', async () => {
  const { about } = await jonas()
  const accepts = { programme: 'cosa', rule: 'accepts' }
  await become('Kai', (work) => answerRule(work, accepts, { ...said, answer: 'no' }), about)
  await expect(become('Kai', (work) => goOnDespite(work, accepts, { words: 'All the same.' }), about)).rejects.toThrow('eligibility-nobody-overrides')
})

test('it tells what is open, against and gone on with before a plan is made, and decides nothing', async () => {
  const { about } = await jonas()
  await become('Noor', (work) => answerRule(work, risk, said), about)
  await become('Kai', (work) => answerRule(work, time, { ...said, answer: 'no' }), about)
  const before = await become('Amira', (work) => beforeAPlan(work, theProgramme('entre')), about)
  expect([before.open.map(({ id }) => id), before.against.map(({ id }) => id), before.despite]).toEqual([['wants_to_leave'], ['time_left'], []])
})

test('it asks the coordinator, once somebody has begun to look, and nobody else, until all is answered', async () => {
  const { about } = await jonas()
  const dueOf = (who: 'Kai' | 'Lena') => become(who, eligibilityDue, about)
  expect(await dueOf('Kai')).toEqual([])
  await become('Noor', (work) => answerRule(work, risk, said), about)
  expect((await dueOf('Kai')).map(({ says }) => says)).toEqual(['Ask 2 questions that are open: Entré'])
  expect(await dueOf('Lena')).toEqual([])
  for (const rule of ['wants_to_leave', 'time_left']) await become('Kai', (work) => answerRule(work, { programme: 'entre', rule }, said), about)
  expect(await dueOf('Kai')).toEqual([])
  expect(openQuestions(await become('Kai', (work) => questionsFor(work, theProgramme('entre')), about))).toEqual([])
})
