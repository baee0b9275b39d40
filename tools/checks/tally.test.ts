import { expect, test } from 'vitest'
import { isGood, sum, tally } from './tally.ts'

const aFile = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) })

test('it counts tests', () => {
  expect(tally({ numPassedTests: 5, numFailedTests: 1, testResults: [aFile('passed', 'passed'), aFile('failed', 'passed', 'failed')] }, 1)).toEqual({ passed: 5, failed: 1 })
})

test('it counts a file that could not be loaded as one failed', () => {
  expect(tally({ numPassedTests: 5, numFailedTests: 0, testResults: [aFile('failed')] }, 1)).toEqual({ passed: 5, failed: 1 })
})

test('it counts a fault outside of every test as one failed', () => {
  expect(tally({ numPassedTests: 5, numFailedTests: 0, testResults: [aFile('passed', 'passed')] }, 1)).toEqual({ passed: 5, failed: 1 })
})

test('it does not call a run good in which something failed or nothing ran', () => {
  expect(isGood(sum([{ passed: 1, failed: 0 }, { passed: 4, failed: 0 }]))).toBe(true)
  expect(isGood(sum([{ passed: 1, failed: 0 }, { passed: 4, failed: 1 }]))).toBe(false)
  expect(isGood(sum([]))).toBe(false)
})
