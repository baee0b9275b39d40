import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { checkStage, stageOn, type BegunStage } from './stage.ts'

const begun: BegunStage[] = [
  { publicId: 'c', stage: 'treatment', beginsOn: day('2026-05-04') }, { publicId: 'a', stage: 'assessment', beginsOn: day('2026-03-02') }, { publicId: 'b', stage: 'case_formulation', beginsOn: day('2026-04-06') }]
const check = (stage: string, beginsOn: string) => () => checkStage(begun, { stage, beginsOn: day(beginsOn) }, { today: day('2026-11-23'), planBegins: day('2026-04-01') })

test('it knows which stage held on a day, whatever the order of writing', () => {
  const held = ['2026-03-01', '2026-03-02', '2026-05-03', '2026-05-04', '2026-11-23'].map((on) => stageOn(begun, day(on))?.stage)
  expect(held).toEqual([undefined, 'assessment', 'case_formulation', 'treatment', 'treatment'])
})

test('it lets people go on and go back', () => {
  expect(check('maintenance', '2026-09-01')).not.toThrow()
  expect(check('assessment', '2026-09-01')).not.toThrow()
})

test('it refuses a stage ahead, long before the plan, on a day that another began, and one that holds already', () => {
  expect(check('maintenance', '2026-11-24')).toThrow('stage-begins-ahead')
  expect(check('maintenance', '2025-03-31')).toThrow('stage-begins-too-early')
  expect(check('maintenance', '2026-05-04')).toThrow('stage-begins-same-day')
  expect(check('treatment', '2026-06-01')).toThrow('stage-holds-already')
  expect(check('treatment', '2026-05-01')).toThrow('stage-holds-already')
})
