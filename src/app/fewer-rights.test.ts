import { beforeAll, expect, test } from 'vitest'
import { act, aParticipant, become, colleague, offerProgrammes } from '../../database/testing/index.ts'
import { aPlan } from '../../database/testing/a-plan.ts'
import { answerRule } from '../eligibility/index.ts'
import { consentTo, recordConsent, withdraw } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { makePlan } from '../plans/index.ts'

// A token with fewer rights sees less. What it does not see must never let it do what its maker could not.
beforeAll(offerProgrammes)

const yes = { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') } as const
const risk = { programme: 'entre', rule: 'high_risk' }
const saidNo = { answer: 'no', words: 'Nothing found.', saidBy: 'Noor Aziz, psychologist', seenOn: day('2026-11-20') } as const

test.each([
  ['the answers of a referral', 'assessment_state:read'],
  ['what the assessor found', 'referral:read'],
])('it lets no token make a plan that may not read %s', async (_, more) => {
  const person = await aParticipant({ team: ['Kai', 'Noor', 'Amira'] })
  const about = { about: person.publicId, does: 'collect' as const }
  await become('Kai', (work) => recordConsent(work, person.id, yes), about)
  await become('Noor', (work) => answerRule(work, risk, saidNo), about)
  const plan = { programme: 'entre', beginsOn: day('2026-11-23') }
  const token = { ...await colleague('Kai'), allows: ['plan_dates:read', 'plan_dates:write', 'consent_and_notice:read', 'withdrawal:read', 'identity_name:read', more] }
  await expect(act(token, (work) => makePlan(work, plan), about)).rejects.toThrow('eligibility-unread')
  await expect(become('Kai', (work) => makePlan(work, plan), about)).rejects.toThrow('plan-rule-against')
})

test('it takes no yes for a yes that was taken back: a token that may not read a withdrawal reads no consent either', async () => {
  const jonas = await aPlan()
  await become('Mia', (work) => withdraw(work, jonas.id, { purpose: 'programme', ownWords: 'Stop.' }), { about: jonas.publicId })
  const said = async (allows: string[]) => act({ ...await colleague('Amira'), allows }, (work) => consentTo(work, jonas.id, 'programme'), { about: jonas.publicId })
  expect(await said(['consent_and_notice:read', 'withdrawal:read', 'identity_name:read'])).toBe('withdrawn')
  expect(await said(['consent_and_notice:read', 'identity_name:read'])).toBe('not-asked')
})
