/** What the last line counts. */
export type Count = { passed: number, failed: number }

export type Report = { numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }

/**
 * Counts what vitest reports. A file that could not even be loaded has no test to fail, and a fault outside of every test fails none:
 * either counts as one failed, so that a run which went wrong can never look like one that went well.
 */
export function tally({ numPassedTests, numFailedTests, testResults }: Report, code: number): Count {
  const unread = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed')).length
  const failed = numFailedTests + unread
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}

export function sum(counts: Count[]): Count {
  return counts.reduce((all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }), { passed: 0, failed: 0 })
}

/** Nothing failed and something passed: a run that looked at nothing was not a good run. */
export function isGood({ passed, failed }: Count): boolean {
  return failed === 0 && passed > 0
}
