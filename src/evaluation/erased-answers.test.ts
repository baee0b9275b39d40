import { beforeAll, expect, test } from 'vitest'
import { aMeasuredGroup, become, colleagueId, offerProgrammes } from '../../database/testing/index.ts'
import { put } from '../../database/testing/superuser.ts'
import type { Work } from '../platform/work.ts'
import { lockStudy, studyFindings, writeStudy } from './evaluation.verbs.ts'

const asSam = <T>(run: (work: Work) => Promise<T>) => become('Sam', run, { shows: 'evaluation_data' })
let study = ''
let people: Awaited<ReturnType<typeof aMeasuredGroup>>

beforeAll(async () => {
  await offerProgrammes()
  people = await aMeasuredGroup({ people: 4 })
  study = await asSam((work) => writeStudy(work, {
    title: 'Coping', question: 'Does coping rise?', programme: 'entre', outcome: 'ruler How I cope', better: 'higher', design: 'ab', phases: 'as-recorded', effect: 'tau', leastPoints: 3, leastPeople: 3, conclusion: 'What it says.' }))
  await asSam((work) => lockStudy(work, study, undefined))
})

test('whose answers about consent were erased is in no study, as a no is in none, until they say yes anew', async () => {
  const counted = () => asSam(async (work) => (await studyFindings(work, study)).data).then(({ leftOut, plans }) => [leftOut, plans.length])
  expect(await counted()).toEqual([0, 4])
  const { id } = people[0]!
  const answered = '2026-11-01T09:00:00Z'
  await put('erasure_requests', { id: 990_101, public_id: 'erasedanswers000', participant_id: id, cause: 'withdrawn', own_words: '', asked_on: '2026-10-20', answer_by: '2026-11-20', asked_by_kind: 'participant', asked_by: id, answered_at: answered, erase_on: '2026-11-15' })
  await put('erasure_decisions', { id: 990_102, public_id: 'erasedanswers001', request_id: 990_101, item: 'consents', decision: 'erase', grounds: 'Asked.', decided_by: await colleagueId('Kai'), decided_at: answered, carried_out_at: '2026-11-15T01:00:00Z' })
  expect(await counted()).toEqual([1, 3])
  await put('consents', { id: 990_103, public_id: 'erasedanswers002', participant_id: id, purpose: 'research', answer: 'yes', notice_version: '1', language: 'en', notice_language: 'en', way: 'spoken', answered_on: '2026-11-23', recorded_by: await colleagueId('Kai'), recorded_at: '2026-11-23T09:00:00Z' })
  expect(await counted()).toEqual([0, 4])
})
